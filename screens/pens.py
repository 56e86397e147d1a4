"""How a terminal writes: attributes and colours, and the shortest sequence from one to another (ECMA-48, SGR)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

_OFF = {1: 22, 2: 22, 3: 23, 4: 24, 5: 25, 7: 27, 8: 28, 9: 29, 53: 55}
_ON_BLANKS = frozenset((4, 5, 7, 9, 53))
"""Attributes that show on a blank: underlined, blinking, reversed, struck out, overlined."""


class Pen(NamedTuple):
    """How a terminal writes now: the attributes that are on, and both colours as SGR parameters."""

    on: frozenset[int] = frozenset()
    ink: str = ""
    paper: str = ""


PLAIN = Pen()


@lru_cache(maxsize=4096)
def after(pen: Pen, parameters: str) -> Pen | None:
    """The pen after a sequence; None for parameters that are not known here."""
    numbers = [int(part or 0) for part in parameters.split(";")]
    place = 0
    while place < len(numbers):
        number = numbers[place]
        place += 1
        if number in (38, 48):
            length = {2: 4, 5: 2}.get(numbers[place] if place < len(numbers) else 0, 0)
            colour = ";".join(map(str, numbers[place - 1 : place + length]))
            if not length or place + length > len(numbers):
                return None
            place += length
            pen = pen._replace(ink=colour) if number == 38 else pen._replace(paper=colour)
        elif number == 0:
            pen = PLAIN
        elif number in _OFF:
            pen = pen._replace(on=pen.on | {number})
        elif number in _OFF.values():
            pen = pen._replace(on=frozenset(each for each in pen.on if _OFF[each] != number))
        elif 30 <= number <= 37 or 90 <= number <= 97:
            pen = pen._replace(ink=str(number))
        elif 40 <= number <= 47 or 100 <= number <= 107:
            pen = pen._replace(paper=str(number))
        elif number == 39:
            pen = pen._replace(ink="")
        elif number == 49:
            pen = pen._replace(paper="")
        else:
            return None
    return pen


@lru_cache(maxsize=4096)
def change(before: Pen | None, wanted: Pen) -> str:
    """The shortest sequence that makes one pen another; None is a pen that is not known."""
    if before == wanted:
        return ""
    anew = ["0", *map(str, sorted(wanted.on)), *filter(None, (wanted.ink, wanted.paper))]
    if before is None:
        return f"\x1b[{';'.join(anew)}m"
    off = {_OFF[each] for each in before.on - wanted.on}
    on = {each for each in wanted.on if each not in before.on or _OFF[each] in off}
    parts = [*map(str, sorted(off)), *map(str, sorted(on))]
    if before.ink != wanted.ink:
        parts.append(wanted.ink or "39")
    if before.paper != wanted.paper:
        parts.append(wanted.paper or "49")
    words = min(";".join(parts), ";".join(anew) if wanted != PLAIN else "", key=len)
    return f"\x1b[{words}m"


@lru_cache(maxsize=1024)
def of_blank(pen: Pen) -> Pen:
    """What of a pen shows on a blank."""
    return pen if pen.on & _ON_BLANKS else Pen(paper=pen.paper)


@lru_cache(maxsize=1024)
def for_blank(pen: Pen | None, blank: Pen) -> Pen:
    """The pen nearest to `pen` with which a blank looks as with `blank`."""
    if pen is None or blank.on:
        return blank
    return Pen(pen.on - _ON_BLANKS, pen.ink, blank.paper)

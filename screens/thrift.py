"""Fewer bytes on the line: colours and attributes are sent only where they change.

Textual sets every colour anew for each piece of text and takes all of it back after it, which is half of what a screen
costs. A terminal keeps its attributes (ECMA-48, SGR) when the cursor moves, so only the differences need to be sent.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from textual.driver import Driver

_SGR = re.compile(r"\x1b\[([0-9;]*)m")
_MOVES = re.compile(r"(?:\x1b\[[0-9;]*H|\r\n)*")
_SYNCHRONISES = ("\x1b[?2026h", "\x1b[?2026l")
_PIECES = re.compile(r"(?=\x1b\[[0-9]+;[0-9]+H)")
_PIECE = re.compile(r"\x1b\[([0-9]+);[0-9]+H((?:[^\x1b]|\x1b\[[0-9;]*m)*)")
_OFF = {1: 22, 2: 22, 3: 23, 4: 24, 5: 25, 7: 27, 8: 28, 9: 29, 53: 55}


class Pen(NamedTuple):
    """How a terminal writes now: the attributes that are on, and both colours as SGR parameters."""

    on: frozenset[int] = frozenset()
    ink: str = ""
    paper: str = ""


_PLAIN = Pen()


@lru_cache(maxsize=4096)
def _after(pen: Pen, parameters: str) -> Pen | None:
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
            pen = _PLAIN
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
def _change(before: Pen, after: Pen) -> str:
    """The shortest sequence that makes one pen another."""
    if before == after:
        return ""
    anew = ["0", *map(str, sorted(after.on)), *filter(None, (after.ink, after.paper))]
    off = {_OFF[each] for each in before.on - after.on}
    on = {each for each in after.on if each not in before.on or _OFF[each] in off}
    parts = [*map(str, sorted(off)), *map(str, sorted(on))]
    if before.ink != after.ink:
        parts.append(after.ink or "39")
    if before.paper != after.paper:
        parts.append(after.paper or "49")
    words = min(";".join(parts), ";".join(anew) if after != _PLAIN else "", key=len)
    return f"\x1b[{words}m"


def thrifty(data: str) -> str:
    """`data`, which begins and ends with a plain pen, with the same effect in fewer characters.

    What holds a sequence that is not known here is left as it is.
    """
    found: list[str] = []
    actual = wanted = _PLAIN
    for index, part in enumerate(_SGR.split(data)):
        if index % 2:
            changed = _after(wanted, part)
            if changed is None:
                return data
            wanted = changed
        elif part:
            moves = _MOVES.match(part)
            if moves is None or moves.end() < len(part):
                found.append(_change(actual, wanted))
                actual = wanted
            found.append(part)
    found.append(_change(actual, _PLAIN))
    return "".join(found) if wanted == _PLAIN else data


class Standing:
    """What was last put on each row of the screen, so that the same is not sent again."""

    def __init__(self) -> None:
        self._rows: dict[str, str] = {}

    def lacking(self, data: str) -> str:
        """The pieces of `data` that do not stand on the screen already; moves of the cursor alone always stay."""
        found = []
        for piece in filter(None, _PIECES.split(data)):
            known = _PIECE.fullmatch(piece)
            if known is None:
                self._rows.clear()
            elif known[2]:
                if self._rows.get(known[1]) == piece:
                    continue
                self._rows[known[1]] = piece
            found.append(piece)
        return "".join(found)


def thrifty_driver(base: type[Driver]) -> type[Driver]:
    """A driver that writes as `base` does, in fewer bytes."""

    class ThriftyDriver(base):  # type: ignore[misc, valid-type]
        """Sends only what changes: no colour that stays, and no row that stands there already."""

        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, **named)
            self._standing = Standing()

        def write(self, data: str) -> Any:
            if data in _SYNCHRONISES:
                return super().write(data)
            lacking = self._standing.lacking(data)
            return super().write(thrifty(lacking)) if lacking else None

    ThriftyDriver.__module__ = base.__module__
    return ThriftyDriver

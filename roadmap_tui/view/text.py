"""Fitting text into cells: measuring, cutting and wrapping, for every painter alike."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from roadmap_tui.model.cleaning import safe
from roadmap_tui.model.fields import Tone

_NARROW = ((0x0000, 0x02FF), (0x2010, 0x2027), (0x2030, 0x203A), (0x2190, 0x21FF), (0x2500, 0x25FC), (0x2713, 0x2713))
_BULLETS = ("·", "-", "•", "*", "–")


class Run(NamedTuple):
    """A piece of text and what it means; painters choose how that looks."""

    text: str
    tone: Tone = Tone.NORMAL


Line = list[Run]


@cache
def _narrow() -> frozenset[str]:
    """The usual signs of one cell; a pattern of them would take longer to make than a status takes to print."""
    return frozenset(chr(code) for first, last in _NARROW for code in range(first, last + 1))


@lru_cache(8192)
def _measured(text: str) -> int:
    from wcwidth import wcswidth

    return max(0, wcswidth(text))


def width_of(text: str) -> int:
    """How many terminal cells `text` takes."""
    return len(text) if text.isascii() or _narrow().issuperset(text) else _measured(text)


def one_line(text: str) -> str:
    """User text of several lines on one, safe to show."""
    return safe(text if text.isalnum() else " ".join(text.split()))


def cut(text: str, width: int, ellipsis: str = "…") -> str:
    """`text` in at most `width` cells, ending in the ellipsis where something was cut off."""
    if width_of(text) <= width:
        return text
    if width <= 0:
        return ""
    room = width - len(ellipsis)
    if room <= 0:
        return ellipsis[:width]
    kept = text[:room]
    while width_of(kept) > room:
        kept = kept[:-1]
    return kept.rstrip() + ellipsis


def fit(text: str, width: int, ellipsis: str = "…", right: bool = False) -> str:
    """`text` in exactly `width` cells: cut or padded."""
    text = cut(text, width, ellipsis)
    padding = " " * max(0, width - width_of(text))
    return padding + text if right else text + padding


def line_width(line: Line) -> int:
    """How many cells a line of runs takes."""
    return sum(width_of(run.text) for run in line)


def trim(line: Line, width: int, ellipsis: str = "…") -> Line:
    """The runs of `line` that fit in `width` cells; the last one is cut."""
    kept: Line = []
    room = width
    for run in line:
        size = width_of(run.text)
        if size > room:
            kept.append(run._replace(text=cut(run.text, room, ellipsis)))
            return kept
        kept.append(run)
        room -= size
    return kept


def wrap(text: str, width: int) -> list[str]:
    """User text in lines of at most `width` cells; bullets keep their hanging indent."""
    lines: list[str] = []
    for paragraph in safe(text).split("\n"):
        lines.extend(_wrap_paragraph(paragraph, max(8, width)))
    return lines


def _wrap_paragraph(paragraph: str, width: int) -> list[str]:
    words = paragraph.split()
    indent = "  " if words[:1] and words[0] in _BULLETS else ""
    lines, current = [], ""
    for word in words:
        candidate = f"{current} {word}" if current else word
        if width_of(candidate) <= width:
            current = candidate
            continue
        if current:
            lines.append(current)
        current = indent + word if lines else word
        while width_of(current) > width:
            head = _head(current, width)
            lines.append(head)
            current = indent + current[len(head) :]
    return [*lines, current]


def _head(word: str, width: int) -> str:
    head = word[:width]
    while len(head) > 1 and width_of(head) > width:
        head = head[:-1]
    return head

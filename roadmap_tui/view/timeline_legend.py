"""What the shapes of the timeline mean: only those that this plan has, so that there is room for all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from roadmap_tui.i18n import N_, _
from roadmap_tui.model.fields import Tone
from roadmap_tui.view.glyphs import Glyphs, Ink
from roadmap_tui.view.text import width_of
from roadmap_tui.view.timeline import Timeline
from roadmap_tui.view.timeline_cells import Piece
from roadmap_tui.view.timeline_marks import Shape

_FEW_ROWS: Final = 500
_CRITICAL: Final = "critical"
_GAP: Final = 3
_ITEMS: Final[tuple[tuple[str, tuple[str, ...], Ink, str], ...]] = (
    (Shape.SOLID, ("solid", "solid"), Ink.FULL, N_("days known")),
    (Shape.PART, ("part", "part"), Ink.SOFT, N_("part of a month")),
    (Shape.PERIOD, ("period", "period"), Ink.SOFT, N_("period known, day not yet")),
    (Shape.TICK, ("left_half",), Ink.FULL, N_("loose day")),
    (Shape.CHOICE, ("choice",), Ink.FULL, N_("one of these")),
    (Shape.REPEAT, ("repeat", "repeat"), Ink.FULL, N_("each time")),
    (Shape.OPEN_END, ("fade_1", "fade_2", "fade_3", "onward"), Ink.FULL, N_("open end")),
    (Shape.MILESTONE, ("milestone",), Ink.FULL, N_("milestone")),
    (_CRITICAL, ("critical",), Ink.LINE, N_("critical path")),
    (Shape.GHOST, ("ghost", "ghost"), Ink.LINE, N_("as planned before")),
)


def shapes_in(timeline: Timeline) -> frozenset[str]:
    """The shapes that occur in a plan; all of them in a plan of very many rows."""
    if len(timeline.rows) > _FEW_ROWS:
        return frozenset(item[0] for item in _ITEMS)
    scale = timeline.fitted(100)
    found: set[str] = {mark.shape for row in timeline.rows for mark in timeline.marks(row, scale)}
    if found & {Shape.OPEN_START}:
        found.add(Shape.OPEN_END)
    if found & {Shape.HOLLOW}:
        found.add(Shape.CHOICE)
    if any(row.record is not None and timeline.is_critical(row.record) for row in timeline.rows):
        found.add(_CRITICAL)
    return frozenset(found)


def legend(width: int, glyphs: Glyphs, shapes: Collection[str]) -> list[list[Piece]]:
    """What these shapes mean, in lines of at most `width` cells."""
    lines: list[list[Piece]] = []
    room = 0
    for sign, ink, words in _items(glyphs, shapes):
        size = width_of(sign) + 1 + width_of(words) + _GAP
        if size > width + _GAP:
            continue
        if size > room + _GAP or not lines:
            lines.append([])
            room = width
        room -= size
        lines[-1] += [Piece(sign, Tone.NORMAL, ink), Piece(f" {words}{' ' * _GAP}", Tone.MUTED, Ink.LINE)]
    return lines


def _items(glyphs: Glyphs, shapes: Collection[str]) -> Iterator[tuple[str, Ink, str]]:
    """Sign, ink and words; shapes that this terminal draws alike are named once."""
    alike = Shape.PERIOD in shapes and glyphs.sign("part") == glyphs.sign("period")
    for shape, names, ink, words in _ITEMS:
        if shape in shapes and not (shape is Shape.PART and alike):
            yield "".join(glyphs.sign(name) for name in names), ink, _(words)

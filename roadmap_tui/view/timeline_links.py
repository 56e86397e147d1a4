"""The links of one row: which rows it waits for, which wait for it, and the lines between their bars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.link import Link
from roadmap_tui.view.glyphs import Glyphs
from roadmap_tui.view.timeline import Timeline
from roadmap_tui.view.timeline_cells import Cell, Cells
from roadmap_tui.view.timeline_rows import Row
from roadmap_tui.view.timescale import EIGHTHS, TimeScale

_MOST: Final = 24  # lines: more than that cannot be told apart


class Stroke(NamedTuple):
    """One sign of a line between two bars, at a row and a cell."""

    row: int
    cell: int
    sign: str


def neighbours(timeline: Timeline, row: Row | None) -> Mapping[int, str]:
    """The activities linked with a row, by id: "waits_for" for what comes before it, "waiting" for what comes after."""
    if row is None or row.record is None:
        return {}
    return {
        link.source if link.target == row.id else link.target: "waits_for" if link.target == row.id else "waiting"
        for link in timeline.links.get(row.id, ())
        if link.source and link.target
    }


def strokes(timeline: Timeline, row: Row | None, scale: TimeScale, rows: range, glyphs: Glyphs) -> list[Stroke]:
    """The lines between the bar of `row` and those it is linked with, as far as they are in sight."""
    links = timeline.links.get(row.id, ())[:_MOST] if row and row.record else ()
    drawn = [stroke for link in links for stroke in _line(timeline, link, scale, rows, glyphs)]
    return [stroke for stroke in drawn if stroke.row in rows and 0 <= stroke.cell < scale.width]


def _line(timeline: Timeline, link: Link, scale: TimeScale, rows: range, glyphs: Glyphs) -> Iterator[Stroke]:
    """From the end of the one bar (or its start, as the kind of link says) down or up to the other, then to it."""
    source, target = timeline.index_of(link.source or 0), timeline.index_of(link.target or 0)
    start, goal = _edge(timeline, source, link.kind[:1], scale), _edge(timeline, target, link.kind[1:2], scale)
    if source is None or target is None or start is None or goal is None:
        return
    down = target > source
    along, back = ("down", "up") if down else ("up", "down")
    straight = start == goal or (link.kind == "FS" and start > goal)
    yield Stroke(source, start, glyphs.sign(f"link_turn_{along}"))
    first, last = min(source, target) + 1, max(source, target)
    for place in range(max(first, rows.start), min(last, rows.stop)):
        yield Stroke(place, start, glyphs.sign("link_up_down"))
    if straight:
        if last > first:
            yield Stroke(target - 1 if down else target + 1, start, glyphs.sign(f"link_on_{along}"))
        return
    step = 1 if goal > start else -1
    yield Stroke(target, start, glyphs.sign(f"link_in_{along}" if step > 0 else f"link_turn_{back}"))
    for cell in range(start + step, goal, step):
        yield Stroke(target, cell, glyphs.sign("link_along"))
    yield Stroke(target, goal, glyphs.sign("onward" if step > 0 else "backward"))


def _edge(timeline: Timeline, place: int | None, side: str, scale: TimeScale) -> int | None:
    """The cell beside a bar at which a line begins or ends: before its start, or after its finish."""
    record = timeline.rows[place].record if place is not None else None
    span = timeline.span(record) if isinstance(record, Activity) else None
    if span is None:
        return None
    left, right = scale.span(span[0], max(span))
    return left // EIGHTHS - 1 if side == "S" else -(-right // EIGHTHS)


def overlaid(cells: Cells, drawn: list[Stroke], row: int, glyphs: Glyphs) -> Cells:
    """The cells of a row with the lines that cross it; bars stay on top."""
    here = [stroke for stroke in drawn if stroke.row == row]
    if not here:
        return cells
    free = {" ", *(glyphs.sign(name) for name in ("grid", "today", "free_day", "ghost"))}
    found = list(cells)
    for stroke in here:
        if cells[stroke.cell].sign in free:
            found[stroke.cell] = Cell(stroke.sign, Tone.ACCENT)
    return found

"""Drawing the marks of the timeline in terminal cells: eighths for what is exact, shades for what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from roadmap_tui.model.fields import Tone
from roadmap_tui.view.glyphs import Glyphs
from roadmap_tui.view.text import Line, Run
from roadmap_tui.view.timeline import Mark, Shape
from roadmap_tui.view.timescale import EIGHTHS, TimeScale, month_starts

_SATURDAY: Final = 5
_FADE: Final = 5 * EIGHTHS


class Cell(NamedTuple):
    """One cell of the chart. `inverse` swaps ink and paper, for a bar that begins within the cell."""

    sign: str = " "
    tone: Tone = Tone.MUTED
    inverse: bool = False


Cells = list[Cell]
BLANK: Final = Cell()


class Pen(NamedTuple):
    """How marks are drawn: with which glyphs, and whether the painter can swap ink and paper."""

    glyphs: Glyphs
    inverse: bool


def backdrop(
    scale: TimeScale, today: date, glyphs: Glyphs, is_free: Callable[[date], bool] | None = None, grid: bool = True
) -> Cells:
    """What lies behind the marks: free days where days are wide enough, else the months (`grid`), and today."""
    cells = [BLANK] * scale.width
    if scale.shades_days:
        _shade_free_days(cells, scale, is_free or _is_weekend, glyphs)
    elif grid:
        for day in month_starts(scale):
            _put(cells, scale.x(day) // EIGHTHS, Cell(glyphs.sign("grid")))
    place = (scale.x(today) + scale.x(today + timedelta(days=1))) // (2 * EIGHTHS)
    _put(cells, place, Cell(glyphs.sign("today")))
    return cells


def _shade_free_days(cells: Cells, scale: TimeScale, is_free: Callable[[date], bool], glyphs: Glyphs) -> None:
    day = scale.first
    while day <= scale.last:
        if is_free(day):
            left, right = scale.span(day, day)
            for index in range(left // EIGHTHS, -(-right // EIGHTHS)):
                _put(cells, index, Cell(glyphs.sign("grid")))
        day += timedelta(days=1)


def _is_weekend(day: date) -> bool:
    return day.weekday() >= _SATURDAY


def draw(cells: Cells, marks: Iterable[Mark], pen: Pen) -> Cells:
    """`cells` with marks on it; marks that lie outside show as an arrow at the edge where they are to be found."""
    drawn = list(cells)
    marks = tuple(marks)
    for mark in marks:
        _DRAWERS[mark.shape](drawn, mark, pen)
    if marks and all(_extent(mark)[1] <= 0 for mark in marks):
        _put(drawn, 0, Cell(pen.glyphs.sign("earlier"), marks[-1].tone))
    elif marks and all(_extent(mark)[0] >= len(cells) * EIGHTHS for mark in marks):
        _put(drawn, len(cells) - 1, Cell(pen.glyphs.sign("later"), marks[0].tone))
    return drawn


def _extent(mark: Mark) -> tuple[int, int]:
    """From where to where a mark is drawn, its fading end included."""
    if mark.shape is Shape.OPEN_END:
        return mark.start, mark.start + _FADE
    return (mark.end - _FADE, mark.end) if mark.shape is Shape.OPEN_START else (mark.start, mark.end)


def _put(cells: Cells, index: int, cell: Cell) -> None:
    if 0 <= index < len(cells):
        cells[index] = cell


def _solid(cells: Cells, mark: Mark, pen: Pen) -> None:
    if mark.end - mark.start < EIGHTHS // 2:
        _tick(cells, mark, pen)
        return
    for index in range(max(0, mark.start // EIGHTHS), min(len(cells), -(-mark.end // EIGHTHS))):
        left = max(mark.start - index * EIGHTHS, 0)
        right = min(mark.end - index * EIGHTHS, EIGHTHS)
        cells[index] = _covered(cells[index], left, right, mark.tone, pen)


def _covered(before: Cell, left: int, right: int, tone: Tone, pen: Pen) -> Cell:
    """The cell that is inked from `left` to `right` eighths, as near as one character can say it."""
    blocks = pen.glyphs.eighths
    if left <= 0 and right < EIGHTHS:
        return Cell(blocks[right], tone)
    if left > 0 and right >= EIGHTHS:
        joined = before.sign in blocks[1:] and before.sign != " " and not before.inverse
        if joined:
            return Cell(blocks[-1], tone)
        if pen.inverse:
            return Cell(blocks[left], tone, inverse=True)
        return Cell(pen.glyphs.sign("right_half") if left >= 3 else blocks[-1], tone)
    if left > 0:
        half = "left_half" if left + right <= EIGHTHS else "right_half"
        return Cell(pen.glyphs.sign(half), tone)
    return Cell(blocks[-1], tone)


def _tick(cells: Cells, mark: Mark, pen: Pen) -> None:
    """A loose day: at least half a cell, or nobody sees it."""
    if mark.end - mark.start >= EIGHTHS:
        _solid(cells, mark, pen)
        return
    index, place = divmod((mark.start + mark.end) // 2, EIGHTHS)
    if not 0 <= index < len(cells):
        return
    half = pen.glyphs.sign("left_half" if place < EIGHTHS // 2 else "right_half")
    taken = cells[index].sign in (pen.glyphs.sign("left_half"), pen.glyphs.sign("right_half"))
    cells[index] = Cell(pen.glyphs.eighths[-1] if taken and cells[index].sign != half else half, mark.tone)


def _shaded(sign: str) -> Callable[[Cells, Mark, Pen], None]:
    def shade(cells: Cells, mark: Mark, pen: Pen) -> None:
        first, last = _whole_cells(mark)
        for index in range(max(0, first), min(len(cells), last)):
            cells[index] = Cell(pen.glyphs.sign(sign), mark.tone)

    return shade


def _whole_cells(mark: Mark) -> tuple[int, int]:
    """The cells a mark covers for at least half; never none."""
    first, last = (mark.start + EIGHTHS // 2) // EIGHTHS, (mark.end + EIGHTHS // 2) // EIGHTHS
    return (first, last) if last > first else (mark.start // EIGHTHS, mark.start // EIGHTHS + 1)


def _choice(cells: Cells, mark: Mark, pen: Pen) -> None:
    _put(cells, (mark.start + mark.end) // (2 * EIGHTHS), Cell(pen.glyphs.sign("choice"), mark.tone))


def _hollow(cells: Cells, mark: Mark, pen: Pen) -> None:
    first, last = _whole_cells(mark)
    for index in range(max(0, first), min(len(cells), last)):
        cells[index] = Cell(pen.glyphs.sign("hollow"), mark.tone)
    _put(cells, first, Cell(pen.glyphs.sign("choice"), mark.tone))
    _put(cells, last - 1, Cell(pen.glyphs.sign("choice"), mark.tone))


def _open_end(cells: Cells, mark: Mark, pen: Pen) -> None:
    """The first day, then ink that thins out towards the later side."""
    first = mark.start // EIGHTHS
    _solid(cells, Mark(mark.shape, mark.start, (first + 1) * EIGHTHS, mark.tone), pen)
    _fade(cells, first + 1, 1, pen.glyphs.sign("onward"), mark.tone, pen)


def _open_start(cells: Cells, mark: Mark, pen: Pen) -> None:
    """The last day, before it ink that thins out towards the earlier side."""
    last = (mark.end - 1) // EIGHTHS
    _solid(cells, Mark(mark.shape, last * EIGHTHS, mark.end, mark.tone), pen)
    _fade(cells, last - 1, -1, pen.glyphs.sign("backward"), mark.tone, pen)


def _fade(cells: Cells, place: int, step: int, tip: str, tone: Tone, pen: Pen) -> None:
    for sign in (pen.glyphs.sign("dense"), pen.glyphs.sign("part"), pen.glyphs.sign("period"), tip):
        _put(cells, place, Cell(sign, tone))
        place += step


def _always(cells: Cells, mark: Mark, pen: Pen) -> None:
    for index in range(len(cells)):
        cells[index] = Cell(pen.glyphs.sign("hollow"), mark.tone)
    _put(cells, 0, Cell(pen.glyphs.sign("backward"), mark.tone))
    _put(cells, len(cells) - 1, Cell(pen.glyphs.sign("onward"), mark.tone))


def _milestone(cells: Cells, mark: Mark, pen: Pen) -> None:
    _put(cells, (mark.start + mark.end) // (2 * EIGHTHS), Cell(pen.glyphs.sign("milestone"), mark.tone))


def _doubt(cells: Cells, mark: Mark, pen: Pen) -> None:
    _put(cells, -(-mark.end // EIGHTHS), Cell("?", mark.tone))


_DRAWERS: Final[dict[Shape, Callable[[Cells, Mark, Pen], None]]] = {
    Shape.SOLID: _solid,
    Shape.PART: _shaded("part"),
    Shape.PERIOD: _shaded("period"),
    Shape.TICK: _tick,
    Shape.CHOICE: _choice,
    Shape.HOLLOW: _hollow,
    Shape.OPEN_START: _open_start,
    Shape.OPEN_END: _open_end,
    Shape.ALWAYS: _always,
    Shape.MILESTONE: _milestone,
    Shape.DOUBT: _doubt,
}


def write(cells: Cells, place: int, text: str, tone: Tone) -> None:
    """Put words on a row of cells; what does not fit is left off."""
    for offset, sign in enumerate(text):
        _put(cells, place + offset, Cell(sign, tone))


def runs(cells: Iterable[Cell]) -> Line:
    """Cells as runs of text of one tone, for painters that do not swap ink and paper."""
    return [Run(text, tone) for text, tone, _inverse in inked(cells)]


def inked(cells: Iterable[Cell]) -> Iterator[Cell]:
    """Cells joined where they look the same; blanks join what is beside them, for every colour code has its price."""
    text = ""
    tone, inverse = Tone.MUTED, False
    for cell in cells:
        same = cell.sign == " " or not text.strip() or cell.tone is tone
        if text and (inverse or cell.inverse or not same):
            yield Cell(text, tone, inverse)
            text = ""
        if cell.sign != " " or not text:
            tone, inverse = cell.tone, cell.inverse
        text += cell.sign
    if text:
        yield Cell(text, tone, inverse)

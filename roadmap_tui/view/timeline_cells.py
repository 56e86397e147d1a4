"""Drawing the marks of the timeline in terminal cells.

The height of a bar, or its ink where there are colours enough, says how exactly its days are known. No bar fills its
cell to the top, so that bars in neighbouring rows stay apart. Bars begin and end on half a cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final, NamedTuple

from roadmap_tui.model.fields import Tone
from roadmap_tui.view.glyphs import Glyphs, Ink
from roadmap_tui.view.text import Line, Run, width_of
from roadmap_tui.view.timeline_marks import Mark, Shape
from roadmap_tui.view.timescale import EIGHTHS, TimeScale, month_starts

_SATURDAY: Final = 5
_FADE: Final = 5 * EIGHTHS
_NEARLY_FULL, _HARDLY_ANY = 6, 2


class Cell(NamedTuple):
    """One cell of the chart."""

    sign: str = " "
    tone: Tone = Tone.MUTED
    ink: Ink = Ink.LINE


class Piece(NamedTuple):
    """Neighbouring cells that are drawn alike."""

    text: str
    tone: Tone
    ink: Ink


Cells = list[Cell]
BLANK: Final = Cell()


def backdrop(
    scale: TimeScale, today: date, glyphs: Glyphs, is_free: Callable[[date], bool] | None = None, grid: bool = True
) -> Cells:
    """What lies behind the marks: free days where days are wide enough, else the months (`grid`), and today."""
    cells = [BLANK] * scale.width
    if scale.shades_days:
        _shade_free_days(cells, scale, is_free or _is_weekend, glyphs)
    elif grid:
        for day in month_starts(scale):
            _put(cells, scale.x(day) // EIGHTHS, Cell(glyphs.sign("grid"), ink=Ink.BACK))
    place = (scale.x(today) + scale.x(today + timedelta(days=1))) // (2 * EIGHTHS)
    _put(cells, place, Cell(glyphs.sign("today")))
    return cells


def _shade_free_days(cells: Cells, scale: TimeScale, is_free: Callable[[date], bool], glyphs: Glyphs) -> None:
    day = scale.first
    while day <= scale.last:
        if is_free(day):
            left, right = scale.span(day, day)
            for index in range(left // EIGHTHS, -(-right // EIGHTHS)):
                _put(cells, index, Cell(glyphs.sign("free_day"), ink=Ink.BACK))
        day += timedelta(days=1)


def _is_weekend(day: date) -> bool:
    return day.weekday() >= _SATURDAY


def draw(cells: Cells, marks: Iterable[Mark], glyphs: Glyphs) -> Cells:
    """`cells` with marks on it; marks that lie outside show as an arrow at the edge where they are to be found."""
    drawn = list(cells)
    marks = tuple(marks)
    for mark in marks:
        _DRAWERS[mark.shape](drawn, mark, glyphs)
    if marks and all(_extent(mark)[1] <= 0 for mark in marks):
        _put(drawn, 0, Cell(glyphs.sign("earlier"), marks[-1].tone))
    elif marks and all(_extent(mark)[0] >= len(cells) * EIGHTHS for mark in marks):
        _put(drawn, len(cells) - 1, Cell(glyphs.sign("later"), marks[0].tone))
    return drawn


def _extent(mark: Mark) -> tuple[int, int]:
    """From where to where a mark is drawn, its fading end included."""
    if mark.shape is Shape.OPEN_END:
        return mark.start, mark.start + _FADE
    return (mark.end - _FADE, mark.end) if mark.shape is Shape.OPEN_START else (mark.start, mark.end)


def _put(cells: Cells, index: int, cell: Cell) -> None:
    if 0 <= index < len(cells):
        cells[index] = cell


def _bar(name: str, ink: Ink) -> Callable[[Cells, Mark, Glyphs], None]:
    """A bar of the height that `name` stands for, with half a cell at its ends where that height has halves."""

    def bar(cells: Cells, mark: Mark, glyphs: Glyphs) -> None:
        if mark.end - mark.start < _NEARLY_FULL:
            _tick(cells, mark, glyphs)
            return
        halves = glyphs.sign(f"{name}_left"), glyphs.sign(f"{name}_right")
        full = Cell(glyphs.sign(name), mark.tone, ink)
        for index in range(max(0, mark.start // EIGHTHS), min(len(cells), -(-mark.end // EIGHTHS))):
            left = max(mark.start - index * EIGHTHS, 0)
            right = min(mark.end - index * EIGHTHS, EIGHTHS)
            cells[index] = _covered(cells[index], left, right, full, halves)

    return bar


def _covered(before: Cell, left: int, right: int, full: Cell, halves: tuple[str, str]) -> Cell:
    """The cell that is inked from `left` to `right` eighths, as near as one character can say it."""
    if halves[0] == " ":
        return full if right - left >= EIGHTHS // 2 else before
    if right - left >= _NEARLY_FULL:
        return full
    if right - left < _HARDLY_ANY:
        return before
    half, other = halves if left + right < EIGHTHS else halves[::-1]
    return full if before.sign in (other, full.sign) else full._replace(sign=half)


_exact = _bar("solid", Ink.FULL)


def _tick(cells: Cells, mark: Mark, glyphs: Glyphs) -> None:
    """A loose day: at least half a cell, or nobody sees it."""
    if mark.end - mark.start >= EIGHTHS:
        _exact(cells, mark, glyphs)
        return
    index, place = divmod((mark.start + mark.end) // 2, EIGHTHS)
    if not 0 <= index < len(cells):
        return
    half = glyphs.sign("left_half" if place < EIGHTHS // 2 else "right_half")
    taken = cells[index].sign in (glyphs.sign("left_half"), glyphs.sign("right_half"))
    sign = glyphs.sign("solid") if taken and cells[index].sign != half else half
    cells[index] = Cell(sign, mark.tone, Ink.FULL)


def _whole_cells(mark: Mark) -> tuple[int, int]:
    """The cells a mark covers for at least half; never none."""
    first, last = (mark.start + EIGHTHS // 2) // EIGHTHS, (mark.end + EIGHTHS // 2) // EIGHTHS
    return (first, last) if last > first else (mark.start // EIGHTHS, mark.start // EIGHTHS + 1)


def _choice(cells: Cells, mark: Mark, glyphs: Glyphs) -> None:
    _put(cells, (mark.start + mark.end) // (2 * EIGHTHS), Cell(glyphs.sign("choice"), mark.tone, Ink.FULL))


def _hollow(cells: Cells, mark: Mark, glyphs: Glyphs) -> None:
    first, last = _whole_cells(mark)
    for index in range(max(0, first), min(len(cells), last)):
        cells[index] = Cell(glyphs.sign("hollow"), mark.tone)
    _put(cells, first, Cell(glyphs.sign("choice"), mark.tone, Ink.FULL))
    _put(cells, last - 1, Cell(glyphs.sign("choice"), mark.tone, Ink.FULL))


def _open_end(cells: Cells, mark: Mark, glyphs: Glyphs) -> None:
    """The first day, then ink that thins out towards the later side."""
    first = mark.start // EIGHTHS
    _put(cells, first, Cell(glyphs.sign("solid"), mark.tone, Ink.FULL))
    _fade(cells, first + 1, 1, glyphs.sign("onward"), mark.tone, glyphs)


def _open_start(cells: Cells, mark: Mark, glyphs: Glyphs) -> None:
    """The last day, before it ink that thins out towards the earlier side."""
    last = (mark.end - 1) // EIGHTHS
    _put(cells, last, Cell(glyphs.sign("solid"), mark.tone, Ink.FULL))
    _fade(cells, last - 1, -1, glyphs.sign("backward"), mark.tone, glyphs)


def _fade(cells: Cells, place: int, step: int, tip: str, tone: Tone, glyphs: Glyphs) -> None:
    for sign in (*(glyphs.sign(name) for name in ("fade_1", "fade_2", "fade_3")), tip):
        _put(cells, place, Cell(sign, tone, Ink.FULL))
        place += step


def _always(cells: Cells, mark: Mark, glyphs: Glyphs) -> None:
    for index in range(len(cells)):
        cells[index] = Cell(glyphs.sign("hollow"), mark.tone)
    _put(cells, 0, Cell(glyphs.sign("backward"), mark.tone))
    _put(cells, len(cells) - 1, Cell(glyphs.sign("onward"), mark.tone))


def _milestone(cells: Cells, mark: Mark, glyphs: Glyphs) -> None:
    _put(cells, (mark.start + mark.end) // (2 * EIGHTHS), Cell(glyphs.sign("milestone"), mark.tone, Ink.FULL))


def _repeat(cells: Cells, mark: Mark, glyphs: Glyphs) -> None:
    _put(cells, (mark.start + mark.end) // (2 * EIGHTHS), Cell(glyphs.sign("repeat"), mark.tone, Ink.FULL))


def _onward(cells: Cells, mark: Mark, glyphs: Glyphs) -> None:
    _put(cells, -(-mark.start // EIGHTHS), Cell(glyphs.sign("onward"), mark.tone))


def _ghost(cells: Cells, mark: Mark, glyphs: Glyphs) -> None:
    first, last = _whole_cells(mark)
    for index in range(max(0, first), min(len(cells), last)):
        cells[index] = Cell(glyphs.sign("ghost"), mark.tone)


def _group(cells: Cells, mark: Mark, glyphs: Glyphs) -> None:
    """From the first to the last day of a group, open at its lower side."""
    first, last = _whole_cells(mark)
    for index in range(max(0, first), min(len(cells), last)):
        cells[index] = Cell(glyphs.sign("group_middle"), mark.tone)
    if last - first > 1:
        _put(cells, first, Cell(glyphs.sign("group_left"), mark.tone))
        _put(cells, last - 1, Cell(glyphs.sign("group_right"), mark.tone))


def _doubt(cells: Cells, mark: Mark, glyphs: Glyphs) -> None:
    _put(cells, -(-mark.end // EIGHTHS), Cell("?", mark.tone))


_DRAWERS: Final[dict[Shape, Callable[[Cells, Mark, Glyphs], None]]] = {
    Shape.SOLID: _exact,
    Shape.PART: _bar("part", Ink.SOFT),
    Shape.PERIOD: _bar("period", Ink.SOFT),
    Shape.TICK: _tick,
    Shape.REPEAT: _repeat,
    Shape.CHOICE: _choice,
    Shape.HOLLOW: _hollow,
    Shape.OPEN_START: _open_start,
    Shape.OPEN_END: _open_end,
    Shape.ALWAYS: _always,
    Shape.MILESTONE: _milestone,
    Shape.DOUBT: _doubt,
    Shape.ONWARD: _onward,
    Shape.GHOST: _ghost,
    Shape.GROUP: _group,
}


def write(cells: Cells, place: int, text: str, tone: Tone) -> None:
    """Put words on a row of cells; what does not fit is left off."""
    for sign in text:
        width = width_of(sign)
        if width == 0 or place + width > len(cells):
            continue
        cells[place : place + width] = [Cell(sign, tone), *[Cell("", tone)] * (width - 1)]
        place += width


def pieces(cells: Iterable[Cell]) -> list[Piece]:
    """Cells as pieces that are drawn alike; blanks join what is beside them, for every colour code has its price."""
    found: list[Piece] = []
    text, tone, ink = "", Tone.MUTED, Ink.LINE
    for cell in cells:
        if cell.sign != " ":
            if text.strip() and (cell.tone is not tone or cell.ink is not ink):
                found.append(Piece(text, tone, ink))
                text = ""
            tone, ink = cell.tone, cell.ink
        text += cell.sign
    return [*found, Piece(text, tone, ink)] if text else found


def runs(cells: Iterable[Cell]) -> Line:
    """Cells as runs of one tone, for painters with one ink."""
    return spoken(pieces(cells))


def spoken(found: Iterable[Piece]) -> Line:
    """Pieces as runs, for painters with one ink."""
    return [Run(piece.text, piece.tone) for piece in found]

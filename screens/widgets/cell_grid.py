"""A matrix as a grid: arrows walk from cell to cell, and each row says in a word how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, cast

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from roadmap_tui.model.fields import Tone
from roadmap_tui.planning.outlook import Outlook
from roadmap_tui.view.text import Line, Run, fit, width_of, wrap
from screens.widgets.walking import Walking

if TYPE_CHECKING:
    from screens.app import RoadmapApp

_HEAD, _MARGIN = 3, 2
_LEAST, _SHARE = 20, 0.3

Matrix = TypeVar("Matrix")


class CellGrid(Walking, Generic[Matrix]):
    """Rows and columns of short signs; the cursor is one cell. Subclasses tell what stands where."""

    DEFAULT_CSS = "CellGrid { height: 1fr; width: 1fr; }"
    VERDICT = 7

    class Moved(Message):
        """The cursor is on another cell."""

    def __init__(self) -> None:
        super().__init__()
        self._row = self._column = self._top = self._left = self._longest = 0
        self._matrix: Matrix | None = None
        self._generation = -1

    @property
    def matrix(self) -> Matrix:
        """The matrix of the plan, made once for each state of it."""
        session = cast("RoadmapApp", self.app).session
        if self._matrix is None or self._generation != session.generation:
            self._matrix, self._generation = self.derive(session.outlook), session.generation
        return self._matrix

    # what subclasses tell

    def derive(self, outlook: Outlook) -> Matrix:
        """The matrix of a plan."""
        raise NotImplementedError

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    @property
    def column_count(self) -> int:
        """How many columns there are."""
        raise NotImplementedError

    @property
    def cell_width(self) -> int:
        """The cells that one column takes."""
        raise NotImplementedError

    def row_title(self, row: int) -> str:
        """What a row is about."""
        raise NotImplementedError

    def row_verdict(self, row: int) -> tuple[str, Tone]:
        """How a row stands, in a word; empty where all is well."""
        raise NotImplementedError

    def column_heading(self, column: int, width: int) -> list[str]:
        """The two lines above a column, each `width` wide."""
        raise NotImplementedError

    def cell_sign(self, row: int, column: int) -> tuple[str, Tone] | None:
        """What stands in a cell; None where nothing does."""
        raise NotImplementedError

    @property
    def least_cell(self) -> int:
        """The cells that one column takes at least."""
        return self.cell_width

    def empty_words(self) -> str:
        """What to say where there are no rows."""
        return ""

    def notes(self, width: int) -> list[Line]:
        """What stands below the rows where there is room for it."""
        return []

    def show(self) -> None:
        """Draw the plan as it is now, with the cursor inside."""
        self._row = max(0, min(self._row, self.row_count - 1))
        self._column = max(0, min(self._column, self.column_count - 1))
        self._longest = max((width_of(self.row_title(row)) for row in range(self.row_count)), default=0)
        self.refresh()

    # moving

    @property
    def page(self) -> int:
        return self._rows_visible

    def walk(self, down: int, right: int) -> None:
        self._go(self._row + down, self._column + right)

    def _go(self, row: int, column: int) -> None:
        self._row = max(0, min(row, self.row_count - 1))
        self._column = max(0, min(column, self.column_count - 1))
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Moved())

    def _keep_in_sight(self) -> None:
        self._top = max(min(self._top, self._row), self._row - self._rows_visible + 1, 0)
        self._left = max(min(self._left, self._column), self._column - self._columns_visible + 1, 0)

    # drawing

    @property
    def _title_width(self) -> int:
        """Whole titles where the columns leave room for them, else a fair share of the width."""
        left = self.size.width - _MARGIN - self.VERDICT - 2 - self.column_count * self.least_cell
        return max(_LEAST, min(self._longest, max(left, int(self.size.width * _SHARE))))

    @property
    def _first_cell(self) -> int:
        return _MARGIN + self._title_width + 1 + self.VERDICT + 1

    @property
    def room(self) -> int:
        """The cells that are left for the columns."""
        return self.size.width - self._first_cell

    @property
    def _columns_visible(self) -> int:
        return max(1, self.room // self.cell_width)

    @property
    def _rows_visible(self) -> int:
        return max(1, self.size.height - _HEAD)

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight."""
        self._keep_in_sight()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a cell."""
        self._go(event.y - _HEAD + self._top, (event.x - self._first_cell) // self.cell_width + self._left)

    def render_line(self, y: int) -> Strip:
        """Two lines of headings, a blank one, and the rows."""
        width = self.size.width
        if y < _HEAD:
            return self._heading(y, width)
        row = y - _HEAD + self._top
        if row < self.row_count:
            return self._cells(row, width)
        if not self.row_count:
            lines = wrap(self.empty_words(), max(8, width - 2 * _MARGIN))
            return self.strip([Run("  " + (lines[y - _HEAD] if y - _HEAD < len(lines) else ""), Tone.MUTED)], width)
        place, notes = row - self.row_count - 2, self.notes(width)
        return self.strip([Run("  "), *notes[place]] if 0 <= place < len(notes) else [], width)

    def _shown(self) -> range:
        return range(self._left, min(self._left + self._columns_visible, self.column_count))

    def _heading(self, y: int, width: int) -> Strip:
        tones = self.look.tones
        before = f"{self.glyphs.sign('earlier')} " if self._left and y == 1 else ""
        segments = [Segment(fit(" " * (self._first_cell - 2) + before, self._first_cell), tones[Tone.MUTED])]
        if y < _HEAD - 1:
            for place in self._shown():
                part = self.column_heading(place, self.cell_width - 1)[y]
                tone = Tone.ACCENT if place == self._column and self.has_focus else Tone.MUTED
                segments.append(Segment(part + " ", tones[tone]))
            if y == 1 and self._left + self._columns_visible < self.column_count:
                last = segments.pop()
                sign = self.glyphs.sign("later")
                segments += [Segment(last.text[:-1], last.style), Segment(sign, tones[Tone.MUTED])]
        return self.finished(segments, width)

    def _cells(self, row: int, width: int) -> Strip:
        tones, cell_width = self.look.tones, self.cell_width
        here = row == self._row
        cursor = self.glyphs.cursor if here and self.has_focus else " "
        words, tone = self.row_verdict(row)
        sign = self.glyphs.good if tone is Tone.GOOD else ""
        title = fit(self.row_title(row), self._title_width, self.glyphs.ellipsis)
        segments = [
            Segment(cursor.ljust(_MARGIN), tones[Tone.ACCENT]),
            Segment(title + " ", tones[Tone.STRONG if here else Tone.NORMAL]),
            Segment(fit(f"{sign}{words}", self.VERDICT, self.glyphs.ellipsis) + " ", tones[tone]),
        ]
        for place in self._shown():
            sign, tone = self.cell_sign(row, place) or (self.glyphs.dot, Tone.MUTED)
            if here and place == self._column:
                look = self.look.cursor if self.has_focus else self.look.cursor_away
                segments.append(Segment(f"{'[' + sign + ']':<{cell_width}}", tones[tone] + look))
            else:
                segments.append(Segment(f" {sign:<{cell_width - 1}}", tones[tone]))
        return self.finished(segments, width)

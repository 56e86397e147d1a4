"""The VERI matrix as a grid: arrows walk through it, a letter fills a cell, and each row says whether one is E."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from roadmap_tui.actions.scopes import TABLE
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.person import Person
from roadmap_tui.planning.responsibilities import MatrixRow, ResponsibilityMatrix, responsibility_matrix
from roadmap_tui.view.responsibilities import TONES, letter, short_heading, verdict
from roadmap_tui.view.text import Run, fit, one_line
from screens.keys import bindings
from screens.widgets.lines import Painted

if TYPE_CHECKING:
    from screens.app import RoadmapApp

_HEAD, _MARGIN, _VERDICT = 3, 2, 7
_LEAST, _MOST = 20, 40
_NARROW_CELL, _WIDE_CELL, _WIDE = 9, 11, 100


class ResponsibilityGrid(Painted, can_focus=True, inherit_bindings=False):
    """Rows are results, columns are people and roles; the cursor is one cell."""

    BINDINGS = bindings(TABLE)
    DEFAULT_CSS = "ResponsibilityGrid { height: 1fr; width: 1fr; }"

    class Moved(Message):
        """The cursor is on another cell."""

    def __init__(self) -> None:
        super().__init__()
        self._matrix: ResponsibilityMatrix | None = None
        self._generation = -1
        self._row = self._column = self._top = self._left = 0

    @property
    def matrix(self) -> ResponsibilityMatrix:
        """The matrix of the plan, made once for each state of it."""
        session = cast("RoadmapApp", self.app).session
        if self._matrix is None or self._generation != session.generation:
            self._matrix, self._generation = responsibility_matrix(session.outlook), session.generation
            self._row = max(0, min(self._row, len(self._matrix.rows) - 1))
            self._column = max(0, min(self._column, len(self._matrix.people) - 1))
        return self._matrix

    @property
    def row(self) -> MatrixRow | None:
        """The row under the cursor."""
        rows = self.matrix.rows
        return rows[self._row] if rows else None

    @property
    def person(self) -> Person | None:
        """The column under the cursor."""
        people = self.matrix.people
        return people[self._column] if people else None

    def show(self) -> None:
        """Draw the plan as it is now."""
        self.refresh()

    def select(self, record_id: int) -> bool:
        """Put the cursor on the row of a record."""
        place = next((i for i, row in enumerate(self.matrix.rows) if row.record.id == record_id), None)
        if place is not None:
            self._go(place, self._column)
        return place is not None

    # moving

    def action_cursor_up(self) -> None:
        self._go(self._row - 1, self._column)

    def action_cursor_down(self) -> None:
        self._go(self._row + 1, self._column)

    def action_cursor_left(self) -> None:
        self._go(self._row, self._column - 1)

    def action_cursor_right(self) -> None:
        self._go(self._row, self._column + 1)

    def action_page_up(self) -> None:
        self._go(self._row - self._rows_visible, self._column)

    def action_page_down(self) -> None:
        self._go(self._row + self._rows_visible, self._column)

    def action_cursor_first(self) -> None:
        self._go(0, 0)

    def action_cursor_last(self) -> None:
        self._go(len(self.matrix.rows) - 1, self._column)

    def _go(self, row: int, column: int) -> None:
        self._row = max(0, min(row, len(self.matrix.rows) - 1))
        self._column = max(0, min(column, len(self.matrix.people) - 1))
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Moved())

    def _keep_in_sight(self) -> None:
        self._top = max(min(self._top, self._row), self._row - self._rows_visible + 1, 0)
        self._left = max(min(self._left, self._column), self._column - self._columns_visible + 1, 0)

    @property
    def involvement(self) -> str:
        """What stands in the cell under the cursor; empty where nothing does."""
        cell = self.row.cells.get(self.person.id) if self.row and self.person else None
        return cell.involvement if cell else ""

    # drawing

    @property
    def _title_width(self) -> int:
        return max(_LEAST, min(_MOST, self.size.width // 4))

    @property
    def _cell(self) -> int:
        return _WIDE_CELL if self.size.width >= _WIDE else _NARROW_CELL

    @property
    def _first_cell(self) -> int:
        return _MARGIN + self._title_width + 1 + _VERDICT + 1

    @property
    def _columns_visible(self) -> int:
        return max(1, (self.size.width - self._first_cell) // self._cell)

    @property
    def _rows_visible(self) -> int:
        return max(1, self.size.height - _HEAD)

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight."""
        self._keep_in_sight()
        self.refresh()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a cell."""
        self._go(event.y - _HEAD + self._top, (event.x - self._first_cell) // self._cell + self._left)

    def render_line(self, y: int) -> Strip:
        """Two lines of headings, a blank one, and the rows."""
        width = self.size.width
        if y < _HEAD:
            return self._heading(y, width)
        row = y - _HEAD + self._top
        if row < len(self.matrix.rows):
            return self._cells(row, width)
        empty = not self.matrix.rows and y == _HEAD
        words = _("No milestones yet; make them on the screen of milestones (3).") if empty else ""
        return self.strip([Run("  " + words, Tone.MUTED)], width)

    def _shown(self) -> list[tuple[int, Person]]:
        people = list(enumerate(self.matrix.people))
        return people[self._left : self._left + self._columns_visible]

    def _heading(self, y: int, width: int) -> Strip:
        tones = self.look.tones
        before = f"{self.glyphs.sign('earlier')} " if self._left and y == 1 else ""
        segments = [Segment(fit(" " * (self._first_cell - 2) + before, self._first_cell), tones[Tone.MUTED])]
        if y < _HEAD - 1:
            for place, person in self._shown():
                part = short_heading(person.role or person.title, self._cell - 1)[y]
                tone = Tone.ACCENT if place == self._column and self.has_focus else Tone.MUTED
                segments.append(Segment(part + " ", tones[tone]))
        return self.finished(segments, width)

    def _cells(self, index: int, width: int) -> Strip:
        row, tones = self.matrix.rows[index], self.look.tones
        here = index == self._row
        cursor = self.glyphs.cursor if here and self.has_focus else " "
        words, tone = verdict(row)
        sign = self.glyphs.good if tone is Tone.GOOD else ""
        title = fit(f"{row.record.number} {one_line(row.record.title)}", self._title_width, self.glyphs.ellipsis)
        segments = [
            Segment(cursor.ljust(_MARGIN), tones[Tone.ACCENT]),
            Segment(title + " ", tones[Tone.STRONG if here else Tone.NORMAL]),
            Segment(fit(f"{sign}{words}", _VERDICT, self.glyphs.ellipsis) + " ", tones[tone]),
        ]
        for place, person in self._shown():
            cell = row.cells.get(person.id)
            sign = letter(cell.involvement) if cell else self.glyphs.dot
            style = tones[TONES.get(cell.involvement, Tone.WARN) if cell else Tone.MUTED]
            if here and place == self._column:
                look = self.look.cursor if self.has_focus else self.look.cursor_away
                segments.append(Segment(f"{'[' + sign + ']':<{self._cell}}", style + look))
            else:
                segments.append(Segment(f" {sign:<{self._cell - 1}}", style))
        return self.finished(segments, width)

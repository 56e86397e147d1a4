"""A 5x5 matrix with the number of records in each cell; arrows choose a cell, Enter picks its records."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from roadmap_tui.actions.scopes import PICTURE, TABLE
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.view.matrix import (
    SCALE,
    Matrix,
    MatrixCell,
    describe,
    legend,
    numbers_in,
    place_of,
    risk_matrix,
    stakeholder_matrix,
)
from roadmap_tui.view.text import Line, Run, one_line
from screens.keys import bindings
from screens.widgets.walking import FAR, Walking

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook
    from screens.app import RoadmapApp

_LEFT, _CELL, _LARGEST_CELL = 5, 5, 16
_ROOM_FOR_NUMBERS, _BESIDE = 9, 11
MATRIX_HEIGHT = 10
_FIRST_ROW = 2
_REVERSED = Style(reverse=True)


class MatrixView(Walking, inherit_bindings=False):
    """Shows where records lie; subclasses say which matrix it is."""

    BINDINGS = bindings(TABLE, PICTURE)
    DEFAULT_CSS = f"MatrixView {{ height: {MATRIX_HEIGHT}; width: 1fr; }}"

    class Picked(Message):
        """The records of the cell that was chosen."""

        def __init__(self, records: tuple[Record, ...]) -> None:
            super().__init__()
            self.records = records

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._matrix: Matrix | None = None
        self._generation = -1
        self._here: tuple[int, int] = (5, 5)
        self._marked: tuple[int, int] | None = None

    def make(self, outlook: Outlook) -> Matrix:
        """The matrix of the plan as it is now."""
        raise NotImplementedError

    @property
    def matrix(self) -> Matrix:
        """The matrix of the plan, made once for each state of it."""
        session = cast("RoadmapApp", self.app).session
        if self._matrix is None or self._generation != session.generation:
            self._matrix, self._generation = self.make(session.outlook), session.generation
        return self._matrix

    @property
    def cell(self) -> MatrixCell:
        """The cell under the cursor."""
        return self.matrix.cells[self._here]

    def show(self, record: Record | None = None) -> None:
        """Draw the plan as it is now, with the cell of one record marked."""
        before = {self._here, self._marked}
        self._marked = place_of(record)
        if self._marked and not self.has_focus:
            self._here = self._marked
        if self._generation != cast("RoadmapApp", self.app).session.generation:
            self.refresh()
            return
        for place in {self._here, self._marked} ^ before:
            if place is not None:
                self.refresh(Region(0, _FIRST_ROW + 5 - place[0], self.size.width, 1))

    # moving

    def action_show(self) -> None:
        """Pick the records of this cell. Raises UsageError where there are none."""
        if not self.cell.records:
            raise UsageError(_("There is nothing in this cell."))
        self.post_message(self.Picked(self.cell.records))

    @property
    def page(self) -> int:
        return len(SCALE)

    def action_cursor_first(self) -> None:
        self.walk(0, -FAR)

    def action_cursor_last(self) -> None:
        self.walk(0, FAR)

    def walk(self, down: int, right: int) -> None:
        high, wide = self._here
        self._here = (max(1, min(5, high - down)), max(1, min(5, wide + right)))
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a cell."""
        place = 5 - (event.y - _FIRST_ROW), (event.x - _LEFT) // self._cell + 1
        if place in self.matrix.cells:
            self._here = place
            self.refresh()

    # drawing

    @property
    def _cell(self) -> int:
        """The width of a cell: with the numbers of its records where there is room for those."""
        room = (self.size.width - _LEFT - _BESIDE) // len(SCALE)
        return min(room, _LARGEST_CELL) if room >= _ROOM_FOR_NUMBERS else _CELL

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return MATRIX_HEIGHT

    def render_line(self, y: int) -> Strip:
        """Title, five rows of cells, the scale to the right and the legend."""
        width = self.size.width
        row = y - _FIRST_ROW
        if 0 <= row < len(SCALE):
            return self.finished(self._cells(5 - row), width)
        return self.strip(self._words(y), width)

    def _words(self, y: int) -> Line:
        if y == 1:
            unplaced = len(self.matrix.unplaced)
            note = "   " + _("{count} not assessed").format(count=unplaced) if unplaced else ""
            where = "   " + describe(self.matrix, self.cell) if self.has_focus else ""
            return [Run("  " + self.matrix.up, Tone.MUTED), Run(note, Tone.WARN), Run(where, Tone.STRONG)]
        if y == _FIRST_ROW + len(SCALE):
            scale = "".join(f"{number:^{self._cell}}" for number in SCALE)
            return [Run(" " * _LEFT + scale + self.matrix.right, Tone.MUTED)]
        if y > MATRIX_HEIGHT:
            return self._in_cell(y - MATRIX_HEIGHT - 1)
        lines = legend(self.matrix.meanings, self.size.width - 2)
        row = y - (MATRIX_HEIGHT - len(lines))
        return [Run("  "), *lines[row]] if 0 <= row < len(lines) else []

    def _in_cell(self, row: int) -> Line:
        """What lies in the cell under the cursor, where there is room below the matrix."""
        records = self.cell.records
        if row >= len(records):
            return []
        record = records[row]
        return [Run(f"  {record.number:<4} ", Tone.MUTED), Run(one_line(record.title))]

    def _cells(self, up: int) -> list[Segment]:
        tones, wide = self.look.tones, self._cell
        segments = [Segment(f"  {up}  ", tones[Tone.MUTED])]
        for right in SCALE:
            cell = self.matrix.cells[up, right]
            tone = tones[cell.meaning.tone if cell.meaning else Tone.MUTED]
            letter = cell.meaning.letter if cell.meaning else "?"
            before, after = ("[", "]") if self.has_focus and self._here == (up, right) else (" ", " ")
            if (up, right) == self._marked and not self.has_focus:
                before, after = ">", "<"
            bad, good = cell.counts
            words, style = (f"{bad:<2}{letter}", tone + _REVERSED) if bad else (letter, tone)
            if good:
                words = f"{bad}+{letter}" if bad else f"+{good}"
                style = style if bad else tones[Tone.NORMAL] + _REVERSED
            if wide > _CELL and cell.records:
                words = f"{numbers_in(cell, wide - 6)}  {letter}"
            edge = tones[Tone.ACCENT]
            segments += [Segment(before, edge), Segment(f"{words:^{wide - 2}}", style), Segment(after, edge)]
        return segments


class RiskMatrix(MatrixView):
    """Where the open risks lie: likelihood upwards, impact to the right."""

    def make(self, outlook: Outlook) -> Matrix:
        return risk_matrix(outlook)


class StakeholderMatrix(MatrixView):
    """Where the stakeholders stand: influence upwards, interest to the right."""

    def make(self, outlook: Outlook) -> Matrix:
        return stakeholder_matrix(outlook)

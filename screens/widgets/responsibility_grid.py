"""The VERI matrix as a grid: a letter fills a cell, and each row says whether one is E."""

from __future__ import annotations

from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.person import Person
from roadmap_tui.planning.outlook import Outlook
from roadmap_tui.planning.responsibilities import MatrixRow, ResponsibilityMatrix, responsibility_matrix
from roadmap_tui.view.responsibilities import TONES, letter, short_heading, verdict
from roadmap_tui.view.text import one_line
from screens.widgets.cell_grid import CellGrid

_NARROW_CELL, _WIDE_CELL, _WIDE = 9, 12, 100


class ResponsibilityGrid(CellGrid[ResponsibilityMatrix]):
    """Rows are results, columns are people and roles."""

    def derive(self, outlook: Outlook) -> ResponsibilityMatrix:
        return responsibility_matrix(outlook)

    @property
    def row(self) -> MatrixRow | None:
        """The row under the cursor."""
        rows = self.matrix.rows
        return rows[self._row] if self._row < len(rows) else None

    @property
    def person(self) -> Person | None:
        """The column under the cursor."""
        people = self.matrix.people
        return people[self._column] if self._column < len(people) else None

    @property
    def involvement(self) -> str:
        """What stands in the cell under the cursor; empty where nothing does."""
        cell = self.row.cells.get(self.person.id) if self.row and self.person else None
        return cell.involvement if cell else ""

    def select(self, record_id: int) -> bool:
        """Put the cursor on the row of a record."""
        place = next((i for i, row in enumerate(self.matrix.rows) if row.record.id == record_id), None)
        if place is not None:
            self._go(place, self._column)
        return place is not None

    @property
    def row_count(self) -> int:
        return len(self.matrix.rows)

    @property
    def column_count(self) -> int:
        return len(self.matrix.people)

    @property
    def cell_width(self) -> int:
        return _WIDE_CELL if self.size.width >= _WIDE else _NARROW_CELL

    def row_title(self, row: int) -> str:
        record = self.matrix.rows[row].record
        return f"{record.number} {one_line(record.title)}"

    def row_verdict(self, row: int) -> tuple[str, Tone]:
        return verdict(self.matrix.rows[row])

    def column_heading(self, column: int, width: int) -> list[str]:
        person = self.matrix.people[column]
        return short_heading(person.role or person.title, width)

    def cell_sign(self, row: int, column: int) -> tuple[str, Tone] | None:
        cell = self.matrix.rows[row].cells.get(self.matrix.people[column].id)
        return (letter(cell.involvement), TONES.get(cell.involvement, Tone.WARN)) if cell else None

    def empty_words(self) -> str:
        return _("No milestones yet; make them on the screen of milestones (3).")

"""What departments are asked for month by month, as a grid."""

from __future__ import annotations

from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.planning.outlook import Outlook
from roadmap_tui.view.capacity import CapacityMonths, heading_of, sign_of
from roadmap_tui.view.text import one_line
from screens.widgets.cell_grid import CellGrid

_CELL = 7


class CapacityGrid(CellGrid[CapacityMonths]):
    """Rows are departments, columns are months."""

    DEFAULT_CSS = "CapacityGrid { margin-bottom: 1; }"
    VERDICT = 11

    def derive(self, outlook: Outlook) -> CapacityMonths:
        return CapacityMonths(outlook)

    @property
    def place(self) -> tuple[int, int] | None:
        """Row and column of the cursor; None where there are no rows."""
        return (self._row, self._column) if self.row_count and self.column_count else None

    def select(self, department: str) -> None:
        """Put the cursor on the row of a department."""
        if department.strip() in self.matrix.departments:
            self._go(self.matrix.departments.index(department.strip()), self._column)

    @property
    def row_count(self) -> int:
        return len(self.matrix.departments)

    @property
    def column_count(self) -> int:
        return len(self.matrix.months)

    @property
    def cell_width(self) -> int:
        return _CELL

    def row_title(self, row: int) -> str:
        return one_line(self.matrix.departments[row])

    def row_verdict(self, row: int) -> tuple[str, Tone]:
        return self.matrix.verdict(row)

    def column_heading(self, column: int, width: int) -> list[str]:
        return heading_of(self.matrix.months, column, width)

    def cell_sign(self, row: int, column: int) -> tuple[str, Tone] | None:
        demand = self.matrix.at(row, column)
        return sign_of(demand, self.glyphs) if demand else None

    def empty_words(self) -> str:
        return _("No department is asked for time in any period yet; add that on the screen Programme (8).")

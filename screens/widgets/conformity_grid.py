"""The matrix of projects and frameworks as a grid."""

from __future__ import annotations

from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.programme import Conformity, Framework
from roadmap_tui.planning.outlook import Outlook
from roadmap_tui.planning.programme_state import ConformityMatrix, ConformityRow, conformity_matrix
from roadmap_tui.view.conformity import framework_lines, heading_of, sign_of, verdict_of
from roadmap_tui.view.text import Line, one_line
from screens.widgets.cell_grid import CellGrid

_NARROWEST, _WIDEST = 5, 13


class ConformityGrid(CellGrid[ConformityMatrix]):
    """Rows are projects and building teams, columns are frameworks."""

    DEFAULT_CSS = "ConformityGrid { margin-bottom: 1; }"
    VERDICT = 11

    def derive(self, outlook: Outlook) -> ConformityMatrix:
        return conformity_matrix(outlook)

    @property
    def row(self) -> ConformityRow | None:
        """The row under the cursor."""
        rows = self.matrix.rows
        return rows[self._row] if self._row < len(rows) else None

    @property
    def framework(self) -> Framework | None:
        """The column under the cursor."""
        frameworks = self.matrix.frameworks
        return frameworks[self._column] if self._column < len(frameworks) else None

    @property
    def cell(self) -> Conformity | None:
        """The cell under the cursor, where something stands in it."""
        return self.row.cells.get(self.framework.id) if self.row and self.framework else None

    def select(self, record_id: int) -> None:
        """Put the cursor on the row of a project or team, or on the column of a framework."""
        for place, row in enumerate(self.matrix.rows):
            if row.record.id == record_id:
                self._go(place, self._column)
        for place, framework in enumerate(self.matrix.frameworks):
            if framework.id == record_id:
                self._go(self._row, place)

    @property
    def row_count(self) -> int:
        return len(self.matrix.rows)

    @property
    def column_count(self) -> int:
        return len(self.matrix.frameworks)

    @property
    def cell_width(self) -> int:
        return max(_NARROWEST, min(_WIDEST, self.room // max(1, self.column_count)))

    @property
    def least_cell(self) -> int:
        return _NARROWEST

    def row_title(self, row: int) -> str:
        record = self.matrix.rows[row].record
        return f"{record.number} {one_line(record.title)}"

    def row_verdict(self, row: int) -> tuple[str, Tone]:
        return verdict_of(self.matrix.rows[row])

    def column_heading(self, column: int, width: int) -> list[str]:
        return heading_of(self.matrix.frameworks[column], width)

    def cell_sign(self, row: int, column: int) -> tuple[str, Tone] | None:
        cell = self.matrix.rows[row].cells.get(self.matrix.frameworks[column].id)
        return sign_of(cell.verdict, self.glyphs) if cell else None

    def notes(self, width: int) -> list[Line]:
        """The frameworks in full, for the numbers above the columns."""
        return framework_lines(self.matrix.frameworks, width - 4)

    def empty_words(self) -> str:
        return _("No project sheets and building teams yet; make them on the screen Programme (8).")

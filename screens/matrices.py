"""A screen of owners and what belongs to them, beside a matrix in which the owners lie."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widget import Widget

from roadmap_tui.actions.scopes import APP, LIST, MATRIX
from roadmap_tui.i18n import _
from roadmap_tui.model.record import Record
from roadmap_tui.view.listing import Listing
from screens.keys import bindings
from screens.owned import OwnedListScreen, SectionLine
from screens.widgets.detail_pane import DetailPane
from screens.widgets.frame import MessageLine
from screens.widgets.matrix import MatrixView
from screens.widgets.record_table import RecordTable


class MatrixScreen(OwnedListScreen):
    """Subclasses name the tables, the words for empty ones, and the matrix."""

    SCOPES: ClassVar[tuple[str, ...]] = (LIST, MATRIX, APP)
    BINDINGS = bindings(MATRIX)

    def matrix_view(self) -> MatrixView:
        """A new matrix."""
        raise NotImplementedError

    def words(self) -> tuple[str, str, str]:
        """What an empty first list says, the heading of the second list, and what an empty second list says."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        nothing, heading, nothing_owned = self.words()
        with Container(id="panes"):
            with Vertical(id="list"):
                yield RecordTable(Listing(self.OWNER), nothing, id=self.OWNER)
                yield SectionLine(heading)
                yield RecordTable(Listing(self.OWNED), nothing_owned, id=self.OWNED)
            with Vertical(id="beside"):
                yield self.matrix_view()
                yield DetailPane(id="detail", belongings=False)

    def refresh_plan(self) -> None:
        super().refresh_plan()
        self.query_one(MatrixView).show(self.owner_table.record)

    def row_chosen(self, table: RecordTable, record: Record | None) -> None:
        super().row_chosen(table, record)
        if table is self.owner_table:
            self.query_one(MatrixView).show(record)

    def panes(self) -> list[Widget]:
        return [*super().panes(), self.query_one(MatrixView)]

    @on(MatrixView.Picked)
    def _show_cell(self, event: MatrixView.Picked) -> None:
        """Show only the records of the chosen cell."""
        chosen = {record.id for record in event.records}
        table = self.owner_table
        table.listing.only = lambda record: record.id in chosen
        table.listing.arrange()
        table.show()
        self.remove_class("-matrix")
        self.set_focus(table)
        self.query_one(MessageLine).rest(_("Only what is in one cell. Esc shows everything."))

    def action_show_matrix(self) -> None:
        """Into the matrix; where there is no room beside the lists it takes their place until a cell is chosen."""
        matrix = self.query_one(MatrixView)
        self.add_class("-matrix")
        self.set_focus(matrix)

    def action_clear(self) -> None:
        self.remove_class("-matrix")
        self.set_focus(self.table)
        self.owner_table.listing.only = None
        super().action_clear()

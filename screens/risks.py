"""Risks: what may go wrong, and what do we do about it?"""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widget import Widget

from roadmap_tui.i18n import _
from roadmap_tui.model.record import Record
from roadmap_tui.view.listing import Listing
from screens.owned import OwnedListScreen, SectionLine
from screens.widgets.detail_pane import DetailPane
from screens.widgets.frame import MessageLine
from screens.widgets.record_table import RecordTable
from screens.widgets.risk_matrix import RiskMatrix


class RisksScreen(OwnedListScreen):
    """The register, heaviest first; the matrix, the details and the measures of the one under the cursor."""

    PLACE: ClassVar[str] = "risks"
    OWNER, OWNED, FIELD = "risks", "measures", "risk"

    def body(self) -> ComposeResult:
        with Container(id="panes"):
            with Vertical(id="list"):
                yield RecordTable(Listing("risks"), _("No risks yet; n adds the first."), id="risks")
                yield SectionLine(_("Measures"))
                empty = _("No measures yet; n adds the first.")
                yield RecordTable(Listing("measures"), empty, id="measures")
            with Vertical(id="beside"):
                yield RiskMatrix(id="matrix")
                yield DetailPane(id="detail", belongings=False)

    def refresh_plan(self) -> None:
        super().refresh_plan()
        self.query_one(RiskMatrix).show(self.owner_table.record)

    def row_chosen(self, table: RecordTable, record: Record | None) -> None:
        super().row_chosen(table, record)
        if table is self.owner_table:
            self.query_one(RiskMatrix).show(record)

    def panes(self) -> list[Widget]:
        return [*super().panes(), self.query_one(RiskMatrix)]

    @on(RiskMatrix.Picked)
    def _show_cell(self, event: RiskMatrix.Picked) -> None:
        """Show only the risks of the chosen cell."""
        chosen = {risk.id for risk in event.risks}
        table = self.owner_table
        table.listing.only = lambda record: record.id in chosen
        table.listing.arrange()
        table.show()
        self.set_focus(table)
        self.query_one(MessageLine).rest(_("Only the risks of one cell. Esc shows everything."))

    def action_clear(self) -> None:
        self.owner_table.listing.only = None
        super().action_clear()

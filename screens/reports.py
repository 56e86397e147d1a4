"""Reports: what do we tell the client, and what did we tell last time?"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from roadmap_tui.editing import edits
from roadmap_tui.i18n import _
from roadmap_tui.model.report import Judgement, Report
from roadmap_tui.planning.reporting.drafting import report_fields
from roadmap_tui.view.listing import Listing
from screens.owned import OwnedListScreen, SectionLine
from screens.widgets.record_table import RecordTable


class ReportsScreen(OwnedListScreen):
    """The reports, and the judgement per aspect of the one under the cursor."""

    PLACE: ClassVar[str] = "reports"
    OWNER, OWNED, FIELD = Report.TABLE, Judgement.TABLE, "report"
    ABOVE: ClassVar[str] = "list"

    def body(self) -> ComposeResult:
        with Container(id="panes"):
            with Vertical(id="list"):
                empty = _("No reports yet; n makes one, filled in from the plan.")
                yield RecordTable(Listing(Report.TABLE), empty, id=Report.TABLE)
            with Vertical(id="beside"):
                yield SectionLine(_("Judgement per aspect"))
                empty = _("Judgements come with a new report.")
                yield RecordTable(Listing(Judgement.TABLE), empty, id=Judgement.TABLE)

    async def action_new(self) -> None:
        """A new report filled in from the plan at once, opened to go over; a judgement has a form as usual."""
        if self.table is not self.owner_table:
            await super().action_new()
            return
        title = str(report_fields(self.session.outlook)["title"])
        changes = edits.add_records(self.session.tables, Report.TABLE, [{"title": title}])
        self.roadmap.commit(changes, _("Filled in from the plan; judge each aspect below, then issue it."))
        record = self.session.record(Report.TABLE, changes[0].id)
        if record is not None:
            self.select_record(record)
            await self.roadmap.open_form(record)

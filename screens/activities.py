"""Activities: who does what, and when?"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from roadmap_tui.actions.scopes import ACTIVITY, APP, LIST
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.view.details import totals_line
from roadmap_tui.view.listing import Listing
from roadmap_tui.view.text import Line
from screens.base import PlanScreen
from screens.keys import bindings
from screens.lists import ListScreen
from screens.widgets.detail_pane import DetailPane
from screens.widgets.lines import OneLine
from screens.widgets.record_table import RecordTable


class TotalsLine(OneLine):
    """Sessions and hours of the whole plan."""

    def left(self, width: int) -> Line:
        screen = self.screen
        return totals_line(screen.view_context(), width) if isinstance(screen, PlanScreen) else []


class ActivitiesScreen(ListScreen):
    """The planning table; the row under the cursor in full beside it, or below where all columns need the width."""

    PLACE: ClassVar[str] = "activities"
    SCOPES: ClassVar[tuple[str, ...]] = (LIST, ACTIVITY, APP)
    BINDINGS = bindings(ACTIVITY)

    def body(self) -> ComposeResult:
        with Container(id="panes"):
            with Vertical(id="list"):
                empty = _("No activities yet; n adds the first.")
                yield RecordTable(Listing("activities"), empty, id="activities")
                yield TotalsLine()
            yield DetailPane(id="detail")

    async def action_links(self) -> None:
        """What the activity waits for, and what waits for it."""
        record = self.one_record()
        if isinstance(record, Activity):
            await self.roadmap.open_links(record)

    def refresh_plan(self) -> None:
        super().refresh_plan()
        self.query_one(TotalsLine).refresh()

"""One record in full, as its own view: for narrow terminals and long texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult

from roadmap_tui.actions.scopes import ACTIVITY, APP, DETAIL, TRACED
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.record import Record
from screens.base import PlanScreen
from screens.keys import bindings
from screens.looking_back import open_differences, open_history
from screens.tracing import Tracing
from screens.widgets.detail_pane import DetailPane


class DetailScreen(Tracing, PlanScreen):
    """Everything about one record; Esc goes back to where it was opened."""

    SCOPES: ClassVar[tuple[str, ...]] = (DETAIL, ACTIVITY, APP)
    BINDINGS = bindings(DETAIL, ACTIVITY, TRACED)

    def __init__(self, record: Record, place: str) -> None:
        super().__init__(place)
        self._table, self._record_id = record.TABLE, record.id

    def body(self) -> ComposeResult:
        yield DetailPane()

    def traced_records(self) -> Sequence[Record]:
        record = self.session.record(self._table, self._record_id)
        return [record] if record is not None else []

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(self.refresh_plan)

    async def action_links(self) -> None:
        """What an activity waits for, and what waits for it. Raises UsageError for other records."""
        record = self.session.record(self._table, self._record_id)
        if not isinstance(record, Activity):
            raise UsageError(_("Only activities have links."))
        await self.roadmap.open_links(record)

    def refresh_plan(self) -> None:
        record = self.session.record(self._table, self._record_id)
        if record is None:
            self.dismiss()
            return
        self.query_one(DetailPane).show(record, self.view_context(), at_once=True)

    def action_scroll_up(self) -> None:
        self.query_one(DetailPane).scroll_lines(-1)

    def action_scroll_down(self) -> None:
        self.query_one(DetailPane).scroll_lines(1)

    def action_scroll_page_up(self) -> None:
        self.query_one(DetailPane).scroll_lines(-10)

    def action_scroll_page_down(self) -> None:
        self.query_one(DetailPane).scroll_lines(10)

    def action_close(self) -> None:
        """Back to the list."""
        self.dismiss()

    async def action_edit_this(self) -> None:
        """Change the record in a form."""
        record = self.session.record(self._table, self._record_id)
        if record is not None:
            await self.roadmap.open_form(record)

    async def action_this_history(self) -> None:
        """Who changed the record, what and when."""
        record = self.session.record(self._table, self._record_id)
        if record is not None:
            await open_history(self.roadmap, record)

    async def action_these_differences(self) -> None:
        """What is to be decided about the record."""
        record = self.session.record(self._table, self._record_id)
        if record is not None:
            await open_differences(self.roadmap, record)

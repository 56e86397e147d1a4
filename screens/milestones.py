"""Milestones: what must be delivered, and how far is it?"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from roadmap_tui.actions.scopes import APP, LIST, RESULTS
from roadmap_tui.editing import edits
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.milestone import Checkpoint, Milestone
from roadmap_tui.model.record import Record
from roadmap_tui.planning.results import result_of
from roadmap_tui.view.listing import Listing
from roadmap_tui.view.text import one_line
from screens.ask import AskScreen
from screens.keys import bindings
from screens.owned import OwnedListScreen, SectionLine
from screens.widgets.detail_pane import DetailPane
from screens.widgets.frame import MessageLine
from screens.widgets.record_table import RecordTable

_PARTS = {
    "taken_verantwoordelijkheden": "responsibilities",
    "opleiding_instructie": "training",
    "beheer": "support",
    "draaiboek_migratie": "runsheet",
    "dap": "dap",
    "nazorg": "aftercare",
    "evaluatie": "evaluation",
}


class MilestonesScreen(OwnedListScreen):
    """The milestones, and the checklist of the one under the cursor."""

    PLACE: ClassVar[str] = "milestones"
    SCOPES: ClassVar[tuple[str, ...]] = (RESULTS, LIST, APP)
    BINDINGS = bindings(RESULTS)
    OWNER, OWNED, FIELD = "milestones", "checkpoints", "milestone"
    ABOVE: ClassVar[str] = "list"

    def __init__(self, place: str = "") -> None:
        super().__init__(place)
        self._only_open = False

    def body(self) -> ComposeResult:
        with Container(id="panes"):
            with Vertical(id="list"):
                empty = _("No milestones yet; n adds the first.")
                yield RecordTable(Listing("milestones"), empty, id="milestones")
            with Vertical(id="beside"):
                with Vertical(id="owned"):
                    yield SectionLine(_("Checklist"))
                    empty = _("No checklist yet; n adds the first point.")
                    yield RecordTable(Listing("checkpoints"), empty, id="checkpoints")
                yield DetailPane(id="detail", belongings=False)

    def owned_shown(self, record: Record) -> bool:
        return not self._only_open or getattr(record, "status", "") == "open"

    def row_chosen(self, table: RecordTable, record: Record | None) -> None:
        super().row_chosen(table, record)
        if table is self.owned_table and table.has_focus:
            self.show_detail(record)

    # actions

    async def action_open_work(self) -> None:
        """The screen of what this milestone delivers. Raises UsageError where there is none."""
        record = self.owner_table.record
        result = result_of(record) if isinstance(record, Milestone) else None
        if result is None:
            raise UsageError(_("Only the seven standard results have a part of their own."))
        await self.roadmap.action_go(_PARTS[result.code])

    def action_only_open(self) -> None:
        """Show only the points that are open, or all again."""
        self._only_open = not self._only_open
        self.owned_table.all_hidden = _("No point is open; {only_open} shows them all.") if self._only_open else ""
        self._show_owned(self.owner_table.record)
        words = _("Only the points that are open; f shows all.") if self._only_open else ""
        self.query_one(MessageLine).rest(words)

    def action_not_applicable(self) -> None:
        """The chosen points do not apply; asks why in one line."""
        chosen = [record for record in self.owned_table.chosen if isinstance(record, Checkpoint)]
        if not chosen or not self.owned_table.has_focus:
            raise UsageError(_("Choose a point of the checklist first; Tab goes there."))

        def answered(text: str) -> None:
            if not text.strip():
                raise UsageError(_("Say why it does not apply; later somebody will ask."))
            fields = {"status": "na", "reason": text.strip()}
            changes = tuple(change for point in chosen for change in edits.set_fields(point, fields))
            self.owned_table.marked.clear()
            self.roadmap.commit(changes)

        more = one_line(chosen[0].title) if len(chosen) == 1 else _("{count} points").format(count=len(chosen))
        self.app.push_screen(AskScreen(_("Why does this not apply?"), _("Keep"), answered, more, chosen[0].reason))

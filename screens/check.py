"""Check: what is missing in the plan or contradicts itself?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from roadmap_tui.actions.scopes import APP, CHECK
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.record import Record
from roadmap_tui.model.registry import TABLES
from roadmap_tui.planning.dismissals import Judged, still_open
from roadmap_tui.services.dismissing import checked, dismiss, take_back
from roadmap_tui.view.findings import FindingRow, count_line, finding_lines, finding_rows
from roadmap_tui.view.listing import Listing
from roadmap_tui.view.text import Line, Run
from screens.ask import AskScreen
from screens.computing import work_out
from screens.keys import bindings
from screens.places import place_of_table
from screens.tables import TablesScreen
from screens.widgets.lines import OneLine
from screens.widgets.record_table import RecordTable
from screens.widgets.text_pane import TextPane


class CountLine(OneLine):
    """How many findings there are."""

    DEFAULT_CSS = "CountLine { margin-bottom: 1; }"
    found: Sequence[Judged] | None = None

    def left(self, width: int) -> Line:
        return [Run("  "), *count_line(self.found, width - 3)] if self.found is not None else []


class CheckScreen(TablesScreen):
    """All findings, the most pressing first; Enter goes to the record, d puts the finding aside with a reason."""

    PLACE: ClassVar[str] = "check"
    SCOPES: ClassVar[tuple[str, ...]] = (CHECK, APP)
    BINDINGS = bindings(CHECK)
    DEFAULT_CSS = "CheckScreen #about { height: 5; margin-top: 1; background: $surface; }"
    all_shown = False
    by_chapter = False

    def body(self) -> ComposeResult:
        yield CountLine()
        with Vertical(id="list"):
            yield RecordTable(Listing(FindingRow.TABLE), _("Nothing is missing."), id="findings")
        yield TextPane(id="about", focusable=False)

    def refresh_plan(self) -> None:
        work_out(self, self._look, self._show)

    def _look(self) -> tuple[list[Judged], list[FindingRow]]:
        """All findings, and the rows of those that are shown."""
        found = checked(self.session)
        titles = {record.id: record.title for table in TABLES for record in self.session.records(table)}
        return found, finding_rows(found if self.all_shown else still_open(found), titles, self.by_chapter)

    def _show(self, looked: tuple[list[Judged], list[FindingRow]]) -> None:
        found, rows = looked
        self.table.listing.load(rows, self.view_context())
        self.table.show()
        line = self.query_one(CountLine)
        line.found = found
        line.refresh()

    @on(RecordTable.Moved)
    def _chosen(self) -> None:
        row, pane = self.table.record, self.query_one(TextPane)
        pane.show(lambda width: finding_lines(row, width) if isinstance(row, FindingRow) else [])

    @on(RecordTable.Opened)
    async def _opened(self) -> None:
        await self.app.run_action("open_finding", self)

    def _record(self) -> Record:
        """The record that the finding under the cursor is about. Raises UsageError."""
        row = self.table.record
        if not isinstance(row, FindingRow):
            raise UsageError(_("Nothing is missing."))
        finding = row.judged.finding
        record = self.session.record(finding.table, finding.id) if finding.id else None
        if record is None and finding.table == "plan":
            return self.session.plan
        if record is None:
            raise UsageError(_("This finding is about the plan as a whole."))
        return record

    # actions

    async def action_open_finding(self) -> None:
        """Go to the record; what is about the plan as a whole opens the list it belongs to."""
        row = self.table.record
        if isinstance(row, FindingRow) and row.judged.finding.table != "plan" and not row.judged.finding.id:
            await self.roadmap.action_go(place_of_table(row.judged.finding.table) or "chapters")
            return
        record = self._record()
        if place_of_table(record.TABLE):
            await self.roadmap.go_to_record(record)
        elif self.session.read_only:
            await self.roadmap.open_detail(record, self.place)
        else:
            await self.roadmap.open_form(record)

    async def action_edit_finding(self) -> None:
        """The record in a form."""
        await self.roadmap.open_form(self._record())

    def action_dismiss_finding(self) -> None:
        """Ask for the reason and put the chosen findings aside; those put aside before count again."""
        if self.session.read_only:
            raise UsageError(_("This plan is open for reading only."))
        chosen = [row.judged for row in self.table.chosen if isinstance(row, FindingRow)]
        if not chosen:
            raise UsageError(_("Nothing is missing."))
        aside = [each.dismissal for each in chosen if each.dismissal is not None]
        if len(aside) == len(chosen):
            self.roadmap.commit(take_back(self.session, aside), _("It counts again."))
            return
        waiting = [each.finding for each in chosen if each.dismissal is None]

        def answered(reason: str) -> None:
            changes = dismiss(self.session, waiting, reason)
            self.unmark()
            self.roadmap.commit(changes, _("Dismissed. a shows it, u takes it back."))

        question = ngettext("Why does this not matter here?", "Why do these {count} not matter here?", len(waiting))
        more = waiting[0].message if len(waiting) == 1 else ""
        self.app.push_screen(AskScreen(question.format(count=len(waiting)), _("Dismiss"), answered, more))

    def action_show_dismissed(self) -> None:
        """Show or hide what was put aside."""
        self.all_shown = not self.all_shown
        self.refresh_plan()
        self.say(_("With what was dismissed.") if self.all_shown else _("Without what was dismissed."))

    def action_group_findings(self) -> None:
        """By severity or by chapter."""
        self.by_chapter = not self.by_chapter
        self.refresh_plan()
        self.say(_("In the order of the chapters.") if self.by_chapter else _("The most pressing first."))

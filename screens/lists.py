"""A screen of record tables: what the editing keys do to the rows of the table that has the focus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.widget import Widget

from roadmap_tui.actions.scopes import APP, LIST
from roadmap_tui.editing import edits
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.record import Record
from roadmap_tui.view.form import FormModel
from roadmap_tui.view.text import one_line
from screens.cells import CellsScreen
from screens.confirm import ConfirmScreen
from screens.copying import copy
from screens.keys import bindings
from screens.looking_back import open_differences, open_history
from screens.widgets.detail_pane import DetailPane
from screens.widgets.record_table import RecordTable


class ListScreen(CellsScreen):
    """One or more record tables. Subclasses make the tables in `body` and load them in `refresh_plan`."""

    SCOPES: ClassVar[tuple[str, ...]] = (LIST, APP)
    BINDINGS = bindings(LIST)

    def on_mount(self) -> None:
        """Type-ahead must find the first table ready."""
        self.set_focus(self.tables[0])

    def load(self, table: RecordTable, changed: bool = True) -> None:
        """Show a table's records as they are now; without `changed` the plan is as it was, only the choice differs."""
        table.listing.load(self.session.records(table.listing.table), self.view_context())
        table.show(changed)

    def refresh_plan(self) -> None:
        for table in self.tables:
            self.load(table)

    def show_detail(self, record: Record | None) -> None:
        """Show a record in the pane beside the list, where there is one in sight."""
        for pane in self.query(DetailPane):
            if pane.display:
                pane.show(record, self.view_context())

    @on(RecordTable.Moved)
    def _row_chosen(self, event: RecordTable.Moved) -> None:
        self.row_chosen(event.table, event.record)

    def row_chosen(self, table: RecordTable, record: Record | None) -> None:
        """The cursor of a table is on another record."""
        self.show_detail(record)

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(lambda: self.row_chosen(self.table, self.table.record))

    def select_record(self, record: Record) -> None:
        """Put the cursor on a record."""
        for table in self.tables:
            if table.listing.table == record.TABLE and table.select(record.id):
                table.focus()

    def one_record(self) -> Record:
        """The record under the cursor. Raises UsageError where there is none."""
        if self.table.record is None:
            raise UsageError(_("There is no row here; n makes one."))
        return self.table.record

    def preset(self, table: RecordTable) -> dict[str, object]:
        """The fields that a new record in `table` starts with, such as the milestone it belongs to."""
        return {}

    # actions

    def action_next_pane(self) -> None:
        """Focus the next pane."""
        panes = [pane for pane in self.panes() if pane.display and pane.size.height]
        if len(panes) < 2:
            raise UsageError(_("There is only one list here."))
        place = panes.index(self.focused) if self.focused in panes else -1
        self.set_focus(panes[(place + 1) % len(panes)])

    def panes(self) -> list[Widget]:
        """What Tab goes through."""
        return list(self.query(RecordTable))

    def action_advance(self) -> None:
        """Tick off, or move the status one step on."""
        self.roadmap.commit(edits.advance(self.table.chosen))

    def action_copy_rows(self) -> None:
        """The chosen rows to the clipboard."""
        copy(self, self.table.chosen, headings=False)

    def action_copy_table(self) -> None:
        """All rows that are shown to the clipboard, under their headings."""
        copy(self, self.table.listing.rows, headings=True)

    def action_set_field(self) -> None:
        """Ask for a field and its value, and give it to all chosen rows as one change."""
        from screens.set_field import SetFieldScreen

        self.session.check_writable()
        chosen, record_type = self.table.chosen, type(self.one_record())
        seen = {record.id: self.session.seen(record) for record in chosen}
        model = FormModel(record_type, chosen[0], self.session.records, self.session.record)

        def answered(name: str, value: object) -> None:
            changes = [change for each in chosen for change in edits.set_fields(each, {name: value}, seen[each.id])]
            self.roadmap.commit(changes, _("Changed: {what}").format(what=self.session.describe(changes)))

        question = ngettext("Set a field of {count} row", "Set a field of {count} rows", len(chosen))
        words = question.format(count=len(chosen))
        self.app.push_screen(SetFieldScreen(words, model, self.view_context(), self._column, answered))

    def action_duplicate(self) -> None:
        """Copy the chosen rows."""
        changes = edits.duplicate(self.session.tables, self.table.chosen)
        self.roadmap.commit(changes, _("Copied: {what}").format(what=self.session.describe(changes)))

    def action_move_up(self) -> None:
        """Move the row one place up."""
        self._move(-1)

    def action_move_down(self) -> None:
        """Move the row one place down."""
        self._move(1)

    def _move(self, step: int) -> None:
        listing = self.table.listing
        if listing.sort:
            raise UsageError(_("Rows move in their own order; press s until the list is not sorted."))
        if listing.query:
            raise UsageError(_("Rows move among all rows; clear the filter first with Esc."))
        self.roadmap.commit(edits.move(listing.rows, self.one_record(), step))

    def action_sort(self) -> None:
        """Sort by the next column."""
        words = self.table.listing.next_sort()
        self.table.show()
        self.say(words)

    async def action_open(self) -> None:
        """Everything about the row."""
        await self.roadmap.open_detail(self.one_record(), self.place)

    async def action_edit(self) -> None:
        """Change the row in a form."""
        await self.roadmap.open_form(self.one_record())

    async def action_history_here(self) -> None:
        """Who changed the row, what and when."""
        await open_history(self.roadmap, self.one_record())

    async def action_differences_here(self) -> None:
        """What is to be decided about the row."""
        await open_differences(self.roadmap, self.one_record())

    async def action_new(self) -> None:
        """A new row below this one."""
        table = self.table
        await self.roadmap.open_new(table.listing.table, table.record, self.preset(table))

    def action_delete(self) -> None:
        """Remove the chosen rows; asks first and says what goes along."""
        chosen = self.table.chosen
        changes = edits.delete(self.session.tables, chosen)
        along = edits.owned_count(self.session.tables, chosen)

        def answered(answer: str | None) -> None:
            if answer == "delete":
                done = _("Removed: {what}. u takes it back.").format(what=self.session.describe(changes))
                self.unmark()
                self.roadmap.attempt(lambda: self.roadmap.commit(changes, done))

        answers = [("enter", "delete", _("Remove"))]
        self.app.push_screen(ConfirmScreen(_removal_question(chosen), answers, _going_along(along)), answered)

    @on(RecordTable.Opened)
    async def _open_row(self) -> None:
        await self.action_open()


def _removal_question(chosen: Sequence[Record]) -> str:
    if len(chosen) == 1:
        return _("Remove {what}?").format(what=f"{chosen[0].number} {one_line(chosen[0].title)}".strip())
    return _("Remove {count} rows?").format(count=len(chosen))


def _going_along(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "{count} record that belongs to it goes along.", "{count} records that belong to it go along.", count
    ).format(count=count)

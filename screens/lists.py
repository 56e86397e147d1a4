"""A screen of record tables: what the editing keys do to the rows of the table that has the focus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.widget import Widget

from roadmap_tui import edits
from roadmap_tui.actions import APP, LIST
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.record import Record
from roadmap_tui.model.registry import TABLES
from screens.base import PlanScreen
from screens.keys import bindings
from screens.widgets.record_table import RecordTable


class ListScreen(PlanScreen):
    """One or more record tables. Subclasses make the tables in `body` and load them in `refresh_plan`."""

    SCOPES: ClassVar[tuple[str, ...]] = (LIST, APP)
    BINDINGS = bindings(LIST)
    AUTO_FOCUS = "RecordTable"

    @property
    def table(self) -> RecordTable:
        """The table that actions work on: the one with the focus, else the first."""
        tables = list(self.query(RecordTable))
        return next((table for table in tables if table.has_focus), tables[0])

    @property
    def tables(self) -> Sequence[RecordTable]:
        """All tables of this screen."""
        return list(self.query(RecordTable))

    def load(self, table: RecordTable) -> None:
        """Show a table's records as they are now."""
        table.listing.load(self.session.records(table.listing.table), self.view_context())
        table.show()

    def refresh_plan(self) -> None:
        for table in self.tables:
            self.load(table)

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
        """Focus the other table."""
        focusable: list[Widget] = [table for table in self.tables if table.display]
        if len(focusable) < 2:
            raise UsageError(_("There is only one list here."))
        place = focusable.index(self.table)
        focusable[(place + 1) % len(focusable)].focus()

    def action_advance(self) -> None:
        """Tick off, or move the status one step on."""
        self.roadmap.commit(edits.advance(self.table.chosen))

    def action_mark(self) -> None:
        """Mark the row under the cursor."""
        self.one_record()
        self.table.toggle_mark()

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

    def action_clear(self) -> None:
        """Clear marks and filter."""
        self.table.marked.clear()
        self.table.listing.query = ""
        self.table.listing.arrange()
        self.table.show()

    @on(RecordTable.Opened)
    def _open_row(self) -> None:
        self.app.run_worker(self.app.run_action("open", self))

    def kind_label(self, table: str) -> str:
        """What a record of a table is called."""
        return _(TABLES[table].LABEL)

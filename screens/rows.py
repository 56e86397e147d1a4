"""A list of what happened to the plan rather than of its records: rows above, what the chosen row means below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical

from roadmap_tui.actions.scopes import APP, ROWS
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.model.registry import TABLES
from roadmap_tui.view.listing import Listing
from roadmap_tui.view.text import Line, Run
from screens.computing import work_out
from screens.keys import bindings
from screens.lists import ListScreen
from screens.places import place_of_table
from screens.widgets.lines import OneLine
from screens.widgets.record_table import RecordTable
from screens.widgets.text_pane import TextPane


class TopLine(OneLine):
    """What these rows are, and how many."""

    DEFAULT_CSS = "TopLine { margin-bottom: 1; }"
    words = ""

    def left(self, width: int) -> Line:
        return [Run("  " + self.words, Tone.STRONG)]


class RowsScreen(ListScreen, inherit_bindings=False):
    """Subclasses name the TABLE of their rows, the words when there are none, and give `rows`, `top` and `about`."""

    TABLE: ClassVar[str] = ""
    EMPTY: ClassVar[str] = ""
    BINDINGS = bindings(APP, ROWS)
    DEFAULT_CSS = """
    RowsScreen #beside { height: 45%; margin-top: 1; background: $surface; }
    RowsScreen TextPane { height: 1fr; margin: 1 0 0 0; }
    """

    def body(self) -> ComposeResult:
        yield TopLine()
        with Container(id="panes"):
            with Vertical(id="list"):
                yield RecordTable(Listing(self.TABLE), _(self.EMPTY), id="rows")
            with Vertical(id="beside"):
                yield TextPane(id="about")

    def rows(self) -> Sequence[Record]:
        """The rows as they are now."""
        return ()

    def top(self) -> str:
        """What stands above the rows."""
        return ""

    def about(self, row: Record | None, width: int) -> list[Line]:
        """What stands below the rows about one of them."""
        return []

    def refresh_plan(self) -> None:
        work_out(self, self.rows, self._show)

    def _show(self, rows: Sequence[Record]) -> None:
        table = self.table
        table.listing.load(rows, self.view_context())
        table.show()
        line = self.query_one(TopLine)
        line.words = self.top()
        line.refresh()

    def row_chosen(self, table: RecordTable, record: Record | None) -> None:
        pane = self.query_one(TextPane)
        pane.show(lambda width: self.about(record, width))

    @on(RecordTable.Opened)
    async def _open_row(self) -> None:
        await self.open_row()

    async def open_row(self) -> None:
        """What a double click does."""
        self.action_go_to_row()

    def one_row(self) -> Record:
        """The row under the cursor. Raises UsageError where there is none."""
        if self.table.record is None:
            raise UsageError(_("There is no row here."))
        return self.table.record

    # actions

    def action_clear(self) -> None:
        """Clear marks and filter; where there are none, back to where this list was opened from."""
        if self.table.marked or self.table.listing.query:
            super().action_clear()
        else:
            self.leave()

    def leave(self) -> None:
        """Back to the screen below, where there is one."""
        if len(self.app.screen_stack) > 1:
            self.dismiss()

    def action_go_to_row(self) -> None:
        """The record that the row is about, on its own screen."""
        row = self.one_row()
        table, record_id = getattr(row, "table", ""), getattr(row, "record_id", 0)
        record = self.session.record(table, record_id) if table in TABLES else None
        if record is None or not place_of_table(table):
            raise UsageError(_("This record has no screen of its own, or it was removed."))
        self.roadmap.show_record(record)

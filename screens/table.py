"""A plain list: the screen of every kind of record that has none of its own."""

from __future__ import annotations

from textual.app import ComposeResult

from roadmap_tui.view.listing import Listing
from screens.lists import ListScreen
from screens.widgets.record_table import RecordTable


class TableScreen(ListScreen):
    """All records of one table; the place is the name of the table."""

    def body(self) -> ComposeResult:
        yield RecordTable(Listing(self.place), id=self.place)

"""A plain list: the screen of every kind of record that has none of its own."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical

from roadmap_tui.view.listing import Listing
from screens.base import VERY_WIDE
from screens.lists import ListScreen
from screens.widgets.detail_pane import DetailPane
from screens.widgets.record_table import RecordTable

_AROUND, _HEADS, _LEAST_DETAIL = 6, 2, 9
_LEAST_LIST = 6


class PlainListScreen(ListScreen):
    """All records of one table, with the one under the cursor in full wherever the rows leave room for it."""

    def listing(self) -> RecordTable:
        """The table of this screen."""
        return RecordTable(Listing(self.place), id=self.place)

    def body(self) -> ComposeResult:
        with Container(id="panes"):
            with Vertical(id="list"):
                yield self.listing()
            yield DetailPane(id="detail")

    def refresh_plan(self) -> None:
        super().refresh_plan()
        self._divide(*self.size)

    def on_resize(self, event: events.Resize) -> None:
        """Divide the new room."""
        self._divide(*event.size)

    def _divide(self, width: int, height: int) -> None:
        """The detail beside the rows on a very wide terminal, below them where they leave room, else not."""
        beside, room = width >= VERY_WIDE, height - _AROUND
        rows = max(_LEAST_LIST, len(self.table.listing.rows) + _HEADS)
        below = not beside and bool(self.table.listing.total) and room - rows >= _LEAST_DETAIL
        self.set_class(beside, "-beside")
        self.set_class(below, "-below")
        self.query_one("#list").styles.height = rows if below else "1fr"


class TableScreen(PlainListScreen):
    """The place is the name of the table."""

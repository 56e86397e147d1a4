"""A screen of a few lists below each other, under one line that says how it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from roadmap_tui.i18n import _
from roadmap_tui.model.record import Record
from roadmap_tui.view.listing import Listing
from roadmap_tui.view.text import Line
from screens.lists import ListScreen
from screens.owned import SectionLine
from screens.widgets.detail_pane import DetailPane
from screens.widgets.lines import OneLine
from screens.widgets.record_table import RecordTable

_LEAST_ROWS = 4


class Section(NamedTuple):
    """One list: its table, its heading and what it says when it is empty (message ids)."""

    table: str
    heading: str
    empty: str


class StandingLine(OneLine):
    """How the subject of the screen stands, in one line."""

    def __init__(self, make: Callable[[], Line]) -> None:
        super().__init__()
        self._make = make

    def left(self, width: int) -> Line:
        return self._make()


class SectionsScreen(ListScreen):
    """Subclasses give SECTIONS and `standing`."""

    SECTIONS: ClassVar[tuple[Section, ...]] = ()

    def body(self) -> ComposeResult:
        yield StandingLine(self.standing)
        with Container(id="panes"):
            with Vertical(id="list"):
                for place, section in enumerate(self.SECTIONS):
                    if place:
                        yield SectionLine(_(section.heading))
                    yield RecordTable(Listing(section.table), _(section.empty), id=section.table)
            with Vertical(id="beside"):
                yield DetailPane(id="detail")

    def standing(self) -> Line:
        """How it stands."""
        return []

    def row_chosen(self, table: RecordTable, record: Record | None) -> None:
        """The pane shows the row of the list that has the focus."""
        if table is self.table:
            super().row_chosen(table, record)

    def refresh_plan(self) -> None:
        super().refresh_plan()
        for table in self.tables[:-1]:
            table.styles.max_height = max(_LEAST_ROWS, table.listing.total) + 1
        self.query_one(StandingLine).refresh()

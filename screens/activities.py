"""Activities: who does what, and when?"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from roadmap_tui.view.listing import Listing
from screens.lists import ListScreen
from screens.widgets.record_table import RecordTable


class ActivitiesScreen(ListScreen):
    """The planning table."""

    PLACE: ClassVar[str] = "activities"

    def body(self) -> ComposeResult:
        yield RecordTable(Listing("activities"), id="activities")

"""People and roles: who takes part?"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from roadmap_tui.i18n import _
from roadmap_tui.view.listing import Listing
from screens.lists import ListScreen
from screens.widgets.record_table import RecordTable


class PeopleScreen(ListScreen):
    """The people, roles and departments that the plan names."""

    PLACE: ClassVar[str] = "people"

    def body(self) -> ComposeResult:
        yield RecordTable(Listing("people"), _("Nobody yet; n adds the first."), id="people")

"""People and roles: who takes part?"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from roadmap_tui.actions.scopes import APP, LIST, PERSON
from roadmap_tui.i18n import _
from roadmap_tui.view.listing import Listing
from screens.keys import bindings
from screens.lists import ListScreen
from screens.widgets.record_table import RecordTable


class PeopleScreen(ListScreen):
    """The people, roles and departments that the plan names."""

    PLACE: ClassVar[str] = "people"
    SCOPES: ClassVar[tuple[str, ...]] = (LIST, PERSON, APP)
    BINDINGS = bindings(PERSON)

    def body(self) -> ComposeResult:
        yield RecordTable(Listing("people"), _("Nobody yet; n adds the first."), id="people")

    async def action_erase_person(self) -> None:
        """Show what erasing the person under the cursor would do."""
        from screens.erase import EraseScreen

        await self.app.push_screen(EraseScreen(self.place, self.one_record()))

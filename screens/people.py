"""People and roles: who takes part?"""

from __future__ import annotations

from typing import ClassVar

from roadmap_tui.actions.scopes import APP, LIST, PERSON
from screens.keys import bindings
from screens.table import PlainListScreen


class PeopleScreen(PlainListScreen):
    """The people, roles and departments that the plan names."""

    PLACE: ClassVar[str] = "people"
    SCOPES: ClassVar[tuple[str, ...]] = (LIST, PERSON, APP)
    BINDINGS = bindings(PERSON)

    async def action_erase_person(self) -> None:
        """Show what erasing the person under the cursor would do."""
        from screens.erase import EraseScreen

        await self.app.push_screen(EraseScreen(self.place, self.one_record()))

"""Programme: what lies beyond one plan, and how complete is it?"""

from __future__ import annotations

from typing import ClassVar

from roadmap_tui.actions.scopes import APP, CHAPTERS, HUB
from roadmap_tui.i18n import _
from roadmap_tui.view.sections import SectionRow, grouped_rows
from screens.chapters import ChaptersScreen
from screens.keys import bindings


class ProgrammeScreen(ChaptersScreen):
    """The sets of sections beyond the chapters: those in use with their sections, the others on one line each."""

    PLACE: ClassVar[str] = "programme"
    SCOPES: ClassVar[tuple[str, ...]] = (HUB, CHAPTERS, APP)
    BINDINGS = bindings(HUB)
    ROWS: ClassVar[str] = "sections"

    def __init__(self, place: str = "") -> None:
        super().__init__(place)
        self._turned: set[str] = set()

    @property
    def idle_actions(self) -> frozenset[str]:
        """The pictures of a programme, in a plan that is none."""
        used = any(self.session.tables.get(table) for table in ("projects", "teams", "frameworks"))
        return frozenset() if used else frozenset({"show_lights", "show_conformity"})

    def rows(self) -> list[SectionRow]:
        return grouped_rows(self.view_context(), self._turned)

    def words(self, rows: list[SectionRow]) -> str:
        used = [_(row.group.label) for row in rows if row.section is None and row.used]
        return _("In use: {names}").format(names=", ".join(used)) if used else _("Nothing here is in use yet.")

    async def action_open_chapter(self) -> None:
        """The section with its texts and lists; a set shows or hides its sections."""
        row = self.row
        if row is not None and row.section is None:
            self._turned ^= {row.group.code}
            self.refresh_plan()
            return
        await super().action_open_chapter()

    async def action_show_lights(self) -> None:
        """The projects and building teams with their traffic lights."""
        await self.roadmap.action_go("lights")

    async def action_show_conformity(self) -> None:
        """The matrix of projects and frameworks."""
        await self.roadmap.action_go("conformity")

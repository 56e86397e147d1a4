"""Service blueprint: what does each step of a journey need?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from roadmap_tui.actions.scopes import APP, BLUEPRINT, CANVAS, TRACED
from roadmap_tui.editing import growing
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.journeys import BlueprintCell, Consequence, Journey, JourneyStep
from roadmap_tui.model.record import Record
from roadmap_tui.planning.grids import blueprint, consequences_of, journeys
from roadmap_tui.view.grid_pictures import Picture, blueprint_picture
from roadmap_tui.view.text import Line, Run, one_line
from screens.grids import GridScreen
from screens.keys import bindings


class BlueprintScreen(GridScreen):
    """The steps of one journey by lanes; another key shows the next journey."""

    PLACE: ClassVar[str] = "blueprint"
    SCOPES: ClassVar[tuple[str, ...]] = (BLUEPRINT, CANVAS, TRACED, APP)
    BINDINGS = bindings(BLUEPRINT)
    CELLS = "blueprint"
    ROWS = ("journey_steps", "step")
    COLUMNS = ("lanes", "lane")

    def __init__(self, place: str = "") -> None:
        super().__init__(place)
        self._journey = 0

    @property
    def journey(self) -> Journey | None:
        """The journey that is shown."""
        found = journeys(self.session.outlook)
        return next((each for each in found if each.id == self._journey), found[0] if found else None)

    def picture(self) -> Picture:
        journey = self.journey
        return blueprint_picture(self.session.outlook, blueprint(self.session.outlook, journey.id if journey else 0))

    def standing(self) -> Line:
        journey, found = self.journey, journeys(self.session.outlook)
        if journey is None:
            return []
        persona = self.session.record("personas", journey.persona or 0)
        place = next(place for place, each in enumerate(found, 1) if each.id == journey.id)
        who = f"   {one_line(persona.title)}" if persona else ""
        return [
            Run(f"  {journey.number} {one_line(journey.title)}", Tone.STRONG),
            Run(who + f"   {place}/{len(found)}", Tone.MUTED),
        ]

    def here(self) -> Line:
        row, column = self.grid.row, self.grid.column
        if row is None or column is None:
            return []
        found = consequences_of(self.session.outlook, row, column)
        names = ", ".join(f"{each.number} {one_line(each.title)}" for each in found)
        question = one_line(getattr(column, "question", ""))
        words = _("Consequences: {names}").format(names=names) if names else question
        return [Run(f"  {row.number} {one_line(column.title)}: ", Tone.STRONG), Run(words, Tone.MUTED)]

    def empty(self) -> str:
        if self.journey is None:
            return _("No customer journeys yet; make one at a persona (8, customer journeys).")
        if not self.session.records("lanes"):
            return _("The blueprint has no lanes yet; L adds the five usual ones, C one of your own.")
        return _("This journey has no steps yet; R adds the first.")

    def row_preset(self) -> Mapping[str, Any]:
        if self.journey is None:
            raise UsageError(self.empty())
        return {"journey": self.journey.id}

    def select_record(self, record: Record) -> None:
        """Put the cursor on a cell or step, on the journey it belongs to."""
        step = record
        if isinstance(record, BlueprintCell):
            step = self.session.record("journey_steps", record.step or 0) or record
        if isinstance(step, JourneyStep):
            self._journey = step.journey or 0
            self.refresh_plan()
        super().select_record(record)

    def action_next_journey(self) -> None:
        """The blueprint of the next journey."""
        found = [each.id for each in journeys(self.session.outlook)]
        if self.journey is None:
            raise UsageError(self.empty())
        self._journey = found[(found.index(self.journey.id) + 1) % len(found)]
        self.refresh_plan()

    def action_usual_columns(self) -> None:
        """The five usual lanes."""
        self.roadmap.commit(growing.standard_lanes(self.session.tables))

    async def action_new_consequence(self) -> None:
        """A consequence of the cell under the cursor, in a form."""
        await self.roadmap.open_new(Consequence.TABLE, None, self.place_of_cell())

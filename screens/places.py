"""The screens of a plan: the digit that opens each comes from the table of actions."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import msgspec

from roadmap_tui.i18n import N_

if TYPE_CHECKING:
    from screens.base import PlanScreen


class Place(msgspec.Struct, frozen=True):
    """One screen, imported when it is first visited; `tab` puts it on the line under the header."""

    name: str
    label: str
    module: str
    screen: str
    table: str = ""
    tab: bool = True

    def make(self) -> PlanScreen:
        """A new screen."""
        screen: PlanScreen = getattr(import_module(self.module), self.screen)()
        return screen


PLACES: tuple[Place, ...] = (
    Place("overview", N_("Overview"), "screens.overview", "OverviewScreen"),
    Place("activities", N_("Activities"), "screens.activities", "ActivitiesScreen", "activities"),
    Place("milestones", N_("Milestones"), "screens.milestones", "MilestonesScreen", "milestones"),
    Place("risks", N_("Risks"), "screens.risks", "RisksScreen", "risks"),
    Place("timeline", N_("Timeline"), "screens.timeline", "TimelineScreen"),
    Place("stakeholders", N_("Stakeholders"), "screens.stakeholders", "StakeholdersScreen", "stakeholders"),
    Place("people", N_("People and roles"), "screens.people", "PeopleScreen", "people", tab=False),
)


def place_of_table(table: str) -> str:
    """The name of the screen on which records of a table are shown; empty where there is none."""
    owner = {"checkpoints": "milestones", "measures": "risks", "communications": "stakeholders"}.get(table, table)
    return next((place.name for place in PLACES if place.table == owner), "")

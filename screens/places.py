"""The screens of a plan: the digit that opens each comes from the table of actions."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import msgspec

from roadmap_tui.i18n import N_
from roadmap_tui.model.registry import TABLES

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
        screen: PlanScreen = getattr(import_module(self.module), self.screen)(self.name)
        return screen


_OWN: tuple[Place, ...] = (
    Place("overview", N_("Overview"), "screens.overview", "OverviewScreen"),
    Place("activities", N_("Activities"), "screens.activities", "ActivitiesScreen", "activities"),
    Place("milestones", N_("Milestones"), "screens.milestones", "MilestonesScreen", "milestones"),
    Place("risks", N_("Risks"), "screens.risks", "RisksScreen", "risks"),
    Place("timeline", N_("Timeline"), "screens.timeline", "TimelineScreen"),
    Place("chapters", N_("Chapters"), "screens.chapters", "ChaptersScreen"),
    Place("stakeholders", N_("Stakeholders"), "screens.stakeholders", "StakeholdersScreen", "stakeholders"),
    Place("check", N_("Check"), "screens.check", "CheckScreen", tab=False),
    Place("people", N_("People and roles"), "screens.people", "PeopleScreen", "people", tab=False),
)


_OWNERS = {"checkpoints": "milestones", "measures": "risks", "communications": "stakeholders"}
_NOWHERE = ("plan", "links", "baselines")


def place_of_table(table: str) -> str:
    """The name of the screen on which records of a table are shown; empty where there is none."""
    owner = _OWNERS.get(table, table)
    return next((place.name for place in PLACES if place.table == owner), "")


def _plain() -> tuple[Place, ...]:
    """A plain list for every kind of record that has no screen of its own."""
    known = {*(place.table for place in _OWN), *_OWNERS, *_NOWHERE}
    return tuple(
        Place(table, record_type.PLURAL, "screens.table", "TableScreen", table, tab=False)
        for table, record_type in TABLES.items()
        if table not in known
    )


PLACES: tuple[Place, ...] = (*_OWN, *_plain())

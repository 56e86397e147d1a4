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
    """One screen, imported when it is first visited; `tab` puts it on the line under the header.

    `own_label` is empty for a plain list, which is called after its records.
    """

    name: str
    own_label: str
    module: str
    screen: str
    table: str = ""
    tab: bool = True

    @property
    def label(self) -> str:
        """What it is called, an English message id."""
        return self.own_label or TABLES[self.table].PLURAL

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
    Place("programme", N_("Programme"), "screens.programme", "ProgrammeScreen"),
    Place("together", N_("Together"), "screens.joint", "JointScreen"),
    Place("lights", N_("Programme overview"), "screens.lights", "LightsScreen", tab=False),
    Place("conformity", N_("Projects and frameworks"), "screens.conformity", "ConformityScreen", tab=False),
    Place("capacity_months", N_("Time of departments"), "screens.capacity", "CapacityScreen", tab=False),
    Place("blueprint", N_("Service blueprint"), "screens.blueprint", "BlueprintScreen", "blueprint", tab=False),
    Place("layer_map", N_("Milestones and layers"), "screens.layer_map", "LayerMapScreen", tab=False),
    Place("priorities", N_("Order of the roadmap"), "screens.priorities", "PrioritiesScreen", tab=False),
    Place("trace", N_("Trace"), "screens.trace", "TraceScreen", tab=False),
    Place("supplier", N_("Supplier's plan"), "screens.supplier", "SupplierScreen", tab=False),
    Place("check", N_("Check"), "screens.check", "CheckScreen", tab=False),
    Place("runsheet", N_("Run-sheet"), "screens.runsheet", "RunsheetScreen", "runsheet", tab=False),
    Place("live", N_("Migration weekend"), "screens.live", "LiveScreen", tab=False),
    Place("dap", N_("DAP"), "screens.deliverables", "DapScreen", "dap", tab=False),
    Place("training", N_("Training"), "screens.deliverables", "TrainingScreen", "training", tab=False),
    Place("support", N_("Support tasks"), "screens.deliverables", "SupportScreen", "support", tab=False),
    Place("aftercare", N_("Aftercare"), "screens.deliverables", "AftercareScreen", "open_points", tab=False),
    Place("responsibilities", N_("Responsibilities"), "screens.responsibilities", "ResponsibilitiesScreen", tab=False),
    Place("evaluation", N_("Evaluation"), "screens.evaluation", "EvaluationScreen", "evaluations", tab=False),
    Place("discharge", N_("Discharge"), "screens.discharge", "DischargeScreen", tab=False),
    Place("schedule", N_("Schedule"), "screens.schedule", "ScheduleScreen", tab=False),
    Place("workload", N_("Workload"), "screens.workload", "WorkloadScreen", tab=False),
    Place("baselines", N_("Baselines"), "screens.baselines", "BaselinesScreen", "baselines", tab=False),
    Place("differences", N_("Differences"), "screens.differences", "DifferencesScreen", tab=False),
    Place("history", N_("History"), "screens.history", "HistoryScreen", tab=False),
    Place("bin", N_("Bin"), "screens.bin", "BinScreen", tab=False),
    Place("copies", N_("Copies beside the plan"), "screens.copies", "CopiesScreen", tab=False),
    Place("reports", N_("Reports"), "screens.reports", "ReportsScreen", "reports", tab=False),
    Place("people", N_("People and roles"), "screens.people", "PeopleScreen", "people", tab=False),
    Place("recovery", N_("Restore"), "screens.recovery", "RecoveryScreen", tab=False),
)


_OWNERS = {
    "checkpoints": "milestones",
    "measures": "risks",
    "communications": "stakeholders",
    "rehearsals": "runsheet",
    "norms": "dap",
    "judgements": "reports",
    "end_criteria": "open_points",
}
_TRACED = (
    "personas", "bottlenecks", "journeys", "journey_steps", "consequences", "map_milestones", "components", "fit_gap",
    "roadmap_items",
)  # fmt: skip
_NOWHERE = ("plan", "measurements", "responsibilities", "conformity")


def place_of_table(table: str) -> str:
    """The name of the screen on which records of a table are shown; empty where there is none."""
    owner = _OWNERS.get(table, table)
    return next((place.name for place in PLACES if place.table == owner), "")


def _list_screen(table: str) -> tuple[str, str]:
    """The screen of a plain list; records that take part in traces can be traced from theirs."""
    return ("screens.traced", "TracedScreen") if table in _TRACED else ("screens.table", "TableScreen")


def _plain() -> tuple[Place, ...]:
    """A plain list for every kind of record that has no screen of its own."""
    known = {*(place.table for place in _OWN), *_OWNERS, *_NOWHERE}
    return tuple(Place(table, "", *_list_screen(table), table, tab=False) for table in TABLES if table not in known)


PLACES: tuple[Place, ...] = (*_OWN, *_plain())

"""Two grids of a plan: the service blueprint (steps by lanes) and the journey map (milestones by layers)."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, Final

import msgspec

from roadmap_tui.model.journey_map import CaseLine, Component, Layer, MapMilestone
from roadmap_tui.model.journeys import BlueprintCell, Consequence, Journey, JourneyStep, Lane
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record
from roadmap_tui.planning.findings import all_of

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_PER_SESSION: Final = 2
Cells = dict[tuple[int, int], tuple[Record, ...]]


class RecordGrid(msgspec.Struct, frozen=True):
    """Records by row and column, and the records of each cell by the ids of both."""

    rows: tuple[Record, ...]
    columns: tuple[Record, ...]
    cells: Cells

    def at(self, row: int, column: int) -> tuple[Record, ...]:
        """What stands in a cell, by the places of its row and column."""
        return self.cells.get((self.rows[row].id, self.columns[column].id), ())


def journeys(outlook: Outlook) -> list[Journey]:
    """The journeys that a blueprint can be made for, the ideal ones first."""
    return sorted(all_of(outlook, Journey), key=lambda journey: journey.state == "current")


def blueprint(outlook: Outlook, journey_id: int) -> RecordGrid:
    """The steps of a journey by lanes."""
    steps = tuple(step for step in all_of(outlook, JourneyStep) if step.journey == journey_id)
    found: dict[tuple[int, int], list[Record]] = {}
    for cell in all_of(outlook, BlueprintCell):
        found.setdefault((cell.step or 0, cell.lane or 0), []).append(cell)
    return RecordGrid(steps, tuple(all_of(outlook, Lane)), {place: tuple(rows) for place, rows in found.items()})


def consequences_of(outlook: Outlook, step: Record, lane: Record) -> list[Consequence]:
    """What must be tackled because of one cell."""
    return [c for c in all_of(outlook, Consequence) if c.step == step.id and c.lane == lane.id]


def journey_map(outlook: Outlook) -> RecordGrid:
    """The milestones of the journey map by layers; those that were left out do not show."""
    milestones = tuple(each for each in all_of(outlook, MapMilestone) if not each.left_out)
    found: dict[tuple[int, int], list[Record]] = {}
    for component in all_of(outlook, Component):
        found.setdefault((component.milestone or 0, component.layer or 0), []).append(component)
    return RecordGrid(milestones, tuple(all_of(outlook, Layer)), {place: tuple(rows) for place, rows in found.items()})


def sessions_needed(outlook: Outlook) -> int:
    """How many sessions work out all milestones of the map (S0: two milestones per session)."""
    count = sum(1 for each in all_of(outlook, MapMilestone) if not each.left_out)
    return ceil(count / per_session(outlook.plan))


def per_session(plan: Plan) -> int:
    """How many milestones one session works out."""
    return max(1, plan.map_per_session or _PER_SESSION)


class CaseTotals(msgspec.Struct, frozen=True):
    """The business case in euros; `information` is the cost of developing the layer of information and systems."""

    once: float
    yearly: float
    benefits_once: float
    benefits_yearly: float
    information: float
    unpriced: int


def business_case(outlook: Outlook) -> CaseTotals:
    """What the map costs and brings; `unpriced` counts what must be developed in that layer without a cost."""
    lines = all_of(outlook, CaseLine)
    layers = {layer.id for layer in all_of(outlook, Layer) if layer.kind == "information"}
    milestones = {each.id for each in all_of(outlook, MapMilestone) if not each.left_out}
    made = [
        c
        for c in all_of(outlook, Component)
        if c.layer in layers and c.milestone in milestones and c.status != "exists"
    ]
    return CaseTotals(
        _sum([line.once for line in lines if line.kind == "cost"]),
        _sum([line.yearly for line in lines if line.kind == "cost"]),
        _sum([line.once for line in lines if line.kind == "benefit"]),
        _sum([line.yearly for line in lines if line.kind == "benefit"]),
        _sum([component.cost for component in made]),
        sum(1 for component in made if component.cost is None),
    )


def _sum(values: Sequence[float | None]) -> float:
    return sum(value for value in values if value is not None)

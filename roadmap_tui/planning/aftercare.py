"""When aftercare ends, and what stands in its way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import msgspec

from roadmap_tui.model.aftercare import EndCriterion, OpenPoint
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.planning.findings import all_of
from roadmap_tui.planning.results import result_of

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

SETTLED: Final = ("done", "handed_over")


class Aftercare(msgspec.Struct, frozen=True):
    """The end date (that of the milestone), the points that are open, and the criteria that are not met."""

    end: date | None
    open_points: tuple[OpenPoint, ...]
    points: int
    unmet: tuple[EndCriterion, ...]
    criteria: int


def result_milestone(outlook: Outlook, code: str) -> Milestone | None:
    """The milestone that is one of the seven standard results; a cancelled one does not count."""
    for milestone in all_of(outlook, Milestone):
        found = result_of(milestone) if milestone.status != "cancelled" else None
        if found is not None and found.code == code:
            return milestone
    return None


def aftercare(outlook: Outlook) -> Aftercare:
    """How aftercare stands."""
    milestone = result_milestone(outlook, "nazorg")
    points, criteria = all_of(outlook, OpenPoint), all_of(outlook, EndCriterion)
    return Aftercare(
        outlook.milestone(milestone).due if milestone else None,
        tuple(point for point in points if point.status not in SETTLED),
        len(points),
        tuple(each for each in criteria if each.status != "done"),
        len(criteria),
    )

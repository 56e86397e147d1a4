"""What the rehearsals of the run-sheet measured, beside each other and beside the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from roadmap_tui.model.runsheet import Measurement, Rehearsal
from roadmap_tui.planning.findings import all_of

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook


class RehearsalOutlook(msgspec.Struct, frozen=True):
    """One rehearsal with the minutes that each step took, by the id of the step."""

    rehearsal: Rehearsal
    minutes: dict[int, int]

    @property
    def total(self) -> int:
        """The minutes of all measured steps together."""
        return sum(self.minutes.values())


def rehearsals(outlook: Outlook) -> list[RehearsalOutlook]:
    """All rehearsals, the oldest first; those without a day keep their own order behind the others."""
    measured: dict[int, dict[int, int]] = {}
    for each in all_of(outlook, Measurement):
        if each.rehearsal is not None and each.step is not None and each.minutes is not None:
            measured.setdefault(each.rehearsal, {})[each.step] = each.minutes
    found = [RehearsalOutlook(each, measured.get(each.id, {})) for each in all_of(outlook, Rehearsal)]
    return sorted(found, key=lambda each: (each.rehearsal.day is None, str(each.rehearsal.day or "")))

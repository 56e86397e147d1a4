"""How many people are trained, and whether that is enough before go/no-go (checklist Opleiding of document S4)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import msgspec

from roadmap_tui.model.training import TrainingGroup
from roadmap_tui.planning.findings import all_of

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

ENOUGH: Final = 90
"""Per cent of the people who must be trained before go/no-go."""
_WEEK: Final = timedelta(weeks=1)


class TrainingOutlook(msgspec.Struct, frozen=True):
    """How many people are to be trained and have been, and the day before which that must be done."""

    planned: int
    trained: int
    before: date | None

    @property
    def share(self) -> int | None:
        """Per cent trained, rounded down; None where nobody is to be trained."""
        return 100 * min(self.trained, self.planned) // self.planned if self.planned else None

    @property
    def enough(self) -> bool:
        """Whether enough people are trained."""
        return self.share is not None and self.share >= ENOUGH


def training(outlook: Outlook, groups: Iterable[TrainingGroup] | None = None) -> TrainingOutlook:
    """All groups together; of a group no more people count than there are in it."""
    found = all_of(outlook, TrainingGroup) if groups is None else list(groups)
    return TrainingOutlook(
        sum(group.planned or 0 for group in found),
        sum(min(group.trained or 0, group.planned or 0) for group in found),
        decision_day(outlook),
    )


def decision_day(outlook: Outlook) -> date | None:
    """The day of the first go/no-go in the run-sheet, else a week before go-live."""
    for row in outlook.run_sheet.values():
        if row.step.go_no_go and row.start is not None:
            return row.start.date()
    return outlook.plan.go_live - _WEEK if outlook.plan.go_live else None

"""When each step of a run-sheet begins and ends; a night that passes midnight is one night."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

import msgspec

from roadmap_tui.model.runsheet import RunStep

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_CLOCK: Final = re.compile(r"(\d{1,2})(?:[.:u](\d{2}))?\s*(?:uur|h|u)?", re.IGNORECASE)
_DAY: Final = timedelta(days=1)


class StepOutlook(msgspec.Struct, frozen=True):
    """A step with the moments at which it begins and ends; None where a day or time is missing."""

    step: RunStep
    start: datetime | None
    end: datetime | None


def clock_time(text: str) -> time | None:
    """17.00, 17:00, 17u00 or 17 uur; None for anything else."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return time(int(found[1]), int(found[2] or 0))


def run_sheet(outlook: Outlook, steps: Iterable[RunStep] | None = None) -> list[StepOutlook]:
    """The steps in their own order. A step without a time begins when the one before it ends; a time without a
    day is the first such time after the step before it.
    """
    records: Sequence[object] = outlook.records(RunStep.TABLE)
    rows = list(steps) if steps is not None else [step for step in records if isinstance(step, RunStep)]
    found: list[StepOutlook] = []
    before: datetime | None = None
    for step in rows:
        start = _start(outlook, step, found[-1].start if found else None, before)
        end = start + timedelta(minutes=step.minutes or 0) if start is not None else None
        found.append(StepOutlook(step, start, end))
        before = end or before
    return found


def _start(outlook: Outlook, step: RunStep, last: datetime | None, before: datetime | None) -> datetime | None:
    day, at = outlook.due(None, step.offset), clock_time(step.time)
    if day is not None:
        return datetime.combine(day, at) if at is not None else None
    if at is None:
        return before if not step.time.strip() else None
    if last is None:
        return None
    moment = datetime.combine(last.date(), at)
    return moment if moment >= last else moment + _DAY

"""The migration while it runs: what is busy, what comes next, and what a delay does to the rest.

The steps follow each other. A step with a time of its own does not begin before it; every other step begins when the
one before it ends, so time that was won or lost moves along. Where the first step began more than three days away
from the plan, people are practising: the plan is then laid over those days, with the same times.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

import msgspec

from roadmap_tui.model.runsheet import RunStep
from roadmap_tui.planning.runsheet import StepOutlook, last_way_back, read_stamp, run_sheet

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_PRACTICE: Final = timedelta(days=3)
_DAY: Final = timedelta(days=1)
_OVER: Final = ("done", "failed", "skipped")


class StepProgress(msgspec.Struct, frozen=True):
    """A step as it was planned and as it is, or is expected to be; `began` and `ended` are what somebody noted."""

    step: RunStep
    planned_start: datetime | None
    planned_end: datetime | None
    start: datetime | None
    end: datetime | None
    began: datetime | None
    ended: datetime | None

    @property
    def over(self) -> bool:
        """Whether nothing happens in this step any more."""
        return self.step.status in _OVER

    @property
    def delay(self) -> int:
        """By how many minutes it ends later than planned; negative where it is early."""
        return minutes_between(self.planned_end, self.end)


class ReturnPoint(msgspec.Struct, frozen=True):
    """The last moment at which there is a way back, and when the step that decides on it is expected to end."""

    progress: StepProgress
    deadline: datetime
    expected: datetime

    @property
    def passed(self) -> bool:
        """Whether the decision comes too late."""
        return self.expected > self.deadline

    @property
    def margin(self) -> int:
        """How many minutes are left between the decision and the last way back; negative where it is passed."""
        return minutes_between(self.expected, self.deadline)


class Cutover(msgspec.Struct, frozen=True):
    """The whole run-sheet at one moment; `shift` is by how many days a rehearsal differs from the plan."""

    now: datetime
    rows: tuple[StepProgress, ...]
    points: tuple[ReturnPoint, ...]
    shift: int

    @property
    def active(self) -> StepProgress | None:
        """The step that is busy; None between steps."""
        return next((row for row in self.rows if row.step.status == "active"), None)

    @property
    def upcoming(self) -> tuple[StepProgress, ...]:
        """The steps that have not begun, in order."""
        return tuple(row for row in self.rows if row.step.status not in (*_OVER, "active"))

    @property
    def started(self) -> bool:
        """Whether anything began."""
        return any(row.over or row.step.status == "active" for row in self.rows)

    @property
    def finished(self) -> bool:
        """Whether every step is over."""
        return bool(self.rows) and all(row.over for row in self.rows)

    @property
    def end(self) -> datetime | None:
        """When the last step is expected to end."""
        return max((row.end for row in self.rows if row.end), default=None)

    @property
    def planned_end(self) -> datetime | None:
        """When the last step was planned to end."""
        return max((row.planned_end for row in self.rows if row.planned_end), default=None)

    @property
    def warning(self) -> ReturnPoint | None:
        """The first last way back that is passed, while its step is still to be done."""
        return next((point for point in self.points if point.passed and not point.progress.over), None)


def minutes_between(first: datetime | None, second: datetime | None) -> int:
    """Whole minutes from one moment to another; 0 where one is not known."""
    return round((second - first).total_seconds() / 60) if first and second else 0


def cutover(outlook: Outlook, now: datetime, steps: Sequence[RunStep] | None = None) -> Cutover:
    """The run-sheet at `now`, with everything that is still to come where it will end up."""
    planned = run_sheet(outlook, steps)
    shift = _shift(planned)
    rows: list[StepProgress] = []
    free: datetime | None = None
    for each in planned:
        row = _progress(each, timedelta(days=shift), free, now)
        rows.append(row)
        free = max((moment for moment in (free, row.end) if moment), default=None)
    return Cutover(now, tuple(rows), tuple(point for row in rows if (point := _return_point(row))), shift)


def _shift(planned: Sequence[StepOutlook]) -> int:
    for row in planned:
        began = read_stamp(row.step.actual, row.start)
        if began is not None and row.start is not None and row.step.status != "todo":
            away = began - row.start
            return round(away / _DAY) if abs(away) > _PRACTICE else 0
    return 0


def _progress(planned: StepOutlook, shift: timedelta, free: datetime | None, now: datetime) -> StepProgress:
    """One step, given when the steps before it are over."""
    step, length = planned.step, timedelta(minutes=planned.step.minutes or 0)
    start = planned.start + shift if planned.start else None
    end = planned.end + shift if planned.end else None
    began = read_stamp(step.actual, start)
    ended = read_stamp(step.actual_end, max((m for m in (began, end) if m), default=None))
    if step.status == "skipped":
        real = real_end = free or start
    elif step.status in _OVER:
        real = began or start or free
        real_end = ended or (real + length if real else None)
    elif step.status == "active":
        real = began or now
        real_end = max(real + length, now)
    else:
        fixed = start if step.time.strip() else None
        known = [moment for moment in (fixed, free if free or fixed else start) if moment]
        real = max([*known, now]) if known else None
        real_end = real + length if real else None
    return StepProgress(step, start, end, real, real_end, began, ended)


def _return_point(row: StepProgress) -> ReturnPoint | None:
    deadline = last_way_back(row.planned_start, row.step.return_by) if row.planned_start else None
    return ReturnPoint(row, deadline, row.end) if deadline and row.end else None

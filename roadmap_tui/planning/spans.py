"""One activity while it is being scheduled, in numbers of working days; spans are half-open, [start, finish)."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from roadmap_tui.planning.workdays import WorkDays

FREE, FIXED, PERIOD = "free", "fixed", "period"


class Task(msgspec.Struct, frozen=True):
    """What a schedule needs to know of an activity. Dates are inclusive, the duration is in working days.

    - fixed: the dates stand; without an end they follow from the start and the duration.
    - period: the activity takes place somewhere from `start` to `end`, on at least `duration` days of it.
    - free: the dates follow from the links; `start` is the earliest day and `end` the latest that are allowed.

    `due` is the last day for something that the task leads to, known as `leads_to`: it limits the slack, not the dates.
    A `movable` task gives way where a link contradicts its dates; a `hidden` one takes no part itself, but what waits
    for it still waits for what it waits for.
    """

    id: int
    start: date | None = None
    end: date | None = None
    duration: int = 1
    kind: Literal["free", "fixed", "period"] = "free"
    due: date | None = None
    leads_to: int = 0
    movable: bool = False
    hidden: bool = False


class Span:
    """Where a task is now, and within which bounds it can be.

    `finish` is when it is expected to be finished and `soonest_finish` when it can be at the earliest; they differ
    where it, or something it waits for, takes place in a period of which the day is not known.
    """

    __slots__ = (
        "earliest", "finish", "kind", "late_finish", "latest_start", "limit", "movable", "moved", "need",
        "soonest", "soonest_finish", "start", "task", "until",
    )  # fmt: skip

    def __init__(self, task: Task, days: WorkDays, base: int) -> None:
        self.task = task
        self.kind = task.kind if task.start is not None else FREE
        self.movable, self.moved = task.movable, False
        self.start = self.earliest = base if task.start is None else days.first_on_or_after(task.start)
        self.until = None if task.end is None else days.last_on_or_before(task.end) + 1
        self.limit = None if task.due is None else days.last_on_or_before(task.due) + 1
        self.need = max(0, task.duration)
        if self.until is not None and self.kind != FREE:
            if task.start is not None and task.end is not None and task.end < task.start:
                self.until = self.start + 1
            room = max(0, self.until - self.start)
            self.need = room if self.kind == FIXED else min(self.need, room)
        elif self.kind == PERIOD:
            self.kind = FREE
        self.finish = self.until if self.kind == PERIOD and self.until is not None else self.start + self.need
        self.soonest, self.soonest_finish = self.start, self.start + self.need
        self.late_finish = 0
        self.latest_start: int | None = None

    @property
    def last_start(self) -> int:
        """The last day on which it can start if it keeps to its own dates."""
        return (self.until if self.kind == PERIOD and self.until is not None else self.finish) - self.need

    @property
    def slack(self) -> int:
        """How many working days it can slip before something else must move (total float).

        Nought where it must be finished before its period ends; negative where dates contradict each other.
        """
        slack = _room(self.late_finish, self.soonest_finish, self.finish)
        if self.latest_start is not None:
            slack = min(slack, _room(self.latest_start, self.soonest, self.start))
        return slack

    @property
    def late_start(self) -> int:
        """The last day on which it can start without anything else moving."""
        latest = self.late_finish - self.need
        if self.kind == PERIOD and self.late_finish >= self.finish:
            latest = self.start + self.late_finish - self.finish
        return latest if self.latest_start is None else min(latest, self.latest_start)

    def move(self, days: int) -> None:
        """Take another place, with the same length."""
        self.moved = True
        self.start += days
        self.soonest = self.start
        if self.until is not None:
            self.until += days
        self.finish = self.until if self.kind == PERIOD and self.until is not None else self.start + self.need
        self.soonest_finish = self.start + self.need


def _room(limit: int, soonest: int, expected: int) -> int:
    if limit >= expected:
        return limit - expected
    return min(0, limit - soonest)

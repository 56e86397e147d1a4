"""The critical path method on a plan's activities (Kelley and Walker, 1959; links as in the precedence diagram).

Forward and backward pass in whole working days; a task takes the half-open span [start, finish). Fixed dates beat
computed ones: where a link contradicts them that is reported, never silently moved. A loop of links is named and the
link that closes it is left out, so that the rest still gets its dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from graphlib import CycleError, TopologicalSorter

import msgspec

from roadmap_tui.planning.calendar import Calendar
from roadmap_tui.planning.workdays import WorkDays

_MAX_CYCLES = 50


class Task(msgspec.Struct, frozen=True):
    """What a schedule needs to know of an activity. Dates are inclusive, the duration is in working days.

    With `fixed` the dates stand; otherwise `start` is the earliest day and `end` the latest that are allowed.
    """

    id: int
    start: date | None = None
    end: date | None = None
    duration: int = 1
    fixed: bool = False


class Dependency(msgspec.Struct, frozen=True):
    """A link between two tasks: kind FS, SS, FF or SF, and a lag in working days (negative is a lead)."""

    source: int
    target: int
    kind: str = "FS"
    lag: int = 0


class Scheduled(msgspec.Struct, frozen=True):
    """A task's dates (inclusive) and its total slack in working days."""

    id: int
    early_start: date
    early_finish: date
    late_start: date
    late_finish: date
    slack_days: int
    critical: bool


class Conflict(msgspec.Struct, frozen=True):
    """Dates that cannot all be true: a link against a fixed date, or a task past its latest day."""

    kind: str
    source: int
    target: int
    days: int


class Schedule(msgspec.Struct, frozen=True):
    """The outcome for all tasks; `cycles` are loops of task ids, each starting and ending with the same one."""

    tasks: dict[int, Scheduled]
    finish: date | None
    conflicts: tuple[Conflict, ...]
    cycles: tuple[tuple[int, ...], ...]


class _Span:
    """One task while it is being scheduled, in working-day numbers."""

    __slots__ = ("deadline", "duration", "earliest", "fixed", "late_finish", "start")

    def __init__(self, task: Task, days: WorkDays) -> None:
        self.fixed = task.fixed and task.start is not None
        self.earliest = days.first_on_or_after(task.start) if task.start else 0
        self.deadline = days.last_on_or_before(task.end) + 1 if task.end else None
        self.duration = max(0, task.duration)
        if self.fixed and self.deadline is not None:
            self.duration = max(0, self.deadline - self.earliest)
        self.start = self.earliest
        self.late_finish = 0

    @property
    def finish(self) -> int:
        return self.start + self.duration

    @property
    def late_start(self) -> int:
        return self.late_finish - self.duration


def compute(
    tasks: Sequence[Task], links: Iterable[Dependency], calendar: Calendar, origin: date, finish: date | None = None
) -> Schedule:
    """Early and late dates, slack and critical path of all tasks.

    `origin` is the first day on which a task without dates may start. The backward pass runs from `finish`, or from
    the day on which the last task ends.
    """
    if not tasks:
        return Schedule({}, None, (), ())
    first = min([origin, *(task.start for task in tasks if task.start)])
    days = WorkDays(calendar, first - timedelta(days=1))
    base = days.first_on_or_after(origin)
    spans = {task.id: _Span(task, days) for task in tasks}
    known = [link for link in links if link.source in spans and link.target in spans and link.source != link.target]
    order, kept, cycles = _ordered(spans, known)
    for task in tasks:
        if task.start is None:
            spans[task.id].start = base
    incoming, outgoing = _by_target(kept), _by_source(kept)
    conflicts = _forward(order, spans, incoming)
    end = max(span.finish for span in spans.values())
    horizon = days.last_on_or_before(finish) + 1 if finish else end
    _backward(order, spans, outgoing, horizon)
    conflicts += _missed_deadlines(spans)
    return Schedule(
        tasks={task.id: _dated(task.id, spans[task.id], days) for task in tasks},
        finish=days.date(end - 1),
        conflicts=tuple(conflicts),
        cycles=cycles,
    )


def _ordered(
    spans: Mapping[int, _Span], links: list[Dependency]
) -> tuple[list[int], list[Dependency], tuple[tuple[int, ...], ...]]:
    """Tasks with every predecessor first, the links without those that close a loop, and the loops."""
    cycles: list[tuple[int, ...]] = []
    while True:
        sorter: TopologicalSorter[int] = TopologicalSorter(dict.fromkeys(spans, ()))
        for link in links:
            sorter.add(link.target, link.source)
        try:
            return list(sorter.static_order()), links, tuple(cycles)
        except CycleError as error:
            loop = tuple(error.args[1])
            cycles.append(loop)
            closing = (loop[-2], loop[-1])
            members = set(loop) if len(cycles) >= _MAX_CYCLES else set()
            links = [
                link
                for link in links
                if (link.source, link.target) != closing and not {link.source, link.target} <= members
            ]


def _by_target(links: Iterable[Dependency]) -> dict[int, list[Dependency]]:
    found: dict[int, list[Dependency]] = {}
    for link in links:
        found.setdefault(link.target, []).append(link)
    return found


def _by_source(links: Iterable[Dependency]) -> dict[int, list[Dependency]]:
    found: dict[int, list[Dependency]] = {}
    for link in links:
        found.setdefault(link.source, []).append(link)
    return found


def _earliest_start(link: Dependency, source: _Span, target: _Span) -> int:
    """The first day on which the target may start as far as this link goes."""
    anchor = source.finish if link.kind in ("FS", "FF") else source.start
    return anchor + link.lag - (target.duration if link.kind in ("FF", "SF") else 0)


def _forward(
    order: Iterable[int], spans: Mapping[int, _Span], incoming: Mapping[int, list[Dependency]]
) -> list[Conflict]:
    conflicts = []
    for task_id in order:
        span = spans[task_id]
        for link in incoming.get(task_id, ()):
            bound = _earliest_start(link, spans[link.source], span)
            if bound <= span.start:
                continue
            if span.fixed:
                conflicts.append(Conflict("link", link.source, link.target, bound - span.start))
            else:
                span.start = bound
    return conflicts


def _latest_finish(link: Dependency, source: _Span, target: _Span) -> int:
    """The last finish of the source that leaves the target where it may be latest; a fixed target does not move."""
    start = target.start if target.fixed else target.late_start
    anchor = start if link.kind in ("FS", "SS") else start + target.duration
    return anchor - link.lag + (source.duration if link.kind in ("SS", "SF") else 0)


def _backward(
    order: Sequence[int], spans: Mapping[int, _Span], outgoing: Mapping[int, list[Dependency]], horizon: int
) -> None:
    for task_id in reversed(order):
        span = spans[task_id]
        latest = horizon
        if span.deadline is not None and not span.fixed:
            latest = min(latest, span.deadline)
        for link in outgoing.get(task_id, ()):
            latest = min(latest, _latest_finish(link, span, spans[link.target]))
        span.late_finish = latest


def _missed_deadlines(spans: Mapping[int, _Span]) -> list[Conflict]:
    return [
        Conflict("deadline", task_id, task_id, span.finish - span.deadline)
        for task_id, span in spans.items()
        if span.deadline is not None and not span.fixed and span.finish > span.deadline
    ]


def _dated(task_id: int, span: _Span, days: WorkDays) -> Scheduled:
    slack = span.late_finish - span.finish
    last = max(span.start, span.finish - 1)
    late_last = max(span.late_start, span.late_finish - 1)
    return Scheduled(
        id=task_id,
        early_start=days.date(span.start),
        early_finish=days.date(last),
        late_start=days.date(span.late_start),
        late_finish=days.date(late_last),
        slack_days=slack,
        critical=slack <= 0,
    )

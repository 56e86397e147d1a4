"""From tasks and links to early and late dates, slack and the critical path, in whole working days.

Dates that people wrote beat computed ones: where a link contradicts them that is reported, never silently moved. A
loop of links is named and the link that closes it is left out, so that the rest still gets its dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from roadmap_tui.planning.calendar import Calendar
from roadmap_tui.planning.loops import Loop, ordered, targets_of
from roadmap_tui.planning.passes import Conflict, Dependency, backward, forward
from roadmap_tui.planning.spans import FREE, Span, Task
from roadmap_tui.planning.workdays import WorkDays

__all__ = ["Conflict", "Dependency", "Schedule", "Scheduled", "Task", "compute"]


class Scheduled(msgspec.Struct, frozen=True):
    """A task's dates (inclusive) and its total slack in working days.

    Early dates are those that people wrote, else the first possible ones. Without slack, or with less than none, a
    task is critical: if it slips, so does the end or something that has its dates already.
    """

    id: int
    early_start: date
    early_finish: date
    late_start: date
    late_finish: date
    slack_days: int
    critical: bool


class Schedule(msgspec.Struct, frozen=True):
    """The outcome for all tasks; `cycles` are loops of task ids, each starting and ending with the same one.

    `tight` holds what is no contradiction, but leaves a period only in part: the source must be finished, or the target
    start, earlier or later than its period alone allows.
    """

    tasks: dict[int, Scheduled]
    finish: date | None
    conflicts: tuple[Conflict, ...]
    cycles: tuple[Loop, ...]
    tight: tuple[Conflict, ...] = ()


def compute(
    tasks: Sequence[Task], links: Iterable[Dependency], calendar: Calendar, origin: date, finish: date | None = None
) -> Schedule:
    """Early and late dates, slack and critical path of all tasks.

    `origin` is the first day on which a task without dates may start. The backward pass runs from `finish`, or from
    the day on which the last task ends. Links to tasks that are not there count for nothing.
    """
    days = WorkDays(calendar, origin)
    base = days.first_on_or_after(origin)
    spans = {task.id: Span(task, days, base) for task in tasks}
    shown = [span for span in spans.values() if not span.task.hidden]
    if not shown:
        return Schedule({}, None, (), ())
    known = [link for link in links if link.source in spans and link.target in spans and link.source != link.target]
    order, kept, cycles = ordered(list(spans), known)
    clashes = forward(order, spans, _by_target(kept))
    end = max(span.finish for span in shown)
    backward(order, spans, targets_of(kept), days.last_on_or_before(finish) + 1 if finish else end)
    found = {span.task.id: _dated(span, days) for span in shown}
    return Schedule(
        tasks=found,
        finish=max(task.early_finish for task in found.values()),
        conflicts=(*_impossible(shown), *clashes.conflicts),
        cycles=cycles,
        tight=tuple(clashes.tight),
    )


def _by_target(links: Iterable[Dependency]) -> Mapping[int, list[Dependency]]:
    found: dict[int, list[Dependency]] = {}
    for link in links:
        found.setdefault(link.target, []).append(link)
    return found


def _impossible(spans: Iterable[Span]) -> list[Conflict]:
    """Tasks whose own dates contradict each other."""
    found = []
    for span in spans:
        start, end = span.task.start, span.task.end
        if start is not None and end is not None and end < start and span.kind != FREE:
            found.append(Conflict("dates", span.task.id, span.task.id, (start - end).days))
    return found


def _dated(span: Span, days: WorkDays) -> Scheduled:
    slack = span.slack
    task = span.task
    start, finish = days.date(span.start), days.date(max(span.start, span.finish - 1))
    if span.kind != FREE and not span.moved:
        if task.start is not None and span.start == span.earliest:
            start = task.start
        finish = max(start, finish if task.end is None else task.end)
    late_start, late_finish = start, finish
    if span.late_finish != span.finish:
        late_finish = days.date(max(span.late_start, span.late_finish - 1))
    if span.late_start != span.start:
        late_start = days.date(span.late_start)
    return Scheduled(
        id=task.id,
        early_start=start,
        early_finish=finish,
        late_start=late_start,
        late_finish=late_finish,
        slack_days=slack,
        critical=slack <= 0,
    )

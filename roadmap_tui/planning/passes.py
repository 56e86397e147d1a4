"""The forward and the backward pass of the critical path method (Kelley and Walker, 1959).

Links are those of the precedence diagram (Fondahl, 1961): finish-start, start-start, finish-finish, start-finish,
with a lag. The forward pass keeps two dates for every task, the expected and the soonest one, so that a link
contradicts a period only where no day of that period is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from roadmap_tui.planning.spans import FIXED, FREE, PERIOD, Span


class Dependency(msgspec.Struct, frozen=True):
    """A link between two tasks: kind FS, SS, FF or SF, and a lag in working days (negative is a lead)."""

    source: int
    target: int
    kind: str = "FS"
    lag: int = 0


class Conflict(msgspec.Struct, frozen=True):
    """Dates that cannot all be true, and by how many working days.

    Kinds: "link" (the target is too early for its link with the source), "deadline" (a task ends after its last day),
    "dates" (a task ends before it starts), "milestone" (an activity ends after the milestone it leads to). `expected`
    counts the days where every period is used to its end.
    """

    kind: str
    source: int
    target: int
    days: int
    expected: int = 0


class Clashes(msgspec.Struct):
    """What the forward pass ran into: contradictions, and what only works out if a period is not used to its end."""

    conflicts: list[Conflict] = []
    tight: list[Conflict] = []

    def note(self, kind: str, source: int, target: int, surely: int, maybe: int) -> None:
        """A bound passed by `surely` days at the soonest dates, or by `maybe` at the expected ones."""
        if surely > 0:
            self.conflicts.append(Conflict(kind, source, target, surely, maybe))
        elif maybe > 0:
            self.tight.append(Conflict(kind, source, target, maybe, maybe))


def forward(order: Iterable[int], spans: Mapping[int, Span], incoming: Mapping[int, list[Dependency]]) -> Clashes:
    """Move every task as far back as its links ask, and tell which dates stand in the way."""
    clashes = Clashes()
    for task_id in order:
        span = spans[task_id]
        for link in incoming.get(task_id, ()):
            source = spans[link.source]
            if link.kind == "FS" or link.kind == "FF":
                soonest, expected = source.soonest_finish + link.lag, source.finish + link.lag
            else:
                soonest, expected = source.soonest + link.lag, source.start + link.lag
            if span.kind == FREE:
                length = span.need if link.kind == "FF" or link.kind == "SF" else 0
                if expected - length > span.start:
                    span.start = expected - length
                    span.finish = span.start + span.need
                if soonest - length > span.soonest:
                    span.soonest = soonest - length
                    span.soonest_finish = span.soonest + span.need
            elif link.kind == "FF" or link.kind == "SF":
                _bound_finish(span, link, soonest, expected, clashes)
            else:
                _bound_start(span, link, soonest, expected, clashes)
        if span.kind == FREE and span.until is not None:
            late = span.soonest_finish - span.until
            clashes.note("deadline", task_id, task_id, late, span.finish - span.until)
        if span.limit is not None:
            late = span.soonest_finish - span.limit
            clashes.note("milestone", task_id, span.task.leads_to, late, span.finish - span.limit)
    return clashes


def _bound_start(span: Span, link: Dependency, soonest: int, expected: int, clashes: Clashes) -> None:
    """A fixed or period task that may not start before a day."""
    last = span.last_start
    if span.movable and expected > last:
        span.move(expected - span.start)
        return
    clashes.note("link", link.source, link.target, soonest - last, expected - last)
    if span.kind == PERIOD and soonest <= last:
        span.start = max(span.start, min(expected, last))
        span.soonest = max(span.soonest, soonest)
        span.soonest_finish = max(span.soonest_finish, span.soonest + span.need)


def _bound_finish(span: Span, link: Dependency, soonest: int, expected: int, clashes: Clashes) -> None:
    """A fixed or period task that may not finish before a day."""
    if span.movable and expected > span.finish:
        span.move(expected - span.finish)
        return
    clashes.note("link", link.source, link.target, soonest - span.finish, expected - span.finish)
    if span.kind == PERIOD and soonest <= span.finish:
        span.soonest_finish = max(span.soonest_finish, soonest)


def backward(
    order: Sequence[int], spans: Mapping[int, Span], outgoing: Mapping[int, list[Dependency]], horizon: int
) -> None:
    """The latest dates that leave everything after a task, and the end of the plan, where they can be.

    What has dates of its own is not moved by what comes before it, so those dates are what counts there.
    """
    for task_id in reversed(order):
        span = spans[task_id]
        latest, latest_start = horizon, None
        if span.kind == FREE and span.until is not None and span.until < latest:
            latest = span.until
        if span.limit is not None and span.limit < latest:
            latest = span.limit
        for link in outgoing.get(task_id, ()):
            target = spans[link.target]
            if link.kind == "FS" or link.kind == "SS":
                bound = _start_to_keep(target) - link.lag
            else:
                bound = _finish_to_keep(target) - link.lag
            if link.kind == "FS" or link.kind == "FF":
                if bound < latest:
                    latest = bound
            elif span.kind == PERIOD:
                latest_start = bound if latest_start is None else min(bound, latest_start)
            elif bound + span.need < latest:
                latest = bound + span.need
        span.late_finish, span.latest_start = latest, latest_start


def _start_to_keep(target: Span) -> int:
    if target.kind == FIXED:
        return target.start
    if target.kind == PERIOD:
        latest = min(target.late_finish, target.finish) - target.need
        return latest if target.latest_start is None else min(latest, target.latest_start)
    return target.late_finish - target.need


def _finish_to_keep(target: Span) -> int:
    if target.kind == FIXED:
        return target.finish
    return min(target.late_finish, target.finish) if target.kind == PERIOD else target.late_finish

"""What moves when one activity slips: a forecast, before anything is changed.

What waits for the activity is pushed along, also where it has dates of its own; those dates are marked, because
somebody agreed to them. Periods give way only when no day of them is left. What was contradictory before stays as it
was: only what the slip adds is pushed on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.planning.availability import calendar_of
from roadmap_tui.planning.network import Network, lag_days, network_of
from roadmap_tui.planning.schedule import Conflict, Dependency, Schedule, Scheduled, Task, compute
from roadmap_tui.planning.workdays import WorkDays

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_MOST_DAYS = 2000


class Move(msgspec.Struct, frozen=True):
    """One activity that gets other dates; `agreed` where these go against dates that people wrote."""

    id: int
    old_start: date
    old_finish: date
    new_start: date
    new_finish: date
    agreed: bool


class Consequences(msgspec.Struct, frozen=True):
    """What follows when the activity `id` slips by a number of working days; it is itself the first of the moves."""

    id: int
    days: int
    moves: tuple[Move, ...]
    old_finish: date | None
    new_finish: date | None
    conflicts: tuple[Conflict, ...]


def read_slip(text: str) -> int:
    """How far something slips, in working days: 3d or 2w (five to a week). Raises UsageError."""
    days = lag_days(text)
    if not 0 < days <= _MOST_DAYS:
        raise UsageError(
            _('Write how far it slips as 3d (working days) or 2w (weeks), not "{text}".').format(text=text.strip())
        )
    return days


def consequences(outlook: Outlook, activity: Activity, days: int) -> Consequences:
    """What moves when `activity` slips `days` working days. Raises UsageError for one that takes no part."""
    numbers = _numbers(outlook)
    found = _forecast(outlook, activity, lambda task, dates: _slipped(task, dates, days, numbers))
    return msgspec.structs.replace(found, days=days)


def if_dated(outlook: Outlook, activity: Activity, start: date, end: date | None) -> Consequences:
    """What moves when `activity` gets these dates. Raises UsageError for one that takes no part."""

    def dated(task: Task, _now: Scheduled) -> Task:
        return msgspec.structs.replace(task, start=start, end=end and max(start, end), kind="fixed")

    return _forecast(outlook, activity, dated)


def _numbers(outlook: Outlook) -> WorkDays:
    return WorkDays(calendar_of(outlook), outlook.plan.start or outlook.today)


def _forecast(outlook: Outlook, activity: Activity, changed: Callable[[Task, Scheduled], Task]) -> Consequences:
    """What moves when the task of `activity` is `changed`."""
    network = network_of(outlook)
    now = _computed(network)
    if activity.id not in now.tasks:
        raise UsageError(_("{activity} is cancelled, so it cannot slip.").format(activity=activity.number))
    if activity.status == "done":
        raise UsageError(_("{activity} is done, so it cannot slip.").format(activity=activity.number))
    links = _eased(network.links, now)
    calm = compute(_loosened(network.tasks, ()), links, network.calendar, network.origin)
    slipped = [
        changed(task, now.tasks[task.id]) if task.id == activity.id else task
        for task in _loosened(network.tasks, (activity.id,))
    ]
    then = compute(slipped, links, network.calendar, network.origin)
    written = {task.id: task for task in network.tasks if task.kind != "free"}
    moves = [
        Move(
            each, old.early_start, old.early_finish, new.early_start, new.early_finish, _breaks(written.get(each), new)
        )
        for each, new in then.tasks.items()
        if (old := calm.tasks[each]).early_start != new.early_start or old.early_finish != new.early_finish
    ]
    moves.sort(key=lambda move: (move.id != activity.id, move.new_start, move.old_start))
    return Consequences(
        id=activity.id,
        days=WorkDays(network.calendar, network.origin).between(
            calm.tasks[activity.id].early_finish, then.tasks[activity.id].early_finish
        ),
        moves=tuple(moves),
        old_finish=calm.finish,
        new_finish=then.finish,
        conflicts=tuple(_added(calm.conflicts, then.conflicts)),
    )


class MilestoneEffect(msgspec.Struct, frozen=True):
    """What a forecast does to one milestone: when the last work for it ends, then and now, and how late that is.

    `days_late` counts working days after the milestone is due; None where no day is set.
    """

    milestone: Milestone
    due: date | None
    old_finish: date
    new_finish: date
    days_late: int | None


def milestone_effects(outlook: Outlook, found: Consequences) -> tuple[MilestoneEffect, ...]:
    """The milestones whose work ends on another day, in the order of the plan."""
    moved = {move.id: move for move in found.moves}
    ends: dict[int, list[tuple[date, date]]] = {}
    for activity in outlook.records(Activity.TABLE):
        now = outlook.schedule.tasks.get(activity.id)
        if not isinstance(activity, Activity) or activity.milestone is None or now is None:
            continue
        move = moved.get(activity.id)
        both = (move.old_finish, move.new_finish) if move else (now.early_finish, now.early_finish)
        ends.setdefault(activity.milestone, []).append(both)
    numbers = _numbers(outlook)
    effects = []
    for milestone in outlook.records(Milestone.TABLE):
        if not isinstance(milestone, Milestone) or milestone.id not in ends:
            continue
        old, new = (max(pair[side] for pair in ends[milestone.id]) for side in (0, 1))
        if old != new:
            due = outlook.milestone(milestone).due
            late = None if due is None else max(0, numbers.between(due, new))
            effects.append(MilestoneEffect(milestone, due, old, new, late))
    return tuple(effects)


def dates_to_write(found: Consequences) -> list[tuple[int, dict[str, Any]]]:
    """The fields to set, by activity id, to make the forecast come true; what follows from links needs none."""
    return [
        (move.id, {"start": move.new_start.isoformat(), "end": move.new_finish.isoformat()})
        for move in found.moves
        if move.agreed or move.id == found.id
    ]


def _breaks(task: Task | None, new: Scheduled) -> bool:
    """Whether new dates go against those that were written; a later start within a period does not."""
    if task is None:
        return False
    return task.kind == "fixed" or task.end is None or new.early_finish > task.end


def _computed(network: Network) -> Schedule:
    return compute(network.tasks, network.links, network.calendar, network.origin)


def _loosened(tasks: Iterable[Task], but: tuple[int, ...]) -> list[Task]:
    """The tasks, those with dates of their own ready to give way."""
    return [
        msgspec.structs.replace(task, movable=True) if task.kind != "free" and task.id not in but else task
        for task in tasks
    ]


def _slipped(task: Task, dates: Scheduled, days: int, numbers: WorkDays) -> Task:
    def later(day: date | None) -> date | None:
        return None if day is None else numbers.date(numbers.first_on_or_after(day) + days)

    if task.kind == "free":
        return msgspec.structs.replace(task, start=later(dates.early_start))
    end = task.end and numbers.date(numbers.last_on_or_before(task.end) + days)
    return msgspec.structs.replace(task, start=later(task.start), end=end)


def _eased(links: Iterable[Dependency], now: Schedule) -> list[Dependency]:
    """The links with what they ask in vain already taken off, so that only a further slip pushes on."""
    short: dict[tuple[int, int], int] = {}
    for conflict in (*now.conflicts, *now.tight):
        if conflict.kind == "link":
            pair = conflict.source, conflict.target
            short[pair] = max(conflict.expected, short.get(pair, 0))
    return [
        msgspec.structs.replace(link, lag=link.lag - days) if (days := short.get((link.source, link.target))) else link
        for link in links
    ]


def _added(before: Iterable[Conflict], after: Iterable[Conflict]) -> list[Conflict]:
    """The contradictions that are new or have become worse."""
    known = {(conflict.kind, conflict.source, conflict.target): conflict.days for conflict in before}
    return [
        conflict
        for conflict in after
        if conflict.days > known.get((conflict.kind, conflict.source, conflict.target), 0)
    ]

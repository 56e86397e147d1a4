"""From the activities of a plan to the tasks and links of a schedule.

What people wrote decides how an activity can move:
- a day, loose days or explicit dates stand;
- a month, quarter, week or a choice of days is a period: it happens somewhere in it, but which day is not known;
- with a number of working days, a period is the room in which those days must fit;
- the day a milestone is due is the last day for what leads to it, as far as slack goes;
- "uiterlijk 1 oktober" is a last day, "vanaf mei" a first day, and without any dates the links alone decide.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from roadmap_tui.model.activity import Activity
from roadmap_tui.model.link import Link
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.parsing import working_days
from roadmap_tui.planning.availability import Availability, availability_of, calendar_of
from roadmap_tui.planning.calendar import Calendar
from roadmap_tui.planning.loops import loop_with
from roadmap_tui.planning.options import takes_part
from roadmap_tui.planning.schedule import Dependency, Schedule, Task, compute

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import ActivityOutlook, Outlook

__all__ = ["Network", "dependencies", "is_lag", "lag_days", "loop_with", "network_of", "schedule_of", "task_of"]

_KINDS = ("FS", "SS", "FF", "SF")


class Network(msgspec.Struct, frozen=True):
    """The tasks and links of a plan, ready to be scheduled."""

    tasks: tuple[Task, ...]
    links: tuple[Dependency, ...]
    calendar: Calendar
    origin: date


def lag_days(text: str) -> int:
    """A waiting time such as 2w or -3d in working days, five to a week; 0 for what cannot be read."""
    return working_days(text) or 0


def is_lag(text: str) -> bool:
    """Whether a waiting time can be read."""
    return working_days(text) is not None


def task_of(activity: Activity, seen: ActivityOutlook, pace: float = 1.0) -> Task:
    """An activity as a task; `pace` is the part of the week in which its lead works on it."""
    duration = 1 if activity.duration is None else math.ceil(activity.duration / pace)
    start, end = seen.start, seen.end
    if activity.start is not None:
        stated = activity.duration is not None and activity.end is None
        return Task(activity.id, start, None if stated else end, duration, "fixed")
    if start is None or end is None:
        return Task(activity.id, start, end, duration)
    if seen.precision == "day" and not seen.alternatives:
        return Task(activity.id, start, end, duration, "fixed")
    if activity.duration is None:
        return Task(activity.id, start, end, 1, "period")
    return Task(activity.id, start, end, duration)


def dependencies(links: Iterable[Link]) -> list[Dependency]:
    """The links that have both ends; one of a kind that is not known counts as finish to start."""
    return [
        Dependency(link.source, link.target, link.kind if link.kind in _KINDS else "FS", lag_days(link.lag))
        for link in links
        if link.source is not None and link.target is not None
    ]


def network_of(outlook: Outlook, without_options: bool = False) -> Network:
    """The network of a plan.

    Cancelled activities and options that are left out take no part, but what waits for them still waits for what they
    wait for. What is done no longer waits for anything.
    """
    availability, due = availability_of(outlook), _due_dates(outlook)
    tasks, done = [], set()
    for activity in _activities(outlook):
        if not takes_part(activity, without_options):
            tasks.append(Task(activity.id, duration=0, hidden=True))
            continue
        if activity.status == "done":
            done.add(activity.id)
        seen = outlook.activity(activity)
        task = task_of(activity, seen, _pace(activity, seen, availability))
        day = due.get(activity.milestone or 0)
        if day is not None and activity.milestone is not None and activity.status != "done":
            task = msgspec.structs.replace(task, due=day, leads_to=activity.milestone)
        tasks.append(task)
    links = [link for link in dependencies(links_of(outlook)) if link.target not in done]
    return Network(tuple(tasks), tuple(links), calendar_of(outlook), outlook.plan.start or outlook.today)


def schedule_of(outlook: Outlook, without_options: bool = False) -> Schedule:
    """The schedule of a plan; see `network_of` for what takes part."""
    network = network_of(outlook, without_options)
    return compute(network.tasks, network.links, network.calendar, network.origin)


def links_of(outlook: Outlook) -> list[Link]:
    """The links of a plan as they are stored."""
    return [link for link in outlook.records(Link.TABLE) if isinstance(link, Link)]


def _activities(outlook: Outlook) -> Sequence[Activity]:
    return [record for record in outlook.records(Activity.TABLE) if isinstance(record, Activity)]


def _pace(activity: Activity, seen: ActivityOutlook, availability: Availability) -> float:
    """The part of a full week that the lead who works most days has for this plan; only a duration depends on it."""
    if activity.duration is None or not seen.leads:
        return 1.0
    return max(availability.share(name) for name in seen.leads)


def _due_dates(outlook: Outlook) -> dict[int, date]:
    """The days on which milestones that are not there yet are due."""
    return {
        milestone.id: seen.due
        for milestone in outlook.records(Milestone.TABLE)
        if isinstance(milestone, Milestone)
        and not (seen := outlook.milestone(milestone)).finished
        and seen.due is not None
    }

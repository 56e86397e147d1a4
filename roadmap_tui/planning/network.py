"""From the activities of a plan to the tasks and dependencies of a schedule."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from roadmap_tui.model.activity import Activity
from roadmap_tui.model.link import Link
from roadmap_tui.planning.calendar import Calendar, dutch_calendar
from roadmap_tui.planning.schedule import Dependency, Schedule, Task, compute

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import ActivityOutlook, Outlook

_WORKING_DAYS_A_WEEK = 5
_LAG = re.compile(r"([+-]?\d{1,3})([wd])")


def lag_days(text: str) -> int:
    """A waiting time such as 2w or -3d in working days; 0 for what cannot be read."""
    found = _LAG.fullmatch(text.strip().lower())
    if found is None:
        return 0
    return int(found[1]) * (_WORKING_DAYS_A_WEEK if found[2] == "w" else 1)


def task_of(activity: Activity, seen: ActivityOutlook) -> Task:
    """An activity as a task: its dates stand, unless it states how many working days it takes within them."""
    if activity.duration is not None and activity.start is None and seen.precision not in ("day",):
        return Task(activity.id, seen.start, seen.end, activity.duration)
    if seen.start is not None and seen.end is not None:
        return Task(activity.id, seen.start, seen.end, fixed=True)
    return Task(activity.id, seen.start, seen.end, activity.duration or 1)


def dependencies(links: Iterable[Link]) -> list[Dependency]:
    """The links that have both ends."""
    return [
        Dependency(link.source, link.target, link.kind, lag_days(link.lag))
        for link in links
        if link.source is not None and link.target is not None
    ]


def schedule_of(outlook: Outlook, calendar: Calendar | None = None, without_options: bool = False) -> Schedule:
    """The schedule of a plan; cancelled activities take no part, options only when asked."""
    activities = [
        activity
        for activity in outlook.records(Activity.TABLE)
        if isinstance(activity, Activity)
        and activity.status != "cancelled"
        and not (without_options and activity.optional)
    ]
    links = [link for link in outlook.records(Link.TABLE) if isinstance(link, Link)]
    tasks = [task_of(activity, outlook.activity(activity)) for activity in activities]
    return compute(tasks, dependencies(links), calendar or dutch_calendar(), _origin(outlook))


def _origin(outlook: Outlook) -> date:
    return outlook.plan.start or outlook.today

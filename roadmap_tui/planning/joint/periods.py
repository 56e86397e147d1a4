"""When an activity happens, as one span of days that can be laid beside others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from roadmap_tui.model.activity import Activity
from roadmap_tui.planning.outlook import Outlook

Span = tuple[date, date]
_OPEN_DAYS: Final = 27
"""How long something counts of which only the first or the last day is known: four weeks."""


def span_of(outlook: Outlook, activity: Activity) -> Span | None:
    """First and last day of an activity; None where neither is known."""
    days: tuple[date, ...] = ()
    if activity.start or activity.end:
        start, end = activity.start, activity.end
    elif activity.when.strip():
        when = outlook.reader.when(activity.when)
        start, end, days = when.start, when.end, tuple(when.dates)
    else:
        return None
    known = [day for day in (start, end, *days) if day]
    if not known:
        return None
    first, last = min(known), max(known)
    if not days and start is None:
        first = _moved(last, -_OPEN_DAYS)
    elif not days and end is None:
        last = _moved(first, _OPEN_DAYS)
    return first, last


def _moved(day: date, days: int) -> date:
    limit = date.max if days > 0 else date.min
    return day + timedelta(days=days) if abs((limit - day).days) > abs(days) else limit


def overlap(one: Span, other: Span) -> Span | None:
    """The days that two spans share; None where there are none."""
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return (first, last) if first <= last else None


def hull(spans: Iterable[Span]) -> Span:
    """From the first to the last day of all."""
    found = list(spans)
    return min(first for first, _last in found), max(last for _first, last in found)


def shared_period(groups: Sequence[Sequence[Span]]) -> Span | None:
    """From the first to the last day on which at least two of the groups are at work; None where they never are."""
    found = [
        common
        for place, group in enumerate(groups)
        for other in groups[place + 1 :]
        for one in group
        for span in other
        if (common := overlap(one, span)) is not None
    ]
    return hull(found) if found else None

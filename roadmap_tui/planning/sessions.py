"""On which days the contact hours of an activity fall.

Dated sessions fall on their dates, evenly where the number differs; what repeats falls on each occurrence; sessions of
which only the period is known are spread evenly over the working days of that period, so that every full working
week gets the same share.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from roadmap_tui.model.activity import Activity
from roadmap_tui.planning.occurrences import occurrence_count, occurrence_days, split_recurrence, when_days

if TYPE_CHECKING:
    from roadmap_tui.planning.effort.model import Effort
    from roadmap_tui.planning.outlook import ActivityOutlook, Outlook

_LONGEST = timedelta(days=3660)
Window = tuple[date, date]


class Hours(msgspec.Struct):
    """Contact hours of one activity, per person invited.

    `dated` are on known days (`certain` unless these are a choice), `spread` somewhere in a window, `unplaced` at a
    moment that is not known.
    """

    dated: dict[date, float] = {}
    spread: dict[Window, float] = {}
    unplaced: float = 0.0
    certain: bool = True

    @property
    def total(self) -> float:
        """All of them together."""
        return sum(self.dated.values()) + sum(self.spread.values()) + self.unplaced


def hours_of(outlook: Outlook, activity: Activity) -> Hours:
    """When the contact hours of an activity fall; nothing where no hours are stated."""
    seen = outlook.activity(activity)
    window = _window(outlook, activity, seen)
    dates = _dates(seen, window)
    found = Hours(certain=not seen.alternatives)
    for part in seen.effort.all_parts:
        _place(found, part, seen, window, dates)
    stated = activity.hours
    if stated is not None:
        _scale(found, stated, window, dates)
    return found


def _window(outlook: Outlook, activity: Activity, seen: ActivityOutlook) -> Window | None:
    """The period in which an activity takes place: as written, else as its links and duration say."""
    start, end = seen.start, seen.end
    if start is None and end is None and activity.duration is not None:
        dates = outlook.scheduled(activity)
        start, end = (dates.early_start, dates.early_finish) if dates else (None, None)
    if start is None or end is None or end < start or end - start > _LONGEST:
        return None
    return start, end


def _dates(seen: ActivityOutlook, window: Window | None) -> list[date]:
    """The days that are named, if any."""
    if window is not None and window[0] == window[1]:
        return [window[0]]
    overruled = seen.when.start is not None and (seen.start, seen.end) != (seen.when.start, seen.when.end)
    return seen.dates or ([] if overruled else when_days(seen.when))


def _place(found: Hours, part: Effort, seen: ActivityOutlook, window: Window | None, dates: list[date]) -> None:
    each = part.hours_each if part.hours_each is not None else part.total_hours
    if each is None:
        return
    if part.recurrence is None or part.count is not None:
        hours = part.total_hours if part.total_hours is not None else each * (part.count or 1)
        _add(found, hours, window, dates)
        return
    if window is None:
        return
    days = dates if seen.when.recurrence and dates else occurrence_days(_once(part.recurrence), *window)
    times = split_recurrence(part.recurrence)[0]
    count = occurrence_count(part.recurrence, seen.when) or times * len(days)
    _add(found, each * count, window, days)


def _once(recurrence: str) -> str:
    return recurrence.rpartition("/")[2]


def _add(found: Hours, hours: float, window: Window | None, dates: list[date]) -> None:
    if dates:
        for day in dates:
            found.dated[day] = found.dated.get(day, 0.0) + hours / len(dates)
    elif window is not None:
        found.spread[window] = found.spread.get(window, 0.0) + hours
    else:
        found.unplaced += hours


def _scale(found: Hours, stated: float, window: Window | None, dates: list[date]) -> None:
    """Let the hours add up to what a person stated."""
    total = found.total
    if total <= 0:
        _add(found, stated, window, dates)
        return
    factor = stated / total
    found.dated = {day: hours * factor for day, hours in found.dated.items()}
    found.spread = {span: hours * factor for span, hours in found.spread.items()}
    found.unplaced *= factor

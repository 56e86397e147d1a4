"""What to watch out for on the days of a reading: weekends, public holidays, school holidays."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from roadmap_tui.planning.notes import Note, note
from roadmap_tui.planning.when.model import WhenContext

_SATURDAY: Final = 5


def day_notes(days: Iterable[date], context: WhenContext) -> list[Note]:
    """A note for each day that falls in a weekend, on a holiday or in a school holiday."""
    found: list[Note] = []
    for day in days:
        calendar = context.known_calendar()
        holiday = calendar.holiday_key(day)
        if holiday is not None:
            found.append(note("holiday", day=day, name=holiday))
        if day.weekday() >= _SATURDAY:
            found.append(note("weekend", day=day, weekday=day.weekday()))
        school = calendar.school_holiday(day, context.region)
        if school is not None and holiday is None:
            found.append(note("in_school_holiday", day=day, name=school, region=context.region))
    return found

"""The days on which something repeats within a window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from roadmap_tui.planning.periods import first_day, last_day, nth_weekday, shift
from roadmap_tui.planning.when.model import When

_SATURDAY: Final = 5
MOST: Final = 1000  # occurrences: a longer row says nothing more


def occurrence_count(recurrence: str, when: When) -> int:
    """How often `recurrence` happens within the window of `when`; 0 when the window is open."""
    times, count, unit = split_recurrence(recurrence)
    if when.start is None or when.end is None:
        return 0
    days = occurrence_days(f"P{count}{unit}", when.start, when.end, _weekdays(when)[:1], _nth(when)[:1])
    return times * len(days)


def when_days(when: When) -> list[date]:
    """The days of a reading that repeats within its own window; empty when it does not or is open."""
    if when.recurrence is None or when.start is None or when.end is None:
        return []
    times, count, unit = split_recurrence(when.recurrence)
    weekdays, nth = _weekdays(when), _nth(when)
    days_of_month = [item["nth"] for item in when.notes if item.code == "on_day"]
    if days_of_month:
        return _on_days(days_of_month, count, when.start, when.end)
    if times > 1 and not weekdays:
        return []
    return occurrence_days(f"P{count}{unit}", when.start, when.end, weekdays, nth)


def occurrence_days(
    recurrence: str, start: date, end: date, weekdays: list[int] | None = None, nth: list[int] | None = None
) -> list[date]:
    """The days of a repetition from `start` to `end`, both included.

    Days are those from Monday to Friday. Weeks begin at the first of the given weekdays, Monday when none is
    given, on or after the start; months fall on the nth weekday when one is given, else on the first working
    day of the month.
    """
    _times, count, unit = split_recurrence(recurrence)
    if unit in ("D", "W"):
        days = _by_week(count * (7 if unit == "W" else 1), unit, start, end, weekdays)
    else:
        days = _by_month(count * (12 if unit == "Y" else 1), start, end, weekdays or [], nth or [])
    found = []
    for day in days:
        found.append(day)
        if len(found) >= MOST:
            break
    return sorted(set(found))


def split_recurrence(recurrence: str) -> tuple[int, int, str]:
    """ "2/P1M" is (2, 1, "M"): twice in every one month."""
    times, _slash, period = recurrence.rpartition("/")
    return int(times or 1), int(period[1:-1]), period[-1]


def _by_week(step: int, unit: str, start: date, end: date, weekdays: list[int] | None) -> Iterator[date]:
    for weekday in weekdays or [0]:
        day = start if unit == "D" else start + timedelta(days=(weekday - start.weekday()) % 7)
        if day > end and not weekdays:
            day = start  # a window too short to hold a Monday still holds one occurrence
        while day <= end:
            if unit != "D" or day.weekday() < _SATURDAY:
                yield day
            day += timedelta(days=step)


def _by_month(step: int, start: date, end: date, weekdays: list[int], nth: list[int]) -> Iterator[date]:
    month = first_day(start.year, start.month)
    while month <= end:
        if weekdays and nth:
            days = [nth_weekday(month, number, weekday) for number in nth for weekday in weekdays]
        else:
            first = max(month, start)
            days = [first + timedelta(days=(7 - first.weekday()) % 7 if first.weekday() > 4 else 0)]
        yield from (day for day in days if day is not None and start <= day <= end)
        month = shift(month, step, "M")


def _on_days(numbers: list[int], step: int, start: date, end: date) -> list[date]:
    """The 1st, the 15th, ... of every month in the window, where the month has that day."""
    found: list[date] = []
    month = first_day(start.year, start.month)
    while month <= end:
        last = last_day(month.year, month.month)
        found += [month.replace(day=number) for number in sorted(numbers) if number <= last.day]
        month = shift(month, step, "M")
    return [day for day in found if start <= day <= end]


def _weekdays(when: When) -> list[int]:
    codes = ("on_weekday", "nth_weekday", "last_weekday")
    return list(dict.fromkeys(item["weekday"] for item in when.notes if item.code in codes))


def _nth(when: When) -> list[int]:
    found = [item["nth"] for item in when.notes if item.code == "nth_weekday"]
    return list(dict.fromkeys(found + [-1 for item in when.notes if item.code == "last_weekday"]))

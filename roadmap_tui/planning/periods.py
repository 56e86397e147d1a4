"""Arithmetic with calendar periods: months, ISO weeks, shifting dates; no opinion on words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

ONE_DAY: Final = timedelta(days=1)
FIRST_YEAR: Final = 1950
LAST_YEAR: Final = 2199
_MONTHS_IN: Final = {"M": 1, "Q": 3, "T": 4, "H": 6, "Y": 12}


def last_day(year: int, month: int) -> date:
    """The last day of a month; month 13 and on run into the next year."""
    year, month = year + month // 12, month % 12 + 1
    return date(year, month, 1) - ONE_DAY


def first_day(year: int, month: int) -> date:
    """The first day of a month; month 13 and on run into the next year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def weeks_in(year: int) -> int:
    """The number of ISO weeks in a year: 28 December is always in the last one."""
    return date(year, 12, 28).isocalendar()[1]


def monday_of_week(year: int, week: int) -> date:
    """The Monday of an ISO week."""
    return date.fromisocalendar(year, week, 1)


def monday_before(day: date) -> date:
    """The Monday of the week that holds `day`."""
    return day - timedelta(days=day.weekday())


def nth_weekday(month: date, nth: int, weekday: int) -> date | None:
    """The nth (or with -1 the last) given weekday of the month that starts on `month`; None when it has none."""
    if nth < 0:
        last = last_day(month.year, month.month)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    day = month + timedelta(days=(weekday - month.weekday()) % 7 + 7 * (nth - 1))
    return day if nth > 0 and day.month == month.month else None


def shift(day: date, count: int, unit: str) -> date:
    """`day` moved by a number of D(ays), W(eeks), M(onths), Q(uarters), T(hirds of a year), H(alf years) or Y(ears).

    A month that has no such day gives its last day. Raises OverflowError outside the calendar.
    """
    if unit in ("D", "W"):
        return day + timedelta(days=count * (7 if unit == "W" else 1))
    month = day.year * 12 + day.month - 1 + count * _MONTHS_IN[unit]
    year, month = divmod(month, 12)
    if not 1 <= year <= 9998:
        raise OverflowError
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), last_day(year, month + 1))


def iso_period(count: int, unit: str) -> str:
    """An ISO 8601 period: P2W, P3M for a quarter, P6M for half a year, with a minus sign when negative."""
    if unit in ("Q", "T", "H"):
        count, unit = count * _MONTHS_IN[unit], "M"
    return f"{'-' if count < 0 else ''}P{abs(count)}{unit}"

"""Dates in words that are as exact, or as loose, as the words they replace: 8 to 17 June becomes "begin juni" again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from roadmap_tui.i18n import N_, _

_MONTHS: Final = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
_PARTS: Final = (N_("early {month}"), N_("mid {month}"), N_("late {month}"))
_PART_ENDS: Final = (10, 20)
_LAST_OF_HALF: Final = 6


def words_for(start: date, end: date, precision: str, year: int) -> str:
    """Words for a period, no more exact than `precision` (as in a When); a year only where it is not the plan's `year`.

    A period that fills its unit only in part gets the units it is mostly in.
    """
    if precision == "part_month":
        first, last = _mostly(start, end, 4)
        return _joined(_part(first, year), _part(last, year))
    if precision == "month" or (precision == "season" and (end - start).days < 300):
        first, last = _mostly(start, end, 15)
        return _month_span(first, last, year)
    if precision == "quarter":
        first, last = _mostly(start, end, 45)
        return _joined(_quarter(first, year), _quarter(last, year))
    if precision == "half_year":
        first, last = _mostly(start, end, 90)
        return _joined(_half(first), _half(last))
    if precision in ("year", "season"):
        first, last = _mostly(start, end, 180)
        return _joined(str(first.year), str(last.year))
    if precision == "week":
        return _joined(_week(start, year), _week(end, year))
    return _days(start, end, year)


def _mostly(start: date, end: date, half: int) -> tuple[date, date]:
    """The period without the less than half a unit that sticks out at either side."""
    if (end - start).days < 2 * half:
        middle = start + (end - start) // 2
        return middle, middle
    return start + timedelta(days=half), _back(end, half)


def _back(day: date, days: int) -> date:
    return day - timedelta(days=days)


def _joined(first: str, last: str) -> str:
    return first if first == last else _("{first} through {last}").format(first=first, last=last)


def _year(day: date, year: int) -> str:
    return f" {day.year}" if day.year != year else ""


def _month(day: date) -> str:
    return _(_MONTHS[day.month - 1]).lower()


def _month_span(first: date, last: date, year: int) -> str:
    if first.year == last.year and first.month != last.month:
        return _joined(_month(first), _month(last)) + _year(last, year)
    return _joined(_month(first) + _year(first, year), _month(last) + _year(last, year))


def _part(day: date, year: int) -> str:
    """The third of the month that a day is in: to the 10th, to the 20th, to the end."""
    part = sum(day.day > limit for limit in _PART_ENDS)
    return _(_PARTS[part]).format(month=_month(day)) + _year(day, year)


def _quarter(day: date, year: int) -> str:
    return _("Q{number}").format(number=(day.month - 1) // 3 + 1) + _year(day, year)


def _half(day: date) -> str:
    half = _("first half of {year}") if day.month <= _LAST_OF_HALF else _("second half of {year}")
    return half.format(year=day.year)


def _week(day: date, year: int) -> str:
    """The ISO week of a day."""
    number = day.isocalendar()
    return _("week {number}").format(number=number.week) + (f" {number.year}" if number.year != year else "")


def _days(start: date, end: date, year: int) -> str:
    last = f"{end.day} {_month(end)}{_year(end, year)}"
    if start == end:
        return last
    first = str(start.day) if (start.year, start.month) == (end.year, end.month) else f"{start.day} {_month(start)}"
    if start.year != end.year:
        first += _year(start, year)
    return _joined(first, last)

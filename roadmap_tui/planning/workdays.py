"""Working days as whole numbers, so that a schedule is plain arithmetic.

Day 0 is the first working day on or after the origin; weekends, closed holidays and own free days have no number.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta

from roadmap_tui.planning.calendar import Calendar

_STRIDE = 366


class WorkDays:
    """Numbers working days from an origin onwards; the table grows as far as it is asked."""

    def __init__(self, calendar: Calendar, origin: date) -> None:
        self._calendar = calendar
        self._next = origin
        self._days: list[date] = []
        self._grow()

    def _grow(self) -> None:
        """Add a year to the table."""
        last = min(self._next.toordinal() + _STRIDE, date.max.toordinal())
        for ordinal in range(self._next.toordinal(), last):
            day = date.fromordinal(ordinal)
            if self._calendar.is_working_day(day):
                self._days.append(day)
        self._next = date.fromordinal(last)

    def _reach(self, day: date) -> None:
        while self._next <= day < date.max - timedelta(days=1):
            before = self._next
            self._grow()
            if self._next == before:
                return

    def first_on_or_after(self, day: date) -> int:
        """The number of the first working day that is not before `day`."""
        self._reach(day)
        return bisect_left(self._days, day)

    def last_on_or_before(self, day: date) -> int:
        """The number of the last working day that is not after `day`; -1 where all are after it."""
        self._reach(day)
        return bisect_right(self._days, day) - 1

    def date(self, number: int) -> date:
        """The date of a working day; the first or last of the table where it does not reach that far."""
        while number >= len(self._days):
            before = len(self._days)
            self._grow()
            if len(self._days) == before:
                return self._days[-1]
        return self._days[max(0, number)]

"""Working days as whole numbers, so that a schedule is plain arithmetic.

Day 0 is the first working day on or after the origin, day -1 the last one before it; weekends, holidays on which
town halls are closed and days off have no number.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date

from roadmap_tui.planning.calendar import Calendar

_FIRST_STRIDE = 366
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


class WorkDays:
    """Numbers working days around an origin; the table grows in both directions as far as it is asked."""

    def __init__(self, calendar: Calendar, origin: date) -> None:
        self._calendar = calendar
        self._low = self._high = origin.toordinal()  # the table covers low up to, not including, high
        self._days: list[date] = []
        self._offset = 0  # how many days of the table are before the origin
        self._later()

    def _stride(self) -> int:
        return max(_FIRST_STRIDE, self._high - self._low)

    def _working(self, low: int, high: int) -> list[date]:
        found = []
        for ordinal in range(low, high):
            day = date.fromordinal(ordinal)
            if self._calendar.is_working_day(day):
                found.append(day)
        return found

    def _later(self) -> bool:
        """Double the table at the end; False where there are no more dates."""
        high = min(self._high + self._stride(), _LAST + 1)
        self._days += self._working(self._high, high)
        grown, self._high = high > self._high, high
        return grown

    def _earlier(self) -> bool:
        """Double the table in front; False where there are no more dates."""
        low = max(self._low - self._stride(), _FIRST)
        before = self._working(low, self._low)
        self._days[:0] = before
        self._offset += len(before)
        grown, self._low = low < self._low, low
        return grown

    def _reach(self, day: date) -> None:
        ordinal = day.toordinal()
        while ordinal >= self._high and self._later():
            pass
        while ordinal < self._low and self._earlier():
            pass

    def first_on_or_after(self, day: date) -> int:
        """The number of the first working day that is not before `day`."""
        self._reach(day)
        return bisect_left(self._days, day) - self._offset

    def last_on_or_before(self, day: date) -> int:
        """The number of the last working day that is not after `day`."""
        self._reach(day)
        return bisect_right(self._days, day) - self._offset - 1

    def between(self, start: date, end: date) -> int:
        """How many working days from `start` to `end`: 0 for the same day, negative where `end` is earlier."""
        return self.last_on_or_before(end) - self.last_on_or_before(start)

    def date(self, number: int) -> date:
        """The date of a working day; the first or last that exists where `number` lies beyond."""
        while number + self._offset >= len(self._days) and self._later():
            pass
        while number + self._offset < 0 and self._earlier():
            pass
        return self._days[min(max(0, number + self._offset), len(self._days) - 1)]

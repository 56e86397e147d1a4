"""How far a moment lies from an event or a date."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.notes import note
from roadmap_tui.planning.periods import FIRST_YEAR, LAST_YEAR, ONE_DAY, iso_period, shift
from roadmap_tui.planning.when.model import Unreadable, WhenContext

DIRECTIONS: Final = {k.BEFORE: -1, k.AFTER: 1, k.FROM: 1}
MINUS: Final = frozenset(("-", "- / -", "min", "minus"))
SIGNS: Final = MINUS | {"+", "plus"}
_DAYS_IN: Final = {"D": 1, "W": 7, "M": 30, "Q": 91, "T": 122, "H": 182, "Y": 365}


def shifted(day: date, count: int, unit: str) -> date:
    """`day` moved by so many units. Raises Unreadable for a day outside the calendar."""
    moved = shift(day, count, unit)
    if not FIRST_YEAR <= moved.year <= LAST_YEAR:
        raise Unreadable(note("no_such_year", part=str(moved.year)))
    return moved


class Distance:
    """So many days, weeks, months ... before (-1) or after (1) something; `whole` when said as "de week voor"."""

    __slots__ = ("count", "direction", "lasts", "limit", "unit", "whole", "workdays")

    def __init__(self, count: int, unit: str, direction: int, *, whole: bool = False, workdays: bool = False) -> None:
        self.count = count
        self.unit = unit
        self.direction = direction
        self.whole = whole
        self.workdays = workdays
        self.limit: str | None = None
        self.lasts = False

    @property
    def iso(self) -> str:
        """The distance as an ISO 8601 period, negative before the event."""
        return iso_period(self.count * self.direction, self.unit)

    @property
    def rough_days(self) -> int:
        """About how many days this is, negative before the event; only to compare distances."""
        return self.count * self.direction * _DAYS_IN[self.unit]

    def moved(self, day: date, context: WhenContext) -> date:
        """The day that lies this far from `day`."""
        if not self.workdays:
            return shifted(day, self.count * self.direction, self.unit)
        calendar, left = context.known_calendar(), self.count
        while left:
            day += timedelta(days=self.direction)
            left -= calendar.is_working_day(day)
        return day

    def days(self, day: date, context: WhenContext) -> tuple[date, date]:
        """First and last day meant, seen from `day`."""
        reached = self.moved(day, context)
        if self.lasts and reached > day:
            return day, reached - ONE_DAY
        if not self.whole:
            return reached, reached
        return (reached, day - ONE_DAY) if self.direction < 0 else (day + ONE_DAY, reached)

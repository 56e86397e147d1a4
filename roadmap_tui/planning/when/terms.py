"""One period as it is written, before the year, the month or the unit it leaves out is known."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

# Units that stand for a period of their own.
DAY: Final = "day"
WEEK: Final = "week"
MONTH: Final = "month"
QUARTER: Final = "quarter"
THIRD: Final = "third"
HALF: Final = "half"
YEAR: Final = "year"
SEASON: Final = "season"
SCHOOL: Final = "school"
RECESS: Final = "recess"
HOLIDAY: Final = "holiday"
SCHOOL_YEAR: Final = "school_year"
FIXED: Final = "fixed"
# Units that stand for a piece of the period in `base`.
PART: Final = "part"
NTH_WEEK: Final = "nth_week"
NTH_WEEKDAY: Final = "nth_weekday"
NTH_MONTH: Final = "nth_month"
NTH_DAY: Final = "nth_day"
NTH_WORKDAY: Final = "nth_workday"
WEEK_OF: Final = "week_of"
WEEKEND_OF: Final = "weekend_of"
WEEKDAYS_OF: Final = "weekdays_of"
FIRST_UNITS: Final = "first_units"
# Units that are completed from their neighbours.
BARE_NUMBER: Final = "bare_number"
BARE_ORDINAL: Final = "bare_ordinal"
BARE_PART: Final = "bare_part"
BARE: Final = (BARE_NUMBER, BARE_ORDINAL, BARE_PART)
_YEARLESS: Final = frozenset((FIXED, *BARE))


class Span(msgspec.Struct, gc=False):
    """A period on the calendar, both ends included, with how it was said and how precisely."""

    start: date
    end: date
    kind: str
    precision: str


class Term(msgspec.Struct):
    """One period as written: a unit, its number or name, and the piece of which other period it is."""

    unit: str
    number: int = 0
    month: int = 0
    year: int = 0
    name: str = ""
    base: Term | None = None
    span: Span | None = None
    weekday: int | None = None
    text: str = ""

    @property
    def root(self) -> Term:
        """The period that carries the year: the base of the base, or the term itself."""
        term = self
        while term.base is not None:
            term = term.base
        return term

    @property
    def needs_year(self) -> bool:
        """Whether the year has still to be found."""
        root = self if self.base is None else self.root
        return root.year == 0 and root.unit not in _YEARLESS

    def copy_with(self, number: int) -> Term:
        """The same kind of period with another number, for "1e en 3e week van mei"."""
        twin = Term(self.unit, number, month=self.month, year=self.year, name=self.name, base=self.base, span=self.span)
        twin.weekday = self.weekday
        return twin

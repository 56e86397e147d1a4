"""Picking up a bar, moving and stretching it, and what has to be written when it is put down.

Moving gives explicit dates; the words stay as they are. Whole months that move by months stay whole months.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal

import msgspec

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.record import Record
from roadmap_tui.model.stakeholder import Communication
from roadmap_tui.planning.consequences import Consequences, dates_to_write, if_dated
from roadmap_tui.planning.network import links_of
from roadmap_tui.planning.periods import FIRST_YEAR, LAST_YEAR, last_day, shift

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook


Edge = Literal["bar", "start", "end"]
_DAYS_IN_MONTH: Final = 30.44


class Bar(msgspec.Struct, frozen=True):
    """A bar in somebody's hand: where it was and where it is now, days inclusive.

    Where `has_start` or `has_end` is not set the plan leaves that side open, and so does moving.
    """

    record: Activity | Milestone
    was: tuple[date, date]
    start: date
    end: date
    has_start: bool = True
    has_end: bool = True

    @property
    def is_moved(self) -> bool:
        """Whether it is elsewhere than it was."""
        return (self.start, self.end) != self.was

    def shifted(self, count: int, unit: str) -> Bar:
        """The bar moved by D(ays), W(eeks) or M(onths). Raises UsageError at the limits of the calendar."""
        return self._with(_moved(self.start, count, unit), _moved(self.end, count, unit, to_end=self._ends_month))

    def stretched(self, count: int, unit: str) -> Bar:
        """The bar with another last day, never before its first one. Raises UsageError for a milestone."""
        if isinstance(self.record, Milestone):
            raise UsageError(_("A milestone is one day; it can only be moved."))
        end = max(self.start, _moved(self.end, count, unit, to_end=self._ends_month))
        return msgspec.structs.replace(self._with(self.start, end), has_start=True, has_end=True)

    def begun(self, count: int, unit: str) -> Bar:
        """The bar with another first day, never after its last one. Raises UsageError for a milestone."""
        if isinstance(self.record, Milestone):
            raise UsageError(_("A milestone is one day; it can only be moved."))
        start = min(self.end, _moved(self.start, count, unit))
        return msgspec.structs.replace(self._with(start, self.end), has_start=True, has_end=True)

    def moved(self, edge: Edge, count: int, unit: str) -> Bar:
        """The whole bar moved, or one of its ends. Raises UsageError."""
        moves = {"bar": self.shifted, "start": self.begun, "end": self.stretched}
        return moves[edge](count, unit)

    def dragged(self, edge: Edge, days: int, to_month: bool = False) -> Bar:
        """The bar moved by calendar days; with `to_month` whole months stay whole months. Raises UsageError."""
        if to_month and self.start.day == 1 and self._ends_month:
            return self.moved(edge, round(days / _DAYS_IN_MONTH), "M")
        return self.moved(edge, days, "D")

    @property
    def _ends_month(self) -> bool:
        return self.end == last_day(self.end.year, self.end.month) and self.start != self.end

    def _with(self, start: date, end: date) -> Bar:
        if start.year < FIRST_YEAR or end.year > LAST_YEAR:
            raise UsageError(_("A plan holds the years {first} to {last}.").format(first=FIRST_YEAR, last=LAST_YEAR))
        return msgspec.structs.replace(self, start=start, end=end)


def _moved(day: date, count: int, unit: str, to_end: bool = False) -> date:
    try:
        moved = shift(day, count, unit)
    except OverflowError:
        return day
    return last_day(moved.year, moved.month) if to_end and unit == "M" else moved


def pick_up(outlook: Outlook, record: Record | None) -> Bar:
    """The bar of an activity or milestone; today where it has no date yet. Raises UsageError for what stays put."""
    if isinstance(record, Milestone):
        due = outlook.milestone(record).due or outlook.today
        return Bar(record, (due, due), due, due)
    if isinstance(record, Communication):
        raise UsageError(_("{moment} follows its words; change those instead.").format(moment=record.number))
    if not isinstance(record, Activity):
        raise UsageError(_("Choose a row first."))
    seen = outlook.activity(record)
    if seen.finished:
        raise UsageError(_("{activity} is finished; it stays where it is.").format(activity=record.number))
    if seen.when.recurrence:
        raise UsageError(_("{activity} repeats; change its words instead.").format(activity=record.number))
    known = [day for day in (seen.start, seen.end, *seen.dates) if day] or [outlook.today]
    start, end = min(known), max(known)
    open_side = not seen.dates and (seen.start is None) != (seen.end is None)
    has_start, has_end = not open_side or seen.start is not None, not open_side or seen.end is not None
    return Bar(record, (start, end), start, end, has_start, has_end)


def effects(outlook: Outlook, bar: Bar) -> Consequences | None:
    """What else moves when the bar is put down; None where it is linked with nothing."""
    if isinstance(bar.record, Milestone) or not bar.has_start or not bar.is_moved:
        return None
    if not any(bar.record.id in (link.source, link.target) for link in links_of(outlook)):
        return None
    return if_dated(outlook, bar.record, bar.start, bar.end if bar.has_end else None)


def to_write(bar: Bar, found: Consequences | None) -> list[tuple[str, int, dict[str, Any]]]:
    """The fields to set when the bar is put down, as (table, id, fields): its own, and those of what moves along."""
    if isinstance(bar.record, Milestone):
        return [(Milestone.TABLE, bar.record.id, {"due": bar.start.isoformat()})]
    own: dict[str, Any] = {}
    if bar.has_start:
        own["start"] = bar.start.isoformat()
    if bar.has_end:
        own["end"] = bar.end.isoformat()
    others = [(record_id, fields) for record_id, fields in dates_to_write(found)] if found else []
    along = [(Activity.TABLE, each, fields) for each, fields in others if each != bar.record.id]
    return [(Activity.TABLE, bar.record.id, own), *along]

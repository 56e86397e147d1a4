"""The timeline as geometry: which rows there are and which marks stand on them, the same for every painter.

A mark never says more than the words do: a day is solid, a month is light, a choice is hollow, an open end fades.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.record import Record
from roadmap_tui.view.timescale import TimeScale, fitting

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import ActivityOutlook, Outlook

_EXACT: Final = ("day", "week", "none")
_LONG_SPAN_DAYS: Final = 366 * 12
_EMPTY_SPAN_WEEKS: Final = 26
_SHORTEST_NUMBER: Final = 5


class Shape(StrEnum):
    """How a mark is drawn, by what is known about it."""

    SOLID = "solid"
    PART = "part"
    PERIOD = "period"
    TICK = "tick"
    CHOICE = "choice"
    HOLLOW = "hollow"
    OPEN_START = "open_start"
    OPEN_END = "open_end"
    ALWAYS = "always"
    MILESTONE = "milestone"
    DOUBT = "doubt"


class Mark(NamedTuple):
    """Something drawn on a row, from `start` to `end` in eighths of a cell from the left edge of the chart."""

    shape: Shape
    start: int
    end: int
    tone: Tone


class Row(msgspec.Struct, frozen=True):
    """One line: an activity, a milestone, or (without record) the heading of a group."""

    record: Record | None
    heading: str = ""

    @property
    def id(self) -> int:
        """The id of the record; 0 for a heading."""
        return self.record.id if self.record else 0


class Timeline:
    """The rows of a plan in its own order, and the marks on each; marks are made for one row at a time, when drawn."""

    def __init__(self, outlook: Outlook) -> None:
        self.outlook = outlook
        self.today = outlook.today
        activities = [a for a in outlook.records(Activity.TABLE) if isinstance(a, Activity)]
        milestones = [m for m in outlook.records(Milestone.TABLE) if isinstance(m, Milestone)]
        planned = [a for a in activities if is_planned(outlook.activity(a))]
        dated = sorted((m for m in milestones if outlook.milestone(m).due), key=lambda m: outlook.milestone(m).due or 0)
        kept = {record.id for record in (*planned, *dated)}
        waiting = [record for record in (*activities, *milestones) if record.id not in kept]
        self._planned, self._dated = planned, dated
        self.rows: tuple[Row, ...] = (
            *_group(_("Milestones"), dated),
            *_group(_("Activities") if dated else "", planned),
            *_group(_("Still to be planned"), waiting),
        )

    @cached_property
    def _index(self) -> dict[int, int]:
        return {row.id: index for index, row in enumerate(self.rows) if row.record}

    @cached_property
    def number_width(self) -> int:
        """How many cells the numbers take, the blank after them included."""
        longest = max((len(row.record.number) for row in self.rows if row.record), default=0)
        return max(_SHORTEST_NUMBER, longest + 1)

    def index_of(self, record_id: int) -> int | None:
        """The row that shows a record."""
        return self._index.get(record_id)

    @cached_property
    def period(self) -> tuple[date, date]:
        """The days that the plan spans, with today where it lies near; from today on where nothing has a date."""
        spans = [span for a in self._planned if (span := _known_span(self.outlook.activity(a)))]
        spans += [(due, due) for m in self._dated if (due := self.outlook.milestone(m).due)]
        if self.outlook.plan.go_live:
            spans.append((self.outlook.plan.go_live, self.outlook.plan.go_live))
        if not spans:
            return self.today, date.fromordinal(self.today.toordinal() + 7 * _EMPTY_SPAN_WEEKS)
        first, last = _common_span(spans)
        margin = (last - first).days // 4
        if 0 < (first - self.today).days <= margin:
            first = self.today
        if 0 < (self.today - last).days <= margin:
            last = self.today
        return first, last

    def fitted(self, width: int) -> TimeScale:
        """The closest scale that shows the whole plan in `width` cells."""
        return fitting(*self.period, width)

    def span(self, record: Record) -> tuple[date, date] | None:
        """The days that a record takes, as far as they are known."""
        if isinstance(record, Milestone):
            due = self.outlook.milestone(record).due
            return (due, due) if due else None
        return _known_span(self.outlook.activity(record)) if isinstance(record, Activity) else None

    def alarm(self, row: Row) -> Tone | None:
        """BAD for what is late, WARN for what should have started; None where nothing is the matter."""
        if isinstance(row.record, Milestone):
            return Tone.BAD if self.outlook.milestone(row.record).late else None
        if not isinstance(row.record, Activity):
            return None
        seen = self.outlook.activity(row.record)
        return Tone.BAD if seen.late else Tone.WARN if seen.late_start else None

    def marks(self, row: Row, scale: TimeScale) -> tuple[Mark, ...]:
        """What is drawn on a row, also where it lies outside the window."""
        if isinstance(row.record, Milestone):
            return self._milestone_marks(row.record, scale)
        if isinstance(row.record, Activity):
            seen = self.outlook.activity(row.record)
            return tuple(activity_marks(seen, activity_tone(row.record, seen), scale))
        return ()

    def _milestone_marks(self, milestone: Milestone, scale: TimeScale) -> tuple[Mark, ...]:
        seen = self.outlook.milestone(milestone)
        if seen.due is None:
            return ()
        tone = Tone.BAD if seen.late else Tone.GOOD if seen.finished else Tone.NORMAL
        return (Mark(Shape.MILESTONE, *scale.span(seen.due, seen.due), tone),)


def is_planned(seen: ActivityOutlook) -> bool:
    """Whether anything is known about when an activity happens."""
    return bool(seen.start or seen.end or seen.dates or seen.when.kind == "open")


def activity_tone(activity: Activity, seen: ActivityOutlook) -> Tone:
    """What the colour of an activity says: late, should have started, on hold, done, busy, or still to come."""
    if seen.finished:
        return Tone.GOOD if activity.status == "done" else Tone.MUTED
    if seen.late:
        return Tone.BAD
    if seen.late_start or activity.status == "on_hold":
        return Tone.WARN
    return Tone.NORMAL if activity.status == "active" else Tone.MUTED


def activity_marks(seen: ActivityOutlook, tone: Tone, scale: TimeScale) -> Iterable[Mark]:
    """The marks of an activity, honest about what its words leave open."""
    if seen.dates:
        held = len(seen.dates) * seen.progress // 100 if not seen.alternatives else 0
        for index, day in enumerate(seen.dates):
            shape = Shape.CHOICE if seen.alternatives else Shape.TICK
            yield Mark(shape, *scale.span(day, day), Tone.GOOD if index < held else tone)
    elif seen.start and seen.end:
        yield from _period_marks(seen, max(seen.start, seen.end), tone, scale)
    elif seen.start:
        start, end = scale.span(seen.start, seen.start)
        yield Mark(Shape.OPEN_END, start, end, tone)
    elif seen.end:
        start, end = scale.span(seen.end, seen.end)
        yield Mark(Shape.OPEN_START, start, end, tone)
    elif seen.when.kind == "open":
        yield Mark(Shape.ALWAYS, 0, scale.width * 8, Tone.MUTED)
    if seen.uncertain and (latest := max([*seen.dates, *filter(None, (seen.start, seen.end))], default=None)):
        _start, end = scale.span(latest, latest)
        yield Mark(Shape.DOUBT, end, end, tone)


def _period_marks(seen: ActivityOutlook, end: date, tone: Tone, scale: TimeScale) -> Iterable[Mark]:
    assert seen.start is not None
    left, right = scale.span(seen.start, end)
    shape = _shape_of(seen)
    done = left + (right - left) * seen.progress // 100
    if shape is Shape.HOLLOW or not left < done < right:
        yield Mark(shape, left, right, tone)
        return
    yield Mark(shape, left, done, Tone.GOOD)
    yield Mark(shape, done, right, tone)


def _shape_of(seen: ActivityOutlook) -> Shape:
    if seen.alternatives:
        return Shape.HOLLOW
    if seen.precision in _EXACT:
        return Shape.SOLID
    return Shape.PART if seen.precision == "part_month" else Shape.PERIOD


def _known_span(seen: ActivityOutlook) -> tuple[date, date] | None:
    known = [day for day in (seen.start, seen.end, *seen.dates) if day]
    return (min(known), max(known)) if known else None


def _common_span(spans: Sequence[tuple[date, date]]) -> tuple[date, date]:
    """First and last day of all; in a plan of many years without its rare outliers, which are often typing errors."""
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    if (last - first).days <= _LONG_SPAN_DAYS:
        return first, last
    starts, ends = sorted(span[0] for span in spans), sorted(span[1] for span in spans)
    rare = len(spans) // 20
    return starts[rare], max(ends[-1 - rare], starts[rare])


def _group(heading: str, records: Sequence[Record]) -> Iterable[Row]:
    if heading and records:
        yield Row(None, f"{heading} ({len(records)})")
    for record in records:
        yield Row(record)

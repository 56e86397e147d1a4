"""The timeline as geometry: its rows and the marks on each, the same for every painter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from roadmap_tui.model.activity import Activity
from roadmap_tui.model.baseline import Baseline
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.link import Link
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.record import Record
from roadmap_tui.model.stakeholder import Communication
from roadmap_tui.view.timeline_marks import Mark, Shape, Span, activity_marks, activity_tone, repeated_days
from roadmap_tui.view.timeline_rows import Row, as_activity, communication_rows, rows_of
from roadmap_tui.view.timescale import TimeScale, fitting

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import ActivityOutlook, Outlook

_LONG_SPAN_DAYS: Final = 366 * 12
_EMPTY_SPAN_WEEKS: Final = 26
_SHORTEST_NUMBER: Final = 5
_OPEN_END_DAYS: Final = 28


class Timeline:
    """The rows of a plan and the marks on each; marks are made for one row at a time, when drawn.

    `preview` holds other days for some records by id: they are drawn there, with a ghost of where they were.
    """

    def __init__(self, outlook: Outlook, grouping: str = "none", preview: Mapping[int, Span] | None = None) -> None:
        self.outlook = outlook
        self.today = outlook.today
        self.grouping = grouping
        self.preview: Mapping[int, Span] = preview or {}
        self.rows: tuple[Row, ...] = rows_of(outlook, grouping)
        self._moments: dict[int, Activity] = {}
        self._repeats: dict[int, Sequence[date]] = {}
        self._groups: dict[str, Span | None] = {}

    def with_communication(self) -> Timeline:
        """The same timeline with the communication moments as a group below everything else."""
        found = [
            each
            for each in self.outlook.records(Communication.TABLE)
            if isinstance(each, Communication) and each.status != "cancelled"
        ]
        self._moments = {each.id: as_activity(each) for each in found}
        self.rows = (*self.rows, *communication_rows(self.outlook, found))
        return self

    def activity_of(self, record: Record | None) -> Activity | None:
        """The activity of a row; a communication moment counts as one."""
        return record if isinstance(record, Activity) else self._moments.get(record.id) if record else None

    def previewing(self, preview: Mapping[int, Span]) -> Timeline:
        """The same timeline with other days for some records; what is known already is shared."""
        other = copy(self)
        other.preview = preview
        return other

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
    def period(self) -> Span:
        """The days that the plan spans, with today where it lies near; from today on where nothing has a date."""
        spans = [span for row in self.rows if row.record and (span := self._space_now(row.record))]
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

    def span(self, record: Record) -> Span | None:
        """The days that a record takes, as far as they are known."""
        return self.preview.get(record.id) or self._span_now(record)

    def _span_now(self, record: Record) -> Span | None:
        if isinstance(record, Milestone):
            due = self.outlook.milestone(record).due
            return (due, due) if due else None
        activity = self.activity_of(record)
        return _known_span(self.outlook.activity(activity)) if activity else None

    def _space_now(self, record: Record) -> Span | None:
        """The days that a record takes, with room to see that it goes on where its end is open."""
        span = self._span_now(record)
        if span is None or not isinstance(record, Activity) or self.outlook.activity(record).end:
            return span
        return span[0], max(span[1], date.fromordinal(span[0].toordinal() + _OPEN_END_DAYS))

    def alarm(self, row: Row) -> Tone | None:
        """BAD for what is late, WARN for what should have started; None where nothing is the matter."""
        if isinstance(row.record, Milestone):
            return Tone.BAD if self.outlook.milestone(row.record).late else None
        activity = self.activity_of(row.record)
        if activity is None:
            return None
        seen = self.outlook.activity(activity)
        return Tone.BAD if seen.late else Tone.WARN if seen.late_start else None

    # links, critical path, baseline

    @cached_property
    def links(self) -> Mapping[int, tuple[Link, ...]]:
        """The links at either end of which an activity stands, by its id."""
        found: dict[int, list[Link]] = {}
        for link in self.outlook.records(Link.TABLE):
            if isinstance(link, Link) and link.source and link.target and link.source != link.target:
                found.setdefault(link.source, []).append(link)
                found.setdefault(link.target, []).append(link)
        return {record_id: tuple(links) for record_id, links in found.items()}

    def is_critical(self, record: Record) -> bool:
        """Whether a record is on the critical path; a plan without links has no path."""
        return bool(self.links) and record.id in self._critical

    def words(self, record: Record) -> str:
        """What stands in the column of words, where that is not when it happens."""
        return ""

    def badge(self, record: Record) -> str:
        """The sign after the status of a record: that it is on the critical path."""
        return "critical" if self.is_critical(record) else ""

    @cached_property
    def _critical(self) -> frozenset[int]:
        tasks = self.outlook.schedule.tasks.values()
        return frozenset(task.id for task in tasks if task.critical and task.id in self.links)

    def was_planned(self, record: Record) -> Span | None:
        """The days that the newest baseline has for a record, where these differ from what they are now."""
        then = self._baseline.get(str(record.id), (None, None))
        if then[0] is None or then[1] is None:
            return None
        if isinstance(record, Activity):
            found = self.outlook.scheduled(record)
            now = (found.early_start, found.early_finish) if found else None
        else:
            now = self._span_now(record)
        return None if now == then else (then[0], then[1])

    @cached_property
    def _baseline(self) -> Mapping[str, tuple[date | None, date | None]]:
        saved = [record for record in self.outlook.records(Baseline.TABLE) if isinstance(record, Baseline)]
        return saved[-1].dates if saved else {}

    # marks

    def marks(self, row: Row, scale: TimeScale) -> tuple[Mark, ...]:
        """What is drawn on a row, also where it lies outside the window."""
        record = row.record
        if record is None:
            return self._group_marks(row, scale)
        behind = self._ghosts(record, scale)
        if record.id in self.preview:
            shape = Shape.MILESTONE if isinstance(record, Milestone) else Shape.SOLID
            return (*behind, Mark(shape, *scale.span(*self.preview[record.id]), Tone.ACCENT))
        if isinstance(record, Milestone):
            return (*behind, *self._milestone_marks(record, scale))
        activity = self.activity_of(record)
        if activity is None:
            return ()
        seen = self.outlook.activity(activity)
        return (*behind, *activity_marks(seen, activity_tone(activity, seen), scale, self._repeated(activity, seen)))

    def _ghosts(self, record: Record, scale: TimeScale) -> tuple[Mark, ...]:
        """Where a record was: before it is put down elsewhere, else in the baseline."""
        was = self._span_now(record) if record.id in self.preview else self.was_planned(record)
        return (Mark(Shape.GHOST, *scale.span(was[0], max(was)), Tone.MUTED),) if was else ()

    def _repeated(self, activity: Activity, seen: ActivityOutlook) -> Sequence[date]:
        if not seen.when.recurrence:
            return ()
        if activity.id not in self._repeats:
            plan = self.outlook.plan
            around = plan.start or self.period[0], plan.go_live or self.period[1]
            self._repeats[activity.id] = repeated_days(seen, around)
        return self._repeats[activity.id]

    def _milestone_marks(self, milestone: Milestone, scale: TimeScale) -> tuple[Mark, ...]:
        seen = self.outlook.milestone(milestone)
        if seen.due is None:
            return ()
        tone = Tone.BAD if seen.late else Tone.GOOD if seen.finished else Tone.NORMAL
        return (Mark(Shape.MILESTONE, *scale.span(seen.due, seen.due), tone),)

    def _group_marks(self, row: Row, scale: TimeScale) -> tuple[Mark, ...]:
        """From the first to the last day of a group."""
        if row.heading not in self._groups:
            spans = [span for record in row.members if (span := self._span_now(record))]
            self._groups[row.heading] = _common_span(spans) if spans else None
        span = self._groups[row.heading]
        return (Mark(Shape.GROUP, *scale.span(*span), Tone.MUTED),) if span and len(row.members) > 1 else ()


def _known_span(seen: ActivityOutlook) -> Span | None:
    known = [day for day in (seen.start, seen.end, *seen.dates) if day]
    return (min(known), max(known)) if known else None


def _common_span(spans: Sequence[Span]) -> Span:
    """First and last day of all; in a plan of many years without its rare outliers, which are often typing errors."""
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    if (last - first).days <= _LONG_SPAN_DAYS:
        return first, last
    starts, ends = sorted(span[0] for span in spans), sorted(span[1] for span in spans)
    rare = len(spans) // 20
    return starts[rare], max(ends[-1 - rare], starts[rare])

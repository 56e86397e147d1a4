"""What follows from a plan on a given day: dates, hours, progress, and what is late. Computed when asked, once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec

from roadmap_tui.model.activity import Activity
from roadmap_tui.model.milestone import Checkpoint, Milestone
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record
from roadmap_tui.model.risk import Measure, Risk
from roadmap_tui.planning import risks
from roadmap_tui.planning.effort.model import Effort
from roadmap_tui.planning.effort.totals import Totals
from roadmap_tui.planning.health import Amounts, Health, amounts, judge
from roadmap_tui.planning.language.tokens import is_known, normalise
from roadmap_tui.planning.offsets import OffsetError, parse_offset, resolve
from roadmap_tui.planning.options import takes_part
from roadmap_tui.planning.reading import Reader
from roadmap_tui.planning.when.model import When, WhenContext

if TYPE_CHECKING:
    from roadmap_tui.model.link import Link
    from roadmap_tui.model.scope import Precondition
    from roadmap_tui.planning.calendar import Calendar
    from roadmap_tui.planning.runsheet import StepOutlook
    from roadmap_tui.planning.schedule import Schedule, Scheduled

_YEARS = range(1990, 2200)
_FINISHED_ACTIVITY = ("done", "cancelled")
_FINISHED_MILESTONE = ("delivered", "approved", "cancelled")


class ActivityOutlook(msgspec.Struct, frozen=True):
    """What is known of one activity today; hours are contact hours, without organisation and preparation."""

    when: When
    effort: Effort
    leads: list[str]
    start: date | None
    end: date | None
    dates: list[date]
    precision: str
    uncertain: bool
    alternatives: bool
    fixed: Totals
    recurring: Totals
    sessions: int | None
    total_hours: float | None
    progress: int
    late: bool
    late_start: bool
    finished: bool


class CheckpointOutlook(msgspec.Struct, frozen=True):
    """When a point on a checklist must be in order, and whether that day has passed."""

    due: date | None
    late: bool
    finished: bool


class MilestoneOutlook(msgspec.Struct, frozen=True):
    """How far a milestone is: points in order (not applicable counts) out of all, and whether it is late."""

    due: date | None
    done: int
    total: int
    progress: int
    late: bool
    finished: bool
    checkpoints: tuple[Checkpoint, ...]


class RiskOutlook(msgspec.Struct, frozen=True):
    """How heavy a risk weighs, now and after its measures."""

    score: int | None
    level: risks.RiskLevel | None
    rest_score: int | None
    rest_level: risks.RiskLevel | None
    open: bool
    measures: tuple[Measure, ...]


class Outlook:
    """The reading of one state of a plan on one day; `before` lends what has not changed since.

    `reader_for` gives the reader of a context; who reads many plans lends one reader to all plans of one context.
    """

    def __init__(
        self,
        plan: Plan,
        records: Callable[[str], Sequence[Record]],
        today: date,
        before: Outlook | None = None,
        reader_for: Callable[[WhenContext], Reader] = Reader,
    ) -> None:
        self.plan = plan
        self.today = today
        self.records = records
        plain = _context(plan, today)
        known = before._titles if before is not None else None
        self._titles: Reader = known if known is not None and known.context == plain else reader_for(plain)
        self.context = self._with_milestones(plain)
        same = before is not None and before.context == self.context
        self.reader: Reader = before.reader if before is not None and same else reader_for(self.context)
        self._activities: dict[int, tuple[Activity, ActivityOutlook]] = (
            before._activities if before is not None and same else {}
        )

    def _with_milestones(self, context: WhenContext) -> WhenContext:
        """The context in which "na DAP" is read against the day the milestone DAP is due.

        Milestones whose title is a moment by itself are left out: "voor juni" remains the month.
        """
        due = {
            record.title: day
            for record in self.records(Milestone.TABLE)
            if isinstance(record, Milestone)
            and record.status != "cancelled"
            and record.title not in context.anchors
            and (day := self.due(record.due, record.offset)) is not None
        }
        named = {title: day for title, day in due.items() if title.strip() and not self._is_moment(title)}
        return msgspec.structs.replace(context, anchors={**context.anchors, **named}) if named else context

    def _is_moment(self, title: str) -> bool:
        """Whether a title says when; words that no moment consists of settle that without reading it."""
        words = (word.strip(".,:;()'") for word in normalise(title).split())
        if any(word.isalpha() and not is_known(word) for word in words):
            return False
        reading = self._titles.when(title)
        return reading.start is not None or reading.end is not None or reading.recurrence is not None

    def activity(self, activity: Activity) -> ActivityOutlook:
        """What is known of an activity today."""
        known = self._activities.get(activity.id)
        if known is None or known[0] is not activity:
            known = (activity, self._read_activity(activity))
            self._activities[activity.id] = known
        return known[1]

    def _read_activity(self, activity: Activity) -> ActivityOutlook:
        when, effort = self.reader.when(activity.when), self.reader.effort(activity.sessions)
        start, end = activity.start or when.start, activity.end or when.end
        overruled = activity.start is not None or activity.end is not None
        finished = activity.status in _FINISHED_ACTIVITY or not takes_part(activity)
        planned = self.reader.planned(activity.sessions, activity.when)
        sessions = planned.fixed.sessions + planned.recurring.sessions
        return ActivityOutlook(
            when=when,
            effort=effort,
            leads=self.reader.leads(activity.lead),
            start=start,
            end=end,
            dates=[] if overruled else list(when.dates),
            precision="day" if overruled else when.precision,
            uncertain=when.uncertain and not overruled,
            alternatives=when.alternatives and not overruled,
            fixed=planned.fixed,
            recurring=planned.recurring,
            sessions=sessions or None,
            total_hours=activity.hours if activity.hours is not None else planned.hours,
            progress=_progress(activity.status, activity.progress, activity.sessions_held, sessions),
            late=not finished and end is not None and end < self.today,
            late_start=not finished
            and activity.status == "todo"
            and _should_have_started(start, end, when, overruled, self.today),
            finished=finished,
        )

    @cached_property
    def _checkpoints(self) -> dict[int, tuple[Checkpoint, ...]]:
        return _grouped(self.records(Checkpoint.TABLE), Checkpoint, "milestone")

    @cached_property
    def _measures(self) -> dict[int, tuple[Measure, ...]]:
        return _grouped(self.records(Measure.TABLE), Measure, "risk")

    @cached_property
    def _levels(self) -> tuple[risks.RiskLevel, ...]:
        return risks.levels(self.plan)

    def due(self, explicit: date | None, offset: str) -> date | None:
        """The date a record is due: its own, else its distance from go-live or start."""
        if explicit is not None or not offset:
            return explicit
        try:
            return resolve(parse_offset(offset), self.plan.start, self.plan.go_live)
        except OffsetError:
            return None

    def checkpoint(self, checkpoint: Checkpoint) -> CheckpointOutlook:
        """When a point is due and whether it is late."""
        due, finished = self.due(checkpoint.due, checkpoint.offset), checkpoint.status != "open"
        return CheckpointOutlook(due, not finished and due is not None and due < self.today, finished)

    def precondition(self, precondition: Precondition) -> CheckpointOutlook:
        """Before when something must be arranged, and whether that day has passed."""
        due, finished = self.due(precondition.due, precondition.offset), precondition.status == "done"
        return CheckpointOutlook(due, not finished and due is not None and due < self.today, finished)

    def milestone(self, milestone: Milestone) -> MilestoneOutlook:
        """How far a milestone is."""
        points = self._checkpoints.get(milestone.id, ())
        done = sum(1 for point in points if point.status != "open")
        finished = milestone.status in _FINISHED_MILESTONE
        due = self.due(milestone.due, milestone.offset)
        progress = 100 if finished else (100 * done // len(points) if points else 0)
        late = not finished and due is not None and due < self.today
        return MilestoneOutlook(due, done, len(points), progress, late, finished, points)

    def risk(self, risk: Risk) -> RiskOutlook:
        """How heavy a risk weighs."""
        now, rest = risks.score(risk.chance, risk.impact), risks.score(risk.rest_chance, risk.rest_impact)
        return RiskOutlook(
            score=now,
            level=risks.level_of(now, self._levels),
            rest_score=rest,
            rest_level=risks.level_of(rest, self._levels),
            open=risks.is_open(risk),
            measures=self._measures.get(risk.id, ()),
        )

    @property
    def risk_levels(self) -> tuple[risks.RiskLevel, ...]:
        """The classes in which this plan puts its risks, from low to very high."""
        return self._levels

    @cached_property
    def schedule(self) -> Schedule:
        """Dates, slack and critical path of all activities."""
        from roadmap_tui.planning.network import schedule_of

        return schedule_of(self)

    def scheduled(self, activity: Activity) -> Scheduled | None:
        """The place of an activity in the schedule; None for one that takes no part in it."""
        return self.schedule.tasks.get(activity.id)

    @cached_property
    def _links(self) -> tuple[dict[int, tuple[Link, ...]], dict[int, tuple[Link, ...]]]:
        from roadmap_tui.model.link import Link

        links = self.records(Link.TABLE)
        return _grouped(links, Link, "target"), _grouped(links, Link, "source")

    def links_to(self, activity_id: int) -> tuple[Link, ...]:
        """What an activity waits for."""
        return self._links[0].get(activity_id, ())

    def links_from(self, activity_id: int) -> tuple[Link, ...]:
        """What waits for an activity."""
        return self._links[1].get(activity_id, ())

    @cached_property
    def run_sheet(self) -> dict[int, StepOutlook]:
        """When each step of the run-sheet begins and ends, by the id of the step."""
        from roadmap_tui.planning.runsheet import run_sheet

        return {found.step.id: found for found in run_sheet(self)}

    @cached_property
    def amounts(self) -> Amounts:
        """The sessions and hours of all activities together."""
        return amounts(self)

    @cached_property
    def health(self) -> Health:
        """How the plan stands today."""
        return judge(self)


def _context(plan: Plan, today: date) -> WhenContext:
    anchors = {"livegang": plan.go_live, "start": plan.start}
    return WhenContext(
        year=plan.year if plan.year is not None and plan.year in _YEARS else (plan.start or plan.go_live or today).year,
        today=today,
        region=plan.region,
        calendar=_calendar(plan.calendars),
        anchors={name: moment for name, moment in anchors.items() if moment is not None},
    )


def _calendar(names: str) -> Calendar | None:
    """The calendar with the own files that a plan names; None leaves the choice to who needs one."""
    if not names.strip():
        return None
    from roadmap_tui.planning.calendar import plan_calendar

    return plan_calendar(names)


def _progress(status: str, stated: int | None, held: int | None, planned: int) -> int:
    """Percent done: what a person stated, else all for what is done, else the sessions held."""
    if status == "done":
        return 100
    if stated is not None:
        return max(0, min(100, stated))
    if held and planned:
        return min(100, 100 * held // planned)
    return 0


def _should_have_started(start: date | None, end: date | None, when: When, overruled: bool, today: date) -> bool:
    """Whether the first moment has surely passed: for a day its own, for a month or longer its end decides."""
    if start is None or not start < today:
        return False
    return overruled or when.precision in ("day", "week") or (end is not None and end < today)


def _grouped(records: Sequence[Record], kind: type[Any], field: str) -> dict[int, tuple[Any, ...]]:
    found: dict[int, list[Any]] = {}
    for record in records:
        if isinstance(record, kind):
            found.setdefault(getattr(record, field) or 0, []).append(record)
    return {parent: tuple(children) for parent, children in found.items()}

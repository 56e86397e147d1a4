"""How the plan stands, in one look: the same facts for `roadmap status` and the Overview screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Protocol, TypeVar

import msgspec

from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.choices import ACTIVITY_STATUS, MILESTONE_STATUS
from roadmap_tui.model.fields import Choice, Tone
from roadmap_tui.model.parsing import choice_label
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.planning.health import is_empty, state_word
from roadmap_tui.view.text import one_line

if TYPE_CHECKING:
    from roadmap_tui.model.activity import Activity
    from roadmap_tui.model.milestone import Milestone
    from roadmap_tui.model.plan import Plan
    from roadmap_tui.model.report import Report
    from roadmap_tui.model.risk import Risk
    from roadmap_tui.model.steering import LogEntry
    from roadmap_tui.planning.health import Dated
    from roadmap_tui.planning.outlook import Outlook

DEFAULT_LIMIT = 100
_LOG, _REPORTS = "log", "reports"
"""Tables that many plans do not have: only who has them loads what reads them."""

_DAYS_IN_WEEK = 7
_COUNT_IN_DAYS = 14
_TONES = {"good": Tone.GOOD, "warn": Tone.WARN, "bad": Tone.BAD}

T = TypeVar("T")


class LastChangeLike(Protocol):
    """When the plan was last changed and by whom."""

    @property
    def moment(self) -> datetime: ...
    @property
    def name(self) -> str: ...


class PlanSource(Protocol):
    """What an overview is made from; a Session is one."""

    @property
    def plan(self) -> Plan: ...
    @property
    def today(self) -> date: ...
    @property
    def outlook(self) -> Outlook: ...
    def last_change(self) -> LastChangeLike | None: ...


class Entry(msgspec.Struct, frozen=True):
    """One line of a list: a record with what there is to say about it.

    `day` is the date that the list is about (the last day, the day this week, the due date), `word` says what is
    the matter and `glyph` names its sign in view/glyphs. `done` of `total` counts checkpoints; `score` is of a risk.
    """

    record: Record
    day: date | None = None
    who: str = ""
    word: str = ""
    glyph: str = ""
    tone: Tone = Tone.NORMAL
    done: int = 0
    total: int = 0
    progress: int = 0
    score: int | None = None

    @property
    def number(self) -> str:
        """The short number people use in speech."""
        return self.record.number

    @property
    def title(self) -> str:
        """What it is called."""
        return self.record.title


class Listing(msgspec.Struct, frozen=True):
    """The first entries of a list, and how many there are in all."""

    entries: tuple[Entry, ...] = ()
    total: int = 0
    nothing: str = ""
    """What to do where the plan has none at all; `{action}` stands for the key of that action."""


class Judged(msgspec.Struct, frozen=True):
    """One GOTIK aspect as the last report judged it: in words, with its sign, tone and trend."""

    aspect: str
    word: str
    glyph: str
    tone: Tone
    trend: str


class Hours(msgspec.Struct, frozen=True):
    """Sessions and contact hours that the plan fixes, without organisation and preparation."""

    sessions: int
    fixed: float
    without_options: float
    options: int


class Overview(msgspec.Struct, frozen=True):
    """How the plan stands. `state` is good, warn or bad; `why` is one sentence; dates are left to the printer."""

    title: str
    subtitle: str
    organisation: str
    today: date
    state: str
    state_word: str
    glyph: str
    tone: Tone
    why: str
    reasons: tuple[str, ...]
    progress: int
    total: int
    done: int
    active: int
    go_live: date | None
    countdown: str
    changed: datetime | None
    changed_by: str
    late: Listing
    late_start: Listing
    this_week: Listing
    milestones: Listing
    risks: Listing
    late_checkpoints: int
    hours: Hours
    log: Listing = Listing()
    gotik: tuple[Judged, ...] = ()
    report: str = ""

    @property
    def weeks_to_go_live(self) -> int | None:
        """Whole weeks from today to go-live, negative once it is past; None where no date is set."""
        return None if self.go_live is None else int((self.go_live - self.today).days / _DAYS_IN_WEEK)


def overview(source: PlanSource, limit: int = DEFAULT_LIMIT) -> Overview:
    """How the plan stands today, with at most `limit` entries in each list."""
    plan, outlook = source.plan, source.outlook
    health, report = outlook.health, _last_report(outlook)
    change = source.last_change()
    return Overview(
        title=plan.title,
        subtitle=plan.subtitle,
        organisation=plan.organisation,
        today=source.today,
        state=health.state,
        state_word=state_word(health),
        glyph="todo" if is_empty(health) else health.state,
        tone=Tone.MUTED if is_empty(health) else _TONES[health.state],
        why=health.reasons[0] if health.reasons else _no_worries(health.activities_total),
        reasons=health.reasons,
        progress=health.progress,
        total=health.activities_total,
        done=health.activities_done,
        active=health.activities_active,
        go_live=plan.go_live,
        countdown=countdown(plan.go_live, source.today),
        changed=change.moment if change else None,
        changed_by=change.name if change else "",
        late=_listing(health.late, limit, lambda activity: _late(activity, outlook)),
        late_start=_listing(health.late_start, limit, lambda activity: _late_start(activity, outlook)),
        this_week=_listing(health.this_week, limit, lambda dated: _this_week(dated, outlook)),
        milestones=_listing(
            health.next_milestones,
            limit,
            lambda milestone: _milestone(milestone, outlook),
            "" if outlook.records("milestones") else _("none yet: {go_milestones} and then {new}"),
        ),
        risks=_listing(
            health.top_risks,
            limit,
            lambda risk: _risk(risk, outlook),
            "" if outlook.records("risks") else _("none yet: {go_risks} and then {new}"),
        ),
        late_checkpoints=health.late_checkpoints,
        log=_listing(due_log(outlook), limit, lambda entry: _log(entry, outlook)),
        gotik=_gotik(outlook, report) if report else (),
        report=report.title if report else "",
        hours=Hours(health.sessions_fixed, health.hours_fixed, health.hours_without_options, health.options),
    )


def countdown(day: date | None, today: date) -> str:
    """How far off a day is, in words: in weeks, and in days when it is near; empty where there is none."""
    if day is None:
        return ""
    days = (day - today).days
    if days == 0:
        return _("today")
    near = abs(days) < _COUNT_IN_DAYS
    count = abs(days) if near else abs(days) // _DAYS_IN_WEEK
    if days > 0:
        text = ngettext("in {count} day", "in {count} days", count) if near else _("in {count} weeks")
    else:
        text = ngettext("{count} day ago", "{count} days ago", count) if near else _("{count} weeks ago")
    return text.format(count=count)


def _no_worries(activities: int) -> str:
    return _("Nothing is late.") if activities else _("There are no activities in this plan yet.")


def _listing(items: Sequence[T], limit: int, entry: Callable[[T], Entry], nothing: str = "") -> Listing:
    return Listing(tuple(entry(item) for item in items[:limit]), len(items), nothing)


def days_since(day: date | None, today: date) -> str:
    """How many days ago a day was, in words; empty where there is none."""
    if day is None:
        return ""
    count = (today - day).days
    return ngettext("{count} day", "{count} days", count).format(count=count)


def _status(options: Sequence[Choice], code: str) -> tuple[str, str, Tone]:
    """Word, glyph and tone of a status; a word this version does not know stands as it is."""
    found = next((option for option in options if option.code == code), None)
    return (_(found.label), found.glyph, found.tone) if found else (code, "", Tone.NORMAL)


def _late(activity: Activity, outlook: Outlook) -> Entry:
    seen = outlook.activity(activity)
    word = days_since(seen.end, outlook.today)
    return Entry(activity, seen.end, _who(activity), word, "bad", Tone.BAD, progress=seen.progress)


def _late_start(activity: Activity, outlook: Outlook) -> Entry:
    seen = outlook.activity(activity)
    word = _("Should have started")
    return Entry(activity, seen.start, _who(activity), word, "warn", Tone.WARN, progress=seen.progress)


def _this_week(dated: Dated, outlook: Outlook) -> Entry:
    activity = dated.activity
    seen = outlook.activity(activity)
    word, glyph, tone = _status(ACTIVITY_STATUS, activity.status)
    return Entry(activity, dated.day, _who(activity), word, glyph, tone, progress=seen.progress)


def _milestone(milestone: Milestone, outlook: Outlook) -> Entry:
    seen = outlook.milestone(milestone)
    late = (_("Late"), "bad", Tone.BAD)
    word, glyph, tone = late if seen.late else _status(MILESTONE_STATUS, milestone.status)
    return Entry(milestone, seen.due, milestone.owner, word, glyph, tone, seen.done, seen.total, seen.progress)


def _risk(risk: Risk, outlook: Outlook) -> Entry:
    seen = outlook.risk(risk)
    word = _(seen.level.label) if seen.level else _("Not assessed")
    tone = seen.level.tone if seen.level else Tone.MUTED
    return Entry(risk, None, risk.owner, word, seen.level.letter if seen.level else "", tone, score=seen.score)


def due_log(outlook: Outlook) -> list[LogEntry]:
    """Open decisions, actions and issues whose date has passed or comes within a week."""
    if not outlook.records(_LOG):
        return []
    from roadmap_tui.planning.reporting.suggestions import open_log

    until = outlook.today + timedelta(days=_DAYS_IN_WEEK)
    return [entry for entry in open_log(outlook) if entry.due is not None and entry.due <= until]


def _log(entry: LogEntry, outlook: Outlook) -> Entry:
    late = entry.due is not None and entry.due < outlook.today
    word = choice_label(fields_of(type(entry))["kind"], entry.kind)
    owner = one_line(entry.owner)
    return Entry(entry, entry.due, owner, word, "bad" if late else "todo", Tone.BAD if late else Tone.NORMAL)


def _last_report(outlook: Outlook) -> Report | None:
    """The last report that was issued; None where there is none."""
    if not outlook.records(_REPORTS):
        return None
    from roadmap_tui.planning.reporting.judging import last_issued

    return last_issued(outlook.records)


def _gotik(outlook: Outlook, report: Report) -> tuple[Judged, ...]:
    """How a report judged each aspect."""
    from roadmap_tui.planning.reporting.judging import judgements, trend

    judged = []
    for each in judgements(outlook.records, report):
        fields = fields_of(type(each))
        colour, way = fields["colour"].choice(each.colour), trend(outlook.records, report, each)
        judged.append(
            Judged(
                choice_label(fields["aspect"], each.aspect),
                _(colour.label) if colour else "-",
                colour.glyph if colour else "",
                colour.tone if colour else Tone.MUTED,
                choice_label(fields["trend"], way).lower() if way else "",
            )
        )
    return tuple(judged)


def _who(activity: Activity) -> str:
    """The lead on one line."""
    return one_line(activity.lead)

"""How a plan stands: one judgement with its reasons, and the few things that ask for attention.

In danger: a milestone is late, or more than a fifth of the running and due activities are. Attention needed: an
activity or checkpoint is late, or an open risk is in the highest class. Otherwise on track.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.milestone import Checkpoint, Milestone
from roadmap_tui.model.risk import Risk
from roadmap_tui.planning.options import takes_part
from roadmap_tui.planning.risks import is_opportunity

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import ActivityOutlook, Outlook

_DANGER_SHARE = 0.2


class Dated(msgspec.Struct, frozen=True):
    """An activity with the day this week on which it happens or ends; None where only its period is known."""

    activity: Activity
    day: date | None


class Health(msgspec.Struct, frozen=True):
    """How the plan stands: `state` is good, warn or bad; `reasons` are sentences, the weightiest first."""

    state: str
    reasons: tuple[str, ...]
    activities_total: int
    activities_done: int
    activities_active: int
    progress: int
    late: tuple[Activity, ...]
    late_start: tuple[Activity, ...]
    this_week: tuple[Dated, ...]
    late_milestones: tuple[Milestone, ...]
    next_milestones: tuple[Milestone, ...]
    top_risks: tuple[Risk, ...]
    late_checkpoints: int
    options: int
    sessions_fixed: int
    hours_fixed: float
    hours_without_options: float
    sessions_recurring: int
    hours_recurring: float


class Amounts(msgspec.Struct, frozen=True):
    """The activities of a plan added up; hours are contact hours of the sessions that are counted one by one."""

    activities: int
    done: int
    options: int
    sessions: int
    hours: float
    hours_without_options: float


def amounts(outlook: Outlook) -> Amounts:
    """The activities of a plan added up, in one walk; this is asked for after every change."""
    count = done = options = sessions = 0
    total = without = 0.0
    for activity in outlook.records(Activity.TABLE):
        if not isinstance(activity, Activity) or not takes_part(activity):
            continue
        fixed = outlook.activity(activity).fixed
        spent = fixed.hours if activity.hours is None else activity.hours
        count += 1
        done += activity.status == "done"
        sessions += fixed.sessions
        total += spent
        if activity.optional:
            options += 1
        else:
            without += spent
    return Amounts(count, done, options, sessions, total, without)


def judge(outlook: Outlook) -> Health:
    """The health of the plan that `outlook` reads."""
    activities = [a for a in outlook.records(Activity.TABLE) if isinstance(a, Activity) and takes_part(a)]
    known = [(activity, outlook.activity(activity)) for activity in activities]
    milestones = [m for m in outlook.records(Milestone.TABLE) if isinstance(m, Milestone)]
    late = tuple(sorted((a for a, o in known if o.late), key=lambda a: (outlook.activity(a).end or date.max, a.order)))
    late_milestones = tuple(m for m in milestones if outlook.milestone(m).late)
    late_checkpoints = _late_checkpoints(outlook)
    top_risks = _top_risks(outlook)
    started = sum(1 for activity, seen in known if seen.late or activity.status == "active")
    total = outlook.amounts
    state, reasons = _verdict(outlook, late, started, late_milestones, late_checkpoints, top_risks)
    return Health(
        state=state,
        reasons=reasons,
        activities_total=total.activities,
        activities_done=total.done,
        activities_active=sum(1 for activity in activities if activity.status == "active"),
        progress=round(sum(seen.progress for _a, seen in known) / len(known)) if known else 0,
        late=late,
        late_start=tuple(a for a, seen in known if seen.late_start and not seen.late),
        this_week=_this_week(known, outlook.today),
        late_milestones=late_milestones,
        next_milestones=_next_milestones(outlook, milestones),
        top_risks=top_risks,
        late_checkpoints=late_checkpoints,
        options=total.options,
        sessions_fixed=total.sessions,
        hours_fixed=total.hours,
        hours_without_options=total.hours_without_options,
        sessions_recurring=sum(seen.recurring.sessions for _a, seen in known),
        hours_recurring=sum(seen.recurring.hours for _a, seen in known),
    )


def _late_checkpoints(outlook: Outlook) -> int:
    points = outlook.records(Checkpoint.TABLE)
    return sum(1 for point in points if isinstance(point, Checkpoint) and outlook.checkpoint(point).late)


def _top_risks(outlook: Outlook, count: int = 5) -> tuple[Risk, ...]:
    risks = [r for r in outlook.records(Risk.TABLE) if isinstance(r, Risk) and _threatens(outlook, r)]
    return tuple(sorted(risks, key=lambda r: (-(outlook.risk(r).score or 0), r.order))[:count])


def _next_milestones(outlook: Outlook, milestones: list[Milestone]) -> tuple[Milestone, ...]:
    waiting = [m for m in milestones if not outlook.milestone(m).finished]
    return tuple(sorted(waiting, key=lambda m: (outlook.milestone(m).due or date.max, m.order)))


def _this_week(known: list[tuple[Activity, ActivityOutlook]], today: date) -> tuple[Dated, ...]:
    """What has a day this week, then what runs in a short period that this week falls in; nothing that is finished."""
    monday = today - timedelta(days=today.weekday())
    sunday = monday + timedelta(days=6)
    found = []
    for activity, seen in known:
        if seen.finished:
            continue
        days = seen.dates or [day for day in (seen.start, seen.end) if day and seen.precision in ("day", "week")]
        day = next((day for day in sorted(days) if monday <= day <= sunday), None)
        if day or (activity.status == "active" and _overlaps(seen, monday, sunday)):
            found.append(Dated(activity, day))
    return tuple(sorted(found, key=lambda item: (item.day or date.max, item.activity.order)))


def _overlaps(seen: ActivityOutlook, first: date, last: date) -> bool:
    return seen.start is not None and seen.end is not None and seen.start <= last and seen.end >= first


def _verdict(
    outlook: Outlook,
    late: tuple[Activity, ...],
    started: int,
    late_milestones: tuple[Milestone, ...],
    late_checkpoints: int,
    top_risks: tuple[Risk, ...],
) -> tuple[str, tuple[str, ...]]:
    heavy = [risk for risk in top_risks if _is_very_high(outlook, risk)]
    counted = (
        (len(late_milestones), _late_milestones_reason, late_milestones),
        (len(late), _late_activities_reason, late),
        (late_checkpoints, _late_checkpoints_reason, ()),
        (len(heavy), _heavy_risks_reason, heavy),
    )
    reasons = tuple(
        reason(count).format(count=count, title=records[0].title if records else "")
        for count, reason, records in counted
        if count
    )
    if late_milestones or (late and len(late) > _DANGER_SHARE * started):
        return "bad", reasons
    return ("warn" if reasons else "good"), reasons


def _late_milestones_reason(count: int) -> str:
    return ngettext("{count} milestone is late: {title}.", "{count} milestones are late, first {title}.", count)


def _late_activities_reason(count: int) -> str:
    return ngettext("{count} activity is late: {title}.", "{count} activities are late, first {title}.", count)


def _late_checkpoints_reason(count: int) -> str:
    return ngettext(
        "{count} point on the checklists is past its date.",
        "{count} points on the checklists are past their date.",
        count,
    )


def _heavy_risks_reason(count: int) -> str:
    return ngettext(
        "{count} very high risk is open: {title}.", "{count} very high risks are open, first {title}.", count
    )


def _threatens(outlook: Outlook, risk: Risk) -> bool:
    return outlook.risk(risk).open and not is_opportunity(risk)


def _is_very_high(outlook: Outlook, risk: Risk) -> bool:
    level = outlook.risk(risk).level
    return level is not None and level.code == "very_high"


def state_word(health: Health) -> str:
    """The word for a state of health; a plan without activities is not on track yet."""
    if is_empty(health):
        return _("Still empty")
    return {"good": _("On track"), "warn": _("Attention needed"), "bad": _("In danger")}[health.state]


def is_empty(health: Health) -> bool:
    """Whether there is nothing to judge: no activities, and nothing else that is wrong."""
    return health.state == "good" and not health.activities_total

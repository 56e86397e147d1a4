"""A new report, filled in from the plan: what people would otherwise look up and copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.choices import LOG_KIND, MILESTONE_STATUS
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.report import Report
from roadmap_tui.model.risk import Risk
from roadmap_tui.model.steering import LogEntry
from roadmap_tui.planning.reporting.facts import Facts, facts_of, gather
from roadmap_tui.planning.reporting.judging import last_issued, reports
from roadmap_tui.planning.reporting.money import totals
from roadmap_tui.planning.reporting.suggestions import open_log, suggestions

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_AHEAD: Final = timedelta(weeks=4)
_BULLET: Final = "· "
_MOST: Final = 8


def report_fields(outlook: Outlook) -> dict[str, Any]:
    """The fields of a new report in stored form: period, money, hours, what changed and what comes."""
    last, today, money = last_issued(outlook.records), outlook.today, totals(outlook.records)
    begin = _after(last) or outlook.plan.start
    fields: dict[str, Any] = {
        "title": _("Progress report {number}").format(number=len(reports(outlook.records)) + 1),
        "period_start": (min(begin, today) if begin else today).isoformat(),
        "period_end": today.isoformat(),
        "reference": today.isoformat(),
        "phase": last.phase if last else "",
        "budget_granted": money.granted,
        "budget_spent": money.spent,
        "budget_expected": money.expected,
        "hours_planned": outlook.health.hours_fixed or None,
        "changes": _lines(changed(outlook, last)),
        "decisions": _lines(asked(outlook)),
        "coming": _lines(coming(outlook)),
    }
    return {name: value for name, value in fields.items() if value not in (None, "")}


def judgement_fields(outlook: Outlook, report_id: int) -> list[Mapping[str, Any]]:
    """The judgements of a new report: the suggested colour of every aspect, with its reason."""
    return [
        {"report": report_id, "aspect": found.aspect, "colour": found.colour, "title": found.reason}
        for found in suggestions(outlook)
    ]


def _after(last: Report | None) -> date | None:
    day = last and (last.period_end or last.reference)
    return day + timedelta(days=1) if day else None


def _lines(found: Iterator[str]) -> str:
    lines = [_BULLET + line for line, _place in zip(found, range(_MOST), strict=False)]
    return "\n".join(lines)


def changed(outlook: Outlook, last: Report | None) -> Iterator[str]:
    """What changed since the last report, the weightiest first."""
    if last is None or not last.snapshot:
        return
    was, now = facts_of(last, outlook), gather(outlook)
    if was.go_live != now.go_live and now.go_live:
        yield _("Go-live moved to {day}.").format(day=_day(now.go_live))
    yield from _milestones(was, now)
    yield from _risks(outlook, was, now)
    since = last.reference or last.issued
    for entry in outlook.records(LogEntry.TABLE):
        if isinstance(entry, LogEntry) and entry.kind == "decision" and entry.status == "done" and since:
            day = entry.due or entry.noted
            if day is not None and since < day <= outlook.today:
                yield _("Decided: {title}.").format(title=_line(entry.title))
    finished = set(now.done) - set(was.done)
    for activity in outlook.records(Activity.TABLE):
        if activity.id in finished:
            yield _("Done: {title}.").format(title=_line(activity.title))


def _milestones(was: Facts, now: Facts) -> Iterator[str]:
    before = {fact.id: fact for fact in was.milestones}
    for fact in now.milestones:
        old = before.get(fact.id)
        if old is None:
            yield _("New milestone: {title}.").format(title=fact.title)
        elif old.status != fact.status:
            label = next((_(c.label) for c in MILESTONE_STATUS if c.code == fact.status), fact.status)
            yield _("{title}: {status}.").format(title=fact.title, status=label.lower())
        elif old.expected != fact.expected and fact.expected:
            yield _("{title} moved to {day}.").format(title=fact.title, day=_day(fact.expected))


def _risks(outlook: Outlook, was: Facts, now: Facts) -> Iterator[str]:
    before = {fact.id: fact for fact in was.risks}
    for fact in now.risks:
        old = before.get(fact.id)
        if old is None:
            yield _("New among the heaviest risks: {title}.").format(title=fact.title)
        elif old.score != fact.score:
            words = _("Risk {title}: from {was} to {now}.")
            yield words.format(title=fact.title, was=old.score or "-", now=fact.score or "-")
    shown = {fact.id for fact in now.risks}
    gone = (r for r in outlook.records(Risk.TABLE) if isinstance(r, Risk) and r.id in before and r.id not in shown)
    for risk in gone:
        if risk.status in ("closed", "occurred"):
            words = _("Risk closed: {title}.") if risk.status == "closed" else _("Risk occurred: {title}.")
            yield words.format(title=_line(risk.title))


def asked(outlook: Outlook) -> Iterator[str]:
    """The decisions that wait for the client."""
    for entry in open_log(outlook):
        if entry.kind == LOG_KIND[0].code:
            day = " " + _("(before {day})").format(day=_day(entry.due)) if entry.due else ""
            yield f"{_line(entry.title)}{day}"


def coming(outlook: Outlook) -> Iterator[str]:
    """Milestones and activities of the next four weeks, by day."""
    until = outlook.today + _AHEAD
    found: list[tuple[date, str]] = []
    for record in (*outlook.records(Milestone.TABLE), *outlook.records(Activity.TABLE)):
        day = None
        if isinstance(record, Milestone) and not outlook.milestone(record).finished:
            day = outlook.milestone(record).due
        elif isinstance(record, Activity) and not (seen := outlook.activity(record)).finished:
            day = seen.start
        if day is not None and outlook.today <= day <= until:
            found.append((day, _("{day}: {title}").format(day=_day(day), title=_line(record.title))))
    return (text for _when, text in sorted(found))


def _day(day: date) -> str:
    return f"{day.day:02}-{day.month:02}-{day.year:04}"


def _line(text: str) -> str:
    return " ".join(text.split())

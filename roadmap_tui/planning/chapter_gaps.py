"""What is missing in the chapters around the planning: boundaries, preconditions, stakeholders, DAP, run-sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.agreement import DapAgreement
from roadmap_tui.model.goal import Criterion
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.record import Record
from roadmap_tui.model.runsheet import RunStep
from roadmap_tui.model.scope import Precondition, ScopeItem
from roadmap_tui.model.stakeholder import Communication, Stakeholder
from roadmap_tui.model.steering import BudgetLine, LogEntry
from roadmap_tui.planning.findings import Finding, about, all_of
from roadmap_tui.planning.results import RESULTS, missing_results
from roadmap_tui.planning.runsheet import clock_time
from roadmap_tui.planning.scope import on_both_sides, vague_word

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_NEGATIVE: Final = re.compile(
    r"\b(?:niet meer|geen|voorkom(?:en|t)|vermijd(?:en|t)|zonder|no longer|avoids?|prevents?|without)\b", re.IGNORECASE
)
_CLOSED: Final = ("done", "cancelled")


def negative_word(goal: str) -> str:
    """The first words in a goal that say what is not wanted; S4 asks for a goal in positive words."""
    found = _NEGATIVE.search(goal)
    return found[0] if found else ""


def goal(outlook: Outlook) -> Iterator[Finding]:
    """A goal in positive words, and criteria that can be measured."""
    if word := negative_word(outlook.plan.goal):
        message = _('The goal says what you do not want ("{word}").').format(word=word)
        yield about("negative_goal", outlook.plan, message, _("A goal in positive words makes people want it."), word)
    for criterion in all_of(outlook, Criterion):
        if not criterion.target.strip():
            why = _("Without it nobody can say afterwards whether it was a success.")
            yield about("criterion_without_target", criterion, _("No target is given."), why)


def boundaries(outlook: Outlook) -> Iterator[Finding]:
    """Boundaries that can be read in one way only."""
    items = all_of(outlook, ScopeItem)
    twice = {item.id for item in on_both_sides(items)}
    why = _("People will each read it in their own way.")
    for item in items:
        if item.id in twice:
            yield about("unclear_scope", item, _("It stands both in and out of the project."), why, item.title)
        elif word := vague_word(item.title):
            yield about("unclear_scope", item, _('"{word}" leaves room for two readings.').format(word=word), why, word)
    if items and not any(item.side == "out" for item in items):
        message = _("Nothing is named that is not part of the project.")
        yield Finding("no_outside", ScopeItem.TABLE, 0, "", message, _("What is left unsaid is expected by somebody."))


def results(outlook: Outlook) -> Iterator[Finding]:
    """The seven standard results, in a plan that has some of them."""
    missing = missing_results(all_of(outlook, Milestone))
    if outlook.plan.kind != "implementation" or not 0 < len(missing) < len(RESULTS):
        return
    for result in missing:
        if result.code not in ("nazorg", "evaluatie"):
            message = _("No milestone is about: {result}.").format(result=_(result.label))
            why = _("It is one of the seven results that every implementation has.")
            yield Finding("missing_result", Milestone.TABLE, 0, "", message, why, result.code)


def preconditions(outlook: Outlook) -> Iterator[Finding]:
    """Preconditions that somebody arranges in time."""
    for record in all_of(outlook, Precondition):
        seen = outlook.precondition(record)
        if seen.finished:
            continue
        if seen.late:
            why = _("The plan counts on it.")
            yield about("late", record, _("It should have been arranged."), why, seen.due)
        if not record.owner.strip():
            yield about("no_owner", record, _("No owner is named."), _("Nobody will arrange it by themselves."))


def stakeholders(outlook: Outlook) -> Iterator[Finding]:
    """Stakeholders who are weighed, have an approach and hear something."""
    told = {moment.stakeholder for moment in all_of(outlook, Communication) if moment.status != "cancelled"}
    for record in all_of(outlook, Stakeholder):
        if record.id not in told:
            why = _("Whoever hears nothing makes up their own story.")
            yield about("stakeholder_without_communication", record, _("No communication moment is planned."), why)
        if record.influence is None or record.interest is None:
            message = _("Influence or interest is missing.")
            yield about("stakeholder_not_weighed", record, message, _("The approach follows from them."))
        elif not record.approach.strip():
            yield about(
                "stakeholder_without_approach", record, _("No approach is given."), _("Then it is left to chance.")
            )


def communications(outlook: Outlook) -> Iterator[Finding]:
    """Moments with a time, a means and somebody who sees to it."""
    for record in all_of(outlook, Communication):
        if record.status in _CLOSED:
            continue
        reading = outlook.reader.when(record.when)
        if not record.when.strip():
            yield about("no_date", record, _("No time is given."), _("It shows in no calendar."))
        elif reading.kind == "unknown":
            message = _('"{text}" is not read as a date.').format(text=record.when.splitlines()[0][:40])
            yield about("unread_when", record, message, _("It shows in no calendar until it is."), record.when)
        elif reading.recurrence is None and reading.end is not None and reading.end < outlook.today:
            why = _("Somebody is waiting for news.")
            yield about("late", record, _("It should have taken place."), why, reading.end)
        if not record.responsible.strip():
            yield about("no_owner", record, _("Nobody is responsible for it."), _("Then everybody waits for another."))


def dap(outlook: Outlook) -> Iterator[Finding]:
    """Procedures that are tied to a norm of the SLA."""
    for record in all_of(outlook, DapAgreement):
        if record.norm is None:
            why = _("The DAP works out the SLA; without a norm it cannot be checked.")
            yield about("dap_without_norm", record, _("No SLA norm is named."), why)


def run_sheet(outlook: Outlook) -> Iterator[Finding]:
    """Steps that somebody does, at a time that is read, with a way back where it is decided."""
    for step in all_of(outlook, RunStep):
        if not step.who.strip():
            yield about("no_lead", step, _("Nobody is named for this step."), _("At night there is nobody to ask."))
        if step.time.strip() and clock_time(step.time) is None:
            message = _('"{text}" is not read as a time of day.').format(text=step.time[:20])
            yield about("unread_time", step, message, _("Write it as 17.00."), step.time)
        if step.go_no_go and not step.fallback.strip():
            why = _("A no needs a way back.")
            yield about("decision_without_fallback", step, _("No way back is described."), why)


def log(outlook: Outlook) -> Iterator[Finding]:
    """Decisions, actions and issues that are past their day or belong to nobody."""
    for entry in all_of(outlook, LogEntry):
        if entry.status in _CLOSED:
            continue
        if entry.due is not None and entry.due < outlook.today:
            why = _("What waits for it waits longer.")
            yield about("late", entry, _("It should have been settled."), why, entry.due)
        if not entry.owner.strip():
            yield about("no_owner", entry, _("No owner is named."), _("Nobody will do it by themselves."))


def budget(outlook: Outlook) -> Iterator[Finding]:
    """Lines that will cost more than was granted."""
    for line in all_of(outlook, BudgetLine):
        most = max(line.spent or 0, line.expected or 0)
        if line.granted is not None and most > line.granted:
            why = _("The client decides on more money.")
            yield about("over_budget", line, _("More is expected than was granted."), why, line.granted, most)


def free_days(outlook: Outlook) -> Iterator[Finding]:
    """What is planned on a day on which the town hall is closed."""
    calendar = outlook.context.known_calendar()
    for record, days in _planned_days(outlook):
        for day in dict.fromkeys(days):
            if (name := calendar.holiday_name(day)) is not None and not calendar.is_working_day(day):
                message = _("{date} is {holiday}.").format(date=f"{day:%d-%m-%Y}", holiday=name)
                yield about("on_holiday", record, message, _("Nobody is at work that day."), day)


def _planned_days(outlook: Outlook) -> Iterator[tuple[Record, list[date]]]:
    """The single days on which something is planned that is not finished yet."""
    for activity in all_of(outlook, Activity):
        seen = outlook.activity(activity)
        if not seen.finished:
            yield activity, [*seen.dates, *(day for day in (activity.start, activity.end) if day)]
    for milestone in all_of(outlook, Milestone):
        due = outlook.milestone(milestone)
        if not due.finished and due.due:
            yield milestone, [due.due]
    for moment in all_of(outlook, Communication):
        if moment.status not in _CLOSED:
            yield moment, list(outlook.reader.when(moment.when).dates)


CHECKS: Final = (
    goal, boundaries, results, preconditions, stakeholders, communications, dap, run_sheet, log, budget, free_days,
)  # fmt: skip

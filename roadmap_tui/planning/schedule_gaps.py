"""What contradicts itself in time, and what nobody can count with: loops, dates, waiting times, leave."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.link import Link
from roadmap_tui.model.person import Person
from roadmap_tui.planning.availability import unread_periods
from roadmap_tui.planning.calendar import missing_calendars
from roadmap_tui.planning.contradictions import Names, loop_sentence, sentence
from roadmap_tui.planning.findings import Finding, about, all_of
from roadmap_tui.planning.network import is_lag

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook


def schedule(outlook: Outlook) -> Iterator[Finding]:
    """Loops of links and dates that cannot all be true; an end before its start has a finding of its own."""
    found, names = outlook.schedule, Names(outlook)
    known = {activity.id: activity for activity in all_of(outlook, Activity)}
    for loop in found.cycles:
        yield about("loop", known[loop[-1]], loop_sentence(loop, names), _("None of them can ever start."), *loop)
    for conflict in found.conflicts:
        record = known[conflict.source if conflict.kind == "milestone" else conflict.target]
        if conflict.kind != "dates":
            why = _("Dates that people wrote are not moved by themselves; change one of them.")
            basis = conflict.kind, conflict.source, conflict.target, conflict.days
            yield about("contradicting_dates", record, sentence(conflict, names), why, *basis)


def waiting_times(outlook: Outlook) -> Iterator[Finding]:
    """Links with a waiting time that cannot be read."""
    for link in all_of(outlook, Link):
        if link.lag.strip() and not is_lag(link.lag):
            message = _('"{text}" is not read as a waiting time.').format(text=link.lag[:40])
            yield about("unread_lag", link, message, _("It counts as no waiting at all; write 3d or 2w."), link.lag)


def days_off(outlook: Outlook) -> Iterator[Finding]:
    """Leave and days off of which the days are not clear."""
    for record, text in [
        (outlook.plan, outlook.plan.free_days),
        *((person, person.absent) for person in all_of(outlook, Person)),
    ]:
        for part in unread_periods(outlook.reader, text):
            message = _('"{text}" is not read as days off.').format(text=part[:40])
            yield about("unread_days_off", record, message, _("Nobody is counted as absent until it is."), part)


def own_calendars(outlook: Outlook) -> Iterator[Finding]:
    """Calendars of their own that a plan names and that are not here."""
    if outlook.plan.calendars.strip():
        for name in missing_calendars(outlook.plan.calendars):
            message = _("This plan uses the calendar {name}, which is not on this computer.").format(name=name[:40])
            why = _("Its days off and meetings do not count here; ask for the file, or take its name out of the plan.")
            yield about("missing_calendar", outlook.plan, message, why, name)


CHECKS = (schedule, waiting_times, days_off, own_calendars)

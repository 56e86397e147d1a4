"""What seed document S1 asks of each section of a programme, as needs that are met or not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.harmonisation import Application, Capacity, Law, ProcessSituation, WorkProcess
from roadmap_tui.model.organisation import Organisation
from roadmap_tui.model.programme import BuildTeam, Challenge, Framework, OfficeMember, Project
from roadmap_tui.model.stakeholder import Stakeholder
from roadmap_tui.model.steering import BudgetLine
from roadmap_tui.planning.findings import all_of
from roadmap_tui.planning.needs import Need, living, none_left, per_record, text, told
from roadmap_tui.planning.programme_state import cells_of, is_new_year, is_placement

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_FEWEST: Final = 2
_LEADING: Final = ("chosen", "set_up", "live")


def together(outlook: Outlook) -> Iterable[Need]:
    """What is brought together: kind, starting date and at least two organisations."""
    plan, found = outlook.plan, all_of(outlook, Organisation)
    return told(
        text(plan.programme_kind, _("The kind of programme is not chosen.")),
        Need(plan.go_live is not None, _("The starting date (go-live) is not given.")),
        Need(is_new_year(plan), _("A herindeling starts on 1 January.") if plan.go_live else ""),
        text(plan.programme_note, _("It is not said why you do this together.")),
        Need(len(found) >= _FEWEST, _("Name at least two organisations that take part.")),
    )


def challenges(outlook: Outlook) -> Iterable[Need]:
    """What must be brought about, each with a project that works on it."""
    found = all_of(outlook, Challenge)
    served = {each for project in living(all_of(outlook, Project)) for each in project.challenges}
    return told(
        Need(bool(found), _("No challenges are named.")),
        *none_left(found, [c for c in found if c.id not in served], _("No project works on {which}.")),
        *per_record(found, [(lambda c: c.owner.strip(), _("No owner is named for {which}."))]),
    )


def frameworks(outlook: Outlook) -> Iterable[Need]:
    """The frameworks, each with an owner and, once approved, a date and a document."""
    found = all_of(outlook, Framework)
    return told(
        Need(bool(found), _("No frameworks are named.")),
        *per_record(
            found,
            [
                (lambda k: k.owner.strip(), _("No owner is named for {which}.")),
                (
                    lambda k: k.status not in ("approved", "updated") or (k.approved_on and k.document.strip()),
                    _("Date or document is missing for {which}."),
                ),
            ],
        ),
    )


def projects(outlook: Outlook) -> Iterable[Need]:
    """Project sheets, each tied to a challenge, a building team and at least one framework."""
    found = living(all_of(outlook, Project))
    cells = cells_of(outlook)
    return told(
        Need(bool(found), _("There are no project sheets yet.")),
        *per_record(
            found,
            [
                (lambda p: p.goal.strip() or p.description.strip(), _("No goal is given for {which}.")),
                (lambda p: p.challenges, _("No challenge is named for {which}.")),
                (lambda p: p.teams, _("No building team is named for {which}.")),
                (lambda p: cells.get(p.id), _("No framework is named for {which}; fill in the matrix.")),
                (lambda p: p.when.strip() or p.file.strip(), _("No time is given for {which}.")),
            ],
        ),
    )


def teams(outlook: Outlook) -> Iterable[Need]:
    """Building teams with a lead and members, each with a project."""
    found = all_of(outlook, BuildTeam)
    busy = {each for project in living(all_of(outlook, Project)) for each in project.teams}
    return told(
        Need(bool(found), _("There are no building teams yet.")),
        *per_record(
            found,
            [
                (lambda t: t.lead.strip(), _("No lead is named for {which}.")),
                (lambda t: t.members.strip(), _("No members are named for {which}.")),
            ],
        ),
        *none_left(found, [team for team in found if team.id not in busy], _("No project belongs to {which}.")),
    )


def office(outlook: Outlook) -> Iterable[Need]:
    """The project office, with both who connects and who knows the work."""
    found = all_of(outlook, OfficeMember)
    present = {each.competence for each in found}
    return told(
        text(outlook.plan.office_note, _("It is not said what the project office does.")),
        Need(bool(found), _("The project office has no members yet.")),
        Need(bool(present & {"connecting", "both"}), _("Nobody in the office connects the interests.")),
        Need(bool(present & {"content", "both"}), _("Nobody in the office knows the work itself.")),
        *per_record(found, [(lambda m: m.tasks.strip(), _("No tasks are named for {which}."))]),
    )


def processes(outlook: Outlook) -> Iterable[Need]:
    """Work processes with their legal base, the situation in every municipality, and the one to come."""
    found = all_of(outlook, WorkProcess)
    sites = {each.id for each in all_of(outlook, Organisation) if each.kind == "municipality"}
    known: dict[int | None, set[int | None]] = {}
    for situation in all_of(outlook, ProcessSituation):
        known.setdefault(situation.process, set()).add(situation.organisation)
    return told(
        Need(bool(found), _("No work processes are named.")),
        *per_record(
            found,
            [
                (lambda p: p.basis.strip(), _("No legal base is named for {which}.")),
                (lambda p: sites <= known.get(p.id, set()), _("Not every municipality tells how it does {which} now.")),
                (lambda p: p.harmonised.strip(), _("The harmonised process is not described for {which}.")),
                (lambda p: p.team, _("No building team is named for {which}.")),
            ],
        ),
    )


def applications(outlook: Outlook) -> Iterable[Need]:
    """Applications: what stays and what it replaces, in the house style, bought by the rules."""
    found = all_of(outlook, Application)
    staying = [each for each in found if each.status in _LEADING]
    old = [each for each in found if each.status in ("current", "retired") and each.layer == "application"]
    return told(
        text(outlook.plan.procurement_note, _("It is not said how you buy: conditions, strategy and services.")),
        Need(bool(found), _("No applications are named.")),
        Need(bool(staying), _("No application is chosen to stay.") if found else ""),
        *per_record(old, [(lambda a: a.replaced_by, _("It is not said what replaces {which}."))]),
        *per_record(
            [each for each in staying if each.layer == "application"],
            [
                (lambda a: a.house_style, _("It is not said whether {which} has the house style.")),
                (lambda a: a.infrastructure.strip(), _("It is not said what {which} runs on.")),
            ],
        ),
    )


def laws(outlook: Outlook) -> Iterable[Need]:
    """Laws with an owner, each looked at."""
    found = all_of(outlook, Law)
    return told(
        Need(bool(found), _("No laws are named.")),
        *per_record(
            found,
            [
                (lambda law: law.owner.strip(), _("No owner is named for {which}.")),
                (lambda law: law.status != "unknown", _("Nobody looked yet whether you comply with {which}.")),
            ],
        ),
    )


def steering(outlook: Outlook) -> Iterable[Need]:
    """Who decides, the interest groups, and the approach to change."""
    plan = outlook.plan
    return told(
        text(plan.organisation_note, _("It is not said who decides what.")),
        text(plan.change_approach, _("It is not said how people are taken along in the change.")),
        Need(bool(all_of(outlook, Stakeholder)), _("No stakeholders are named.")),
    )


def means(outlook: Outlook) -> Iterable[Need]:
    """One planning, one budget, and the capacity of the departments beside the placement of staff."""
    asked, work = all_of(outlook, Capacity), living(all_of(outlook, Activity))
    lines = all_of(outlook, BudgetLine)
    placed = any(is_placement(each) for each in (*asked, *work))
    return told(
        Need(bool(work), _("There are no activities yet.")),
        Need(bool(lines), _("There is no budget yet.")),
        *per_record(lines, [(lambda b: b.granted is not None, _("It is not said what was granted for {which}."))]),
        Need(bool(asked), _("It is not said how much time each department has.")),
        *per_record(asked, [(lambda c: c.asked is not None, _("It is not said how many days are asked in {which}."))]),
        Need(placed, _("The placement of staff is not in the planning, though it asks time of everybody.")),
    )

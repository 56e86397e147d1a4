"""What is empty, contradicts itself or hangs loose in a programme: its share of `roadmap check`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.harmonisation import Application, Capacity, Law, ProcessSituation, WorkProcess
from roadmap_tui.model.programme import BuildTeam, Challenge, Conformity, Framework, FrameworkItem, Project
from roadmap_tui.planning.findings import Finding, about, all_of
from roadmap_tui.planning.programme_state import (
    DUTIES,
    FIXED,
    cells_of,
    demands,
    framework_loops,
    is_new_year,
    too_early,
)

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_COARSE: Final = ("month", "quarter", "season", "half_year", "year")


def starting_date(outlook: Outlook) -> Iterator[Finding]:
    """A herindeling that does not start on 1 January."""
    plan = outlook.plan
    if plan.go_live is not None and not is_new_year(plan):
        message = _("A herindeling starts on 1 January, not on {date}.").format(date=f"{plan.go_live:%d-%m-%Y}")
        why = _("The law lets a new municipality begin on the first day of a year only.")
        yield about("herindeling_date", plan, message, why, plan.go_live)


def challenges(outlook: Outlook) -> Iterator[Finding]:
    """Challenges on which no project works."""
    projects = all_of(outlook, Project)
    served = {each for project in projects if project.status != "cancelled" for each in project.challenges}
    for challenge in all_of(outlook, Challenge):
        if challenge.id not in served:
            why = _("What nobody works on does not come about.")
            yield about("challenge_without_project", challenge, _("No project works on it."), why)


def frameworks(outlook: Outlook) -> Iterator[Finding]:
    """Frameworks fixed before what they rest on, that rest on themselves, or that nobody brings to approval."""
    found = {each.id: each for each in all_of(outlook, Framework)}
    for framework, base in too_early(outlook):
        message = _("It is approved before {base} {title}, on which it rests.").format(
            base=base.number, title=base.title
        )
        why = _("What it rests on may still change, and then it has to be done again.")
        yield about("framework_too_early", framework, message, why, base.id, base.status, base.approved_on)
    for loop in framework_loops(outlook):
        names = " > ".join(found[each].number for each in reversed(loop))
        message = _("These frameworks rest on each other: {loop}.").format(loop=names)
        yield about("framework_loop", found[loop[0]], message, _("None of them can be approved first."), *loop)
    for framework in found.values():
        if framework.status not in FIXED and not framework.owner.strip():
            yield about("no_owner", framework, _("No owner is named."), _("Nobody brings it to approval."))
        if framework.status in FIXED and framework.approved_on is None:
            why = _("Nobody can see whether what rests on it came later.")
            yield about("framework_without_date", framework, _("It is approved, but no date is given."), why)
    parts: dict[int | None, int] = {}
    for item in all_of(outlook, FrameworkItem):
        parts[item.framework] = parts.get(item.framework, 0) + (item.status not in FIXED)
    for framework in found.values():
        count = parts.get(framework.id, 0)
        if framework.status in FIXED and count:
            message = _("It is approved, but parts of it are not: {count}.").format(count=count)
            yield about("framework_parts_open", framework, message, _("Then it is not complete."), count)


def projects(outlook: Outlook) -> Iterator[Finding]:
    """Project sheets that are late, tied to nothing, or that do not keep to a framework."""
    cells, names = cells_of(outlook), {each.id: each for each in all_of(outlook, Framework)}
    for project in all_of(outlook, Project):
        if project.status in ("done", "cancelled"):
            continue
        for empty, code, message, why in (
            (not project.challenges, "project_without_challenge", _("No challenge is named."), _("Why is it done?")),
            (not project.teams, "project_without_team", _("No building team is named."), _("Nobody builds it.")),
            (not cells.get(project.id), "project_without_framework", _("No framework is named in the matrix."),
             _("Nobody can say whether it conforms.")),
            (not project.lead.strip(), "no_lead", _("No lead is named."), _("Work without a lead does not get done.")),
        ):  # fmt: skip
            if empty:
                yield about(code, project, message, why)
        end = outlook.reader.when(project.when).end
        if end is not None and end < outlook.today:
            why = _("What comes after it may wait for it.")
            yield about("late", project, _("It should have been finished."), why, end)
    for record in (*all_of(outlook, Project), *all_of(outlook, BuildTeam)):
        for cell in cells.get(record.id, {}).values():
            framework = names.get(cell.framework or 0)
            if framework is not None and cell.verdict == "deviates":
                message = _("It does not conform to {framework} {title}.").format(
                    framework=framework.number, title=framework.title
                )
                why = (
                    cell.remarks.strip().splitlines()[0]
                    if cell.remarks.strip()
                    else _("Put it right or ask for leave.")
                )
                yield about("does_not_conform", record, message, why, framework.id, cell.remarks)


def teams(outlook: Outlook) -> Iterator[Finding]:
    """Building teams that are stuck, or that no project belongs to."""
    busy = {each for project in all_of(outlook, Project) if project.status != "cancelled" for each in project.teams}
    for team in all_of(outlook, BuildTeam):
        stuck = [duty for duty in DUTIES if getattr(team, duty) == "stuck"]
        if stuck:
            yield about("team_stuck", team, _("One of its four duties is stuck."), _("It needs a decision."), *stuck)
        if team.id not in busy:
            yield about("team_without_project", team, _("No project belongs to it."), _("What does it build?"))
        if not team.lead.strip():
            yield about("no_lead", team, _("No lead is named."), _("Work without a lead does not get done."))


def conformity(outlook: Outlook) -> Iterator[Finding]:
    """Cells of the matrix that belong to no project and no team."""
    for cell in all_of(outlook, Conformity):
        if cell.project is None and cell.team is None:
            yield about("loose_conformity", cell, _("It belongs to no project or team."), _("It shows in no matrix."))


def harmonisation(outlook: Outlook) -> Iterator[Finding]:
    """Processes without a legal base or called harmonised without a description; applications that are in doubt."""
    told = {each.process for each in all_of(outlook, ProcessSituation)}
    for process in all_of(outlook, WorkProcess):
        if not process.basis.strip():
            why = _("A process rests on a policy or by-law, which must be harmonised first.")
            yield about("no_legal_base", process, _("No legal base is named."), why)
        if process.id not in told:
            why = _("Without it nobody sees what changes for whom.")
            yield about("no_situation", process, _("No municipality tells how it goes now."), why)
        if process.status == "done" and not process.harmonised.strip():
            why = _("Then nobody knows what was agreed.")
            message = _("It is harmonised, but the new process is not described.")
            yield about("harmonised_without_text", process, message, why)
    yield from _applications(outlook)
    for law in all_of(outlook, Law):
        if law.status == "fails":
            why = _("The law has no exceptions for mergers.")
            yield about("law_not_met", law, _("You do not comply with it yet."), why, law.measure)


def _applications(outlook: Outlook) -> Iterator[Finding]:
    found = {each.id: each for each in all_of(outlook, Application)}
    leading: dict[int, list[Application]] = {}
    for application in found.values():
        new = found.get(application.replaced_by or 0)
        if new is not None and (new is application or new.replaced_by is not None):
            message = _("What replaces it ({number}) is itself replaced.").format(number=new.number)
            why = _("Point to the application that stays.")
            yield about("replaced_twice", application, message, why, new.id)
        if application.status == "live" and application.house_style == "no":
            yield about(
                "no_house_style", application, _("It is in use without the house style."), _("Residents see two faces.")
            )
        if application.status in ("chosen", "set_up", "live") and application.layer == "application":
            for served in application.processes:
                leading.setdefault(served, []).append(application)
    for process in all_of(outlook, WorkProcess):
        several = leading.get(process.id, [])
        if len(several) > 1:
            numbers = ", ".join(each.number for each in several)
            message = _("More than one application stays for it: {numbers}.").format(numbers=numbers)
            yield about("several_applications", process, message, _("The challenge is one application."), numbers)


def capacity(outlook: Outlook) -> Iterator[Finding]:
    """Departments that are asked for more than they have, the placement of staff included."""
    if not (records := all_of(outlook, Capacity)):
        return
    for each in records:
        if each.when.strip() and outlook.reader.when(each.when).start is None:
            message = _('"{text}" is not read as a date.').format(text=each.when.splitlines()[0][:40])
            yield about("unread_when", each, message, _("It counts in no month until it is."), each.when)
    short: dict[str, list[date]] = {}
    most: dict[str, tuple[float, float]] = {}
    for demand in demands(outlook):
        if demand.is_short:
            short.setdefault(demand.department, []).append(demand.month)
            asked = max(most.get(demand.department, (0.0, 0.0))[0], demand.asked)
            most[demand.department] = asked, demand.available or 0.0
    for name, months in short.items():
        record = next(each for each in records if each.title.strip() == name)
        needed, there = (f"{value:g}".replace(".", ",") for value in most[name])
        period = f"{months[0]:%m-%Y}" + (f" - {months[-1]:%m-%Y}" if len(months) > 1 else "")
        message = _("{asked} days a week are asked and {there} are there ({period}).").format(
            asked=needed, there=there, period=period
        )
        why = _("Placement of staff counts too; move something, or hire people.")
        yield about("too_little_capacity", record, message, why, needed, there, period)


def this_year_in_detail(outlook: Outlook) -> Iterator[Finding]:
    """Activities of this year that are planned no finer than a month: S1 asks for detail until the end of the year."""
    if outlook.plan.kind != "programme":
        return
    for activity in all_of(outlook, Activity):
        seen = outlook.activity(activity)
        this_year = seen.start is not None and seen.start.year == outlook.today.year
        if this_year and not seen.finished and seen.precision in _COARSE:
            why = _("A programme is planned in detail until the end of the year.")
            yield about("coarse_this_year", activity, _("It is this year, but planned no finer than a month."), why)


CHECKS: Final = (
    starting_date, challenges, frameworks, projects, teams, conformity, harmonisation, capacity, this_year_in_detail,
)  # fmt: skip

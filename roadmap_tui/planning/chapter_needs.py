"""What seed document S4 asks of each chapter, as needs that are met or not; every need is one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.agreement import Agreement
from roadmap_tui.model.goal import Criterion
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.person import Person
from roadmap_tui.model.risk import Risk
from roadmap_tui.model.scope import Precondition, ScopeItem
from roadmap_tui.model.stakeholder import Communication, Stakeholder
from roadmap_tui.planning.findings import all_of
from roadmap_tui.planning.needs import Need, living, none_left, per_record, text, told
from roadmap_tui.planning.results import RESULTS, missing_results
from roadmap_tui.planning.risks import is_opportunity

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_SMALLEST_TEAM = 2


def goal(outlook: Outlook) -> Iterable[Need]:
    """Chapter 1: the goal, and how you see that it is reached."""
    criteria = all_of(outlook, Criterion)
    return told(
        text(outlook.plan.goal, _("The goal is not written down.")),
        Need(bool(criteria), _("There are no success criteria.")),
        *per_record(criteria, [(lambda c: c.target.strip(), _("No target is given for {which}."))]),
    )


def background(outlook: Outlook) -> Iterable[Need]:
    """Chapter 2: context and stakeholders, with the approach that follows from their influence."""
    found = all_of(outlook, Stakeholder)
    return told(
        text(outlook.plan.context, _("The context is not described.")),
        Need(bool(found), _("No stakeholders are named.")),
        *per_record(
            found,
            [
                (lambda s: s.influence and s.interest, _("Influence or interest is missing for {which}.")),
                (lambda s: s.involvement, _("Involvement is missing for {which}.")),
                (lambda s: s.approach.strip(), _("No approach is given for {which}.")),
            ],
        ),
    )


def boundaries(outlook: Outlook) -> Iterable[Need]:
    """Chapter 3: what is part of the project and what is not."""
    sides = {item.side for item in all_of(outlook, ScopeItem)}
    return told(
        text(outlook.plan.responsibility, _("It is not said what the project team answers for.")),
        Need("in" in sides, _("Nothing is named that is part of the project.")),
        Need("out" in sides, _("Nothing is named that is not part of the project.")),
    )


def results(outlook: Outlook) -> Iterable[Need]:
    """Chapter 4: the seven standard results at least, each with a date and an owner."""
    found = living(all_of(outlook, Milestone))
    missing = missing_results(found)
    names = ", ".join(_(result.label) for result in missing)
    sentence = _("There are no results yet; seven belong in every plan.")
    if len(missing) < len(RESULTS):
        sentence = _("Results are missing: {names}.").format(names=names)
    return told(
        Need(not missing, sentence),
        *per_record(
            found,
            [
                (lambda m: outlook.milestone(m).due, _("No date is given for {which}.")),
                (lambda m: m.owner.strip(), _("No owner is named for {which}.")),
            ],
        ),
    )


def preconditions(outlook: Outlook) -> Iterable[Need]:
    """Chapter 5: what others arrange, who does it and before when."""
    found = all_of(outlook, Precondition)
    return told(
        Need(bool(found), _("No preconditions are named.")),
        *per_record(
            found,
            [
                (lambda p: p.owner.strip(), _("No owner is named for {which}.")),
                (lambda p: outlook.due(p.due, p.offset), _("No date is given for {which}.")),
            ],
        ),
    )


def activities(outlook: Outlook) -> Iterable[Need]:
    """Chapter 6: what is done, by whom, and for which result."""
    found = living(all_of(outlook, Activity))
    wanted = {activity.milestone for activity in found}
    without = [m for m in living(all_of(outlook, Milestone)) if m.id not in wanted]
    return told(
        Need(bool(found), _("There are no activities yet.")),
        *none_left(found, without, _("No activity leads to {which}.")),
        *per_record(found, [(lambda a: a.lead.strip(), _("No lead is named for {which}."))]),
    )


def organisation(outlook: Outlook) -> Iterable[Need]:
    """Chapter 7: client, contractor, team, agreements, communication, and the supplier."""
    plan = outlook.plan
    groups = [person.group for person in all_of(outlook, Person)]
    kinds = {agreement.kind for agreement in all_of(outlook, Agreement)}
    return told(
        Need("client" in groups, _("Nobody is named as client.")),
        Need("contractor" in groups, _("Nobody is named as contractor.")),
        Need(groups.count("team") >= _SMALLEST_TEAM, _("The project team has no members yet.")),
        Need("team" in kinds, _("There are no agreements within the team.")),
        text(plan.internal_communication, _("It is not said how the team keeps each other informed.")),
        text(plan.external_communication, _("It is not said who speaks for the project outside the team.")),
        Need("supplier" in groups, _("No contacts of the supplier are named.")),
        Need("supplier" in kinds, _("There are no agreements with the supplier.")),
    )


def communication(outlook: Outlook) -> Iterable[Need]:
    """Chapter 8: which stakeholder hears what, when, by what means and from whom."""
    found = living(all_of(outlook, Communication))
    reached = {moment.stakeholder for moment in found}
    silent = [stakeholder for stakeholder in all_of(outlook, Stakeholder) if stakeholder.id not in reached]
    return told(
        Need(bool(found), _("No communication moments are planned.")),
        *none_left(found, silent, _("Nothing is planned for {which}.")),
        *per_record(
            found,
            [
                (lambda c: c.when.strip(), _("No time is given for {which}.")),
                (lambda c: c.means.strip(), _("No means is given for {which}.")),
                (lambda c: c.responsible.strip(), _("Nobody is responsible for {which}.")),
            ],
        ),
    )


def planning(outlook: Outlook) -> Iterable[Need]:
    """Chapter 9: start, go-live, and a moment for every activity."""
    found = living(all_of(outlook, Activity))

    def is_planned(activity: Activity) -> bool:
        seen = outlook.activity(activity)
        return bool(seen.start or seen.end or seen.when.recurrence)

    return told(
        Need(outlook.plan.start is not None, _("The start of the plan has no date.")),
        Need(outlook.plan.go_live is not None, _("Go-live has no date.")),
        Need(bool(found), _("There are no activities yet.")),
        *per_record(found, [(is_planned, _("No time is given for {which}."))]),
    )


def risks(outlook: Outlook) -> Iterable[Need]:
    """Chapter 10: risks from inside and outside, weighed, with measures before and after."""
    found = all_of(outlook, Risk)
    open_risks = [risk for risk in found if outlook.risk(risk).open]
    origins = {risk.origin for risk in found}

    def has(kind: str) -> Callable[[Risk], bool]:
        return lambda risk: is_opportunity(risk) or any(m.kind == kind for m in outlook.risk(risk).measures)

    sentences = (
        (lambda r: outlook.risk(r).score, _("Likelihood or impact is missing for {which}.")),
        (has("preventive"), _("Nothing is done to prevent {which}.")),
        (has("corrective"), _("It is not said what you do when {which} happens.")),
    )
    return told(
        Need(bool(found), _("No risks are named.")),
        Need("internal" in origins, _("No internal risks are named.") if found else ""),
        Need("external" in origins, _("No external risks are named.") if found else ""),
        *(per_record(open_risks, sentences) if open_risks else ()),
    )

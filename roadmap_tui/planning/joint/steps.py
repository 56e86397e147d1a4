"""The step-by-step plan that leads one municipality from questions to its activity list (seed document S3)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from roadmap_tui.i18n import N_, _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.goal import Criterion
from roadmap_tui.model.joint import Feedback, Meeting, Observation, Rating, Requirement, Ruling, SuccessFactor
from roadmap_tui.model.organisation import Organisation
from roadmap_tui.model.scope import Precondition
from roadmap_tui.planning.findings import all_of
from roadmap_tui.planning.joint.periods import span_of
from roadmap_tui.planning.joint.scoring import worth_by_activity
from roadmap_tui.planning.needs import Need, living, none_left, per_record, text, told
from roadmap_tui.planning.sections import Shape

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_VIEWPOINTS: Final = {"customer", "digital", "organisation", "financial"}


def starting_point(outlook: Outlook) -> Iterable[Need]:
    """Step 1: who takes part, from where, with what people and means."""
    found = all_of(outlook, Organisation)
    return told(
        text(outlook.plan.organisation, _("It is not said of which organisation this plan is.")),
        text(outlook.plan.interests, _("The interests are not written down.")),
        text(outlook.plan.documents, _("It is not said which documents there are.")),
        Need(bool(found), _("Nobody is named who takes part.")),
        *per_record(
            found,
            [
                (lambda o: o.starting_point.strip(), _("No starting point is given for {which}.")),
                (lambda o: o.capacity.strip() or o.means.strip(), _("Capacity or means is missing for {which}.")),
            ],
        ),
    )


def analysis(outlook: Outlook) -> Iterable[Need]:
    """Step 2: starting points and gaps from four sides."""
    found = all_of(outlook, Observation)
    seen = {each.viewpoint for each in found}
    return told(
        Need(any(each.kind == "strength" for each in found), _("No good starting points are named.")),
        Need(any(each.kind == "gap" for each in found), _("No gaps are named.")),
        Need(seen >= _VIEWPOINTS, _("Not all four perspectives are used: customer, digital, organisation, money.")),
    )


def wishes(outlook: Outlook) -> Iterable[Need]:
    """Step 3: what people would like and insist on, each with an answer."""
    found = all_of(outlook, Requirement)
    return told(
        Need(bool(found), _("No wishes or demands are named.")),
        *none_left(found, [r for r in found if r.status == "open"], _("Nothing is decided yet on {which}.")),
    )


def choices(outlook: Outlook) -> Iterable[Need]:
    """Step 4: the goal, how you see that it is reached, and what comes first."""
    return told(
        text(outlook.plan.goal, _("The goal is not written down.")),
        text(outlook.plan.choices_made, _("It is not said what you chose and what comes first.")),
        Need(bool(all_of(outlook, Criterion)), _("There are no success criteria.")),
    )


def meetings(outlook: Outlook) -> Iterable[Need]:
    """Step 5: sessions held, and the feedback on drafts handled."""
    held, feedback = living(all_of(outlook, Meeting)), all_of(outlook, Feedback)
    kinds = {each.kind for each in held}
    past = [each for each in held if each.status == "held"]
    return told(
        Need("framework" in kinds, _("No framework session is planned.")),
        Need("feedback" in kinds, _("No feedback session is planned.")),
        Need("implementation" in kinds, _("No implementation session is planned.")),
        *none_left(past, [each for each in past if not each.outcome.strip()], _("No outcome is given for {which}.")),
        *none_left(feedback, [f for f in feedback if f.status == "open"], _("Nothing is done yet with {which}.")),
    )


def activities(outlook: Outlook) -> Iterable[Need]:
    """Step 6: the activity list, each with somebody who leads it and a time."""
    found = living(all_of(outlook, Activity))
    return told(
        Need(bool(found), _("There are no activities yet.")),
        *per_record(
            found,
            [
                (lambda a: a.lead.strip(), _("Nobody leads {which}.")),
                (lambda a: span_of(outlook, a), _("No time is given for {which}.")),
            ],
        ),
    )


def ratings(outlook: Outlook) -> Iterable[Need]:
    """Step 7: every activity rated, by more than one person."""
    found = living(all_of(outlook, Activity))
    worths = worth_by_activity(all_of(outlook, Rating), outlook.plan.rating_scale)
    return told(
        Need(bool(worths), _("No activity is rated yet.")),
        *none_left(list(worths), [a for a in found if a.id not in worths], _("Nobody rated {which}.")),
        *none_left(
            list(worths),
            [a for a in found if a.id in worths and len(worths[a.id].raters) == 1],
            _("Only one person rated {which}."),
        ),
    )


def conditions(outlook: Outlook) -> Iterable[Need]:
    """Step 8: what helps and what must be arranged, each in its area."""
    factors, needed = all_of(outlook, SuccessFactor), all_of(outlook, Precondition)
    return told(
        Need(bool(factors), _("No success factors are named.")),
        Need(bool(needed), _("No preconditions are named.")),
        *per_record(factors, [(lambda f: f.area.strip(), _("No area is given for {which}."))]),
        *per_record(needed, [(lambda p: p.area.strip(), _("No area is given for {which}."))]),
    )


def decision(outlook: Outlook) -> Iterable[Need]:
    """Step 9: what the management team decided."""
    found = all_of(outlook, Ruling)
    return told(
        Need(bool(found), _("No decision of the management team is written down.")),
        *per_record(found, [(lambda r: r.status != "pending", _("Still to be decided: {which}."))]),
    )


SHAPES: Final = (
    Shape(
        "start", N_("Where we stand"), N_("Who takes part, from where, with what people and means?"),
        ("organisation", "interests", "documents"), ("organisations",), starting_point,
    ),
    Shape(
        "analysis", N_("Analysis"), N_("What can we build on, and what is lacking?"),
        (), ("analysis",), analysis,
    ),
    Shape(
        "wishes", N_("Wishes and demands"), N_("What do people want, and what do they insist on?"),
        (), ("requirements",), wishes,
    ),
    Shape(
        "choices", N_("Choices and goals"), N_("What do we choose, and what comes first?"),
        ("goal", "choices_made"), ("criteria",), choices,
    ),
    Shape(
        "meetings", N_("Sessions and feedback"), N_("Who thought along, and what did we do with it?"),
        (), ("meetings", "feedback"), meetings,
    ),
    Shape(
        "activities", N_("Activity list"), N_("What do we do, who leads it, and when?"),
        (), ("activities",), activities,
    ),
    Shape(
        "ratings", N_("Ratings"), N_("What is each activity worth, and how urgent is it?"),
        ("rating_scale",), ("ratings",), ratings,
    ),
    Shape(
        "conditions", N_("What it takes"), N_("What makes it succeed, what must be arranged, and what does it cost?"),
        (), ("factors", "preconditions", "business_case"), conditions,
    ),
    Shape(
        "decision", N_("Decision and working together"), N_("What was decided, and with whom do we join up?"),
        (), ("rulings", "collaborations"), decision,
    ),
)  # fmt: skip

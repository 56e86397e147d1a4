"""What seed document S2 asks of each block of a redesign, as needs that are met or not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from roadmap_tui.i18n import _
from roadmap_tui.model.journeys import (
    BlueprintCell,
    Bottleneck,
    Consequence,
    Journey,
    JourneyStep,
    Lane,
    Persona,
    PersonaFactor,
    RoadmapItem,
)
from roadmap_tui.model.toolkit import ContentItem, Engagement, Expert, GovernanceRole, Kpi, MeasuringItem, Theme
from roadmap_tui.planning.findings import all_of
from roadmap_tui.planning.needs import Need, living, none_left, per_record, text, told
from roadmap_tui.planning.priorities import score_of
from roadmap_tui.planning.trace import trace_of

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook


def strategy(outlook: Outlook) -> Iterable[Need]:
    """Themes with arguments and goals, one to begin with, the advice, indicators and the group that works on it."""
    plan, themes, kpis = outlook.plan, all_of(outlook, Theme), all_of(outlook, Kpi)
    chosen = [theme for theme in themes if theme.status == "chosen"]
    kinds = {expert.kind for expert in all_of(outlook, Expert)}
    return told(
        Need(bool(themes), _("No themes are named.")),
        *per_record(
            themes,
            [
                (lambda t: t.arguments.strip(), _("Arguments are missing for {which}.")),
                (lambda t: t.goals.strip(), _("Goals are missing for {which}.")),
            ],
        ),
        Need(not themes or len(chosen) == 1, _("Choose one theme to begin with.")),
        *per_record(chosen, [(lambda t: t.scope.strip(), _("{which} is not demarcated yet."))]),
        text(plan.advice, _("The advice to management is not written.")),
        Need(bool(kpis), _("No indicators are named.")),
        *per_record(
            kpis,
            [
                (lambda k: k.baseline is not None, _("The zero measurement is missing for {which}.")),
                (lambda k: k.target is not None, _("The target is missing for {which}.")),
            ],
        ),
        Need({"policy", "practice"} <= kinds, _("The design group needs people from policy and from practice.")),
    )


def journeys(outlook: Outlook) -> Iterable[Need]:
    """Residents and professionals with their bottlenecks, an ideal journey for each, and a filled blueprint."""
    personas, found = all_of(outlook, Persona), all_of(outlook, Journey)
    steps, lanes = all_of(outlook, JourneyStep), all_of(outlook, Lane)
    kinds = {persona.kind for persona in personas}
    troubled = {each.persona for each in all_of(outlook, Bottleneck)}
    helped = {each.persona for each in all_of(outlook, PersonaFactor)}
    travelled = {journey.persona for journey in found if journey.state == "ideal"}
    ideal = {journey.id for journey in found if journey.state == "ideal"}
    stepped = {step.journey for step in steps}
    filled = {cell.step for cell in all_of(outlook, BlueprintCell)}
    return told(
        Need({"resident", "professional"} <= kinds, _("Name at least one resident and one professional.")),
        *none_left(personas, [p for p in personas if p.id not in troubled], _("No bottlenecks for {which}.")),
        *none_left(personas, [p for p in personas if p.id not in helped], _("No success factors for {which}.")),
        *none_left(personas, [p for p in personas if p.id not in travelled], _("No ideal journey for {which}.")),
        *none_left(found, [j for j in found if j.id not in stepped], _("{which} has no steps.")),
        Need(bool(lanes), _("The blueprint has no lanes.")),
        *none_left(
            steps,
            [s for s in steps if s.journey in ideal and s.id not in filled],
            _("The blueprint is empty for {which}."),
        ),
    )


def consequences(outlook: Outlook) -> Iterable[Need]:
    """What must be tackled, each with a step and an owner; the plans for content and measuring."""
    found = living(all_of(outlook, Consequence))
    return told(
        Need(bool(found), _("No consequences are named.")),
        *per_record(
            found,
            [
                (lambda c: c.step is not None or c.bottlenecks, _("{which} follows from no step and no bottleneck.")),
                (lambda c: c.owner.strip(), _("No owner is named for {which}.")),
            ],
        ),
        Need(bool(all_of(outlook, ContentItem)), _("The content plan is empty.")),
        Need(bool(all_of(outlook, MeasuringItem)), _("The measuring plan is empty.")),
    )


def engagement(outlook: Outlook) -> Iterable[Need]:
    """The roles that steer, and those who must be involved in time."""
    roles, actions = all_of(outlook, GovernanceRole), all_of(outlook, Engagement)
    told_to = {action.audience for action in actions}
    return told(
        Need(bool(roles), _("No governance roles are named.")),
        *per_record(
            roles,
            [(lambda r: r.tasks.strip() and r.responsibilities.strip(), _("Tasks or responsibilities of {which}."))],
        ),
        Need("privacy" in told_to, _("Nothing is planned to involve the data protection officer (FG).")),
        Need("communication" in told_to, _("Nothing is planned to involve the Communication department.")),
        Need(any(action.kind == "demo" for action in actions), _("No demo or prototype is planned.")),
    )


def roadmap(outlook: Outlook) -> Iterable[Need]:
    """Items that were judged, a first phase, and everything connected."""
    plan, items = outlook.plan, all_of(outlook, RoadmapItem)
    trace = trace_of(outlook)
    return told(
        Need(bool(items), _("The roadmap is empty.")),
        *per_record(
            items,
            [
                (lambda i: score_of(i, plan) is not None, _("Urgency or complexity is not judged for {which}.")),
                (lambda i: i.phase, _("No phase is chosen for {which}.")),
                (trace.is_rooted, _("{which} goes back to no bottleneck.")),
            ],
        ),
        Need(not items or any(item.mvp for item in items), _("No item is marked as MVP.")),
        text(plan.working_method, _("The working method is not chosen.")),
    )

"""What is empty, contradicts itself or hangs loose in a redesign and in a journey map: their share of the check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from roadmap_tui.i18n import _
from roadmap_tui.model.journey_map import Component, FitGap, ReviewComment, ReviewRound
from roadmap_tui.model.journeys import Bottleneck, Consequence, Persona, RoadmapItem
from roadmap_tui.model.toolkit import ContentItem, Engagement, Kpi, KpiValue, MeasuringItem, Theme
from roadmap_tui.planning.findings import Finding, about, all_of
from roadmap_tui.planning.indicators import kpi_outlook
from roadmap_tui.planning.priorities import in_scale, ranking
from roadmap_tui.planning.trace import trace_of

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_CLOSED: Final = ("done", "cancelled")


def themes(outlook: Outlook) -> Iterator[Finding]:
    """More than one theme to begin with, or none."""
    found = all_of(outlook, Theme)
    chosen = [theme for theme in found if theme.status == "chosen"]
    if found and not chosen:
        message = _("No theme is chosen to begin with.")
        yield Finding("no_first_theme", Theme.TABLE, 0, "", message, _("The domain is too wide to turn at once."))
    for theme in chosen[1:]:
        why = _("The domain is too wide to turn at once.")
        yield about("two_first_themes", theme, _("Another theme is chosen to begin with too."), why)


def indicators(outlook: Outlook) -> Iterator[Finding]:
    """Indicators that cannot show an effect, and targets that were not met in time."""
    for kpi in all_of(outlook, Kpi):
        seen = kpi_outlook(outlook, kpi)
        if kpi.baseline is None or kpi.target is None:
            message = _("It has no zero measurement or no target.")
            yield about("kpi_without_base", kpi, message, _("Without both nobody sees whether it has effect."))
        elif kpi.target == kpi.baseline or (kpi.target < kpi.baseline) != (kpi.direction == "down"):
            message = _("The target does not lie in the direction that is better.")
            yield about("kpi_against_direction", kpi, message, _("One of the three is wrong."), kpi.target)
        if seen.missed:
            message = _("The day of the target has passed and it was not met.")
            yield about("late", kpi, message, _("Tell it to those who decide."), kpi.due)
    for value in all_of(outlook, KpiValue):
        if value.day is not None and value.day > outlook.today:
            message = _("The day of this measurement has yet to come.")
            yield about("measured_in_future", value, message, _("It counts as the latest value now."), value.day)


def bottlenecks(outlook: Outlook) -> Iterator[Finding]:
    """Bottlenecks that nothing solves."""
    trace = trace_of(outlook)
    for bottleneck in all_of(outlook, Bottleneck):
        ends = trace.ends(bottleneck)
        if ends == "nothing":
            why = _("Every bottleneck wants a solution; name a step, consequence or fit/gap that takes it away.")
            yield about("unsolved_bottleneck", bottleneck, _("Nothing solves this bottleneck."), why)
        elif ends == "begun":
            message = _("A solution was thought of, but nothing is planned for it.")
            yield about("unplanned_bottleneck", bottleneck, message, _("Put it on the roadmap or make it an activity."))


def personas(outlook: Outlook) -> Iterator[Finding]:
    """Personas who run into nothing, so that nothing can be designed for them."""
    troubled = {bottleneck.persona for bottleneck in all_of(outlook, Bottleneck)}
    for persona in all_of(outlook, Persona):
        if persona.id not in troubled:
            why = _("A journey is designed for what goes wrong now.")
            yield about("persona_without_bottleneck", persona, _("No bottlenecks are named."), why)


def consequences(outlook: Outlook) -> Iterator[Finding]:
    """Consequences that belong to nobody, come from nothing or lead to nothing."""
    planned = {each for item in all_of(outlook, RoadmapItem) for each in item.consequences}
    for consequence in all_of(outlook, Consequence):
        if consequence.status in _CLOSED:
            continue
        if consequence.step is None and not consequence.bottlenecks:
            why = _("Then nobody can say why it is needed.")
            yield about("loose_consequence", consequence, _("It follows from no step and no bottleneck."), why)
        if not consequence.owner.strip():
            yield about("no_owner", consequence, _("No owner is named."), _("Nobody will do it by themselves."))
        if consequence.id not in planned:
            yield about(
                "unplanned_consequence", consequence, _("It is on no roadmap item."), _("Then it is forgotten.")
            )


def roadmap(outlook: Outlook) -> Iterator[Finding]:
    """Items that go round in a circle, lie outside the scale, contradict their phase or come from nothing."""
    found, trace = ranking(outlook), trace_of(outlook)
    items = {ranked.item.id: ranked.item for ranked in found.items}
    for loop in found.loops:
        names = ", ".join(items[i].number for i in loop)
        message = _("These wait for each other in a circle: {items}.").format(items=names)
        yield about("loop", items[loop[0]], message, _("Nobody can begin; take one of them out of the circle."), names)
    for item in items.values():
        for value in (item.urgency, item.complexity):
            if value is not None and not in_scale(value, found.top):
                message = _("{value} lies outside the scale of 1 to {top}.").format(value=value, top=found.top)
                yield about("outside_scale", item, message, _("It is not ranked until that is corrected."), value)
        if item.mvp and item.phase in ("next", "later"):
            message = _("It is part of the MVP but not of the first phase.")
            yield about("mvp_later", item, message, _("One of the two is wrong."), item.phase)
        for other in (items[i] for i in item.after if i in items):
            if item.mvp and other.phase == "later":
                message = _("It is part of the MVP but comes after {item}, which can wait.").format(item=other.number)
                yield about("mvp_waits", item, message, _("What the MVP needs cannot wait."), other.id)
        if not trace.is_rooted(item):
            why = _("Then nobody can say whom it helps.")
            yield about("loose_item", item, _("It goes back to no bottleneck."), why)


def support(outlook: Outlook) -> Iterator[Finding]:
    """The FG and the Communication department, who must be involved in time; and actions without an owner."""
    actions = all_of(outlook, Engagement)
    begun = outlook.plan.kind == "toolkit" or any(outlook.records(table) for table in (Theme.TABLE, RoadmapItem.TABLE))
    for audience, message in (
        ("privacy", _("The data protection officer (FG) is not involved yet.")),
        ("communication", _("The Communication department is not involved yet.")),
    ):
        if begun and not any(action.audience == audience for action in actions):
            why = _("Those who hear of it too late can stop it; plan a talk now.")
            yield Finding(f"{audience}_not_involved", Engagement.TABLE, 0, "", message, why)
    for action in actions:
        if action.status in _CLOSED:
            continue
        if not action.owner.strip():
            yield about("no_owner", action, _("No owner is named."), _("Nobody will do it by themselves."))
        reading = outlook.reader.when(action.when) if action.when.strip() else None
        if reading is None:
            yield about("no_date", action, _("No time is given."), _("Involve people before the choices are made."))
        elif reading.kind == "unknown":
            message = _('"{text}" is not read as a date.').format(text=action.when.splitlines()[0][:40])
            yield about("unread_when", action, message, _("It is never late until it is."), action.when)
        elif reading.recurrence is None and reading.end is not None and reading.end < outlook.today:
            why = _("Somebody is waiting to be involved.")
            yield about("late", action, _("It should have taken place."), why, reading.end)


def upkeep(outlook: Outlook) -> Iterator[Finding]:
    """Lines of the content and measuring plans that belong to nobody."""
    lines: list[ContentItem | MeasuringItem] = [*all_of(outlook, ContentItem), *all_of(outlook, MeasuringItem)]
    for line in lines:
        if not line.owner.strip():
            yield about("no_owner", line, _("No owner is named."), _("Nobody will do it by themselves."))


def journey_map(outlook: Outlook) -> Iterator[Finding]:
    """A map that is called tested and was not; gaps without work; comments and reading rounds that wait."""
    plan = outlook.plan
    if plan.map_status == "tested" and "tested" not in (plan.map_residents, plan.map_professionals):
        message = _("The journey map is called tested, but nobody tested it.")
        why = _("Residents or professionals must recognise themselves in it.")
        yield about("map_not_tested", plan, message, why, plan.map_status)
    for gap in all_of(outlook, FitGap):
        if gap.verdict in ("gap", "partly") and gap.activity is None:
            why = _("Make it an activity, or say why it is a fit.")
            yield about("gap_without_activity", gap, _("No activity closes this gap."), why)
    for component in all_of(outlook, Component):
        if component.status != "exists" and not component.owner.strip():
            yield about("no_owner", component, _("No owner is named."), _("Nobody will do it by themselves."))
    for comment in all_of(outlook, ReviewComment):
        if comment.status == "refused" and not comment.reason.strip():
            message = _("It is not said why this comment was not taken in.")
            yield about("refused_without_reason", comment, message, _("The reader deserves an answer."))
    for each in all_of(outlook, ReviewRound):
        if each.status not in _CLOSED and each.due is not None and each.due < outlook.today:
            why = _("What waits for it waits longer.")
            yield about("late", each, _("The readers should have answered."), why, each.due)


CHECKS: Final = (
    themes, indicators, personas, bottlenecks, consequences, roadmap, support, upkeep, journey_map,
)  # fmt: skip

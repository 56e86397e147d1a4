"""What seed document S0 asks of each section of a journey map, as needs that are met or not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from roadmap_tui.i18n import _
from roadmap_tui.model.journey_map import CaseLine, Component, FitGap, Layer, MapMilestone, ReviewComment, ReviewRound
from roadmap_tui.planning.findings import all_of
from roadmap_tui.planning.grids import business_case
from roadmap_tui.planning.needs import Need, none_left, per_record, text, told

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_ASKED = ("tested", "skipped")


def map_itself(outlook: Outlook) -> Iterable[Need]:
    """A name, a status and milestones."""
    plan = outlook.plan
    return told(
        text(plan.map_title, _("The journey map has no name.")),
        text(plan.map_status, _("The status of the journey map is not chosen.")),
        Need(bool(all_of(outlook, MapMilestone)), _("The journey map has no milestones.")),
    )


def layers(outlook: Outlook) -> Iterable[Need]:
    """Layers with an owner, and components for every milestone."""
    found, components = all_of(outlook, Layer), all_of(outlook, Component)
    milestones = [each for each in all_of(outlook, MapMilestone) if not each.left_out]
    worked_out = {component.milestone for component in components}
    return told(
        Need(bool(found), _("No layers are named.")),
        *per_record(found, [(lambda layer: layer.owner.strip(), _("No owner is named for {which}."))]),
        *none_left(
            milestones, [m for m in milestones if m.id not in worked_out], _("No components are named for {which}.")
        ),
    )


def fit_gap(outlook: Outlook) -> Iterable[Need]:
    """Every line judged, and every gap with what must happen."""
    found = all_of(outlook, FitGap)
    return told(
        Need(bool(found), _("The fit/gap analysis is empty.")),
        *per_record(
            found,
            [
                (lambda g: g.verdict != "unknown", _("{which} is not judged as fit or gap.")),
                (lambda g: g.now.strip() and g.wanted.strip(), _("Now or wanted is missing for {which}.")),
                (
                    lambda g: g.verdict not in ("gap", "partly") or g.todo.strip(),
                    _("It is not said what must happen for {which}."),
                ),
            ],
        ),
    )


def testing(outlook: Outlook) -> Iterable[Need]:
    """Tests by residents and professionals (both options), a reading round, and all comments decided."""
    plan, comments = outlook.plan, all_of(outlook, ReviewComment)
    return told(
        Need(plan.map_residents in _ASKED, _("The map is not tested by residents; say so if you leave that out.")),
        Need(
            plan.map_professionals in _ASKED,
            _("The map is not tested by professionals; say so if you leave that out."),
        ),
        Need(bool(all_of(outlook, ReviewRound)), _("No reading round is planned.")),
        *none_left(comments, [c for c in comments if c.status == "open"], _("Nothing is decided about {which}.")),
    )


def case(outlook: Outlook) -> Iterable[Need]:
    """Costs and benefits, and a price for all that must be developed in the layer of information and systems."""
    kinds = {line.kind for line in all_of(outlook, CaseLine)}
    return told(
        Need("cost" in kinds, _("No costs are named.")),
        Need("benefit" in kinds, _("No benefits are named.")),
        Need(
            not business_case(outlook).unpriced,
            _("Not everything that must be developed in the layer of information and systems has a cost."),
        ),
        text(outlook.plan.map_case_note, _("It is not said what the figures come down to.")),
    )


def report(outlook: Outlook) -> Iterable[Need]:
    """Conclusions, so that the implementation plan can begin."""
    return told(text(outlook.plan.map_report, _("The conclusions for the final report are not written.")))

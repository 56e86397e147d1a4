"""What stands between the project and its discharge (decharge): results, open points, money, dossier, evaluation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import msgspec

from roadmap_tui.i18n import N_, _, ngettext
from roadmap_tui.model.milestone import Checkpoint, Milestone
from roadmap_tui.model.record import Record
from roadmap_tui.model.steering import BudgetLine
from roadmap_tui.planning.aftercare import aftercare, result_milestone
from roadmap_tui.planning.evaluation import euros, evaluation
from roadmap_tui.planning.findings import all_of

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_DOSSIER: Final = re.compile(r"dossier|archi[ev]|archive", re.IGNORECASE)


class Area(msgspec.Struct, frozen=True):
    """One of the conditions for discharge."""

    code: str
    label: str


RESULTS, AFTERCARE, MONEY, DOSSIER, EVALUATION = (
    Area("results", N_("Results accepted")),
    Area("aftercare", N_("Open points handed over")),
    Area("money", N_("Money closed")),
    Area("dossier", N_("Dossier archived")),
    Area("evaluation", N_("Evaluation adopted")),
)
AREAS: Final = (RESULTS, AFTERCARE, MONEY, DOSSIER, EVALUATION)


class StillOpen(msgspec.Struct, frozen=True):
    """Something that must be settled before discharge, with its record where there is one."""

    area: Area
    message: str
    record: Record | None = None


def still_open(outlook: Outlook) -> list[StillOpen]:
    """What is still open, area by area; nothing means that discharge can be asked for."""
    return [*_results(outlook), *_aftercare(outlook), *_money(outlook), *_dossier(outlook), *_evaluation(outlook)]


def _results(outlook: Outlook) -> Iterator[StillOpen]:
    milestones = [each for each in all_of(outlook, Milestone) if each.status != "cancelled"]
    if not milestones:
        yield StillOpen(RESULTS, _("The plan names no milestones."))
    for milestone in milestones:
        if milestone.status == "delivered":
            yield StillOpen(RESULTS, _("It is delivered, but not approved yet."), milestone)
        elif milestone.status != "approved":
            yield StillOpen(RESULTS, _("It is not delivered."), milestone)
        left = outlook.milestone(milestone).total - outlook.milestone(milestone).done
        if milestone.status in ("delivered", "approved") and left:
            words = ngettext(
                "{count} point on its checklist is open.", "{count} points on its checklist are open.", left
            )
            yield StillOpen(RESULTS, words.format(count=left), milestone)


def _aftercare(outlook: Outlook) -> Iterator[StillOpen]:
    found = aftercare(outlook)
    if outlook.plan.go_live is None or outlook.today < outlook.plan.go_live:
        yield StillOpen(AFTERCARE, _("Go-live is still to come."))
    for point in found.open_points:
        yield StillOpen(AFTERCARE, _("It is not solved and not handed over."), point)
    for criterion in found.unmet:
        yield StillOpen(AFTERCARE, _("Aftercare can end only when this is met."), criterion)


def _money(outlook: Outlook) -> Iterator[StillOpen]:
    lines = all_of(outlook, BudgetLine)
    if not lines:
        yield StillOpen(MONEY, _("The plan has no budget to close."))
    for line in lines:
        spent = line.spent or 0
        if line.expected is None:
            yield StillOpen(MONEY, _("It is not known what it will cost in the end."), line)
        elif line.expected > spent:
            rest = euros(line.expected - spent)
            yield StillOpen(MONEY, _("€ {rest} is still to be spent or given back.").format(rest=rest), line)


def _dossier(outlook: Outlook) -> Iterator[StillOpen]:
    evaluation_id = getattr(result_milestone(outlook, "evaluatie"), "id", None)
    points = [each for each in all_of(outlook, Checkpoint) if each.milestone == evaluation_id]
    archived = [each for each in points if _DOSSIER.search(each.title)]
    if not archived:
        yield StillOpen(DOSSIER, _("No checkpoint of the evaluation says that the dossier is archived."))
    for point in archived:
        if point.status == "open":
            yield StillOpen(DOSSIER, _("It is not ticked off."), point)


def _evaluation(outlook: Outlook) -> Iterator[StillOpen]:
    if result_milestone(outlook, "evaluatie") is None:
        yield StillOpen(EVALUATION, _("No milestone is about the evaluation."))
    found = evaluation(outlook)
    for criterion in found.criteria:
        if criterion.status == "open":
            yield StillOpen(EVALUATION, _("This success criterion is not measured."), criterion)
    for aspect in found.aspects:
        if aspect.record is None or aspect.record.status == "open":
            words = _("{aspect} is not judged: {fact}.").format(aspect=_(aspect.aspect.label), fact=aspect.fact)
            yield StillOpen(EVALUATION, words, aspect.record)

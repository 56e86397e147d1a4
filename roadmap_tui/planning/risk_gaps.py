"""What is missing around risks: a weight, an owner, measures before and after, a recent look, an issue in the log."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from roadmap_tui.i18n import _
from roadmap_tui.model.risk import Measure, Risk
from roadmap_tui.model.steering import LogEntry
from roadmap_tui.planning.findings import Finding, about, all_of
from roadmap_tui.planning.risks import is_opportunity, own_bounds

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_STALE: Final = timedelta(days=60)


def risks(outlook: Outlook) -> Iterator[Finding]:
    """Open risks that cannot be weighed, that nobody watches, or against which nothing is done."""
    for risk in all_of(outlook, Risk):
        if not outlook.risk(risk).open:
            continue
        yield from _opportunity(outlook, risk) if is_opportunity(risk) else _threat(outlook, risk)
        if outlook.risk(risk).score is None:
            why = _("Without them it cannot be weighed.")
            yield about("no_score", risk, _("Likelihood or impact is missing."), why)
        if not risk.owner.strip():
            yield about("no_owner", risk, _("No owner is named."), _("Somebody must keep an eye on it."))
        if risk.reviewed is not None and outlook.today - risk.reviewed > _STALE:
            message = _("It was last reviewed on {date}.").format(date=f"{risk.reviewed:%d-%m-%Y}")
            why = _("What was weighed two months ago may weigh more by now.")
            yield about("review_overdue", risk, message, why, risk.reviewed)


def _threat(outlook: Outlook, risk: Risk) -> Iterator[Finding]:
    seen = outlook.risk(risk)
    kinds = {measure.kind for measure in seen.measures}
    if "preventive" not in kinds:
        why = _("A risk that nobody works against stays as large as it is.")
        yield about("no_preventive_measure", risk, _("No preventive measure is named."), why)
    if "corrective" not in kinds:
        why = _("When it happens there is no time left to think of one.")
        yield about("no_corrective_measure", risk, _("No corrective measure is named."), why)
    if seen.score is not None and seen.rest_score is not None and seen.rest_score > seen.score:
        message = _("What remains after the measures is more than the risk itself.")
        why = _("Then the measures make it worse, or a number is wrong.")
        yield about("remaining_above_score", risk, message, why, seen.score, seen.rest_score)


def _opportunity(outlook: Outlook, risk: Risk) -> Iterator[Finding]:
    if not outlook.risk(risk).measures:
        why = _("An opportunity that nobody works for passes by.")
        yield about("opportunity_without_measure", risk, _("Nothing is done to seize it."), why)


def occurred(outlook: Outlook) -> Iterator[Finding]:
    """Risks that occurred without anything in the log."""
    logged = {entry.risk for entry in all_of(outlook, LogEntry)}
    for risk in all_of(outlook, Risk):
        if risk.status == "occurred" and risk.id not in logged:
            why = _("What is not in the log is settled by nobody.")
            yield about("occurred_without_issue", risk, _("It occurred, but the log holds no issue for it."), why)


def measures(outlook: Outlook) -> Iterator[Finding]:
    """Measures that should have been done."""
    for measure in all_of(outlook, Measure):
        if measure.status != "done" and measure.due is not None and measure.due < outlook.today:
            why = _("The risk is as large as before.")
            yield about("late", measure, _("It should have been done."), why, measure.due)


def classes(outlook: Outlook) -> Iterator[Finding]:
    """Classes of the plan's own that cannot be read."""
    text = outlook.plan.risk_classes
    if text.strip() and not own_bounds(text):
        message = _('"{text}" is not read as risk classes.').format(text=text[:30])
        why = _("Write three rising scores below 25, such as 4 9 14; until then those count.")
        yield about("unread_classes", outlook.plan, message, why, text)


CHECKS: Final = (risks, occurred, measures, classes)

"""What is missing in the results: run-sheet, SLA norms, responsibilities, training, aftercare, evaluation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from roadmap_tui.i18n import _
from roadmap_tui.model.aftercare import EndCriterion, OpenPoint
from roadmap_tui.model.agreement import DapAgreement, SlaNorm
from roadmap_tui.model.evaluation import Evaluation
from roadmap_tui.model.goal import Criterion
from roadmap_tui.model.record import Record
from roadmap_tui.model.runsheet import RunStep
from roadmap_tui.model.support import SupportTask
from roadmap_tui.model.training import TrainingGroup
from roadmap_tui.planning.aftercare import SETTLED, result_milestone
from roadmap_tui.planning.findings import Finding, about, all_of
from roadmap_tui.planning.responsibilities import MatrixRow, responsibility_matrix
from roadmap_tui.planning.runsheet import last_way_back, step_time, wrong_weekday
from roadmap_tui.planning.training import ENOUGH, training

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_SOON: Final = timedelta(weeks=2)
_RUN_SHEET_SIZE: Final = 3


def run_sheet(outlook: Outlook) -> Iterator[Finding]:
    """Times that agree with each other, and a last way back that the planning reaches in time."""
    steps = all_of(outlook, RunStep)
    busy_until = None
    for step in steps:
        row = outlook.run_sheet[step.id]
        if wrong_weekday(outlook, step):
            message = _("The day in the time is not the day of its distance to go-live.")
            yield about("contradicting_dates", step, message, _("People will come on different days."), step.time)
        if row.start and busy_until and row.start < busy_until:
            message = _("It begins before the step above it ends.")
            why = _("The steps follow each other; give one of them another time.")
            yield about("steps_overlap", step, message, why, row.start, busy_until)
        if step.go_no_go and step.status == "done" and not step.decision:
            message = _("It does not say what was decided.")
            yield about("decision_not_noted", step, message, _("Afterwards nobody knows who said go."))
        busy_until = max((moment for moment in (busy_until, row.end) if moment), default=None)
        yield from _last_way_back(outlook, step)
    if len(steps) >= _RUN_SHEET_SIZE:
        yield from _decisions(steps)


def _last_way_back(outlook: Outlook, step: RunStep) -> Iterator[Finding]:
    row = outlook.run_sheet[step.id]
    if not step.return_by.strip():
        return
    if step_time(step.return_by) is None:
        message = _('"{text}" is not read as a time of day.').format(text=step.return_by[:20])
        yield about("unread_time", step, message, _("Write it as Sun 15.00."), step.return_by)
        return
    deadline = last_way_back(row.start, step.return_by) if row.start else None
    if deadline and row.end and row.end > deadline:
        message = _("It is planned to end after the last way back.")
        yield about("past_way_back", step, message, _("Then nobody can decide to go back."), row.end, step.return_by)


def _decisions(steps: Sequence[RunStep]) -> Iterator[Finding]:
    if not any(step.go_no_go for step in steps):
        why = _("Somebody must be able to say no while there is a way back.")
        yield Finding("no_decision", RunStep.TABLE, 0, "", _("The run-sheet has no go/no-go moment."), why)
    elif not any(step.return_by.strip() for step in steps):
        message = _("The run-sheet does not say until when there is a way back.")
        why = _("In the weekend itself nobody has time to work it out.")
        yield Finding("no_way_back", RunStep.TABLE, 0, "", message, why)


def norms(outlook: Outlook) -> Iterator[Finding]:
    """Norms that can be measured, are reported, and are worked out in a procedure."""
    worked_out = {record.norm for record in all_of(outlook, DapAgreement)}
    for norm in all_of(outlook, SlaNorm):
        if not norm.measured.strip() or not norm.value.strip():
            message = _("It does not say what is promised or how it is measured.")
            yield about("norm_not_measured", norm, message, _("Then nobody can say whether it is met."))
        if not norm.reporting.strip():
            message = _("It does not say how it is reported.")
            yield about("norm_not_reported", norm, message, _("What is not reported is not noticed."))
        if norm.id not in worked_out:
            message = _("No procedure of the DAP is about this norm.")
            yield about("norm_without_procedure", norm, message, _("The DAP works out the SLA."))


def responsibilities(outlook: Outlook) -> Iterator[Finding]:
    """Exactly one person accountable for each result, and somebody who does the work."""
    matrix = responsibility_matrix(outlook)
    if matrix.used:
        for row in matrix.rows:
            yield from _row(row)


def _row(row: MatrixRow) -> Iterator[Finding]:
    count = len(row.accountable)
    if count == 0:
        message = _("Nobody is accountable for it (E, or A in RACI).")
        yield about("nobody_accountable", row.record, message, _("What belongs to nobody is not decided."))
    elif count > 1:
        message = _("{count} are accountable for it (E, or A in RACI); it must be one.").format(count=count)
        yield about("several_accountable", row.record, message, _("Two who decide wait for each other."), count)
    if row.cells and not row.working:
        message = _("Nobody does the work (V, or R in RACI).")
        yield about("nobody_working", row.record, message, _("Then it is not done."))


def instruction(outlook: Outlook) -> Iterator[Finding]:
    """Groups with their numbers, and enough people trained when go/no-go comes near."""
    for group in all_of(outlook, TrainingGroup):
        if not group.planned:
            message = _("The number of people to train is missing.")
            yield about("no_number", group, message, _("Then it is not known whether enough are trained."))
        elif (group.trained or 0) > group.planned:
            message = _("More people are trained than there are in the group.")
            yield about("too_many_trained", group, message, _("One of the numbers is wrong."), group.trained)
    found = training(outlook)
    if found.share is not None and not found.enough and found.before and outlook.today >= found.before - _SOON:
        message = _("{share}% of the people are trained; before go/no-go it must be {enough}%.").format(
            share=found.share, enough=ENOUGH
        )
        why = _("Who was not trained cannot work on the first day.")
        yield Finding("too_few_trained", TrainingGroup.TABLE, 0, "", message, why, str(found.share))


def support(outlook: Outlook) -> Iterator[Finding]:
    """Tasks of running the application that belong to somebody."""
    for task in all_of(outlook, SupportTask):
        if not task.owner.strip():
            yield about("no_owner", task, _("Nobody is named for this task."), _("After go-live nobody does it."))


def open_points(outlook: Outlook) -> Iterator[Finding]:
    """Open points with an owner and a day."""
    for point in all_of(outlook, OpenPoint):
        if point.status in SETTLED:
            if point.status == "handed_over" and not point.handed_to.strip():
                message = _("It is handed over, but it does not say to whom.")
                yield about("no_owner", point, message, _("Then it belongs to nobody."))
            continue
        if not point.owner.strip():
            yield about("no_owner", point, _("No owner is named."), _("Nobody will do it by themselves."))
        if point.due is None:
            yield about("no_date", point, _("No day is given."), _("Without a day it stays open."))
        elif point.due < outlook.today:
            yield about("late", point, _("It should have been solved."), _("Aftercare waits for it."), point.due)


def end_of_aftercare(outlook: Outlook) -> Iterator[Finding]:
    """Criteria by which aftercare ends, met when it ends; asked for once there are open points."""
    criteria = all_of(outlook, EndCriterion)
    if not criteria and all_of(outlook, OpenPoint):
        why = _("Aftercare that has no end is never handed over.")
        yield Finding("no_end_criteria", EndCriterion.TABLE, 0, "", _("No criteria say when aftercare ends."), why)
    milestone = result_milestone(outlook, "nazorg")
    due = outlook.milestone(milestone).due if milestone else None
    if due is not None and due < outlook.today:
        for each in criteria:
            if each.status != "done":
                message = _("It is not met, and aftercare should have ended.")
                yield about("late", each, message, _("The project cannot be handed over."), due)


def evaluations(outlook: Outlook) -> Iterator[Finding]:
    """Judgements with their explanation."""
    why = _("Nobody learns from a judgement alone.")
    criteria: list[tuple[Record, bool, str]] = [
        (each, each.status in ("partly", "missed"), each.outcome) for each in all_of(outlook, Criterion)
    ]
    aspects: list[tuple[Record, bool, str]] = [
        (each, each.status in ("partly", "bad"), each.explanation) for each in all_of(outlook, Evaluation)
    ]
    for record, short, words in (*criteria, *aspects):
        if short and not words.strip():
            yield about("no_explanation", record, _("It fell short, but no explanation is given."), why)


CHECKS: Final = (
    run_sheet, norms, responsibilities, instruction, support, open_points, end_of_aftercare, evaluations,
)  # fmt: skip

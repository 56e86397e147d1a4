"""Progress reports: one judgement per GOTIK aspect, fixed on the day they are issued."""

from datetime import date
from typing import Annotated, Any, ClassVar

from roadmap_tui.i18n import N_
from roadmap_tui.model import choices
from roadmap_tui.model import fields as f
from roadmap_tui.model.record import Record


class Report(Record, frozen=True, kw_only=True):
    """What the client is told about one period. A draft follows the plan; once issued it never changes."""

    TABLE: ClassVar[str] = "reports"
    PREFIX: ClassVar[str] = "VR"
    LABEL: ClassVar[str] = N_("Progress report")
    PLURAL: ClassVar[str] = N_("Reports")
    STEPS: ClassVar[tuple[str, ...]] = ("draft", "issued")
    FINISHED: ClassVar[str] = "issued"

    title: Annotated[str, f.text(N_("Report"), N_("For example progress report 3."), required=True, width=34)] = ""
    status: Annotated[
        str, f.choice(N_("Status"), choices.REPORT_STATUS, N_("An issued report never changes."), width=12)
    ] = "draft"
    period_start: Annotated[date | None, f.date_field(N_("Period from"), N_("The first day it is about."))] = None
    period_end: Annotated[date | None, f.date_field(N_("Period to"), N_("The last day it is about."))] = None
    reference: Annotated[date | None, f.date_field(N_("Reference date"), N_("The day on which it was so."))] = None
    phase: Annotated[str, f.text(N_("Phase"), N_("Where the project is, such as preparation."), width=18)] = ""
    summary: Annotated[str, f.long_text(N_("Summary"), N_("How it goes, in two or three sentences."))] = ""
    budget_granted: Annotated[float | None, f.decimal(N_("Budget granted"), N_("In euros."), width=12)] = None
    budget_spent: Annotated[float | None, f.decimal(N_("Budget spent"), N_("In euros, until now."), width=12)] = None
    budget_expected: Annotated[
        float | None, f.decimal(N_("Budget expected"), N_("In euros, at the end."), width=12)
    ] = None
    hours_planned: Annotated[float | None, f.decimal(N_("Hours planned"), N_("For the whole project."), width=8)] = None
    hours_spent: Annotated[float | None, f.decimal(N_("Hours spent"), N_("Until now."), width=8)] = None
    changes: Annotated[str, f.long_text(N_("What changed"), N_("Since the last report, one line each."))] = ""
    decisions: Annotated[str, f.long_text(N_("Decisions asked for"), N_("One line each."))] = ""
    coming: Annotated[str, f.long_text(N_("Coming period"), N_("What happens next, one line each."))] = ""
    issued: Annotated[date | None, f.date_field(N_("Issued on"), N_("Filled in when you issue it."))] = None
    snapshot: Annotated[dict[str, Any], f.internal(N_("As it was"))] = {}


class Judgement(Record, frozen=True, kw_only=True):
    """How one GOTIK aspect stands in one report; amber and red say why, what of it, and what is done."""

    TABLE: ClassVar[str] = "judgements"
    PREFIX: ClassVar[str] = "OD"
    LABEL: ClassVar[str] = N_("Judgement")
    PLURAL: ClassVar[str] = N_("Judgements")

    title: Annotated[str, f.text(N_("Explanation"), N_("Why this colour, in one sentence."), width=50)] = ""
    report: Annotated[int | None, f.ref(N_("Report"), "reports", required=True, width=20)] = None
    aspect: Annotated[str, f.choice(N_("Aspect"), choices.GOTIK, required=True, width=14)] = ""
    colour: Annotated[
        str, f.choice(N_("Colour"), choices.TRAFFIC_LIGHT, N_("Amber and red need the three texts below."), width=10)
    ] = ""
    trend: Annotated[
        str, f.choice(N_("Trend"), choices.GOTIK_TREND, N_("Empty: compared with the last report."), width=10)
    ] = ""
    cause: Annotated[str, f.long_text(N_("Cause"), N_("How it came about."))] = ""
    consequence: Annotated[str, f.long_text(N_("Consequence"), N_("What it leads to if nothing is done."))] = ""
    correction: Annotated[str, f.long_text(N_("Correction"), N_("What is done about it, by whom and when."))] = ""

"""The columns of reports and of their judgements."""

from __future__ import annotations

from typing import Any

from roadmap_tui.i18n import N_
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.model.report import Judgement, Report
from roadmap_tui.planning.reporting.judging import trend
from roadmap_tui.view.columns import Column, ViewContext, field_column, status_line
from roadmap_tui.view.text import Line


def _trend(judgement: Judgement, context: ViewContext) -> str:
    """How the aspect compares with the report before, as a code."""
    records = context.outlook.records
    report = next((each for each in records(Report.TABLE) if each.id == judgement.report), None)
    return trend(records, report, judgement) if isinstance(report, Report) else ""


def _paint_trend(judgement: Judgement, context: ViewContext, width: int) -> Line:
    code = _trend(judgement, context)
    return status_line(fields_of(Judgement)["trend"], code, context, width) if code else []


def report_columns() -> tuple[Column, ...]:
    """What it is called, whether it went out, and which period it is about."""
    return (
        field_column(Report, "status", minimum=1, grow=0, width=14),
        field_column(Report, "title", minimum=20, flex=4, strong=True, grow=1, width=44),
        field_column(Report, "reference", minimum=10, drop=1),
        field_column(Report, "period_start", minimum=10, drop=4, muted=True),
        field_column(Report, "period_end", minimum=10, drop=3, muted=True),
        field_column(Report, "issued", minimum=10, drop=2),
    )


def judgement_columns() -> tuple[Column, ...]:
    """The aspect, its colour, how that compares, and why."""

    def key(record: Record, context: ViewContext) -> Any:
        return _trend(record, context) if isinstance(record, Judgement) else ""

    return (
        field_column(Judgement, "aspect", minimum=12, strong=True),
        field_column(Judgement, "colour", minimum=1, grow=0, width=10),
        Column("trend", N_("Trend"), 11, 1, _paint_trend, key, drop=2, grow=2, whole=True),
        field_column(Judgement, "title", minimum=44, flex=4, grow=1),
        field_column(Judgement, "correction", minimum=34, drop=3, flex=2, muted=True),
    )

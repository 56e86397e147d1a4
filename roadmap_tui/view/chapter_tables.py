"""The columns of the lists in the chapters around the planning; the number comes before them."""

from __future__ import annotations

from datetime import date
from typing import Any

from roadmap_tui.i18n import N_, _
from roadmap_tui.model.agreement import DapAgreement
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.goal import Criterion
from roadmap_tui.model.scope import Precondition, ScopeItem
from roadmap_tui.model.stakeholder import Communication, Stakeholder
from roadmap_tui.model.steering import BudgetLine, LogEntry
from roadmap_tui.planning.stakeholders import STRATEGIES, strategy
from roadmap_tui.view import report_tables, result_tables
from roadmap_tui.view.columns import SIGN_ONLY, Column, ViewContext, field_column
from roadmap_tui.view.formats import format_date
from roadmap_tui.view.text import Line, Run


def _paint_strategy(stakeholder: Stakeholder, context: ViewContext, width: int) -> Line:
    found = strategy(stakeholder)
    return [Run(_(found.label), found.tone)] if found else [Run("-", Tone.MUTED)]


def _strategy_key(stakeholder: Stakeholder, context: ViewContext) -> Any:
    found = strategy(stakeholder)
    return STRATEGIES.index(found) if found else len(STRATEGIES)


def stakeholder_columns() -> tuple[Column, ...]:
    """Who, how much they weigh, the strategy that follows, and the approach."""
    return (
        field_column(Stakeholder, "title", minimum=24, flex=3, strong=True, grow=1, width=44),
        _digit("influence", N_("Inf")),
        _digit("interest", N_("Int")),
        _digit("involvement", N_("Inv"), drop=6),
        Column("strategy", N_("Strategy"), 16, 16, _paint_strategy, _strategy_key, grow=2),
        field_column(Stakeholder, "attitude", minimum=14, drop=4, width=15),
        field_column(Stakeholder, "approach", minimum=30, drop=7, flex=4, muted=True),
        field_column(Stakeholder, "contact", minimum=14, drop=5, flex=1, muted=True),
    )


def _digit(name: str, label: str, drop: int = 0) -> Column:
    plain = field_column(Stakeholder, name)
    return Column(name, label, 3, 3, plain.paint, plain.key, drop=drop, right=True)


def communication_columns() -> tuple[Column, ...]:
    """What, when, how and by whom; for whom where there is room."""
    return (
        field_column(Communication, "status", minimum=2, grow=6, width=18),
        field_column(Communication, "title", minimum=20, flex=3, strong=True, grow=1, width=44),
        field_column(Communication, "when", minimum=12, flex=1, grow=2),
        field_column(Communication, "means", minimum=12, drop=3, flex=1),
        field_column(Communication, "responsible", minimum=14, drop=2, flex=1, muted=True),
        field_column(Communication, "stakeholder", minimum=16, drop=5, flex=1, muted=True),
    )


def precondition_columns() -> tuple[Column, ...]:
    """What must be arranged, whether it is, by whom and before when."""

    def paint(record: Precondition, context: ViewContext, width: int) -> Line:
        seen = context.outlook.precondition(record)
        return [Run(format_date(seen.due), Tone.BAD if seen.late else Tone.NORMAL)]

    def key(record: Precondition, context: ViewContext) -> Any:
        return context.outlook.precondition(record).due or date.max

    def status(record: Precondition, context: ViewContext, width: int) -> Line:
        if context.outlook.precondition(record).late:
            sign = context.glyphs.warning
            return [Run(sign if width < SIGN_ONLY else f"{sign} {_('Late')}", Tone.BAD)]
        return plain.paint(record, context, width)

    plain = field_column(Precondition, "status")
    return (
        Column("status", N_("Status"), 15, 1, status, plain.key, grow=0, whole=True),
        field_column(Precondition, "title", minimum=22, flex=4, strong=True, grow=1, width=44),
        field_column(Precondition, "owner", minimum=14, drop=2, flex=1),
        Column("due", N_("Before"), 10, 10, paint, key, drop=3),
        field_column(Precondition, "kind", minimum=16, drop=4, muted=True, width=28),
    )


def scope_columns() -> tuple[Column, ...]:
    """In or out, what, and who does it instead."""
    return (
        field_column(ScopeItem, "side", minimum=1, width=18),
        field_column(ScopeItem, "title", minimum=34, flex=4, strong=True, grow=1, width=44),
        field_column(ScopeItem, "who", minimum=14, drop=2, flex=1),
        field_column(ScopeItem, "remarks", minimum=16, drop=3, flex=3, muted=True),
    )


def criterion_columns() -> tuple[Column, ...]:
    """What is true when it is a success, from where to where, and whether it is."""
    return (
        field_column(Criterion, "status", minimum=2, grow=6, width=16),
        field_column(Criterion, "title", minimum=24, flex=4, strong=True, grow=1, width=44),
        field_column(Criterion, "measured", minimum=12, drop=4, flex=1, muted=True),
        field_column(Criterion, "target", minimum=14, flex=1, grow=2, width=22),
        field_column(Criterion, "when", minimum=14, drop=2, flex=1, width=22),
        field_column(Criterion, "owner", minimum=14, drop=3, flex=1, muted=True),
    )


def dap_columns() -> tuple[Column, ...]:
    """The procedure, the norm it meets and whom to turn to."""
    return (
        field_column(DapAgreement, "status", minimum=2, grow=6, width=18),
        field_column(DapAgreement, "title", minimum=22, flex=3, strong=True, grow=1, width=44),
        field_column(DapAgreement, "norm", minimum=16, flex=3, grow=2),
        field_column(DapAgreement, "contact", minimum=14, drop=2, flex=1, muted=True),
    )


def log_columns() -> tuple[Column, ...]:
    """What it is, about what, whose it is and when it is due."""

    def status(entry: LogEntry, context: ViewContext, width: int) -> Line:
        if entry.due is not None and entry.due < context.outlook.today and entry.status in ("open", "active"):
            sign = context.glyphs.warning
            return [Run(sign if width < SIGN_ONLY else f"{sign} {_('Late')}", Tone.BAD)]
        return plain.paint(entry, context, width)

    plain = field_column(LogEntry, "status")
    return (
        Column("status", N_("Status"), 15, 1, status, plain.key, grow=0, whole=True),
        field_column(LogEntry, "kind", minimum=8, width=8),
        field_column(LogEntry, "title", minimum=22, flex=4, strong=True, grow=1, width=44),
        field_column(LogEntry, "owner", minimum=12, drop=3, flex=1),
        field_column(LogEntry, "due", minimum=10, drop=2),
    )


def budget_columns() -> tuple[Column, ...]:
    """What was granted, what is spent and what it will be."""
    return (
        field_column(BudgetLine, "title", minimum=22, flex=3, strong=True, grow=1, width=44),
        *(field_column(BudgetLine, name, minimum=10) for name in ("granted", "spent", "expected")),
        field_column(BudgetLine, "owner", minimum=14, drop=2, flex=1, muted=True),
    )


COLUMNS = {
    "stakeholders": stakeholder_columns,
    "communications": communication_columns,
    "preconditions": precondition_columns,
    "scope": scope_columns,
    "criteria": criterion_columns,
    "dap": dap_columns,
    "log": log_columns,
    "budget": budget_columns,
    "reports": report_tables.report_columns,
    "judgements": report_tables.judgement_columns,
    **result_tables.COLUMNS,
}

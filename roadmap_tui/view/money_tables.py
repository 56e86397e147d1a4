"""The columns of the budget: the amounts below each other, and how much of what was granted is spent."""

from __future__ import annotations

from typing import Any, Final

from roadmap_tui.i18n import N_
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.steering import BudgetLine
from roadmap_tui.view.columns import Column, ViewContext, field_column
from roadmap_tui.view.formats import bar, grouped
from roadmap_tui.view.text import Line, Run

_NUMBER, _SHARE = 5, 15


def _share(line: BudgetLine) -> float | None:
    """How much of what was granted is spent, as a fraction; None where one of the two is not known."""
    return line.spent / line.granted if line.granted and line.spent is not None else None


def _paint_share(line: BudgetLine, context: ViewContext, width: int) -> Line:
    share = _share(line)
    if share is None:
        return [Run("-", Tone.MUTED)]
    drawn, rest = bar(share, width - _NUMBER, context.glyphs)
    tone = Tone.BAD if share > 1 else Tone.NORMAL
    return [Run(drawn, tone), Run(rest, Tone.MUTED), Run(f"{round(share * 100):>4}%", tone)]


def _paint_expected(line: BudgetLine, context: ViewContext, width: int) -> Line:
    too_much = line.granted is not None and line.expected is not None and line.expected > line.granted
    sign = f"{context.glyphs.warning} " if too_much else ""
    return [Run(sign + grouped(line.expected), Tone.BAD if too_much else Tone.NORMAL)]


def budget_columns() -> tuple[Column, ...]:
    """What it is for, the amounts, and whether they stay within what was granted."""

    def expected(line: BudgetLine, context: ViewContext) -> Any:
        return -(line.expected or 0)

    def share(line: BudgetLine, context: ViewContext) -> Any:
        return -(_share(line) or 0)

    return (
        field_column(BudgetLine, "title", minimum=24, flex=4, strong=True, grow=1),
        field_column(BudgetLine, "granted", minimum=10, width=12),
        field_column(BudgetLine, "spent", minimum=10, width=12, drop=3),
        Column("share", N_("Share spent"), _SHARE, 12, _paint_share, share, drop=2, grow=0),
        Column("expected", N_("Expected"), 12, 11, _paint_expected, expected, right=True),
        field_column(BudgetLine, "owner", minimum=14, drop=4, flex=1, muted=True),
    )


COLUMNS: Final = {"budget": budget_columns}

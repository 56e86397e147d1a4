"""The risk matrix: how many open risks there are for each likelihood and impact, and in which class that falls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import msgspec

from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.risk import Risk
from roadmap_tui.planning.risks import RiskLevel, level_of
from roadmap_tui.view.text import Line, Run

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

SCALE: Final = (1, 2, 3, 4, 5)


class MatrixCell(msgspec.Struct, frozen=True):
    """The open risks with one likelihood and impact; `level` is the class of their score."""

    chance: int
    impact: int
    level: RiskLevel | None
    risks: tuple[Risk, ...]


class Matrix(msgspec.Struct, frozen=True):
    """All 25 cells by (likelihood, impact), the classes, and the open risks that nobody has assessed yet."""

    cells: dict[tuple[int, int], MatrixCell]
    levels: tuple[RiskLevel, ...]
    unassessed: tuple[Risk, ...]


def matrix(outlook: Outlook) -> Matrix:
    """The open risks of a plan by likelihood and impact."""
    open_risks = [r for r in outlook.records(Risk.TABLE) if isinstance(r, Risk) and outlook.risk(r).open]
    found: dict[tuple[int, int], list[Risk]] = {}
    for risk in open_risks:
        if outlook.risk(risk).score is not None:
            found.setdefault((risk.chance or 0, risk.impact or 0), []).append(risk)
    levels = outlook.risk_levels
    cells = {
        (chance, impact): MatrixCell(
            chance, impact, level_of(chance * impact, levels), tuple(found.get((chance, impact), ()))
        )
        for chance in SCALE
        for impact in SCALE
    }
    return Matrix(cells, levels, tuple(r for r in open_risks if outlook.risk(r).score is None))


def legend(levels: Sequence[RiskLevel], width: int) -> Line:
    """The classes with their letter and bounds, and their names where there is room."""
    names = [f"{_(level.label)} {level.low}-{level.high}" for level in levels]
    if sum(len(name) + 5 for name in names) > width:
        names = [f"{level.low}-{level.high}" for level in levels]
    line: Line = []
    for level, name in zip(levels, names, strict=True):
        line += [Run(level.letter, level.tone), Run(f" {name}   ", Tone.MUTED)]
    return line


def describe(cell: MatrixCell) -> str:
    """A cell in words."""
    place = _("likelihood {chance} x impact {impact}").format(chance=cell.chance, impact=cell.impact)
    numbers = ", ".join(risk.number for risk in cell.risks)
    return f"{place}: {numbers}" if numbers else place

"""Matrices of 5 by 5: how many records there are for each pair of judgements, and what each pair means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.model.risk import Risk
from roadmap_tui.model.stakeholder import Stakeholder
from roadmap_tui.planning.risks import is_opportunity, level_of
from roadmap_tui.planning.stakeholders import STRATEGIES, strategy_for
from roadmap_tui.view.text import Line, Run, width_of

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

SCALE: Final = (1, 2, 3, 4, 5)
Place = tuple[int, int]


class Meaning(NamedTuple):
    """What a cell stands for: a letter for print without colour, its tone, and its name long and short."""

    letter: str
    tone: Tone
    name: str
    bounds: str = ""


class MatrixCell(msgspec.Struct, frozen=True):
    """The records with one pair of judgements, the first counted upwards and the second to the right."""

    up: int
    right: int
    meaning: Meaning | None
    records: tuple[Record, ...]

    @property
    def counts(self) -> tuple[int, int]:
        """How many threats (or stakeholders) there are, and how many opportunities."""
        good = sum(1 for record in self.records if isinstance(record, Risk) and is_opportunity(record))
        return len(self.records) - good, good


class Matrix(msgspec.Struct, frozen=True):
    """All 25 cells by (up, right), the names of both scales, the legend, and the records without a judgement."""

    cells: dict[Place, MatrixCell]
    up: str
    right: str
    meanings: tuple[Meaning, ...]
    unplaced: tuple[Record, ...]


def risk_matrix(outlook: Outlook) -> Matrix:
    """The open risks of a plan by likelihood and impact."""
    open_risks = [r for r in outlook.records(Risk.TABLE) if isinstance(r, Risk) and outlook.risk(r).open]
    levels = outlook.risk_levels
    named = {
        level.code: Meaning(level.letter, level.tone, _(level.label), f"{level.low}-{level.high}") for level in levels
    }

    def meaning(chance: int, impact: int) -> Meaning | None:
        level = level_of(chance * impact, levels)
        return named[level.code] if level else None

    meanings = {(up, right): meaning(up, right) for up in SCALE for right in SCALE}
    placed = [(place_of(risk), risk) for risk in open_risks]
    return _filled(placed, meanings, (_("Likelihood"), _("Impact")), tuple(named.values()))


def stakeholder_matrix(outlook: Outlook) -> Matrix:
    """The stakeholders of a plan by influence and interest."""
    named = {}
    for each in STRATEGIES:
        label = _(each.label)
        named[each.code] = Meaning(label[:1], each.tone, label)
    found = {(up, right): strategy_for(up, right) for up in SCALE for right in SCALE}
    meanings = {place: named[strategy.code] if strategy else None for place, strategy in found.items()}
    placed = [(place_of(record), record) for record in outlook.records(Stakeholder.TABLE)]
    return _filled(placed, meanings, (_("Influence"), _("Interest")), tuple(named.values()))


def place_of(record: Record | None) -> Place | None:
    """The cell that a record stands in; None where a judgement is missing or out of range."""
    if isinstance(record, Risk):
        pair = record.chance, record.impact
    elif isinstance(record, Stakeholder):
        pair = record.influence, record.interest
    else:
        return None
    up, right = pair
    return (up, right) if up in SCALE and right in SCALE else None


def _filled(
    placed: Iterable[tuple[Place | None, Record]],
    meanings: Mapping[Place, Meaning | None],
    scales: tuple[str, str],
    legend: tuple[Meaning, ...],
) -> Matrix:
    found: dict[Place | None, list[Record]] = {}
    for place, record in placed:
        found.setdefault(place, []).append(record)
    cells = {place: MatrixCell(*place, meaning, tuple(found.get(place, ()))) for place, meaning in meanings.items()}
    return Matrix(cells, *scales, legend, tuple(found.get(None, ())))


def legend(meanings: Sequence[Meaning], width: int) -> list[Line]:
    """What the letters mean, with their bounds where there are any; on two lines where one is too short."""
    names = [f"{each.name} {each.bounds}".strip() for each in meanings]
    if sum(width_of(name) + 5 for name in names) <= width:
        return [_named(meanings, names)]
    if all(each.bounds for each in meanings):
        return [_named(meanings, [each.bounds for each in meanings])]
    half = (len(names) + 1) // 2
    return [_named(meanings[:half], names[:half]), _named(meanings[half:], names[half:])]


def _named(meanings: Sequence[Meaning], names: Sequence[str]) -> Line:
    line: Line = []
    for each, name in zip(meanings, names, strict=True):
        line += [Run("   ")] if line else []
        line += [Run(each.letter, each.tone), Run(f" {name}", Tone.MUTED)]
    return line


def numbers_in(cell: MatrixCell, width: int) -> str:
    """The numbers of the records in a cell, or how many there are where those do not fit."""
    numbers = " ".join(record.number for record in cell.records)
    return numbers if width_of(numbers) <= width else str(len(cell.records))


def describe(matrix: Matrix, cell: MatrixCell) -> str:
    """A cell in words."""
    scales = {"up": matrix.up.lower(), "high": cell.up, "right": matrix.right.lower(), "wide": cell.right}
    place = _("{up} {high} x {right} {wide}").format(**scales)
    numbers = ", ".join(record.number for record in cell.records)
    return f"{place}: {numbers}" if numbers else place

"""The budget in one line: what was granted, spent and expected in all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from roadmap_tui.model.record import Record
from roadmap_tui.model.steering import BudgetLine


class Money(msgspec.Struct, frozen=True):
    """Totals in euros; None where no line of the budget says anything."""

    granted: float | None = None
    spent: float | None = None
    expected: float | None = None

    @property
    def left(self) -> float | None:
        """What was granted and not spent yet."""
        return None if self.granted is None else self.granted - (self.spent or 0)

    @property
    def over(self) -> float | None:
        """How much more is expected than was granted; negative where less."""
        return None if self.granted is None or self.expected is None else self.expected - self.granted


def totals(records: Callable[[str], Sequence[Record]]) -> Money:
    """The budget of a plan in all; a line without an expectation counts for what was granted, or spent if more."""
    lines = [line for line in records(BudgetLine.TABLE) if isinstance(line, BudgetLine)]
    expected = [_expected(line) for line in lines]
    return Money(_sum(line.granted for line in lines), _sum(line.spent for line in lines), _sum(expected))


def _expected(line: BudgetLine) -> float | None:
    if line.expected is not None or line.granted is None:
        return line.expected if line.expected is not None else line.spent
    return max(line.granted, line.spent or 0)


def _sum(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(sum(known), 2) if known else None

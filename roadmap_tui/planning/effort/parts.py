"""One part of a duration expression while it is being read, and what it comes to."""

from __future__ import annotations

from typing import Final

from roadmap_tui.planning.effort.amounts import Amount
from roadmap_tui.planning.effort.model import Effort
from roadmap_tui.planning.notes import Note, note

_PERIODS_IN: Final = {
    ("W", "W"): 1.0,
    ("M", "M"): 1.0,
    ("M", "W"): 52 / 12,
    ("Y", "M"): 12.0,
    ("Y", "W"): 52.0,
    ("Q", "M"): 3.0,
}


class Part:
    """One part while it is being read."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.end = start
        self.count: int | None = None
        self.hours: float | None = None
        self.total: float | None = None
        self.recurrence: str | None = None
        self.hours_by_norm = False
        self.count_by_norm = False
        self.count_after_hours = False
        self.is_each = False
        self.count_at = 0
        self.last_unit = ""
        self.span: Amount | None = None
        self.notes: list[Note] = []

    @property
    def says_something(self) -> bool:
        """Whether anything was read into this part."""
        return (
            self.count is not None
            or self.hours is not None
            or self.total is not None
            or self.recurrence is not None
            or self.span is not None
        )

    def remark(self, code: str, **params: object) -> None:
        """Add a note once."""
        item = note(code, **params)
        if item not in self.notes:
            self.notes.append(item)


def finished(part: Part, text: str, remarks: list[Note]) -> Effort:
    """The reading of one part, with what follows from what it says."""
    count, hours, total = part.count, part.hours, part.total
    if part.span is not None:
        count = count if count is not None else _repeats_in(part.span, part.recurrence)
        if hours is None and total is None:
            part.remark("lead_time")
    if count is None and hours is not None and part.recurrence is None:
        count = 1
    if total is not None and count:
        hours = round(total / count, 2)
    elif total is not None and hours is None:
        count, hours = 1, total
    if total is None and count is not None and hours is not None:
        total = round(count * hours, 2)
    if hours is None and count is not None:
        part.remark("hours_missing")
    if part.recurrence is not None and count is None:
        part.remark("window_needed")
    return Effort(text, count, hours, total, part.recurrence, (), (*part.notes, *remarks))


def _repeats_in(span: Amount, recurrence: str | None) -> int | None:
    """ "1 uur per week gedurende 10 weken" is ten times."""
    if recurrence is None or "/" in recurrence:
        return None
    units = _PERIODS_IN.get((span.unit, recurrence[-1]))
    return None if units is None else int(span.value * units // int(recurrence[1:-1])) or None


def summed(text: str, parts: tuple[Effort, ...], remarks: list[Note]) -> Effort:
    """The reading of several parts together; their total only when all have one."""
    hours = {part.hours_each for part in parts}
    totals = [part.total_hours for part in parts if part.total_hours is not None]
    counts = [part.count for part in parts if part.count is not None]
    complete = len(totals) == len(parts)
    recurrence = next((part.recurrence for part in parts if part.recurrence is not None), None)
    notes = list(remarks)
    notes.extend(item for part in parts for item in part.notes if item not in notes)
    return Effort(
        text,
        sum(counts) if complete and len(counts) == len(parts) else None,
        hours.pop() if complete and len(hours) == 1 else None,
        round(sum(totals), 2) if complete else None,
        recurrence,
        parts,
        tuple(notes),
    )

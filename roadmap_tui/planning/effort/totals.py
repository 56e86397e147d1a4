"""Adding up sessions and hours: those that are fixed, and those that repeat within a window."""

from __future__ import annotations

from typing import NamedTuple

from roadmap_tui.planning.effort.model import Effort
from roadmap_tui.planning.occurrences import occurrence_count
from roadmap_tui.planning.when.model import When


class Totals(NamedTuple):
    """A number of sessions and the hours they take together; hours only of sessions whose length is known."""

    sessions: int = 0
    hours: float = 0.0

    def plus(self, other: Totals) -> Totals:
        """Both together."""
        return Totals(self.sessions + other.sessions, round(self.hours + other.hours, 2))


class Planned(NamedTuple):
    """What is planned in a period: sessions counted in the text, those that repeat, and the contact hours of all.

    `hours` is None where they are not stated or repeat without an end (domain, rule 4).
    """

    fixed: Totals
    recurring: Totals
    hours: float | None


def planned(effort: Effort, when: When) -> Planned:
    """The sessions and hours of an effort within the window of `when`."""
    counted, repeated = fixed(effort), occurrences(effort, when)
    parts = effort.all_parts
    open_ended = any(part.recurrence and part.count is None for part in parts) and not repeated.sessions
    known = any(part.hours_each is not None or part.total_hours is not None for part in parts)
    return Planned(counted, repeated, counted.hours + repeated.hours if known and not open_ended else None)


def fixed(effort: Effort) -> Totals:
    """The sessions that are counted in the text itself."""
    total = Totals()
    for part in effort.all_parts:
        if part.count is not None:
            total = total.plus(Totals(part.count, part.total_hours or 0.0))
    return total


def occurrences(effort: Effort, when: When) -> Totals:
    """The sessions that repeat, counted within the window of `when`; none while that window is open."""
    total = Totals()
    for part in effort.all_parts:
        if part.recurrence is None or part.count is not None:
            continue
        count = occurrence_count(part.recurrence, when)
        total = total.plus(Totals(count, count * (part.hours_each or 0.0)))
    return total

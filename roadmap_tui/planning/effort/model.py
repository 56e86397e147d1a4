"""The reading of a duration expression."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from roadmap_tui.planning.notes import Note, note_text


class EffortNorms(msgspec.Struct, frozen=True):
    """How many hours people mean by the units they use; a plan may set its own."""

    dagdeel: float = 4.0
    half_day: float = 4.0
    day: float = 8.0


DEFAULT_NORMS: Final = EffortNorms()


class Effort(msgspec.Struct, frozen=True):
    """How much contact time is meant; None where the text does not say, which is not zero.

    `count` sessions of `hours_each`, together `total_hours`; of a span the upper end. `recurrence` is an
    ISO 8601 period; without a `count` the total depends on the window in which it repeats. More than one
    part in the text stands in `parts`.
    """

    text: str
    count: int | None = None
    hours_each: float | None = None
    total_hours: float | None = None
    recurrence: str | None = None
    parts: tuple[Effort, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def all_parts(self) -> tuple[Effort, ...]:
        """The parts, or the reading itself when it has only one."""
        return self.parts or (self,)

    def to_json(self) -> dict[str, Any]:
        """The reading as other programs get it, notes as sentences in the user's language."""
        return {
            "text": self.text,
            "count": self.count,
            "hours_each": self.hours_each,
            "total_hours": self.total_hours,
            "recurrence": self.recurrence,
            "parts": [part.to_json() for part in self.parts],
            "notes": [note_text(note) for note in self.notes],
        }

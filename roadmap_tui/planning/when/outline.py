"""What the clauses of an expression say, gathered before it is put together."""

from __future__ import annotations

from datetime import date

import msgspec

from roadmap_tui.planning.notes import Note, note
from roadmap_tui.planning.when.phrase import Phrase


class Bound:
    """One side of a period: the last day before or first day from which, and how precisely it was said."""

    __slots__ = ("alternatives", "day", "is_latest", "named_day", "precision")

    def __init__(self, day: date | None, precision: str, named_day: date | None = None) -> None:
        self.day = day
        self.precision = precision
        self.named_day = named_day
        self.alternatives = False
        self.is_latest = False  # "uiterlijk": also when that is later than the period before it


class Anchored:
    """A moment relative to an event: its name, the distance, and the days once the event has a date."""

    __slots__ = ("anchor", "end", "is_end", "offset", "start")

    def __init__(self, anchor: str, offset: str | None, start: date | None, end: date | None) -> None:
        self.anchor = anchor
        self.offset = offset
        self.start = start
        self.end = end
        self.is_end = False  # "tot livegang": what precedes it is the start

    @property
    def is_vague(self) -> bool:
        """Whether it names an event without a date, at no distance: beside a period it adds nothing."""
        return self.start is None and self.end is None and self.offset in (None, "P0D")


class Outline(msgspec.Struct):
    """Everything an expression says: periods, bounds, repetition, remarks."""

    phrases: list[Phrase] = []
    bracketed: list[Outline] = []
    lower: Bound | None = None
    upper: Bound | None = None
    anchored: Anchored | None = None
    recurrence: str | None = None
    count_within: int | None = None
    weekdays: list[int] = []
    nth: list[int] = []
    onward: bool = False
    choice: bool = False  # "of" stands between the periods
    always: bool = False
    soon: bool = False
    uncertain: bool = False
    undecided: bool = False
    not_applicable: bool = False
    times: list[str] = []
    notes: list[Note] = []

    def remark(self, code: str, **params: object) -> None:
        """Add a note once."""
        item = note(code, **params)
        if item not in self.notes:
            self.notes.append(item)

    @property
    def is_doubted(self) -> bool:
        """Whether it was said that the moment is not decided, or not certain."""
        return self.undecided or self.uncertain or self.soon

    @property
    def is_empty(self) -> bool:
        """Whether no moment or repetition was said yet."""
        return not (
            self.phrases or self.lower or self.upper or self.anchored or self.recurrence or self.weekdays or self.always
        )

"""What the clauses of an expression say, gathered before it is put together."""

from __future__ import annotations

from datetime import date

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


class Outline:
    """Everything an expression says: periods, bounds, repetition, remarks."""

    __slots__ = (
        "always",
        "anchored",
        "bracketed",
        "choice",
        "count_within",
        "lower",
        "not_applicable",
        "notes",
        "nth",
        "onward",
        "phrases",
        "recurrence",
        "soon",
        "times",
        "uncertain",
        "undecided",
        "upper",
        "weekdays",
    )

    def __init__(self) -> None:
        self.phrases: list[Phrase] = []
        self.bracketed: list[Outline] = []
        self.lower: Bound | None = None
        self.upper: Bound | None = None
        self.anchored: Anchored | None = None
        self.recurrence: str | None = None
        self.count_within: int | None = None
        self.weekdays: list[int] = []
        self.nth: list[int] = []
        self.onward = False
        self.choice = False  # "of" stands between the periods
        self.always = False
        self.soon = False
        self.uncertain = False
        self.undecided = False
        self.not_applicable = False
        self.times: list[str] = []
        self.notes: list[Note] = []

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

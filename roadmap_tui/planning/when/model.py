"""The reading of a time expression, and what it was read against."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import msgspec

from roadmap_tui.planning.notes import Note, note_text

if TYPE_CHECKING:
    from roadmap_tui.planning.calendar import Calendar

KINDS: Final = (
    "day", "days", "range", "month", "months", "quarter", "week", "season", "open", "relative", "unknown",
)  # fmt: skip
PRECISIONS: Final = ("day", "week", "part_month", "month", "quarter", "season", "half_year", "year", "none")
COARSENESS: Final = {precision: rank for rank, precision in enumerate(PRECISIONS)}
REGIONS: Final = ("noord", "midden", "zuid")
_NO_ANCHORS: Final[Mapping[str, date]] = MappingProxyType({})


class WhenContext(msgspec.Struct, frozen=True):
    """What an expression is read against: the plan's year, today, the school-holiday region, known dates.

    `anchors` gives dates to events by name ("livegang", a milestone's title); `calendar` overrules the
    Dutch calendar that comes with the program.
    """

    year: int
    today: date
    region: str = "midden"
    anchors: Mapping[str, date] = _NO_ANCHORS
    calendar: Any = None

    def __hash__(self) -> int:
        return hash((self.year, self.today, self.region))

    def known_calendar(self) -> Calendar:
        """The calendar to use, loaded when first asked for."""
        if self.calendar is not None:
            return self.calendar  # type: ignore[no-any-return]
        from roadmap_tui.planning.calendar import dutch_calendar

        return dutch_calendar()


class When(msgspec.Struct, frozen=True):
    """How a time expression is read; `text` stays the truth.

    `start` and `end` are inclusive, None where open or unknown. `dates` holds loose days. `recurrence` and
    `offset` are ISO 8601 periods ("P2W", "-P2W"; "2/P1M" is twice a month). `alternatives` says that one of
    several readings is meant, `uncertain` that the writer doubts.
    """

    text: str
    kind: str = "unknown"
    start: date | None = None
    end: date | None = None
    dates: tuple[date, ...] = ()
    precision: str = "none"
    recurrence: str | None = None
    anchor: str | None = None
    offset: str | None = None
    uncertain: bool = False
    alternatives: bool = False
    notes: tuple[Note, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The reading as other programs get it: ISO dates, notes as sentences in the user's language."""
        return {
            "text": self.text,
            "kind": self.kind,
            "start": self.start and self.start.isoformat(),
            "end": self.end and self.end.isoformat(),
            "dates": [day.isoformat() for day in self.dates],
            "precision": self.precision,
            "recurrence": self.recurrence,
            "anchor": self.anchor,
            "offset": self.offset,
            "uncertain": self.uncertain,
            "alternatives": self.alternatives,
            "notes": [note_text(note) for note in self.notes],
        }


class Unreadable(Exception):  # noqa: N818 - control flow inside the reader, never shown
    """An expression that cannot be read, with the reason."""

    def __init__(self, reason: Note) -> None:
        super().__init__(reason.code)
        self.reason = reason

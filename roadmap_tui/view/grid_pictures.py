"""The service blueprint and the journey map as grids of text: what each cell says and how it is marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.journey_map import COMPONENT_STATUS, Component
from roadmap_tui.model.journeys import BlueprintCell
from roadmap_tui.model.record import Record
from roadmap_tui.planning.grids import RecordGrid, business_case, consequences_of, journey_map, sessions_needed
from roadmap_tui.view.formats import grouped
from roadmap_tui.view.glyphs import Glyphs
from roadmap_tui.view.text import Line, Run, one_line, wrap

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_MOST_LINES = 4
_STATUSES = {status.code: status for status in COMPONENT_STATUS}


class Entry(msgspec.Struct, frozen=True):
    """One thing in a cell: its sign, its text, its tone and its record."""

    record: Record
    sign: str
    tone: Tone
    text: str

    def lines(self, width: int, ellipsis: str) -> list[Line]:
        """The entry in at most a few lines of `width` cells."""
        lead = f"{self.sign} " if self.sign else ""
        parts = wrap(" ".join(self.text.split()), max(4, width - len(lead)))
        if len(parts) > _MOST_LINES:
            parts = [*parts[: _MOST_LINES - 1], parts[_MOST_LINES - 1][: width - len(lead) - 1] + ellipsis]
        first, *more = parts or [""]
        return [[Run(lead, self.tone), Run(first)], *([Run(" " * len(lead) + part)] for part in more)]


class Picture(msgspec.Struct, frozen=True):
    """A grid with the reading of its cells; `mark` says what stands in the corner of a cell."""

    grid: RecordGrid
    entry: Callable[[Record, Glyphs], Entry]
    note: Callable[[Record, Record], str]

    def entries(self, row: int, column: int, glyphs: Glyphs) -> list[Entry]:
        """What stands in a cell."""
        return [self.entry(record, glyphs) for record in self.grid.at(row, column)]


def blueprint_picture(outlook: Outlook, grid: RecordGrid) -> Picture:
    """Steps by lanes: the text of each cell, and the consequences that follow from it."""

    def entry(record: Record, glyphs: Glyphs) -> Entry:
        return Entry(record, "", Tone.NORMAL, record.title if isinstance(record, BlueprintCell) else "")

    def note(step: Record, lane: Record) -> str:
        found = consequences_of(outlook, step, lane)
        return ", ".join(f"{each.number} {one_line(each.title)}" for each in found)

    return Picture(grid, entry, note)


def layer_picture(outlook: Outlook) -> Picture:
    """Milestones by layers: the components with whether they are there."""

    def entry(record: Record, glyphs: Glyphs) -> Entry:
        status = _STATUSES.get(getattr(record, "status", ""))
        sign = glyphs.sign(status.glyph) if status else "?"
        return Entry(record, sign, status.tone if status else Tone.WARN, record.title)

    def note(milestone: Record, layer: Record) -> str:
        return ""

    return Picture(journey_map(outlook), entry, note)


def layer_legend(glyphs: Glyphs) -> str:
    """What the signs of the journey map mean."""
    return "   ".join(f"{glyphs.sign(status.glyph)} {_(status.label).lower()}" for status in COMPONENT_STATUS)


def map_words(outlook: Outlook) -> str:
    """How many sessions the map needs, how much is there, and what the layer of information and systems costs."""
    grid, totals = journey_map(outlook), business_case(outlook)
    rows = {row.id for row in grid.rows}
    found = [c for records in grid.cells.values() for c in records if isinstance(c, Component) and c.milestone in rows]
    words = [
        _("{milestones} milestones, {sessions} sessions").format(
            milestones=len(grid.rows), sessions=sessions_needed(outlook)
        ),
        _("{there} of {total} components are there").format(
            there=sum(1 for each in found if each.status == "exists"), total=len(found)
        ),
        _("information and systems: {amount} euros").format(amount=grouped(totals.information) or "0"),
    ]
    if totals.unpriced:
        words[-1] += " " + _("({count} without a price)").format(count=totals.unpriced)
    return "   ".join(words)

"""From a grid of text to activities: find the heading row, then read every row below it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from roadmap_tui.errors import UnreadableError
from roadmap_tui.exchange import headers, values
from roadmap_tui.exchange.cells import clean, one_line, split_activity
from roadmap_tui.exchange.table import RawRow, RawTable, Skipped, SourceRow, SourceTable, Warning_
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.record import fields_of

HEADER_WITHIN = 60
"""The heading row stands among this many first rows."""
MAX_ROWS, MAX_CELL = 10_000, 200_000

_STEP_NUMBER = re.compile(r"(?:stap |fase )?\d{1,3}(?:\.\d{1,3})*[.)a-z]?", re.IGNORECASE)
_TOTALS = ("totaal", "total", "subtotaal", "subtotal")


def header_index(raw: RawTable) -> int | None:
    """Where the heading row of a planning table stands, or None when there is none."""
    if raw.exact:
        return 0
    for loose in (False, True):
        for index, row in enumerate(raw.rows[:HEADER_WITHIN]):
            if not row.heading and headers.is_header(row.cells, loose):
                return index
    return None


def recognised(raw: RawTable) -> int:
    """How many columns of the heading row are understood; 0 without a heading row.

    Raises UnreadableError for a cell that holds more text than any planning.
    """
    if any(len(cell) > MAX_CELL for row in raw.rows for cell in row.cells):
        raise UnreadableError(_("The table has a cell with far more text than a planning; shorten it and try again."))
    index = header_index(raw)
    return 0 if index is None else sum(f is not None for f in _fields(raw, raw.rows[index].cells))


def _fields(raw: RawTable, headings: list[str]) -> list[str | None]:
    return [*headings] if raw.exact else headers.columns(headings)


def assemble(raw: RawTable) -> SourceTable | None:
    """The activities in a grid, or None when it has no row of headings that is recognised."""
    index = header_index(raw)
    if index is None:
        return None
    if len(raw.rows) > MAX_ROWS:
        message = _("The table has more than {limit} rows; import it in parts.")
        raise UnreadableError(message.format(limit=MAX_ROWS))
    above = [text for row in raw.rows[:index] if (text := " ".join(filter(None, map(one_line, row.cells))))]
    reader = _Reader(raw, raw.rows[index])
    for row in raw.rows[index + 1 :]:
        reader.read(row)
    lines = [*filter(None, map(one_line, raw.before)), *above]
    return SourceTable(
        raw.format,
        lines[0] if lines else "",
        lines[1] if len(lines) > 1 else "",
        [f for f in reader.fields if f and f != "number"],
        reader.rows,
        reader.skipped,
        [*raw.warnings, *reader.warnings],
    )


@dataclass
class _Reader:
    """Reads the rows under one heading row, in order."""

    raw: RawTable
    header: RawRow
    rows: list[SourceRow] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    warnings: list[Warning_] = field(default_factory=list)
    phase: str = ""

    def __post_init__(self) -> None:
        self.fields = _without_numbering(_fields(self.raw, self.header.cells), self.raw.rows)
        self.names = [one_line(cell) for cell in self.header.cells]
        self.title_at = self.fields.index("title")
        for index, name in enumerate(self.names):
            if name and self.fields[index] is None:
                message = _("Column “{name}” is not known; its text is kept with the remarks.").format(name=name)
                self.warnings.append(Warning_(self.header.number, message))

    def read(self, row: RawRow) -> None:
        """Add one row: an activity, more of the activity above it, or a skipped row with its reason."""
        cells = [clean(cell) for cell in row.cells]
        cells += [""] * (len(self.fields) - len(cells))
        reason = self._not_an_activity(row, cells)
        if reason:
            self.skipped.append(Skipped(row.number, reason))
            return
        if self.title_at in row.repeated and self.rows:
            self._continue(row, cells)
            return
        self._warn_merged(row)
        found = self._activity(row.number, cells)
        if not found["title"]:
            self.skipped.append(Skipped(row.number, _("This row names no activity.")))
            return
        self.rows.append(SourceRow(row.number, found))

    def _not_an_activity(self, row: RawRow, cells: list[str]) -> str:
        if not any(cells):
            return _("This row is empty.")
        if row.heading:
            self.phase = one_line(next(cell for cell in cells if cell))
            return _("This row is a heading; it became the phase of the rows below it.")
        if len(cells[self.title_at]) < headers.LONGEST and headers.is_header(cells):
            return _("This row repeats the headings.")
        if not cells[self.title_at]:
            return _("This row names no activity.")
        if one_line(cells[self.title_at]).casefold().rstrip(":") in _TOTALS:
            return _("This row is a total.")
        return ""

    def _activity(self, number: int, cells: list[str]) -> dict[str, str]:
        """The fields of one activity, still as text."""
        by_field = {f: cells[i] for i, f in enumerate(self.fields) if f}
        parts = split_activity(by_field.pop("title"))
        found = {"title": parts.title, "description": parts.description, "result": parts.result}
        for name in ("description", "result"):
            if other := by_field.pop(name, ""):
                found[name] = "\n".join(filter(None, [found[name], other]))
        optional = parts.optional or values.is_yes(by_field.pop("optional", ""))
        found["optional"] = "true" if optional else "false"
        by_field.pop("number", None)
        if self.phase and not by_field.get("phase"):
            by_field["phase"] = self.phase
        remarks = [by_field.pop("remarks")] if by_field.get("remarks") else []
        remarks += self._settle(number, by_field)
        for index, name in enumerate(self.names):
            if self.fields[index] is None and cells[index]:
                remarks.append(f"{name}: {cells[index]}" if name else cells[index])
        found.update(by_field)
        if remarks or "remarks" in self.fields:
            found["remarks"] = "\n".join(remarks)
        return found

    def _settle(self, number: int, cells: dict[str, str]) -> list[str]:
        """Turn choices, numbers and dates into their stored form; gives what could not be, as remarks."""
        left: list[str] = []
        for name in [name for name in cells if name in fields_of(Activity)]:
            read = values.READERS.get(fields_of(Activity)[name].kind)
            text = cells[name]
            if read is None or not text:
                continue
            if (value := read(text)) is not None:
                cells[name] = value
                continue
            del cells[name]
            label = self.names[self.fields.index(name)]
            left.append(f"{label}: {text}")
            message = _("“{text}” under “{column}” is not understood; it is kept with the remarks.")
            self.warnings.append(Warning_(number, message.format(text=one_line(text), column=label)))
        _settle_dates(cells)
        return left

    def _continue(self, row: RawRow, cells: list[str]) -> None:
        """Add the row to the activity above, with which it shares a merged title cell."""
        activity = self.rows[-1].cells
        for index, text in enumerate(cells):
            name = self.fields[index] if index < len(self.fields) else None
            if name and name not in ("title", "number", "optional") and text and index not in row.repeated:
                activity[name] = "\n".join(filter(None, [activity.get(name, ""), text]))
        message = _("This row shares its activity with the row above and was added to it.")
        self.warnings.append(Warning_(row.number, message))

    def _warn_merged(self, row: RawRow) -> None:
        if row.merged or row.repeated:
            message = _("This row has merged cells; check which columns their text belongs to.")
            self.warnings.append(Warning_(row.number, message))


def _without_numbering(fields: list[str | None], rows: list[RawRow]) -> list[str | None]:
    """Where the column of activities holds only step numbers, the description tells what happens."""
    title = fields.index("title")
    texts = [row.cells[title].strip() for row in rows if title < len(row.cells)]
    numbered = sum(_STEP_NUMBER.fullmatch(text) is not None for text in texts)
    if "description" not in fields or numbered < 2 or 2 * numbered < sum(map(bool, texts)):
        return fields
    swap = {"title": "number", "description": "title", "number": None}
    return [swap.get(name, name) if name else None for name in fields]


def _settle_dates(cells: dict[str, str]) -> None:
    """Make start and end columns explicit dates, or the words of `when` where there are none.

    Explicit dates overrule the words for good, so they are only set beside words of the source itself.
    """
    start, end = cells.pop("start", ""), cells.pop("end", "")
    if cells.get("when") and not (start or end):
        cells["when"], start, end = values.moved(cells["when"])
    if cells.get("when"):
        for name, text in (("start", start), ("end", end)):
            if (iso := values.iso_date(text)) is not None:
                cells[name] = iso
            elif text:
                cells["when"] += f"\n{text}"
        return
    start, end = (values.dutch_date(iso) if (iso := values.iso_date(t)) else t for t in (start, end))
    if start and end:
        cells["when"] = start if start == end else f"{start} t/m {end}"
    elif start or end:
        cells["when"] = f"vanaf {start}" if start else f"uiterlijk {end}"

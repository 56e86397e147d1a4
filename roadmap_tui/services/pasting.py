"""Text that was pasted into a plan: a table of Word or Excel with or without headings, or a line for each activity."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import msgspec

from roadmap_tui.errors import UnreadableError
from roadmap_tui.exchange.assemble import MAX_ROWS
from roadmap_tui.exchange.importing import ImportPlan, plan_import
from roadmap_tui.exchange.opening import MAX_BYTES
from roadmap_tui.exchange.source import read_bytes
from roadmap_tui.exchange.table import SourceRow, SourceTable
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.cleaning import clean_line, clean_text
from roadmap_tui.model.record import fields_of
from roadmap_tui.planning.quickadd.split import read_line
from roadmap_tui.planning.quickadd.vocabulary import vocabulary_of
from roadmap_tui.progress import counted
from roadmap_tui.services.importing import carry_out, state_of

if TYPE_CHECKING:
    from roadmap_tui.session import Session

SOURCE: Final = "clipboard"
USUAL_COLUMNS: Final = ("title", "lead", "when", "workform", "sessions", "participants")
"""What the columns of a table without headings are taken for, in the order of the planning table."""


class Pasted(msgspec.Struct, frozen=True):
    """What taking the text in would do, and in a sentence how its columns were recognised."""

    found: ImportPlan
    how: str

    @property
    def changes(self) -> int:
        """How many activities are added or updated."""
        return len(self.found.added) + len(self.found.updated)


def read_pasted(session: Session, text: str) -> Pasted:
    """What pasted text would add or update; the plan stays as it is. Raises UnreadableError."""
    if not text.strip():
        raise UnreadableError(_("There is no text on the clipboard."))
    if len(text) > MAX_BYTES:
        raise UnreadableError(_("This is too much to paste; save it as a file and use: roadmap import"))
    table, how = _table(session, text.replace("\r\n", "\n").replace("\r", "\n"))
    return Pasted(plan_import(table, state_of(session), SOURCE), how)


def take_in(session: Session, pasted: Pasted) -> None:
    """Carry out what was shown, as one change that can be undone; nothing is saved yet."""
    session.check_writable()
    carry_out(session, replace(pasted.found, plan_fields={}), {})


def _table(session: Session, text: str) -> tuple[SourceTable, str]:
    try:
        table = read_bytes(text.encode(), _("What was pasted"))
    except UnreadableError:
        return _without_headings(session, text)
    labels = ", ".join(_label(name) for name in table.columns if name in fields_of(Activity))
    return table, _("Read by its headings: {columns}.").format(columns=labels)


def _without_headings(session: Session, text: str) -> tuple[SourceTable, str]:
    """Rows by the usual order of columns where there are tabs, else each line by its own words."""
    if "\t" in text:
        cut = [cells for cells in _cells(text) if any(map(str.strip, cells))]
        if len(cut) > MAX_ROWS:
            raise UnreadableError(_("This is too much to paste; save it as a file and use: roadmap import"))
        columns = USUAL_COLUMNS[: max(map(len, cut))]
        rows = [_row(number, dict(zip(columns, cells, strict=False))) for number, cells in enumerate(cut, 1)]
        how = _("No headings found, so read in the order: {columns}.")
        labels = ", ".join(map(_label, columns))
        return SourceTable("pasted", "", "", list(columns), _named(rows)), how.format(columns=labels)
    bare = [clean_line(line.strip(" -*•·")) for line in text.split("\n")]
    lines = [line for line in bare if line]
    if len(lines) > MAX_ROWS:
        raise UnreadableError(_("This is too much to paste; save it as a file and use: roadmap import"))
    vocabulary, read = vocabulary_of(session.records), session.outlook.reader.when
    found = [read_line(line, read, vocabulary).fields for line in counted(lines)]
    rows = [_row(number, fields) for number, fields in enumerate(found, 1)]
    return SourceTable("pasted", "", "", list(USUAL_COLUMNS), _named(rows)), _("Every line becomes an activity.")


def _cells(text: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text), delimiter="\t")
    except csv.Error:
        raise UnreadableError(_("This is too much to paste; save it as a file and use: roadmap import")) from None


def _row(number: int, cells: dict[str, str]) -> SourceRow:
    clean = {name: clean_line(text) if name == "title" else clean_text(text) for name, text in cells.items()}
    return SourceRow(number, {name: text for name, text in clean.items() if text})


def _named(rows: list[SourceRow]) -> list[SourceRow]:
    return [row for row in rows if row.cells.get("title")]


def _label(name: str) -> str:
    return _(fields_of(Activity)[name].label)

"""Tables with a character between the cells: CSV with ; or , and text with tabs."""

from __future__ import annotations

import csv
import io
import re

from roadmap_tui.exchange.assemble import HEADER_WITHIN, recognised
from roadmap_tui.exchange.formulas import guarded, unguarded
from roadmap_tui.exchange.grid import Grid, text_of
from roadmap_tui.exchange.table import RawRow, RawTable, Warning_
from roadmap_tui.i18n import _

DELIMITERS = ";,\t|"
_SAMPLE = 200_000
_DECLARED = re.compile(r"\A\s*\"?sep=(.)\"?[ \t]*\n", re.IGNORECASE)


def read(text: str) -> RawTable | None:
    """The table in `text`, cut at the character that gives the most known headings; None without headings."""
    declared = _DECLARED.match(text)
    text = text[declared.end() :] if declared else text
    best, score = "", 0
    for delimiter in declared[1] if declared else DELIMITERS:
        if (found := recognised(_table(text[:_SAMPLE], delimiter, HEADER_WITHIN))) > score:
            best, score = delimiter, found
    return _table(text, best) if best else None


def _table(text: str, delimiter: str, most: int | None = None) -> RawTable:
    rows: list[RawRow] = []
    warnings: list[Warning_] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            rows.append(RawRow(len(rows) + 1, [unguarded(cell) for cell in cells]))
            if len(rows) == most:
                break
    except csv.Error:
        message = _("The file cannot be read beyond this row; look for a quotation mark that is not closed.")
        warnings.append(Warning_(len(rows) + 1, message))
    if rows and most is None and _swallowed(rows[-1], delimiter):
        message = _("A quotation mark is not closed; the rest of the file was read as one cell.")
        warnings.append(Warning_(rows[-1].number, message))
    return RawTable("csv", rows, warnings=warnings)


def _swallowed(row: RawRow, delimiter: str) -> bool:
    """Whether the last cell holds what look like further rows."""
    lines = row.cells[-1].split("\n") if row.cells else []
    return sum(delimiter in line for line in lines) > 2 and len(row.cells) > 1


def write(grid: Grid) -> bytes:
    """CSV that a Dutch Excel opens by itself: UTF-8 with its mark, `;` between the cells, headings first."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";")
    writer.writerow([guarded(heading.title) for heading in grid.headings])
    writer.writerows([guarded(text_of(value)) for value in row] for row in grid.rows)
    return stream.getvalue().encode("utf-8-sig", "replace")

"""A table pasted as plain text: every cell on a new line that opens with a tab, or rows that run on."""

from __future__ import annotations

from dataclasses import dataclass, field

from roadmap_tui.exchange import headers
from roadmap_tui.exchange.table import RawRow, RawTable, Warning_
from roadmap_tui.i18n import _


@dataclass(slots=True)
class _Cell:
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def ends_row(self) -> bool:
        """Whether a wholly empty line follows; empty lines inside a cell hold a non-breaking space."""
        return len(self.lines) > 1 and self.lines[-1] == ""


def read(text: str) -> RawTable | None:
    """The table in `text` when its cells stand below each other, each after a newline and a tab."""
    lines = text.split("\n")
    first = next((i for i, line in enumerate(lines) if line.startswith("\t")), None)
    if first is None:
        return None
    cells: list[_Cell] = []
    for line in lines[first:]:
        if line.startswith("\t"):
            if "\t" in line[1:].strip("\t \xa0"):
                return None
            cells.append(_Cell())
            line = line[1:]
        cells[-1].lines.append(line)
    rows = _rows(cells)
    return None if rows is None else RawTable("pasted", rows, lines[:first])


def _rows(cells: list[_Cell]) -> list[RawRow] | None:
    """Divide the cells into rows: as the empty lines say if these agree, else by the number of headings."""
    width = _heading_count(cells)
    if width < 2:
        return None
    groups: list[list[str]] = [[]]
    for cell in cells:
        groups[-1].append(cell.text)
        if cell.ends_row:
            groups.append([])
    groups = [group for group in groups if group]
    fitting = sum(len(group) == len(groups[0]) for group in groups)
    uneven = fitting < len(groups) and (len(cells) % width == 0 or 2 * fitting < len(groups))
    if len(groups) == 1 or len(groups[0]) < width or uneven:
        texts = [cell.text for cell in cells]
        groups = [texts[i : i + width] for i in range(0, len(texts), width)]
    return [RawRow(number, group) for number, group in enumerate(groups, 1)]


def _heading_count(cells: list[_Cell]) -> int:
    """How many cells at the start are headings, each with its own meaning."""
    seen: set[str] = set()
    for cell in cells[:40]:
        found = headers.meaning(cell.text, loose=True)
        if found is None or found[0] in seen:
            break
        seen.add(found[0])
    return len(seen) if headers.is_header([cell.text for cell in cells[: len(seen)]], loose=True) else 0


def read_running(text: str) -> RawTable | None:
    """The table in `text` as Word pastes it: tabs between cells, a newline after each row, nothing quoted.

    The last cell of a row and the first of the next share one piece of text; its first line ends the row.
    """
    before, width, pieces = _find_heading(text)
    if width < 2 or (len(pieces) - 1) % (width - 1) or not _runs_on(text.split("\n")[len(before) :]):
        return None
    rows: list[RawRow] = []
    row, unsure = [pieces[0]], []
    for piece in pieces[1:]:
        if len(row) < width - 1:
            row.append(piece)
            continue
        last, newline, following = piece.partition("\n")
        rows.append(RawRow(len(rows) + 1, [*row, last]))
        if "\n" in following.strip("\n"):
            unsure.append(len(rows))
        row = [following.lstrip("\n")] if newline else [""]
    if len(row) > 1 or row[0].strip():
        rows.append(RawRow(len(rows) + 1, row))
    message = _("This row ends in text of several lines; check that the last column is complete.")
    return RawTable("pasted", rows, before, [Warning_(number, message) for number in unsure if number > 1])


def _runs_on(lines: list[str]) -> bool:
    """Whether rows go on over several lines; quoted cells would say so themselves."""
    return any(line.strip() and "\t" not in line for line in lines) and not any(_opens_quote(line) for line in lines)


def _opens_quote(line: str) -> bool:
    """Whether a cell in this line is quoted, as a spreadsheet does with a cell of several lines."""
    return '\t"' in line or (line.startswith('"') and line.split("\t")[0].count('"') % 2 == 1)


def _find_heading(text: str) -> tuple[list[str], int, list[str]]:
    """The lines before the table, the number of its columns, and its text cut at the tabs."""
    lines = text.split("\n")
    for start, line in enumerate(lines[:60]):
        if "\t" not in line:
            continue
        pieces = "\n".join(lines[start:]).split("\t")
        for width in range(min(len(pieces), 20), 1, -1):
            cells = [*pieces[: width - 1], pieces[width - 1].split("\n")[0]]
            known = headers.columns(cells)
            if known[-1] and headers.is_header(cells) and 3 * known.count(None) <= width:
                return lines[:start], width, pieces
        return [], 0, []
    return [], 0, []

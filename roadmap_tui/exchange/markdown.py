"""Tables in Markdown: cells between bars, a row of dashes below the headings."""

from __future__ import annotations

import html
import re

from roadmap_tui.exchange.cells import one_line
from roadmap_tui.exchange.grid import Grid, text_of
from roadmap_tui.exchange.table import RawRow, RawTable

_DASHES = re.compile(r":?-+:?")
_BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_HEADING = re.compile(r"^#{1,6}\s+")
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&])")


def read(text: str) -> RawTable | None:
    """The first table in `text`, or None when there is none."""
    lines = text.split("\n")
    rule = next((i for i, line in enumerate(lines) if i and "|" in lines[i - 1] and _is_rule(line)), None)
    if rule is None:
        return None
    rows = [_cells(lines[rule - 1])]
    for line in lines[rule + 1 :]:
        if "|" not in line:
            break
        rows.append(_cells(line))
    before = [plain(_HEADING.sub("", line)) for line in lines[: rule - 1] if line.strip()]
    return RawTable("markdown", [RawRow(i, cells) for i, cells in enumerate(rows, 1)], before)


def _is_rule(line: str) -> bool:
    """Whether the line is the row of dashes below the headings."""
    inner = line.strip().removeprefix("|").removesuffix("|")
    return all(_DASHES.fullmatch(part.strip()) for part in inner.split("|"))


def escaped(text: str) -> str:
    """`text` for a table cell, so that Markdown shows it as it is."""
    return "<br>".join(_SPECIAL.sub(r"\\\1", line) for line in text.split("\n"))


def plain(text: str) -> str:
    """What a reader of the Markdown sees: escapes and line breaks resolved."""
    parts = re.split(r"(\\[!-/:-@\[-`{-~])", _BREAK.sub("\n", text))
    return "".join(_ESCAPED.sub(r"\1", part) if i % 2 else html.unescape(part) for i, part in enumerate(parts))


def _cells(line: str) -> list[str]:
    """The cells of one row, cut at the bars that are not escaped."""
    line = line.strip().removeprefix("|")
    cells, start = [], 0
    for match in _BAR.finditer(line):
        cells.append(plain(line[start : match.end() - 1]).strip())
        start = match.end()
    if line[start:].strip():
        cells.append(plain(line[start:]).strip())
    return cells


def write(grid: Grid) -> bytes:
    """A Markdown document with the title, the subtitle and the table (GitHub flavour)."""
    lines = [f"# {escaped(one_line(grid.title))}", ""] if grid.title else []
    lines += [escaped(one_line(grid.subtitle)), ""] if grid.subtitle else []
    return ("\n".join([*lines, *table_lines(grid)]) + "\n").encode("utf-8", "replace")


def table_lines(grid: Grid) -> list[str]:
    """The table alone."""
    lines = [_line([heading.text for heading in grid.headings]), "|" + " --- |" * len(grid.headings)]
    return lines + [_line([text_of(value) for value in row]) for row in grid.rows]


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(escaped(cell) for cell in cells) + " |"

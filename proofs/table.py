"""The table of counts in docs/proofs.md, between two markers; the page around it is written by hand."""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock

from proofs.result import Result

PAGE = Path(__file__).parents[1] / "docs" / "proofs.md"
_START, _END = "<!-- counts -->", "<!-- end of counts -->"
_HEAD = ("name", "what is done", "rounds", "failures", "date", "machine")


class Row(NamedTuple):
    """One row as it stands in the page."""

    name: str
    what: str
    rounds: int
    failures: int
    date: str
    machine: str


def machine() -> str:
    """This computer in general words."""
    return f"{platform.system()}, {os.cpu_count()} processors, Python {'.'.join(platform.python_version_tuple()[:2])}"


def row_of(result: Result, today: date) -> Row:
    """The row that a result of `today` gives."""
    return Row(result.name, result.what, result.rounds, result.failures, today.isoformat(), machine())


def merged(known: Iterable[Row], new: Iterable[Row], *, replace: bool = False) -> list[Row]:
    """Both, by name; fewer rounds than before count only where one failed or with `replace`."""
    rows = {row.name: row for row in known}
    for row in new:
        before = rows.get(row.name)
        if before is None or replace or row.failures or row.rounds >= before.rounds:
            rows[row.name] = row
    return [rows[name] for name in sorted(rows)]


def read(page: str) -> list[Row]:
    """The rows between the markers."""
    found = []
    for line in page.partition(_START)[2].partition(_END)[0].splitlines():
        cells = [cell.strip().replace("\\|", "|") for cell in line.strip().strip("|").split(" | ")]
        if len(cells) == len(_HEAD) and cells[2].replace(",", "").isdecimal():
            name, what, rounds, failures, day, where = cells
            found.append(Row(name, what, int(rounds.replace(",", "")), int(failures.replace(",", "")), day, where))
    return found


def write(page: str, rows: Iterable[Row]) -> str:
    """The page with these rows between its markers."""
    before, _start, rest = page.partition(_START)
    after = rest.partition(_END)[2]
    lines = [_line(_HEAD), _line(("---", "---", "---:", "---:", "---", "---"))]
    for row in rows:
        lines.append(_line((row.name, row.what, f"{row.rounds:,}", f"{row.failures:,}", row.date, row.machine)))
    return "\n".join([before + _START, *lines, _END + after])


def update(results: Iterable[Result], today: date, *, replace: bool = False, page: Path = PAGE) -> None:
    """Enter results in the page; what was skipped leaves the row as it was."""
    rows = [row_of(result, today) for result in results if not result.skipped]
    with FileLock(Path(tempfile.gettempdir()) / "roadmap-proofs.lock"):
        text = page.read_text(encoding="utf-8")
        page.write_text(write(text, merged(read(text), rows, replace=replace)), encoding="utf-8")


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"

"""Expressions from real plans with the reading a person gives them (plan year 2026, today 1 March 2026)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmap_tui.planning.reading import WhenContext, read_when
from roadmap_tui.planning.when.model import KINDS, PRECISIONS

CONTEXT = WhenContext(2026, date(2026, 3, 1))
ROWS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "when.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


def iso(day: date | None) -> str:
    return day.isoformat() if day else ""


@pytest.mark.parametrize(("expression", "kind", "start", "end", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_reads_as_a_person_does(expression: str, kind: str, start: str, end: str, expected: str) -> None:
    reading = read_when(expression, CONTEXT)
    details = dict(detail.partition("=")[::2] for detail in expected.split(";") if detail)

    assert (reading.kind, iso(reading.start), iso(reading.end)) == (kind, start, end)
    assert reading.uncertain == ("uncertain" in details)
    assert reading.alternatives == ("alternatives" in details)
    assert reading.kind in KINDS
    assert reading.precision in PRECISIONS
    if "dates" in details:
        assert ",".join(map(iso, reading.dates)) == details["dates"]
    for name in ("anchor", "offset"):
        if name in details:
            assert getattr(reading, name) == details[name]
    assert reading.recurrence == details.get("rec")
    if kind == "unknown":
        assert reading.notes, "an unreadable text says why"

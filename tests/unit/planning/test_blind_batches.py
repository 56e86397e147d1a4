"""Expressions that were written down with a person's reading before the reader was run on them.

Plan year 2026, today 1 March 2026. `tol` is how many days a reasonable person may differ; several kinds may do.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmap_tui.planning.reading import WhenContext, read_effort, read_when

CONTEXT = WhenContext(2026, date(2026, 3, 1))
HERE = Path(__file__).parent


def rows(pattern: str) -> list[list[str]]:
    return [
        line.split("\t")
        for path in sorted(HERE.glob(pattern))
        for line in path.read_text(encoding="utf-8").splitlines()[1:]
    ]


def close(found: date | None, wanted: str, tolerance: int) -> bool:
    if found is None or not wanted:
        return found is None and not wanted
    return abs((found - date.fromisoformat(wanted)).days) <= tolerance


@pytest.mark.parametrize(
    ("expression", "kinds", "start", "end", "expected"), [pytest.param(*row, id=row[0]) for row in rows("when_blind_*")]
)
def test_moments_read_as_a_person_does(expression: str, kinds: str, start: str, end: str, expected: str) -> None:
    reading = read_when(expression, CONTEXT)
    details = dict(detail.partition("=")[::2] for detail in expected.split(";") if detail)
    assert reading.kind in kinds.split("|")
    for name in ("anchor", "offset"):
        if name in details:
            assert getattr(reading, name) == details[name]
    if "any_dates" in details:
        return
    tolerance = int(details.get("tol", 0))
    assert close(reading.start, start, tolerance), reading.start
    assert close(reading.end, end, tolerance), reading.end
    assert (reading.uncertain, reading.alternatives) == ("uncertain" in details, "alternatives" in details)
    assert reading.recurrence == details.get("rec")
    if "dates" in details:
        assert ",".join(day.isoformat() for day in reading.dates) == details["dates"]


@pytest.mark.parametrize(
    ("expression", "count", "hours", "total", "recurrence"),
    [pytest.param(*row, id=row[0]) for row in rows("effort_blind_*")],
)
def test_durations_read_as_a_person_does(expression: str, count: str, hours: str, total: str, recurrence: str) -> None:
    reading = read_effort(expression)
    wanted = [float(value) if value else None for value in (count, hours, total)]
    assert [reading.count, reading.hours_each, reading.total_hours] == wanted
    assert reading.recurrence == (recurrence or None)

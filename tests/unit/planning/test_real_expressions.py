"""The collection of real expressions (tests/data/expressions): at least 95 of 100 are read as a person does."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from roadmap_tui.planning.reading import When, WhenContext, read_effort, read_when

CONTEXT = WhenContext(2026, date(2026, 3, 1))
BATCHES: Final = Path(__file__).parents[2] / "data" / "expressions"
WANTED: Final = 0.95
# What a person reads and the program does not; an expression that is read after all must leave this list.
KNOWN_MISSES: Final = {
    "Maandag 6 juli start zomervakantie!",  # of another region: the bound contradicts the date
    "zes weken ter inzage na publicatie",
    "Om 12.00 uur uit vrijdag 5 december 2025",
    "voor 1 mei van het jaar voorafgaand aan het subsidiejaar",
    "Naar verwachting is dit medio 2015 in beeld",
    "vier keer per jaar, per kwartaal",
    "1e bijeenkomst 12 mei, vervolg na de zomer",
    "1 juli 2026 - heden",  # begins after today
    "8 uur (4 x 2)",
}


def rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]


def close(found: date | None, wanted: str, tolerance: int) -> bool:
    if found is None or not wanted:
        return found is None and not wanted
    return abs((found - date.fromisoformat(wanted)).days) <= tolerance


def as_a_person_reads(reading: When, kinds: str, start: str, end: str, expected: str) -> bool:
    wanted = dict(detail.partition("=")[::2] for detail in expected.split(";") if detail)
    same = reading.kind in kinds.split("|")
    same &= all(getattr(reading, name) == wanted[name] for name in ("anchor", "offset") if name in wanted)
    if "any_dates" in wanted:
        return same
    tolerance = int(wanted.get("tol", 0))
    same &= close(reading.start, start, tolerance) and close(reading.end, end, tolerance)
    same &= (reading.uncertain, reading.alternatives) == ("uncertain" in wanted, "alternatives" in wanted)
    same &= reading.recurrence == wanted.get("rec")
    return same and wanted.get("dates", "") in ("", ",".join(day.isoformat() for day in reading.dates))


def amounts_agree(text: str, numbers: list[str], recurrence: str) -> bool:
    reading = read_effort(text)
    found = (reading.count, reading.hours_each, reading.total_hours)
    wanted = [float(number) if number else None for number in numbers]
    same = all(
        one == other or (one is not None and other is not None and abs(one - other) < 0.01)
        for one, other in zip(found, wanted, strict=True)
    )
    return same and reading.recurrence == (recurrence or None)


@pytest.mark.parametrize("batch", sorted(BATCHES.glob("when_*.tsv")), ids=lambda path: path.stem)
def test_moments_are_read_as_a_person_does(batch: Path) -> None:
    batch_rows = rows(batch)
    missed = {row[0] for row in batch_rows if not as_a_person_reads(read_when(row[0], CONTEXT), *row[1:5])}
    assert missed == KNOWN_MISSES & {row[0] for row in batch_rows}
    assert len(missed) <= (1 - WANTED) * len(batch_rows)


@pytest.mark.parametrize("batch", sorted(BATCHES.glob("effort_*.tsv")), ids=lambda path: path.stem)
def test_durations_are_read_as_a_person_does(batch: Path) -> None:
    batch_rows = rows(batch)
    missed = {row[0] for row in batch_rows if not amounts_agree(row[0], row[1:4], row[4])}
    assert missed == KNOWN_MISSES & {row[0] for row in batch_rows}
    assert len(missed) <= (1 - WANTED) * len(batch_rows)


def test_the_collection_is_large_and_holds_no_row_twice() -> None:
    texts = [row[0] for path in BATCHES.glob("*.tsv") for row in rows(path)]
    assert len(texts) >= 900
    assert len(texts) == len(set(texts))

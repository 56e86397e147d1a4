"""What nobody can read is unknown with a reason, at once, and never an exception."""

from __future__ import annotations

import time
from datetime import date

import pytest

from roadmap_tui.planning.reading import WhenContext, read_effort, read_when

CONTEXT = WhenContext(2026, date(2026, 3, 1), anchors={"livegang": date(2026, 11, 2)})
LONG = [
    "mei ",
    "1-",
    "1/",
    "(",
    "()",
    "t/m ",
    "12 mei, ",
    "na gunning ",
    "- ",
    "a",
    "1e ",
    "van ",
    "2 uur + ",
    "of ",
    "\n",
    "é",
]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31 februari", "impossible_date"),
        ("30-02-2026", "impossible_date"),
        ("29 februari", "impossible_date"),  # 2026 is no leap year
        ("0 mei", "impossible_date"),
        ("32 mei", "impossible_date"),
        ("week 60", "no_such_week"),
        ("week 0", "no_such_week"),
        ("week 53 2025", "no_such_week"),
        ("5e kwartaal", "no_such_number"),
        ("1 mei 0000", "no_such_year"),
        ("mei 9999", "no_such_year"),
        ("99-99-9999", "no_such_year"),
        ("999 jaar voor 1 mei", "no_such_year"),
        ("over 999 jaar", "no_such_year"),
        ("999 jaar na livegang", "no_such_year"),
        ("8-6-2-12", "not_understood"),
        ("1e100 mei", "not_understood"),
        ("T-99999 weken", "not_understood"),
        ("15 t/m 8 mei", "end_before_start"),
        ("12 mei 2026 t/m 10 mei 2026", "end_before_start"),
        ("van 1 juli 2026 tot 1 mei 2026", "end_before_start"),
        ("mei " * 5_000, "too_long"),
    ],
)
def test_is_unknown_and_says_why(text: str, code: str) -> None:
    reading = read_when(text, CONTEXT)
    assert (reading.kind, reading.start, reading.end, reading.dates) == ("unknown", None, None, ())
    assert code in [item.code for item in reading.notes]


@pytest.mark.parametrize("length", [400, 10_000, 1_000_000])
@pytest.mark.parametrize("piece", LONG)
def test_long_text_takes_no_time(piece: str, length: int) -> None:
    text = (piece * (length // len(piece) + 1))[:length]
    start = time.process_time()
    assert read_when(text, CONTEXT).text == text
    assert read_effort(text).text == text
    assert time.process_time() - start < 0.5  # 0.05 s on a quiet machine; that it does not grow is what counts


@pytest.mark.parametrize("year", [0, 1, 1949, 2200, 9999])
def test_a_plan_year_outside_the_calendar_gives_no_date(year: int) -> None:
    assert read_when("12 mei", WhenContext(year, date(2026, 3, 1))).kind == "unknown"


@pytest.mark.parametrize("today", [date.min, date.max])
@pytest.mark.parametrize(
    "text", ["morgen", "volgende week", "over 3 maanden", "vorig jaar", "komende 2 weken", "gisteren"]
)
def test_a_clock_at_the_end_of_time_raises_nothing(text: str, today: date) -> None:
    assert read_when(text, WhenContext(2026, today)).text == text

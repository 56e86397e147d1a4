"""The days on which something repeats."""

from __future__ import annotations

from datetime import date

import pytest

from roadmap_tui.planning.occurrences import occurrence_count, occurrence_days, when_days
from roadmap_tui.planning.reading import WhenContext, read_when

CONTEXT = WhenContext(2026, date(2026, 3, 1))


def test_every_two_weeks_from_august_to_december() -> None:
    days = occurrence_days("P2W", date(2026, 8, 1), date(2026, 12, 31))
    assert (len(days), days[0], days[-1]) == (11, date(2026, 8, 3), date(2026, 12, 21))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("elke dinsdag in mei", [5, 12, 19, 26]),
        ("wekelijks in mei", [4, 11, 18, 25]),
        ("elke eerste dinsdag van de maand in mei", [5]),
        ("elke laatste vrijdag van de maand in mei", [29]),
        ("1e en 3e donderdag van de maand in mei", [7, 21]),
        ("elke maandag en woensdag in mei", [4, 6, 11, 13, 18, 20, 25, 27]),
        ("tweewekelijks in mei", [4, 18]),
        ("1e en 15e van de maand in mei", [1, 15]),
        ("dagelijks van 6 t/m 12 mei", [6, 7, 8, 11, 12]),
        ("mei", []),
        ("elke dinsdag", []),
    ],
)
def test_days_within_may(text: str, days: list[int]) -> None:
    assert when_days(read_when(text, CONTEXT)) == [date(2026, 5, day) for day in days]


@pytest.mark.parametrize(
    ("recurrence", "window", "count"),
    [
        ("P1W", "8 t/m 12 juni", 1),
        ("P1W", "9 t/m 11 juni", 1),
        ("2/P1M", "mei t/m juli", 6),
        ("P3M", "2026", 4),
        ("P1Y", "2026 t/m 2028", 3),
        ("P1D", "8 t/m 12 juni", 5),
        ("P1M", "vanaf mei", 0),
    ],
)
def test_how_often_in_a_window(recurrence: str, window: str, count: int) -> None:
    assert occurrence_count(recurrence, read_when(window, CONTEXT)) == count

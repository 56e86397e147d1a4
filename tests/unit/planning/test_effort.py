"""Durations as people write them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmap_tui.i18n import use_language
from roadmap_tui.planning.effort.totals import Totals, fixed, occurrences
from roadmap_tui.planning.reading import EffortNorms, WhenContext, read_effort, read_when

CONTEXT = WhenContext(2026, date(2026, 3, 1))
ROWS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "effort.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
# Wanneer and Duur of the twelve activities of the planning table, and whether the activity is an option.
PLANNING_TABLE = [
    ("April/mei", "", False),
    ("10 / 17 mei", "1 sessie van 2 uur", False),
    ("8 en 15 juni", "2 sessies\nvan 3 uur", False),
    ("Mei, juni, juli", "4 sessie van 2 uur (2 mijlpalen per sessie).", False),
    ("Juni/juli", "3 uur", True),
    ("Juni /juli", "3 uur", True),
    ("September", "1 sessie van 2 uur", False),
    ("September", "1 sessie van 2 uur", False),
    ("September", "1 sessie van 2 uur", False),
    ("September", "1 sessie van 2 uur", False),
    ("Oktober", "1 sessie van 2 uur", False),
    ("Augustus tot en met december", "1x per twee weken 1 uur Teams\n\n1x eindsessie van 2 uur", False),
]


def number(text: str) -> float | None:
    return float(text) if text else None


@pytest.mark.parametrize(("expression", "count", "hours", "total", "recurrence"), ROWS, ids=[row[0] for row in ROWS])
def test_reads_as_a_person_does(expression: str, count: str, hours: str, total: str, recurrence: str) -> None:
    reading = read_effort(expression.replace("\\n", "\n"))
    assert (reading.count, reading.hours_each, reading.total_hours) == (number(count), number(hours), number(total))
    assert reading.recurrence == (recurrence or None)


def test_the_planning_table_has_15_sessions_and_34_hours() -> None:
    all_of_it, without_options, repeating = Totals(), Totals(), Totals()
    for when, sessions, optional in PLANNING_TABLE:
        effort = read_effort(sessions)
        all_of_it = all_of_it.plus(fixed(effort))
        without_options = without_options.plus(Totals() if optional else fixed(effort))
        repeating = repeating.plus(occurrences(effort, read_when(when, CONTEXT)))
    assert all_of_it == (15, 34)
    assert without_options == (13, 28)
    assert repeating == (11, 11)


def test_a_repeating_part_counts_only_in_a_closed_window() -> None:
    effort = read_effort("2x per maand 1,5 uur")
    assert occurrences(effort, read_when("mei t/m juli", CONTEXT)) == (6, 9)
    assert occurrences(effort, read_when("vanaf mei", CONTEXT)) == (0, 0)
    assert fixed(effort) == (0, 0)


def test_parts_keep_their_own_words() -> None:
    reading = read_effort("1x per twee weken 1 uur Teams 1x eindsessie van 2 uur")
    assert [part.text for part in reading.parts] == ["1x per twee weken 1 uur Teams", "1x eindsessie van 2 uur"]
    assert [part.recurrence for part in reading.parts] == ["P2W", None]
    assert [part.total_hours for part in reading.parts] == [None, 2]


def test_empty_is_not_zero() -> None:
    assert read_effort(" \u00a0").total_hours is None
    assert read_effort("0 uur").total_hours == 0


def test_a_plan_may_set_its_own_norms() -> None:
    norms = EffortNorms(dagdeel=3.5, half_day=3.5, day=7)
    assert read_effort("2 dagdelen", norms).total_hours == 7
    assert read_effort("1 dag", norms).total_hours == 7
    assert read_effort("1 dagdeel (3 uur)", norms).total_hours == 3


def test_json_has_the_agreed_keys() -> None:
    use_language("en")
    assert read_effort("1 tot 1,5 uur").to_json() == {
        "text": "1 tot 1,5 uur",
        "count": 1,
        "hours_each": 1.5,
        "total_hours": 1.5,
        "recurrence": None,
        "parts": [],
        "notes": ["The upper end is used: 1 to 1.5."],
    }


@pytest.mark.parametrize("text", ["9" * 50 + " uur", "1e9 sessies", "uur", "x" * 10_000, "((((", "1/0 uur", "à", "½"])
def test_nonsense_is_no_amount(text: str) -> None:
    assert read_effort(text).text == text

"""`roadmap when` and `roadmap effort`."""

from __future__ import annotations

import json

import pytest
from cli_runner import Run

WHEN_KEYS = [
    "text",
    "kind",
    "start",
    "end",
    "dates",
    "precision",
    "recurrence",
    "anchor",
    "offset",
    "uncertain",
    "alternatives",
    "notes",
]
EFFORT_KEYS = ["text", "count", "hours_each", "total_hours", "recurrence", "parts", "notes"]


def test_when_as_json_is_one_object_on_one_line(run: Run) -> None:
    outcome = run("when", "8", "en", "15", "juni", "--year", "2026", "--json")
    assert len(outcome.lines) == 1
    assert list(outcome.json) == WHEN_KEYS
    assert (outcome.json["text"], outcome.json["kind"]) == ("8 en 15 juni", "days")
    assert outcome.json["dates"] == ["2026-06-08", "2026-06-15"]


def test_effort_as_json_is_one_object_on_one_line(run: Run) -> None:
    outcome = run("effort", "2 sessies van 3 uur", "--json")
    assert len(outcome.lines) == 1
    assert list(outcome.json) == EFFORT_KEYS
    assert (outcome.json["count"], outcome.json["hours_each"], outcome.json["total_hours"]) == (2, 3, 6)


def test_a_dash_reads_one_expression_per_line_and_keeps_their_order_and_number(run: Run) -> None:
    outcome = run("when", "-", "--year", "2026", "--json", stdin="begin mei\n\nonzin\nweek 36\r\n")
    rows = [json.loads(line) for line in outcome.lines]
    assert [row["text"] for row in rows] == ["begin mei", "", "onzin", "week 36"]
    assert [row["kind"] for row in rows] == ["range", "unknown", "unknown", "week"]
    assert len(run("effort", "-", "--json", stdin="1 dag\n2 uur").lines) == 2


def test_bytes_that_are_no_text_are_read_as_something_unknown(run: Run) -> None:
    outcome = run("when", "-", "--json", stdin=b"\xff\xfe\x00mei\n")
    assert outcome.code == 0
    assert outcome.json["kind"] == "unknown"


@pytest.mark.parametrize("text", ["31 februari", "week 60", "8-6-2-12", "x" * 10_000])
def test_what_cannot_be_read_is_unknown_not_an_error(run: Run, text: str) -> None:
    outcome = run("when", text, "--year", "2026", "--json")
    assert outcome.code == 0
    assert outcome.json["kind"] == "unknown"


def test_the_year_and_the_day_can_be_given(run: Run) -> None:
    assert run("when", "mei", "--year", "2030", "--json").json["start"] == "2030-05-01"
    assert run("when", "mei", "--today", "1-3-2029", "--json").json["start"] == "2029-05-01"


@pytest.mark.parametrize("words", [["--year", "0"], ["--year", "99999"], ["--year", "x"], ["--today", "31-02-2026"]])
def test_an_impossible_year_or_day_is_wrong_usage(run: Run, words: list[str]) -> None:
    outcome = run("when", "mei", *words)
    assert (outcome.code, outcome.out) == (2, "")


def test_words_for_people(run: Run) -> None:
    assert run("when", "8 en 15 juni", "--year", "2026").out.startswith("8 en 15 juni: 08-06-2026, 15-06-2026")
    assert run("effort", "2 sessies van 3 uur").out.startswith("2 sessies van 3 uur: 2 sessions, 3 hours each, 6 hours")

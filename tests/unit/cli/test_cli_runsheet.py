"""`roadmap runsheet` and `roadmap discharge`: the weekend and the end of the project from the command line."""

from __future__ import annotations

import pytest
from cli_runner import Run


@pytest.fixture
def weekend(run: Run) -> str:
    """A plan with go-live on Monday 2 November 2026 and three steps, the first of them begun late."""
    name = "w.roadmap.json"
    run("new", name, "--template", "leeg", "--go-live", "02-11-2026")
    run("add", name, "runsheet", "title=Back-up", "time=vr 17.00", "minutes=60", "who=Tom")
    run("add", name, "runsheet", "title=Load", "minutes=480", "fallback=Empty it")
    run("add", name, "runsheet", "title=Decide", "minutes=30", "go_no_go=yes", "return_by=za 3.00", "fallback=Back")
    run("set", name, "D1", "status=active", "actual=30-10-2026 17.20")
    return name


def test_json_gives_moments_in_iso_and_delays_in_minutes(run: Run, weekend: str) -> None:
    found = run("runsheet", weekend, "--json", "--at", "30-10-2026 17.30").json
    assert [step["planned_start"] for step in found["steps"]] == [
        "2026-10-30T17:00",
        "2026-10-30T18:00",
        "2026-10-31T02:00",
    ]
    assert [step["start"] for step in found["steps"]] == ["2026-10-30T17:20", "2026-10-30T18:20", "2026-10-31T02:20"]
    assert [step["delay_minutes"] for step in found["steps"]] == [20, 20, 20]
    assert found["ways_back"] == [
        {"step": "D3", "deadline": "2026-10-31T03:00", "expected": "2026-10-31T02:50", "passed": False}
    ]


def test_the_text_tells_that_the_way_back_is_passed(run: Run, weekend: str) -> None:
    text = run("runsheet", weekend, "--at", "30-10-2026 18.45").out
    assert "45 min later than planned" in text
    assert "Too late for the way back: D3 ends Sat  3.15, the last way back is Sat  3.00." in text


def test_a_moment_that_cannot_be_read_is_refused_in_one_sentence(run: Run, weekend: str) -> None:
    outcome = run("runsheet", weekend, "--at", "soon")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == 'roadmap: The moment must be written as 30-10-2026 17.30, not "soon".\n'


def test_live_without_a_terminal_prints_the_run_sheet(run: Run, weekend: str) -> None:
    outcome = run("runsheet", weekend, "--live")
    assert outcome.code == 0
    assert "needs a terminal" in outcome.err
    assert "Back-up" in outcome.out


def test_a_plan_without_steps_says_so(run: Run) -> None:
    run("new", "e.roadmap.json", "--template", "leeg")
    outcome = run("runsheet", "e.roadmap.json")
    assert (outcome.code, outcome.out) == (0, "")
    assert "no steps" in outcome.err


def test_discharge_names_what_is_open_and_answers_one(run: Run, weekend: str) -> None:
    run("add", weekend, "open_points", "title=Search fails")
    outcome = run("discharge", weekend)
    assert outcome.code == 1
    assert "RP1" in outcome.out
    found = [item for item in run("discharge", weekend, "--json").json if item["number"]]
    assert [(item["area"], item["number"], item["title"]) for item in found] == [("aftercare", "RP1", "Search fails")]

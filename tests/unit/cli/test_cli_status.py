"""How a plan stands, from the shell."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_runner import Run

KEYS = [
    "title",
    "file",
    "state",
    "reasons",
    "progress",
    "today",
    "changed",
    "changed_by",
    "go_live",
    "weeks_to_go_live",
    "activities",
    "late",
    "this_week",
    "milestones",
    "risks",
    "hours",
]


@pytest.fixture
def software(run: Run) -> str:
    """A plan from the largest template, in which every list is longer than the screen has room for."""
    run("new", "s.roadmap.json", "--template", "software", "--go-live", "01-03-2027", "--title", "T" * 200)
    return "s.roadmap.json"


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("day", ["01-01-2026", "15-01-2027", "01-03-2027", "01-01-2029"])
def test_the_status_fits_a_terminal_of_80_by_24(run: Run, software: str, lang: str, day: str) -> None:
    outcome = run("status", software, "--on", day, lang=lang)
    assert outcome.code == 0
    assert len(outcome.lines) <= 24
    assert max(map(len, outcome.lines)) <= 80
    assert "\x1b" not in outcome.out


def test_it_opens_with_how_the_plan_stands_and_how_old_it_is(run: Run, plan: str) -> None:
    lines = run("status", plan, "--on", "01-06-2026", lang="nl").lines
    assert lines[0].startswith("! ")
    assert "Kick-off projectteam" in lines[0]
    assert lines[2].startswith("stand van ")
    assert "laatst gewijzigd door " in lines[2]
    assert any(line.startswith("15 sessies, 34 uur (28 zonder opties), excl. organisatie") for line in lines)


def test_signs_are_ascii_where_asked(run: Run, plan: str) -> None:
    assert run("status", plan, "--ascii", "--on", "01-06-2026").out.isascii()


def test_the_status_as_json(run: Run, plan: str) -> None:
    found = run("status", plan, "--json", "--on", "2026-06-01").json
    assert list(found) == KEYS
    assert (found["file"], found["today"], found["state"]) == (plan, "2026-06-01", "bad")
    assert [entry["number"] for entry in found["late"]] == ["A2", "A1"]
    assert found["late"][1]["end"] == "2026-05-31"
    assert found["activities"] == {"total": 12, "done": 0, "active": 0, "late": 2, "late_start": 0}
    assert found["hours"] == {"sessions": 15, "fixed": 34.0, "without_options": 28.0, "options": 2}
    assert [entry["number"] for entry in found["risks"]] == ["R3", "R1"]
    (milestone,) = found["milestones"]
    assert (milestone["due"], milestone["done"], milestone["total"]) == ("2026-12-31", 1, 2)
    assert found["go_live"] is None
    assert found["weeks_to_go_live"] is None


def test_weeks_to_go_live(run: Run, plan: str) -> None:
    run("set", plan, "plan", "go_live=15-06-2026")
    assert run("status", plan, "--json", "--on", "01-06-2026").json["weeks_to_go_live"] == 2


def test_check_leaves_with_one_when_the_plan_is_not_on_course(run: Run, plan: str) -> None:
    assert run("status", plan, "--check", "--on", "01-06-2026").code == 1
    assert run("status", plan, "--on", "01-06-2026").code == 0
    run("new", "leeg.roadmap.json")
    empty = run("status", "leeg.roadmap.json", "--check", "--json")
    assert empty.code == (0 if empty.json["state"] == "good" else 1)


def test_several_plans_get_a_line_each_and_one_that_cannot_be_read_its_sentence(
    run: Run, plan: str, software: str, folder: Path
) -> None:
    (folder / "kapot.roadmap.json").write_text("{")
    outcome = run("status", plan, "kapot.roadmap.json", software)
    assert outcome.code == 3
    assert len(outcome.lines) == 2
    assert max(map(len, outcome.lines)) <= 80
    assert outcome.err.startswith('roadmap: "kapot.roadmap.json" is damaged')
    shapes = run("status", plan, "kapot.roadmap.json", "--json")
    assert shapes.code == 3
    assert shapes.json[0]["file"] == plan
    assert shapes.json[1].keys() == {"file", "error"}


def test_an_impossible_day_is_wrong_usage(run: Run, plan: str) -> None:
    outcome = run("status", plan, "--on", "31-02-2026")
    assert (outcome.code, outcome.out) == (2, "")
    assert "--on must be a date" in outcome.err


def test_the_demo_prints_its_status_without_a_terminal(run: Run, folder: Path) -> None:
    outcome = run("demo")
    assert outcome.code == 0
    assert "Zaaksysteem" in outcome.out
    assert list(folder.iterdir()) == []


def test_the_timeline_is_text_of_the_width_that_was_asked_for(run: Run, plan: str) -> None:
    narrow, wide = run("timeline", plan, "--width", "60"), run("timeline", plan, "--width", "140", "--zoom", "week")
    assert narrow.code == wide.code == 0
    assert max(map(len, narrow.lines)) <= 60 < max(map(len, wide.lines)) <= 140
    assert "Kick-off" in narrow.out
    assert "\x1b" not in narrow.out
    assert run("timeline", plan, "--width", "3").code == 2
    assert run("timeline", plan, "--zoom", "eon").code == 2

"""`roadmap add PLAN "LINE"`: one line of words becomes an activity."""

from __future__ import annotations

from pathlib import Path

from cli_runner import Run

LINE = "Kick-off projectteam 8 en 15 juni fysiek 2 sessies van 3 uur Jan en Piet"


def test_a_line_becomes_an_activity(run: Run, plan: str) -> None:
    outcome = run("add", plan, LINE)
    assert (outcome.code, outcome.out.strip()) == (0, "A13")
    assert "2 × 3 hours = 6 hours" in outcome.err
    shown = run("list", plan, "activities", "--json").json[-1]
    assert [shown[name] for name in ("title", "when", "workform", "sessions", "lead")] == [
        "Kick-off projectteam",
        "8 en 15 juni",
        "fysiek",
        "2 sessies van 3 uur",
        "Jan en Piet",
    ]
    assert shown["derived"]["dates"] == ["2026-06-08", "2026-06-15"]
    assert shown["derived"]["leads"] == ["Jan", "Piet"]


def test_a_dry_run_shows_the_fields_and_changes_nothing(run: Run, plan: str) -> None:
    before = Path(plan).read_bytes()
    found = run("add", plan, LINE, "--dry-run", "--json").json
    assert found["table"] == "activities"
    assert found["fields"]["sessions"] == "2 sessies van 3 uur"
    assert run("add", plan, "risks", "title=Storm", "--dry-run").out == 'Risk\n  Risk: "Storm"\n'
    assert Path(plan).read_bytes() == before


def test_a_single_word_is_still_a_kind_of_record(run: Run, plan: str) -> None:
    outcome = run("add", plan, "Kickof")
    assert outcome.code == 2
    assert 'no kind of record "Kickof". A line in your own words needs more than one' in outcome.err
    assert "Do you mean" in run("add", plan, "milestons").err
    assert run("add", plan, "risks").code == 2

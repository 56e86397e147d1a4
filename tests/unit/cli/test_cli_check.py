"""`roadmap check`: findings with their reason, put aside and taken back, and what the exit code says."""

from __future__ import annotations

import pytest
from cli_runner import Run


@pytest.fixture
def found(run: Run) -> str:
    """A plan with one activity that nobody leads and that has no date."""
    name = "q.roadmap.json"
    assert run("new", name, "--template", "leeg", "--title", "Proef", "--year", "2026").code == 0
    assert run("add", name, "activities", "title=Nulmeting").code == 0
    return name


def codes(run: Run, plan: str, *options: str) -> set[tuple[str, str]]:
    return {(each["code"], each["number"]) for each in run("check", plan, "--json", *options).json}


def test_a_dismissed_finding_is_left_out_and_the_exit_code_follows(run: Run, found: str) -> None:
    about_activity = {each for each in codes(run, found) if each[1] == "A1"}
    assert about_activity == {("no_lead", "A1"), ("no_date", "A1")}
    assert run("check", found).code == 1
    outcome = run("check", found, "--dismiss", "no_lead", "A1", "--reason", "All of us")
    assert (outcome.code, "Dismissed: A1: No lead is named." in outcome.err) == (0, True)
    assert ("no_lead", "A1") not in codes(run, found)
    shown = {each["code"]: each["dismissed"] for each in run("check", found, "--json", "--all").json}
    assert (shown["no_lead"], shown["no_date"]) == ("All of us", None)
    for code, number in sorted(codes(run, found)):
        assert run("check", found, "--dismiss", code, number or "plan", "--reason", "Known").code == 0
    outcome = run("check", found)
    assert (outcome.code, outcome.out) == (0, "")
    assert "Nothing is missing." in outcome.err
    assert "--all shows" in outcome.err


def test_a_dismissed_finding_is_listed_and_can_be_taken_back(run: Run, found: str) -> None:
    run("check", found, "--dismiss", "no_lead", "A1", "--reason", "All of us")
    assert [each["reason"] for each in run("list", found, "dismissals", "--json").json] == ["All of us"]
    assert run("check", found, "--restore", "no_lead", "A1").code == 0
    assert ("no_lead", "A1") in codes(run, found)
    assert run("undo", found).code == 0
    assert ("no_lead", "A1") not in codes(run, found)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--dismiss", "no_lead", "A1"], "Give the reason"),
        (["--dismiss", "no_leed", "A1", "--reason", "x"], 'Do you mean "no_lead"?'),
        (["--dismiss", "no_lead", "A9", "--reason", "x"], "A9"),
        (["--dismiss", "no_lead", "plan", "--reason", "x"], 'no finding "no_lead" about plan'),
        (["--reason", "x"], "belongs to --dismiss"),
        (["--restore", "no_lead", "A1"], "was not dismissed"),
        (["--dismiss", "no_lead", "A1", "--reason", "x", "--restore", "no_lead", "A1"], "Choose one"),
    ],
)
def test_wrong_words_change_nothing(run: Run, found: str, words: list[str], sentence: str) -> None:
    outcome = run("check", found, *words)
    assert outcome.code == 2
    assert sentence in outcome.err
    assert run("list", found, "dismissals", "--json").json == []

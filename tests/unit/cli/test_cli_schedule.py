"""`roadmap schedule` and `roadmap workload`."""

from __future__ import annotations

from typing import Any

import pytest
from cli_runner import Run

CHAIN = "chain.roadmap.json"


@pytest.fixture
def chain(run: Run) -> str:
    """A1 (5 days) > A2 (12 January) > A3 (3 days, an option) in a plan that starts on Monday 5 January 2026."""
    for words in (
        ("new", CHAIN, "--template", "leeg", "--year", "2026", "--start", "2026-01-05"),
        ("add", CHAIN, "activities", "title=Design", "duration=5"),
        ("add", CHAIN, "activities", "title=Session", "when=12 januari", "sessions=2 uur", "participants=Team"),
        ("add", CHAIN, "activities", "title=Write", "duration=3", "optional=yes", "sessions=3 uur", "lead=Anna"),
        ("add", CHAIN, "links", "source=A1", "target=A2"),
        ("add", CHAIN, "links", "source=A2", "target=A3", "lag=2d"),
        ("add", CHAIN, "milestones", "title=Ready", "due=01-02-2026"),
    ):
        outcome = run(*words)
        assert outcome.code == 0, outcome.err
    return CHAIN


def test_the_schedule_for_programs(run: Run, chain: str) -> None:
    found = run("schedule", chain, "--json").json
    assert set(found) == {"activities", "finish", "conflicts", "cycles"}
    assert [{name: value for name, value in row.items() if name != "id"} for row in found["activities"]] == [
        expected("A1", "Design", "2026-01-05", "2026-01-09"),
        expected("A2", "Session", "2026-01-12", "2026-01-12"),
        expected("A3", "Write", "2026-01-15", "2026-01-19"),
    ]
    assert all(isinstance(row["id"], int) for row in found["activities"])
    assert (found["finish"], found["conflicts"], found["cycles"]) == ("2026-01-19", [], [])


def expected(number: str, title: str, start: str, finish: str) -> dict[str, Any]:
    """An activity without slack."""
    return {
        "number": number,
        "title": title,
        "early_start": start,
        "early_finish": finish,
        "late_start": start,
        "late_finish": finish,
        "slack_days": 0,
        "critical": True,
    }


def test_contradictions_are_named_for_programs_and_people(run: Run, chain: str) -> None:
    run("set", chain, "A2", "when=7 januari")
    (conflict,) = run("schedule", chain, "--json").json["conflicts"]
    message = "A2 is planned 3 working days too early for its link with A1."
    assert conflict == {"kind": "link", "source": "A1", "target": "A2", "days": 3, "message": message}
    shown = run("schedule", chain)
    assert shown.code == 0
    assert message in shown.out
    assert "critical" in shown.lines[1]
    assert shown.lines[-1] == "The plan ends on Wed 14-01-2026."
    assert message in run("check", chain).out


def test_the_schedule_in_dutch_and_plain_signs(run: Run, chain: str) -> None:
    shown = run("schedule", chain, "--ascii", lang="nl")
    assert shown.out.isascii()
    assert all(len(line) <= 80 for line in shown.lines)


def test_a_link_that_closes_a_loop_is_refused(run: Run, chain: str) -> None:
    refused = run("add", chain, "links", "source=A3", "target=A1")
    assert refused.code == 2
    assert "A3 > A1 > A2 > A3" in refused.err
    assert len(run("list", chain, "links", "--json").json) == 2
    assert run("set", chain, "L2", "target=A1").code == 2


def test_options_left_out(run: Run, chain: str) -> None:
    shown = run("schedule", chain, "--without-options").out
    assert "Write" not in shown
    assert "The end: 19-01-2026, now 12-01-2026." in shown
    assert "5 hours, now 2 hours" in shown
    assert run("schedule", chain, "--without-options", "--json").json["finish"] == "2026-01-12"


def test_what_moves_if_something_slips(run: Run, chain: str) -> None:
    found = run("schedule", chain, "--slip", "A1=1w", "--json").json
    assert [(move["number"], move["new_start"], move["agreed"]) for move in found["moves"]] == [
        ("A1", "2026-01-12", False),
        ("A2", "2026-01-19", True),
        ("A3", "2026-01-22", False),
    ]
    assert (found["activity"], found["slip_days"]) == ("A1", 5)
    assert (found["old_finish"], found["new_finish"]) == ("2026-01-19", "2026-01-26")
    shown = run("schedule", chain, "--slip", "A1=1w").out
    assert "If A1 slips 5 working days:" in shown
    assert "agreed" in shown
    assert run("schedule", chain, "--json").json["finish"] == "2026-01-19"


def test_a_slip_carried_out_is_one_change(run: Run, chain: str) -> None:
    assert run("schedule", chain, "--slip", "a1=1w", "--apply").code == 0
    assert run("schedule", chain, "--json").json["finish"] == "2026-01-26"
    assert run("list", chain, "activities", "--json").json[1]["when"] == "12 januari"
    assert run("undo", chain).code == 0
    assert run("schedule", chain, "--json").json["finish"] == "2026-01-19"


def test_baselines(run: Run, chain: str) -> None:
    saved = run("schedule", chain, "--save-baseline", "Approved")
    assert (saved.code, saved.out.strip()) == (0, "V1")
    run("set", chain, "A2", "when=14 januari")
    run("set", chain, "M1", "due=08-02-2026")
    run("remove", chain, "A1", "--yes")
    found = run("schedule", chain, "--compare", "approved", "--json").json
    assert [(row["number"], row["slip_days"]) for row in found["activities"]] == [("A2", 2), ("A3", 2)]
    assert [(row["number"], row["slip_days"]) for row in found["milestones"]] == [("M1", 5)]
    assert [row["title"] for row in found["removed"]] == ["A1 Design"]
    assert (found["old_finish"], found["new_finish"], found["slip_days"]) == ("2026-01-19", "2026-01-21", 2)
    shown = run("schedule", chain, "--compare", "V1").out
    assert "2 days later" in shown
    assert "A1 Design" in shown


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--slip", "A1"), "3d"),
        (("--slip", "A1=soon"), "soon"),
        (("--slip", "A99=1w"), "A99"),
        (("--slip", "M1=1w"), "M1"),
        (("--apply",), "--slip"),
        (("--compare", "x"), "--save-baseline"),
        (("--slip", "A1=1w", "--compare", "x"), "one thing"),
        (("--save-baseline", " "), "name"),
    ],
)
def test_what_cannot_be_asked(run: Run, chain: str, words: tuple[str, ...], part: str) -> None:
    refused = run("schedule", chain, *words)
    assert refused.code == 2
    assert part in refused.err
    assert len(refused.err.splitlines()) == 1


def test_an_empty_plan(run: Run) -> None:
    run("new", "e.roadmap.json", "--template", "leeg")
    assert run("schedule", "e.roadmap.json", "--json").json == {
        "activities": [],
        "finish": None,
        "conflicts": [],
        "cycles": [],
    }
    assert run("schedule", "e.roadmap.json").code == 0
    assert run("workload", "e.roadmap.json").code == 0
    assert run("workload", "e.roadmap.json", "--json").json["people"] == []


def test_the_workload_of_the_planning_table(run: Run, plan: str) -> None:
    """S0 by hand: the project team is asked in every activity but the first, all 45 hours."""
    found = run("workload", plan, "--json").json
    hours = {person["who"]: person["hours"] for person in found["people"]}
    assert hours["Projectteam"] == 45.0
    assert hours["procesbegeleiders"] == 22.0  # activities 2 to 6: 2, 6, 8, 3 and 3 hours
    assert hours["Beleid"] == hours["Beleidsadviseur"] == 2.0
    people = {person["who"]: person for person in found["people"]}
    assert people["betrokken professionals gemeente"]["quantity"] == "enkele, diverse"
    assert found["by"] == "week"
    september = run("workload", plan, "--by", "maand", "--json").json["people"][0]["periods"][4]
    assert september["period"] == "2026-09"
    assert september["hours"] == pytest.approx(8 + 2 + 2 * 22 / 108, abs=0.01)  # four sessions, two meetings and
    # the share of the last session, on 22 of the 108 working days from August to December
    assert run("workload", plan, "--without-options", "--json").json["people"][0]["hours"] == 39.0


def test_the_workload_as_a_picture_and_of_one_person(run: Run, plan: str) -> None:
    shown = run("workload", plan)
    assert shown.lines[0] == "Hours per week"
    assert "excl. organisation and preparation" in shown.out
    assert '("enkele, diverse")' in " ".join(shown.out.split())
    detail = run("workload", plan, "--who", "projectteam", "--by", "month")
    assert detail.lines[0] == "Projectteam  45 hours"
    assert len(detail.lines) == 1 + 8
    assert run("workload", plan, "--who", "nobody").code == 2
    assert run("workload", plan, "--by", "year").code == 2


def test_progress_follows_sessions_held_unless_a_person_overrules_it(run: Run, chain: str) -> None:
    run("set", chain, "A1", "sessions=4 sessies van 2 uur", "sessions_held=2")
    assert "50%" in run("show", chain, "A1").out
    run("set", chain, "A1", "progress=80")
    shown = run("show", chain, "A1").out
    assert "80%" in shown
    assert "50%" not in shown


def test_status_and_timeline_without_options(run: Run, chain: str) -> None:
    everything = run("status", chain, "--json").json
    without = run("status", chain, "--json", "--without-options").json
    assert (everything["activities"]["total"], without["activities"]["total"]) == (3, 2)
    assert "Write" in run("timeline", chain).out
    assert "Write" not in run("timeline", chain, "--without-options").out


def test_hours_added_up_per_role(run: Run, chain: str) -> None:
    """Two people in a session of 3 hours, and the 3 hours of the option that Anna leads."""
    run("add", chain, "people", "title=Anna", "role=Beheer", "kind=person")
    run("add", chain, "people", "title=Bo", "role=Beheer", "kind=person")
    run("set", chain, "A1", "when=8 juni 2026", "sessions=1 sessie van 3 uur", "participants=Beheer")
    people = run("workload", chain, "--json", "--per", "role").json["people"]
    (found,) = [each for each in people if each["who"] == "Beheer"]
    assert (found["people"], found["hours"], found["periods"][-1]["hours"]) == (2, 9, 6)
    assert found["periods"][-1]["capacity"] == 72
    refused = run("workload", chain, "--per", "team")
    assert (refused.code, refused.out) == (2, "")
    assert "person or role" in refused.err

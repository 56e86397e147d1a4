"""Responsibilities, training, aftercare, evaluation and discharge, on small plans counted by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from test_chapters import codes, outlook_of

from roadmap_tui.i18n import use_language
from roadmap_tui.planning.discharge import still_open
from roadmap_tui.planning.evaluation import evaluation
from roadmap_tui.planning.responsibilities import responsibility_matrix
from roadmap_tui.planning.training import training
from roadmap_tui.view.responsibilities import involvement_of, letter, responsibility_table, short_heading


@pytest.fixture(autouse=True)
def english() -> None:
    use_language("en")


PEOPLE = [{"title": "Sanne", "role": "Projectleider", "group": "team"}, {"title": "Hanneke", "group": "client"}]
RESULTS = [{"title": "DAP"}, {"title": "Nazorg"}]


def cells(*rows: tuple[int, int, str]) -> list[dict[str, Any]]:
    return [{"person": person, "milestone": milestone, "involvement": how} for person, milestone, how in rows]


def test_exactly_one_is_accountable_for_each_row() -> None:
    outlook = outlook_of(
        people=PEOPLE,
        milestones=RESULTS,
        responsibilities=cells((1, 3, "accountable"), (2, 3, "both"), (1, 4, "responsible")),
    )
    assert [len(row.accountable) for row in responsibility_matrix(outlook).rows] == [2, 0]
    assert {("several_accountable", "M1"), ("nobody_accountable", "M2")} <= set(codes(outlook))
    assert ("nobody_working", "M1") not in codes(outlook)


def test_an_empty_matrix_asks_nothing() -> None:
    outlook = outlook_of(people=PEOPLE, milestones=RESULTS)
    assert not {code for code, _n in codes(outlook)} & {"nobody_accountable", "nobody_working"}


def test_the_letter_r_differs_between_the_languages() -> None:
    use_language("nl")
    try:
        assert [letter(each) for each in ("accountable", "responsible", "consulted", "informed")] == [
            "E",
            "V",
            "R",
            "I",
        ]
        assert involvement_of("r") == "consulted"
    finally:
        use_language("en")
    assert [letter(each) for each in ("accountable", "responsible", "consulted", "informed")] == ["A", "R", "C", "I"]
    assert involvement_of("r") == "responsible"


def test_the_matrix_for_a_document_leaves_out_empty_rows_and_columns() -> None:
    outlook = outlook_of(people=PEOPLE, milestones=RESULTS, responsibilities=cells((1, 3, "both")))
    assert responsibility_table(outlook) == (["Result", "Projectleider"], [["DAP", "A/R"]])


def test_headings_break_where_words_meet() -> None:
    assert short_heading("Functioneel beheerder", 11) == ["Functioneel", "beheerder  "]
    assert short_heading("Projectleider", 8) == ["Project ", "leider  "]


def test_training_counts_people_and_asks_for_ninety_per_cent_before_the_decision() -> None:
    groups = [{"title": "Balie", "planned": 40, "trained": 40}, {"title": "Team", "planned": 20, "trained": 13}]
    outlook = outlook_of({"go_live": str(date(2026, 6, 15))}, training=groups)
    found = training(outlook)
    assert (found.planned, found.trained, found.share, found.before) == (60, 53, 88, date(2026, 6, 8))
    assert ("too_few_trained", "") in codes(outlook)
    groups[1]["trained"] = 14
    enough = outlook_of({"go_live": str(date(2026, 6, 15))}, training=groups)
    assert training(enough).share == 90
    assert ("too_few_trained", "") not in codes(enough)


def test_training_months_before_go_live_is_not_too_little_yet() -> None:
    outlook = outlook_of({"go_live": "2026-12-07"}, training=[{"title": "Balie", "planned": 40}])
    assert ("too_few_trained", "") not in codes(outlook)


def test_more_trained_than_there_are_is_a_mistake_and_counts_as_all() -> None:
    outlook = outlook_of(training=[{"title": "Balie", "planned": 10, "trained": 12}, {"title": "Leeg"}])
    assert training(outlook).share == 100
    assert {("too_many_trained", "OG1"), ("no_number", "OG2")} <= set(codes(outlook))


def test_norms_are_measured_reported_and_worked_out() -> None:
    outlook = outlook_of(
        norms=[
            {"title": "Storing", "value": "4 uur", "measured": "log", "reporting": "maandelijks"},
            {"title": "Back-up"},
        ],
        dap=[{"title": "Incidenten", "norm": 1}],
    )
    wrong = {(code, number) for code, number in codes(outlook) if number.startswith("N")}
    assert wrong == {("norm_not_measured", "N2"), ("norm_not_reported", "N2"), ("norm_without_procedure", "N2")}


def test_open_points_need_an_owner_a_day_and_a_taker() -> None:
    outlook = outlook_of(
        open_points=[
            {"title": "a", "owner": "x", "due": "2020-01-01"},
            {"title": "b"},
            {"title": "c", "status": "handed_over"},
        ]
    )
    assert {("late", "RP1"), ("no_owner", "RP2"), ("no_date", "RP2"), ("no_owner", "RP3")} <= set(codes(outlook))
    assert ("no_end_criteria", "") in codes(outlook)


def test_the_evaluation_puts_facts_beside_each_aspect_and_keeps_the_last_judgement() -> None:
    outlook = outlook_of(
        budget=[
            {"title": "a", "granted": 1000.0, "expected": 1200.0},
            {"title": "b", "granted": 500.0, "spent": 300.0},
        ],
        criteria=[{"title": "k", "target": "90%", "status": "achieved"}],
        evaluations=[{"aspect": "money", "status": "good"}, {"aspect": "money", "status": "bad"}],
    )
    found = evaluation(outlook)
    money = found.aspects[0]
    assert (money.fact, money.record and money.record.status) == ("€ 1.500 expected of € 1.500 granted", "bad")
    assert (found.judged, found.total) == (2, 6)
    assert ("no_explanation", "EV2") in codes(outlook)


def test_discharge_is_clear_only_when_everything_is() -> None:
    closed: dict[str, Any] = {
        "milestones": [{"title": "Evaluatie", "status": "approved"}],
        "checkpoints": [{"title": "Het dossier is gearchiveerd", "milestone": 1, "status": "done"}],
        "open_points": [{"title": "a", "status": "handed_over", "handed_to": "x"}],
        "budget": [{"title": "a", "granted": 10.0, "spent": 8.0, "expected": 8.0}],
        "criteria": [{"title": "k", "status": "missed"}],
        "evaluations": [
            {"aspect": each, "status": "good"} for each in ("money", "organisation", "time", "information", "quality")
        ],
    }
    plan = {"go_live": "2026-01-05"}
    assert still_open(outlook_of(plan, **closed)) == []
    for table, row, area in (
        ("milestones", {"title": "DAP", "status": "delivered"}, "results"),
        ("open_points", {"title": "b"}, "aftercare"),
        ("end_criteria", {"title": "rust"}, "aftercare"),
        ("budget", {"title": "b", "expected": 5.0, "spent": 2.0}, "money"),
        ("criteria", {"title": "l"}, "evaluation"),
    ):
        rows = {**closed, table: [*closed.get(table, []), row]}
        assert [each.area.code for each in still_open(outlook_of(plan, **rows))] == [area], table
    undone = {**closed, "checkpoints": [{**closed["checkpoints"][0], "status": "open"}]}
    areas = [each.area.code for each in still_open(outlook_of(plan, **undone))]
    assert areas == ["results", "dossier"]

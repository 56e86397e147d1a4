"""Conditions on the command line."""

from __future__ import annotations

import pytest
from cli_runner import Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap_tui.errors import UsageError
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.conditions import All, Any_, Compare, Not, parse_condition
from roadmap_tui.model.fields import Field
from roadmap_tui.model.parsing import find_field
from roadmap_tui.store.query import matching


@pytest.mark.parametrize(
    ("where", "numbers"),
    [
        ("chance>=4", "R1 R3"),
        ("kans>=4", "R1 R3"),
        ("chance=4", "R1"),
        ("chance!=4", "R2 R3"),
        ("chance>4 or chance<3", "R2 R3"),
        ("status=closed", "R2"),
        ("status=Gesloten", "R2"),
        ("status!=closed and chance>=4", "R1 R3"),
        ("not status=closed", "R1 R3"),
        ("niet (status=closed of chance=5)", "R1"),
        ("title~LATE", "R2"),
        ("title!~late and title!~lost", "R1"),
        ("title='Data is lost'", "R3"),
        ("title=data is lost", "R3"),
        ("owner=", "R2 R3"),
        ("owner!=", "R1"),
        ('owner==""', "R2 R3"),
        ("owner= and chance>=4", "R3"),
        ("status==closed", "R2"),
        ("score>=16", "R1 R3"),
        ("level=very_high", "R1 R3"),
        ("number=R2", "R2"),
        ("status~sloten", "R2"),
        ("chance>=4 and impact>=5 or number=R2", "R2 R3"),
        ("title~staff and leaves", ""),
        ("rest_score>1", ""),
    ],
)
def test_a_condition_selects_risks(run: Run, plan: str, where: str, numbers: str) -> None:
    outcome = run("list", plan, "risks", "--json", "--where", where)
    assert outcome.code == 0, outcome.err
    assert " ".join(row["number"] for row in outcome.json) == numbers


@pytest.mark.parametrize(
    ("where", "numbers"),
    [
        ("end<01-06-2026", "A1 A2"),
        ("start>=2026-08-01 and optional=nee", "A7 A8 A9 A10 A11 A12"),
        ("optional=ja", "A5 A6"),
        ("lead=Beleid", "A7"),
        ("leads=procesbegeleiders", "A2 A3 A4 A5 A6"),
        ("total_hours>=8", "A4 A12"),
        ("milestone=M1", "A3"),
        ("milestone!=M1 and number~A3", ""),
    ],
)
def test_conditions_may_ask_for_what_follows_from_an_activity(run: Run, plan: str, where: str, numbers: str) -> None:
    run("set", plan, "A3", "milestone=M1")
    outcome = run("list", plan, "activities", "--json", "--where", where)
    assert outcome.code == 0, outcome.err
    assert " ".join(row["number"] for row in outcome.json) == numbers


def test_labels_work_in_dutch_whatever_the_language(run: Run, plan: str) -> None:
    for language in ("nl", "en"):
        words = ("list", plan, "activiteiten", "--json", "--where", "te laat=ja en titel~kick of nummer=A12")
        rows = run(*words, lang=language).json
        assert {row["number"] for row in rows} >= {"A12"}
        assert all(row["number"] in ("A2", "A12") for row in rows)


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ("chnce=4", 'Risk has no field "chnce". Do you mean "chance"?'),
        ("chance", "field=value"),
        ("=4", "field=value"),
        ("chance>=", "lacks a value"),
        ("status==", 'The condition on Status lacks a value after "==".'),
        ("status== and chance>=4", "lacks a value"),
        ("(status==)", "lacks a value"),
        ("title~", 'lacks a value after "~"'),
        ("title!~", 'lacks a value after "!~"'),
        ("chance>=veel", "compared with a number"),
        ("title>3", "works on dates and numbers"),
        ("status=foo", 'Status cannot be "foo"'),
        ("(chance=4", "closing parenthesis"),
        ("chance=4)", 'not understood at ")"'),
        ('title~"x', "quote that is not closed"),
        ("reviewed=gisteren", "must be a date"),
        ("(" * 60 + "chance=4" + ")" * 60, "nested too deeply"),
    ],
)
def test_a_wrong_condition_is_wrong_usage_with_a_sentence(run: Run, plan: str, where: str, sentence: str) -> None:
    outcome = run("list", plan, "risks", "--where", where)
    assert outcome.code == 2
    assert outcome.out == ""
    assert sentence in outcome.err


def _field(word: str) -> Field:
    return find_field(Activity, word)


def _no_reference(field: Field, text: str) -> int:
    raise UsageError(text)


def test_and_binds_closer_than_or_and_a_joining_word_in_a_value_stays_in_it() -> None:
    found = parse_condition("title=a or title=b and not lead~x en y", _field, _no_reference)
    assert found == Any_(
        (
            Compare("title", "equals", "a"),
            All((Compare("title", "equals", "b"), Not(Compare("lead", "contains", "x en y")))),
        )
    )


def test_numbers_and_texts_never_compare_and_lists_match_by_any_item() -> None:
    rows = [{"a": None}, {"a": 3}, {"a": "3"}, {"a": True}, {"a": []}, {"a": [1, 5]}]
    assert matching(rows, Compare("a", "above", 2.0)) == [{"a": 3}, {"a": [1, 5]}]
    assert matching(rows, Compare("a", "equals", None)) == [{"a": None}, {"a": []}]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(["title", "status", "=", "~", ">", "(", ")", "and", "of", "not", '"', "x", " ", "3"])))
def test_any_words_give_a_condition_or_a_sentence(words: list[str]) -> None:
    try:
        condition = parse_condition("".join(words), _field, _no_reference)
    except UsageError:
        return
    row = {"title": "x", "status": "todo"}
    assert matching([row], condition) != matching([row], Not(condition))

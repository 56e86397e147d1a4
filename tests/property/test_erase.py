"""What was erased from a plan stands nowhere in its bytes, whatever old copies are merged and in whatever order."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from join_histories import NOWHERE

from roadmap_tui.model.handles import handle
from roadmap_tui.store.changes import Change, Group, apply
from roadmap_tui.store.encoding import Tables, encode_file
from roadmap_tui.store.erasing import Redact, erase, pattern_of, redactor
from roadmap_tui.store.header import ACTORS, HEADER_ID, META, new_header
from roadmap_tui.store.join import join_tables
from roadmap_tui.store.loading import load
from roadmap_tui.store.placing import find_stored
from roadmap_tui.store.revisions import HISTORY_DEPTH, heads, revision
from roadmap_tui.store.undo import inverse, last_undoable

NAME, PERSON, ACTOR = "Piet Jansén", 77, 5
VALUES = (NAME, "Bel piet  jansén morgen", "Marie", None, ["x", {NAME: "Piet Jansén"}], 3, "de notitie")
Step = tuple[str, int, int | None, object]
steps = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.integers(0, 3), st.sampled_from((1, 2, PERSON)), st.sampled_from(VALUES)),
        st.tuples(st.just("edit"), st.integers(0, 3), st.sampled_from((1, 2, PERSON)), st.sampled_from(VALUES)),
        st.tuples(st.just("delete"), st.integers(0, 3), st.sampled_from((1, PERSON)), st.none()),
        st.tuples(st.just("restore"), st.integers(0, 3), st.sampled_from((1, PERSON)), st.none()),
        st.tuples(st.just("undo"), st.integers(0, 3), st.none(), st.none()),
        st.tuples(st.just("pull"), st.integers(0, 3), st.integers(0, 3), st.none()),
    ),
    max_size=25,
)


def without() -> Redact:
    return redactor(pattern_of([NAME]), "(weg)")


class Hands:
    """Four copies of a plan, and every state that any of them ever had."""

    def __init__(self) -> None:
        self.clock = itertools.count(1_780_000_000_000)
        start: Tables = {META: {HEADER_ID: new_header(self.revision(0))}}
        self.change(start, 0, Change(ACTORS, ACTOR, {"name": NAME}), Change("people", PERSON, {"title": NAME}))
        self.copies = [start] * 4
        self.past: list[bytes] = [encode_file(start)]

    def revision(self, who: int) -> str:
        moment = next(self.clock)
        return revision(moment, handle(who + 1), f"{moment % 2**32:08x}")

    def change(self, tables: Tables, who: int, *changes: Change) -> None:
        apply(tables, Group(self.revision(who), changes))

    def step(self, kind: str, who: int, what: int | None, value: object) -> None:
        tables = {name: dict(rows) for name, rows in self.copies[who].items()}
        table = "people" if what == PERSON else "activities"
        if kind == "pull":
            tables = join_tables(tables, self.copies[what or 0])
        elif kind == "undo":
            target = last_undoable(tables, handle(who + 1))
            found = inverse(tables, target) if target else None
            if found is not None:
                self.change(tables, who, *found.changes)
        elif kind == "edit":
            self.change(tables, who, Change(table, what or 0, {"title": value}))
        elif find_stored(tables, table, what or 0):
            self.change(tables, who, Change(table, what or 0, action=kind))  # type: ignore[arg-type]
        self.copies[who] = tables
        self.past.append(encode_file(tables))


def holds_the_name(tables: Tables) -> bool:
    text = encode_file(tables).decode().replace("\\u00e9", "é").casefold()
    return "jansén" in text or "piet  " in text


def joined(tables: Tables, states: list[bytes]) -> Tables:
    for state in states:
        tables = join_tables(tables, load(state, NOWHERE).tables)
    return tables


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps, st.randoms(use_true_random=False))
def test_no_old_copy_brings_the_name_back(history: list[Step], dice: random.Random) -> None:
    hands = Hands()
    for step in history:
        hands.step(*step)
    everything = joined(hands.copies[0], [encode_file(each) for each in hands.copies])
    erased = erase(everything, without(), {("people", PERSON)}).tables
    assert not holds_the_name(erased)
    assert not erase(erased, without(), {("people", PERSON)}).finds
    orders = [dice.sample(hands.past, len(hands.past)) for _order in range(3)]
    results = [encode_file(joined(erased, order)) for order in orders]
    assert len(set(results)) == 1
    assert not holds_the_name(load(results[0], NOWHERE).tables)
    assert results[0] == encode_file(join_tables(load(hands.past[-1], NOWHERE).tables, joined(erased, hands.past)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps)
def test_undo_brings_no_name_back(history: list[Step]) -> None:
    hands = Hands()
    for step in history:
        hands.step(*step)
    everything = joined(hands.copies[0], [encode_file(each) for each in hands.copies])
    hands.copies = [erase(everything, without(), {("people", PERSON)}).tables] * 4
    for who in range(4):
        for _again in range(4):
            hands.step("undo", who, None, None)
        assert not holds_the_name(hands.copies[who])


def test_two_who_erase_the_same_name_have_nothing_to_decide() -> None:
    hands = Hands()
    hands.step("edit", 0, 1, f"Overleg met {NAME}")
    one = erase(hands.copies[0], without()).tables
    other = erase(load(encode_file(hands.copies[0]), NOWHERE).tables, without()).tables
    both = join_tables(one, other)
    assert encode_file(both) == encode_file(one)
    assert list(heads(both["activities"][1], "title").values()) == ["Overleg met (weg)"]


def test_a_value_that_the_eraser_never_saw_stays_beside_what_is_left() -> None:
    hands = Hands()
    hands.step("edit", 0, 1, f"Overleg met {NAME}")
    hands.step("pull", 1, 0, None)
    hands.step("edit", 1, 1, f"{NAME} belt terug")
    both = join_tables(erase(hands.copies[0], without()).tables, hands.copies[1])
    assert sorted(heads(both["activities"][1], "title").values()) == ["Overleg met (weg)", f"{NAME} belt terug"]


def test_what_fell_out_of_the_history_does_not_come_back_either() -> None:
    hands = Hands()
    for index in range(HISTORY_DEPTH):
        hands.step("edit", 0, PERSON, f"{NAME} {index}")
    hands.step("edit", 0, PERSON, "Piet")
    erased = erase(hands.copies[0], without(), {("people", PERSON)}).tables
    assert not holds_the_name(joined(erased, hands.past))


def test_a_record_in_the_bin_stays_in_the_bin() -> None:
    hands = Hands()
    hands.step("edit", 0, 1, NAME)
    hands.step("delete", 0, 1, None)
    erased = erase(hands.copies[0], without()).tables
    assert 1 not in erased["activities"]
    assert find_stored(erased, "activities", 1)["title"] == "(weg)"  # type: ignore[index]
    assert 1 not in joined(erased, hands.past)["activities"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan", "X"),
        ("JAN en jan", "X en X"),
        ("januari", "januari"),
        ("Jan\u2019s bureau", "X\u2019s bureau"),
        ("Jan_1", "Jan_1"),
        ("(Jan)", "(X)"),
    ],
)
def test_a_name_is_found_as_a_whole_word(text: str, expected: str) -> None:
    assert redactor(pattern_of(["Jan"]), "X")(text) == expected

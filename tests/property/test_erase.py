"""What was erased from a plan stands nowhere in its bytes, whatever old copies are merged and in whatever order."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from proofs.erase_histories import NAME, PERSON, Hands, Step, holds_the_name, joined, steps, without
from proofs.join_histories import NOWHERE
from roadmap_tui.store.encoding import encode_file, encode_line
from roadmap_tui.store.erased_files import _Eraser, _own_lines
from roadmap_tui.store.erasing import erase, pattern_of, redactor
from roadmap_tui.store.join import join_tables
from roadmap_tui.store.loading import load
from roadmap_tui.store.placing import find_stored
from roadmap_tui.store.restoring import changes_to
from roadmap_tui.store.revisions import HISTORY_DEPTH, create, heads, revision


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


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps)
def test_going_back_to_an_earlier_state_brings_no_name_back(history: list[Step]) -> None:
    hands = Hands()
    for step in history:
        hands.step(*step)
    everything = joined(hands.copies[0], [*(encode_file(each) for each in hands.copies), *hands.past])
    erased = erase(everything, without(), {("people", PERSON)}).tables
    for past in hands.past:
        back = [change.fields for change in changes_to(erased, load(past, NOWHERE).tables)]
        assert NAME.casefold() not in repr(back).casefold()


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


@settings(max_examples=40, deadline=None)
@given(steps)
def test_a_file_of_which_only_some_lines_are_read_is_cleared_as_one_read_whole(history: list[Step]) -> None:
    hands = Hands()
    for step in history:
        hands.step(*step)
    eraser = _Eraser(pattern_of([NAME]), without(), {("people", PERSON)})
    for data in hands.past:
        lines = _own_lines(data)
        assert lines is not None
        assert eraser._lines(lines, NOWHERE) == eraser._whole_file(data, NOWHERE)


@pytest.mark.parametrize(
    "name",
    ["Piet Jansén", "piet\nJANSÉN", "\u212aees", "Piet\u00a0Jansén", 'Piet "de" Jansén\\', "Jans"],
)
def test_every_spelling_of_a_name_is_found_in_the_bytes_of_a_line(name: str) -> None:
    words = ["Piet Jansén", "kees", "de", "jans"]
    line = encode_line("activities", 7, create({"title": f"Bel {name}"}, revision(1, "0000000001", "00000000")))
    assert _Eraser(pattern_of(words), without(), ())._may_hold(line)

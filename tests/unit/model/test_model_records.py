"""Declarations, tolerant reading, short numbers, places and cleaning."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_tui.i18n import DEFAULT_LANGUAGE, LANGUAGES, translate
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.cleaning import clean_line, clean_text, is_clean, safe
from roadmap_tui.model.fields import Kind
from roadmap_tui.model.handles import handle, next_number, number_sort_key
from roadmap_tui.model.ordering import between, place_of, sequence
from roadmap_tui.model.reading import BadValue, read_record, unknown_choices
from roadmap_tui.model.record import Record, default_of, fields_of, shown_fields
from roadmap_tui.model.registry import TABLES

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize("record_type", TABLES.values())
def test_every_field_is_declared_with_a_label_and_a_default(record_type: type[Record]) -> None:
    for name, field in fields_of(record_type).items():
        assert field.label, name
        assert default_of(record_type, name) in (None, "", False, {}, ()) or field.choices or field.kind is Kind.NUMBER
        if field.kind is Kind.CHOICE:
            assert field.choice(default_of(record_type, name)) is not None or default_of(record_type, name) == ""
        if field.kind in (Kind.REF, Kind.REFS):
            assert field.target in TABLES
    assert any(field.required for field in shown_fields(record_type))


def test_no_two_kinds_of_records_share_a_table_or_a_letter() -> None:
    prefixes = [record_type.PREFIX for record_type in TABLES.values() if record_type.PREFIX]
    assert len(set(prefixes)) == len(prefixes)
    assert all(table == record_type.TABLE for table, record_type in TABLES.items())


@pytest.mark.parametrize("record_type", [each for each in TABLES.values() if each.STEPS])
def test_ticking_off_goes_through_declared_statuses(record_type: type[Record]) -> None:
    known = {choice.code for choice in fields_of(record_type)["status"].choices}
    assert {*record_type.STEPS, record_type.FINISHED or record_type.STEPS[0]} <= known
    assert default_of(record_type, "status") == record_type.STEPS[0]


@pytest.mark.parametrize("record_type", TABLES.values())
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_fields_of_a_record_have_the_same_label(record_type: type[Record], language: str) -> None:
    labels = [translate(field.label, language) for field in shown_fields(record_type)]
    assert len(set(labels)) == len(labels)


def test_the_six_columns_of_the_planning_table_keep_their_dutch_headings() -> None:
    headings = [translate(field.label, DEFAULT_LANGUAGE) for field in shown_fields(Activity)[:6]]
    assert headings == ["Activiteit", "Wie (lead)", "Wanneer", "Werkvorm", "Duur sessies", "Gewenste inzet van"]


def test_a_stored_record_is_read_with_dates_and_unknown_fields_ignored() -> None:
    stored = {"title": "Kick-off", "start": "2026-05-10", "colour": "red", "_": {"r": {"*": "x"}}}
    record = read_record(Activity, 7, stored)
    assert (record.id, record.title, record.start, record.status) == (7, "Kick-off", date(2026, 5, 10), "todo")


def test_what_cannot_be_read_is_reported_and_the_rest_is_shown() -> None:
    bad: list[BadValue] = []
    stored = {"title": "Kick-off", "start": "ooit", "optional": "ja", "milestone": None, "hours": 2}
    record = read_record(Activity, 7, stored, bad)
    assert (record.title, record.start, record.optional, record.hours) == ("Kick-off", None, False, 2.0)
    assert sorted(bad, key=lambda found: found.field) == [
        BadValue("activities", 7, "optional", "ja"),
        BadValue("activities", 7, "start", "ooit"),
    ]


def test_a_choice_of_a_newer_version_is_kept_and_named() -> None:
    record = read_record(Activity, 7, {"title": "x", "status": "napping"})
    assert record.status == "napping"
    assert unknown_choices(record) == ["status"]


def test_numbers_count_on_from_the_highest_ever_used() -> None:
    assert next_number("A", ["A2", "A12", "R40", "", "A13b", "iets"]) == "A14"
    assert next_number("A", []) == "A1"
    assert sorted(["A12", "A2", "A2b", "", "R1"], key=number_sort_key) == ["A2", "A2b", "A12", "R1", ""]


def test_a_handle_is_ten_letters_without_those_that_look_alike() -> None:
    assert handle(0) == "0000000000"
    assert handle(33) == "0000000011"
    assert handle(2**48 - 1) == "7zzzzzzzzz"
    assert not set("ilou") & set("".join(handle(n * 7919) for n in range(500)))


places = st.text(DIGITS, min_size=1, max_size=6).filter(lambda text: not text.endswith("0"))


@given(places, places)
def test_there_is_always_a_place_between_two_others(first: str, second: str) -> None:
    low, high = sorted((first, second))
    if low != high:
        assert low < between(low, high) < high
    assert between(low, "") > low
    assert between("", high) < high


def test_a_hundred_records_fit_in_one_spot() -> None:
    low, high = "i", "j"
    for _count in range(100):
        low = between(low, high)
        assert low < high
    assert len(low) < 60


@given(st.integers(0, 3000), st.one_of(st.just(""), places))
def test_a_sequence_rises_after_what_is_there(count: int, after: str) -> None:
    found = sequence(count, after)
    assert len(found) == count
    assert found == sorted(set(found))
    assert all(place > after and not place.endswith("0") for place in found)


def test_a_place_that_another_program_wrote_counts_as_none() -> None:
    assert place_of("i5") == "i5"
    assert [place_of(value) for value in ("A 1", None, 3, {"x": 1}, "é")] == [""] * 5
    assert between("{strange}", "i") < "i"


def test_cleaning_keeps_words_and_drops_what_steers_a_terminal() -> None:
    assert clean_text("a\u00a0b\tc\r\nd  \n\n") == "a b c\nd"
    assert clean_text("\x1b]52;c;ZXZpbA==\x07tekst\x1b[2J") == "tekst"
    assert clean_line(" een\n twee ") == "een twee"
    assert clean_text("é €  ‘citaat’ \u2013 👍") == "é € ‘citaat’ \u2013 👍"


@given(st.text())
def test_cleaned_text_is_clean_and_cleaning_it_again_changes_nothing(text: str) -> None:
    once = clean_text(text)
    assert is_clean(once)
    assert clean_text(once) == once
    assert is_clean(safe(text))

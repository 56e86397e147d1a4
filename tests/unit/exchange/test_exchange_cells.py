"""Cleaning cells, taking activities apart, and understanding headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_tui.exchange import headers
from roadmap_tui.exchange.cells import Activity, clean, split_activity
from roadmap_tui.exchange.formulas import guarded, unguarded
from roadmap_tui.exchange.markdown import escaped, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\xa0 Mei,\u202f juni \r\n", "Mei, juni"),
        ("a\n \n\xa0\n\nb\n", "a\n\nb"),
        ("a\x0bb\u2028c", "a\nb\nc"),
        ("\u202eomgekeerd\u202c \x1b[31mrood\x1b[0m\x07", "omgekeerd rood"),
        (" [bookmark: _GoBack]Titel", "Titel"),
        ("voor\xadbereiding cafe\u0301", "voorbereiding café"),
    ],
)
def test_clean_keeps_words_and_drops_what_cannot_be_seen(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Sessie: plotten", Activity("Sessie: plotten", "", "", False)),
        ("Optie:  toets\nmet wie\nResultaat: a: b\nc", Activity("toets", "met wie", "a: b\nc", True)),
        ("Proef (optie) in Zuid", Activity("Proef in Zuid", "", "", True)),
        ("Optiemodel kiezen", Activity("Optiemodel kiezen", "", "", False)),
        ("Option-based plan", Activity("Option-based plan", "", "", False)),
        ("• Een\n- twee\n* drie\no vier\n-5 graden", Activity("Een", "· twee\n· drie\n· vier\n-5 graden", "", False)),
        ("Resultaten bespreken\nBeoogd resultaat: x", Activity("Resultaten bespreken", "", "x", False)),
        ("Resultaat: x", Activity("", "", "x", False)),
        ("", Activity("", "", "", False)),
    ],
)
def test_an_activity_cell_is_taken_apart(cell: str, expected: Activity) -> None:
    assert split_activity(cell) == expected


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Duur \nSessies \nexcl. organisatie en voor-bereiding", "sessions"),
        ("Werk-\nvorm", "workform"),
        ("WIE\u202f (lead)\xa0", "lead"),
        ("Gewenste inzet van:", "participants"),
        ("Wanneer (planning 2026)", "when"),
        ("Activiteit / stap", "title"),
        ("% gereed", "progress"),
        ("Gereed", "when"),
        ("#", "number"),
        ("Coördinator", "lead"),
        ("Duur in uren", "sessions"),
        ("Activiteiten van het team voorbereiden", None),
        ("Kostenplaats", None),
        ("", None),
    ],
)
def test_headings(heading: str, field: str | None) -> None:
    found = headers.meaning(heading)
    assert (found[0] if found else None) == field


def test_longer_headings_are_known_by_a_telling_word() -> None:
    row = ["Planned activity", "Lead person", "When exactly", "Workform used", "Duration of each", "Inzet gevraagd"]
    assert headers.columns(row) == ["title", "lead", "when", "workform", "sessions", "participants"]
    assert headers.is_header(row, loose=True)
    assert not headers.is_header(row)
    assert headers.columns(["Activiteit", "Duur", "Totale duur"]) == ["title", "sessions", None]


def test_the_better_of_two_columns_with_one_meaning_wins() -> None:
    assert headers.columns(["Stap", "Activiteit", "Deadline", "Wanneer"]) == [None, "title", None, "when"]
    assert headers.columns(["Omschrijving", "Wie"]) == ["title", "lead"]


def test_a_row_of_activities_is_no_heading() -> None:
    assert headers.is_header(["Activiteit", "Wie"])
    assert not headers.is_header(["Communicatie", "Planning", ""])
    assert not headers.is_header(["Activiteit", ""])


@given(st.text(alphabet="'=+-@＝\t a\n"))
def test_disarming_a_formula_can_be_undone(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).lstrip(" \n").startswith(("=", "+", "-", "@", "＝", "\t"))


@given(st.text(alphabet=st.characters(exclude_categories=["C"])))
def test_markdown_shows_text_as_it_is(text: str) -> None:
    assert plain(escaped(text)) == text

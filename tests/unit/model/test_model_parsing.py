"""From typed text to stored values: every kind, in Dutch and English, and the sentence for what is wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from roadmap_tui.errors import UsageError
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Field
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.parsing import choice_label, find_field, parse_choice, parse_date, parse_value, suggestion
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.model.risk import Risk


def field(record_type: type[Record], name: str) -> Field:
    """A declared field."""
    return fields_of(record_type)[name]


GOOD: list[tuple[type[Record], str, str, Any]] = [
    (Activity, "title", "  Plan   van\u00a0aanpak ", "Plan van aanpak"),
    (Activity, "title", "een\nregel", "een regel"),
    (Activity, "title", "   ", None),
    (Activity, "description", "een\r\ntwee  \r\n", "een\ntwee"),
    (Activity, "when", "8 en 15\u00a0juni", "8 en 15 juni"),
    (Activity, "optional", "ja", True),
    (Activity, "optional", "Nee", None),
    (Activity, "optional", "x", True),
    (Activity, "status", "afgerond", "done"),
    (Activity, "status", "Done", "done"),
    (Activity, "status", "on_hold", "on_hold"),
    (Activity, "status", "on hold", "on_hold"),
    (Activity, "start", "31-12-2026", "2026-12-31"),
    (Activity, "start", "1/2/2026", "2026-02-01"),
    (Activity, "start", "wo 10-06-2026", "2026-06-10"),
    (Activity, "start", "2026-06-10", "2026-06-10"),
    (Activity, "progress", "40%", 40),
    (Activity, "progress", "100", 100),
    (Activity, "sessions_held", "3", 3),
    (Activity, "hours", "1,5", 1.5),
    (Activity, "hours", "12", 12.0),
    (Risk, "chance", "4", 4),
    (Milestone, "offset", "t-6W", "T-6w"),
    (Milestone, "offset", "S + 4 d", "S+4d"),
    (Milestone, "offset", "T", "T"),
    (Plan, "year", "2026", 2026),
]

WRONG: list[tuple[type[Record], str, str]] = [
    (Activity, "optional", "misschien"),
    (Activity, "status", "bijna"),
    (Activity, "start", "30-02-2026"),
    (Activity, "start", "begin mei"),
    (Activity, "start", "31-12-0026"),
    (Activity, "progress", "101"),
    (Activity, "progress", "-1"),
    (Activity, "sessions_held", "2,5"),
    (Activity, "hours", "veel"),
    (Activity, "hours", "1e9"),
    (Activity, "hours", "nan"),
    (Risk, "chance", "0"),
    (Risk, "chance", "6"),
    (Milestone, "offset", "T-6m"),
    (Milestone, "offset", "over zes weken"),
]


@pytest.mark.parametrize(("record_type", "name", "text", "stored"), GOOD)
def test_what_people_type_is_stored_as(record_type: type[Record], name: str, text: str, stored: Any) -> None:
    assert parse_value(field(record_type, name), text) == stored


@pytest.mark.parametrize(("record_type", "name", "text"), WRONG)
def test_what_does_not_fit_is_refused_with_the_word_itself(record_type: type[Record], name: str, text: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_value(field(record_type, name), text)
    assert text.strip() in str(caught.value)
    assert "\n" not in str(caught.value)


def test_text_that_steers_a_terminal_is_cleaned_at_the_door() -> None:
    assert parse_value(field(Activity, "title"), "\x1b[31mRood\x1b[0m \x07bel \u202eom") == "Rood bel om"


@pytest.mark.parametrize(
    ("record_type", "word", "name"),
    [
        (Activity, "lead", "lead"),
        (Activity, "Wie (lead)", "lead"),
        (Activity, "wie", "lead"),
        (Activity, "wanneer", "when"),
        (Activity, "Duur sessies", "sessions"),
        (Activity, "gewenste inzet van", "participants"),
        (Activity, "Form of work", "workform"),
        (Risk, "kans", "chance"),
        (Risk, "gevolg", "impact"),
        (Plan, "go_live", "go_live"),
        (Plan, "livegang", "go_live"),
    ],
)
def test_a_field_answers_to_its_name_and_its_labels(record_type: type[Record], word: str, name: str) -> None:
    assert find_field(record_type, word).name == name


def test_an_unknown_field_gets_the_nearest_word() -> None:
    with pytest.raises(UsageError, match=r"\"title\"\?$"):
        find_field(Activity, "titl")
    with pytest.raises(UsageError):
        find_field(Activity, "origin")


def test_a_choice_shows_its_label_and_an_unknown_code_itself() -> None:
    status = field(Activity, "status")
    assert choice_label(status, "done") == "Afgerond"
    assert choice_label(status, "napping") == "napping"
    assert parse_choice(status, "LOOPT") == "active"


def test_a_refused_choice_names_all_that_are_possible() -> None:
    with pytest.raises(UsageError, match=r"Nog niet gestart.*Loopt.*Afgerond"):
        parse_choice(field(Activity, "status"), "bijna")


def test_dates_lie_within_reason() -> None:
    assert parse_date("1-1-1990", "Start") == date(1990, 1, 1)
    for text in ("1-1-1989", "1-1-2200", "2026-13-01", "vandaag"):
        with pytest.raises(UsageError):
            parse_date(text, "Start")


def test_a_suggestion_is_the_nearest_word_or_all_of_them() -> None:
    assert "milestones" in suggestion("milestnes", ["activities", "milestones"])
    assert "activities" not in suggestion("milestnes", ["activities", "milestones"])
    assert "activities" in suggestion("qqq", ["activities", "milestones"])


def test_a_suggestion_begins_with_the_typed_word_where_one_does() -> None:
    assert '"Status"' in suggestion("stat", ["Start", "Status", "Statusbericht"])
    assert '"Start"' in suggestion("strt", ["Start", "Status"])


def test_a_listed_word_is_suggested_before_one_that_is_not_listed() -> None:
    assert '"Titel"' in suggestion("titl", ["Titel"], ["title"])
    assert '"chance"' in suggestion("chnce", ["Kans"], ["chance"])
    assert "Laag, Fase" in suggestion("kleur", ["Laag", "Fase"], ["layer", "phase"])

"""What a reading of time says besides its days."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from roadmap_tui.i18n import use_language
from roadmap_tui.planning.calendar import Calendar
from roadmap_tui.planning.reading import Reader, When, WhenContext, read_when

TODAY = date(2026, 3, 1)
CONTEXT = WhenContext(2026, TODAY)
GO_LIVE = date(2026, 11, 2)  # a Monday
WITH_GO_LIVE = WhenContext(2026, TODAY, anchors={"livegang": GO_LIVE, "Opleiding en instructie": date(2026, 9, 15)})


def read(text: str) -> When:
    return read_when(text, CONTEXT)


def codes(reading: When) -> list[str]:
    return [item.code for item in reading.notes]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("mei", "year_assumed"),
        ("10 / 17 mei", "slash_choice"),
        ("9 of 16 juni", "choice"),
        ("begin mei", "part_third"),
        ("medio 2026", "part_year"),
        ("eind Q2", "part_quarter"),
        ("1e week van mei", "nth_week"),
        ("nov t/m feb", "year_rolled"),
        ("van mei tot juli", "exclusive"),
        ("voor 1 mei", "deadline"),
        ("mei, juli en september", "loose"),
        ("8 juni 14.00 uur", "time_ignored"),
        ("volgende maand", "from_today"),
        ("zomerreces", "recess"),
        ("herfstvakantie", "school_region"),
        ("september 26", "year_short"),
        ("week 36 (12 mei)", "brackets_differ"),
        ("ma 9 juni", "weekday_differs"),
        ("zo 10 mei", "weekend"),
        ("5 mei", "holiday"),
        ("20 juli", "in_school_holiday"),
        ("doorlopend", "continuous"),
        ("elke dinsdag", "on_weekday"),
        ("elke 3e donderdag van de maand", "nth_weekday"),
        ("2x in mei", "times"),
        ("mei (afhankelijk van gunning)", "reservation"),
        ("z.s.m. voor 1 mei", "soon"),
        ("direct na gunning", "close"),
        ("na gunning", "anchor_unknown"),
        ("31 februari", "impossible_date"),
        ("week 60", "no_such_week"),
        ("mei 9999", "no_such_year"),
        ("5e kwartaal", "no_such_number"),
        ("15 t/m 8 mei", "end_before_start"),
        ("dinsdag", "which_weekday"),
        ("T-2", "which_unit"),
        ("zomervakantie 2031", "calendar_unknown"),
        ("mei" * 200, "too_long"),
        ("", "undecided"),
        ("ntb", "undecided"),
        ("nvt", "not_applicable"),
        ("mei als het lukt", "not_understood"),
    ],
)
def test_says_which_assumption_it_made_or_what_is_wrong(text: str, code: str) -> None:
    assert code in codes(read(text))


def test_names_the_part_that_is_not_understood() -> None:
    use_language("en")
    assert read("mei als het lukt").to_json()["notes"] == ["Not understood: “als het lukt”."]


def test_json_has_the_agreed_keys_and_forms() -> None:
    use_language("en")
    assert read("10 / 17 mei").to_json() == {
        "text": "10 / 17 mei",
        "kind": "days",
        "start": "2026-05-10",
        "end": "2026-05-17",
        "dates": ["2026-05-10", "2026-05-17"],
        "precision": "day",
        "recurrence": None,
        "anchor": None,
        "offset": None,
        "uncertain": False,
        "alternatives": True,
        "notes": [
            "Year taken from the plan: 2026.",
            "These dates are read as a choice; both may be meant.",
            "10-05-2026 falls in the weekend (Sunday).",
            "17-05-2026 falls in the weekend (Sunday).",
        ],
    }


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("12 mei", "day"),
        ("week 36", "week"),
        ("begin mei", "part_month"),
        ("mei", "month"),
        ("Q3", "quarter"),
        ("najaar", "season"),
        ("2e helft 2026", "half_year"),
        ("2026", "year"),
        ("n.t.b.", "none"),
        ("1 mei t/m juni", "month"),
        ("eind mei - week 30", "part_month"),
    ],
)
def test_precision_is_that_of_the_coarsest_words(text: str, precision: str) -> None:
    assert read(text).precision == precision


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2 weken voor livegang", date(2026, 10, 19), date(2026, 10, 19)),
        ("2 weeks before go-live", date(2026, 10, 19), date(2026, 10, 19)),
        ("T-2w", date(2026, 10, 19), date(2026, 10, 19)),
        ("T+3 mnd", date(2027, 2, 2), date(2027, 2, 2)),
        ("T-10 werkdagen", date(2026, 10, 19), date(2026, 10, 19)),
        ("bij livegang", GO_LIVE, GO_LIVE),
        ("na livegang", date(2026, 11, 3), None),
        ("tot livegang", None, date(2026, 11, 1)),
        ("uiterlijk 2 weken voor livegang", None, date(2026, 10, 19)),
        ("binnen 2 weken na livegang", GO_LIVE, date(2026, 11, 16)),
        ("de week voor livegang", date(2026, 10, 26), date(2026, 11, 1)),
        ("in de week van livegang", date(2026, 11, 2), date(2026, 11, 8)),
        ("vanaf 1 mei tot livegang", date(2026, 5, 1), date(2026, 11, 1)),
        ("1 week na opleiding en instructie", date(2026, 9, 22), date(2026, 9, 22)),
    ],
)
def test_moments_relative_to_an_event_follow_its_date(text: str, start: date | None, end: date | None) -> None:
    reading = read_when(text, WITH_GO_LIVE)
    assert (reading.kind, reading.start, reading.end) == ("relative", start, end)


@pytest.mark.parametrize(
    ("region", "last_day"),
    [("noord", date(2026, 7, 3)), ("midden", date(2026, 7, 17)), ("zuid", date(2026, 7, 10))],
)
def test_school_holidays_depend_on_the_region(region: str, last_day: date) -> None:
    assert read_when("voor de zomervakantie", WhenContext(2026, TODAY, region)).end == last_day


def test_a_plan_year_gives_the_missing_year() -> None:
    assert read_when("29 februari", WhenContext(2028, TODAY)).start == date(2028, 2, 29)
    assert read_when("nov t/m feb", WhenContext(2027, TODAY)).end == date(2028, 2, 29)


def test_words_stay_as_they_were_written() -> None:
    assert read("  Begin\u00a0Mei \n").text == "  Begin\u00a0Mei \n"
    assert read("  Begin\u00a0Mei \n").start == date(2026, 5, 1)


def test_a_calendar_of_the_team_is_used_instead() -> None:
    free = Calendar(free_days=[date(2026, 5, 8)])
    context = WhenContext(2026, TODAY, calendar=free)
    assert read_when("5 werkdagen na 1 mei", context).start == date(2026, 5, 12)
    assert read_when("5 werkdagen na 1 mei", CONTEXT).start == date(2026, 5, 11)


def test_contexts_can_be_used_as_keys() -> None:
    same = WhenContext(2026, TODAY, anchors={"livegang": GO_LIVE, "Opleiding en instructie": date(2026, 9, 15)})
    assert {WITH_GO_LIVE: 1}[same] == 1
    assert WITH_GO_LIVE != CONTEXT


def test_a_reader_reads_each_expression_once() -> None:
    reader = Reader(CONTEXT)
    assert reader.when("8 en 15 juni") is reader.when("8 en 15 juni")
    assert reader.effort("2 uur") is reader.effort("2 uur")


def test_what_needs_no_calendar_loads_none() -> None:
    program = (
        "import sys; from datetime import date; from roadmap_tui.planning.reading import *;"
        "c = WhenContext(2026, date(2026, 3, 1));"
        "[read_when(t, c) for t in ('mei', 'begin mei', 'Q3', 'week 36', 'T-2w', 'tweewekelijks', '1 mei - 3 juni')];"
        "heavy = {'tomllib', 'textual', 'rich', 'holidays', 'tinydb', 'dataclasses'} & set(sys.modules);"
        "sys.exit(repr(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

"""Calendars of a team's own: days off, council meetings and recess from TOML files, and files that are wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from roadmap_tui.config import Settings
from roadmap_tui.planning.availability import calendar_of
from roadmap_tui.planning.calendar import dutch_calendar, plan_calendar
from roadmap_tui.planning.gaps import findings
from roadmap_tui.planning.reading import WhenContext, read_when
from roadmap_tui.resources import own_calendars, use_calendars
from roadmap_tui.session import Session
from roadmap_tui.user.calendars import load_calendars

OURS = """
[holidays.local_feast]
name = "Kermis"
closed = true
dates = [2026-06-29]

[meetings]
"Raadsvergadering" = [2026-06-25, 2026-07-09]

[recess]
summer = [[2026-07-11, 2026-08-30]]

[school.midden]
autumn = [[2029-10-20, 2029-10-28]]
"""


@pytest.fixture(autouse=True)
def _none_left() -> Iterator[None]:
    yield
    use_calendars(())


def settings(folder: Path, chosen: str = "") -> Settings:
    return Settings(path=str(folder / "config.toml"), calendars=chosen)


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / "calendars" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_own_days_count_everywhere(tmp_path: Path) -> None:
    put(tmp_path, "onze-gemeente.toml", "\ufeff" + OURS)
    assert load_calendars(settings(tmp_path)) == []
    calendar = dutch_calendar()
    assert not calendar.is_working_day(date(2026, 6, 29))
    assert calendar.holiday_name(date(2026, 6, 29)) == "Kermis"
    assert calendar.is_working_day(date(2026, 6, 30))
    assert calendar.meetings_on(date(2026, 6, 25)) == ["Raadsvergadering"]
    assert calendar.meetings_on(date(2026, 6, 26)) == []
    assert calendar.next_meeting(date(2026, 6, 26)) == (date(2026, 7, 9), "Raadsvergadering")
    assert calendar.next_meeting(date(2026, 7, 10)) is None
    assert calendar.school_holiday_span("autumn", 2029, "midden") == (date(2029, 10, 20), date(2029, 10, 28))
    assert calendar.holiday_name(date(2026, 12, 25)) == "Eerste Kerstdag"
    reading = read_when("zomerreces", WhenContext(2026, date(2026, 3, 1)))
    assert (reading.start, reading.end) == (date(2026, 7, 11), date(2026, 8, 30))


def test_a_plan_can_name_the_calendars_that_count_for_it(tmp_path: Path) -> None:
    put(tmp_path, "a-stad.toml", '[holidays.x]\nname = "A"\nclosed = true\ndates = [2026-06-29]\n')
    put(tmp_path, "b-dorp.toml", '[holidays.x]\nname = "B"\nclosed = true\ndates = [2026-06-30]\n')
    load_calendars(settings(tmp_path))
    rows = [("plan", 50, {"title": "Plan", "calendars": "B-dorp.toml, elders"}), ("activities", 101, {"title": "X"})]
    session = Session.create(tmp_path / "p.roadmap.json", rows)
    calendar = calendar_of(session.outlook)
    assert calendar.is_working_day(date(2026, 6, 29))
    assert not calendar.is_working_day(date(2026, 6, 30))
    assert plan_calendar("") is None
    (missing,) = [finding for finding in findings(session.outlook) if finding.code == "missing_calendar"]
    assert "elders" in missing.message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[holidays", "kan niet gelezen worden"),
        ("[holliday.x]\ndates = [2026-01-01]\n", "[holliday]"),
        ('[holidays.x]\ndates = ["morgen"]\n', "[holidays]"),
        ("[meetings]\nraad = 3\n", "[meetings]"),
        ("holidays = 3\n", "bij holidays iets anders dan datums"),
        ("[recess]\nsummer = [[2026-08-30, 2026-07-11]]\n", "summer"),
        ("[school.oost]\nautumn = [[2026-10-17, 2026-10-25]]\n", '"oost"'),
        ("\x00\x01", "kan niet gelezen worden"),
    ],
)
def test_a_wrong_file_is_one_sentence_and_the_others_count(tmp_path: Path, text: str, words: str) -> None:
    put(tmp_path, "fout.toml", text)
    good = put(tmp_path, "goed.toml", OURS)
    (problem,) = load_calendars(settings(tmp_path))
    assert words in problem.message
    assert "fout.toml" in problem.message
    assert "\n" not in problem.message
    assert own_calendars() == (good,)
    assert not dutch_calendar().is_working_day(date(2026, 6, 29))


def test_the_settings_can_name_another_folder(tmp_path: Path) -> None:
    put(tmp_path, "ours.toml", OURS)
    elsewhere = settings(tmp_path / "config", str(tmp_path / "calendars"))
    assert load_calendars(elsewhere) == []
    assert len(own_calendars()) == 1
    (problem,) = load_calendars(settings(tmp_path, "nergens"))
    assert "nergens" in problem.message
    assert own_calendars() == ()


def test_no_folder_is_no_problem(tmp_path: Path) -> None:
    assert load_calendars(settings(tmp_path)) == []
    assert own_calendars() == ()

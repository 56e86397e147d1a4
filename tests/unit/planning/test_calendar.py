"""The Dutch calendar."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from roadmap_tui.errors import UnreadableError
from roadmap_tui.i18n import use_language
from roadmap_tui.planning.calendar import Calendar, dutch_calendar
from roadmap_tui.planning.reading import WhenContext, read_when

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("day", "name", "works"),
    [
        (date(2026, 1, 1), "New Year's Day", False),
        (date(2026, 4, 3), "Good Friday", True),
        (date(2026, 4, 6), "Easter Monday", False),
        (date(2026, 4, 27), "King's Day", False),
        (date(2025, 4, 26), "King's Day", False),  # 27 April 2025 is a Sunday
        (date(2026, 5, 5), "Liberation Day", False),
        (date(2026, 5, 14), "Ascension Day", False),
        (date(2026, 5, 15), "the day after Ascension Day", True),
        (date(2026, 5, 25), "Whit Monday", False),
        (date(2028, 12, 26), "Boxing Day", False),
        (date(2026, 6, 9), None, True),
        (date(2026, 6, 13), None, False),
    ],
)
def test_holidays_and_working_days(day: date, name: str | None, works: bool) -> None:
    use_language("en")
    assert dutch_calendar().holiday_name(day) == name
    assert dutch_calendar().is_working_day(day) is works


def test_school_holidays_per_region() -> None:
    calendar = dutch_calendar()
    assert calendar.school_holiday(date(2026, 7, 10), "noord") == "summer holiday"
    assert calendar.school_holiday(date(2026, 7, 10), "midden") is None
    assert calendar.school_holiday_span("christmas", 2026, "zuid") == (date(2026, 12, 19), date(2027, 1, 3))


def test_unknown_years_are_unknown() -> None:
    assert dutch_calendar().school_holiday_span("summer", 2031, "midden") is None
    assert dutch_calendar().named_days("easter", 2099) is None


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("easter", date(2026, 4, 5), date(2026, 4, 6)),
        ("whitsun", date(2026, 5, 24), date(2026, 5, 25)),
        ("christmas_days", date(2026, 12, 25), date(2026, 12, 26)),
        ("carnival", date(2026, 2, 15), date(2026, 2, 17)),
        ("prinsjesdag", date(2026, 9, 15), date(2026, 9, 15)),
        ("prinsjesdag", date(2027, 9, 21), date(2027, 9, 21)),
    ],
)
def test_named_days(name: str, first: date, last: date) -> None:
    assert dutch_calendar().named_days(name, 2027 if first.year == 2027 else 2026) == (first, last)


def test_a_team_adds_its_own_days(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        "[holidays.bridge_day]\nclosed = true\ndates = [2026-05-15]\n"
        '[holidays.fair]\nname = "Kermis"\nclosed = true\ndates = [2026-09-07]\n'
        "[recess]\nsummer = [[2026-07-06, 2026-08-28]]\n"
        "[school.midden]\nsummer = [[2031-07-19, 2031-08-31]]\n",
        encoding="utf-8",
    )
    calendar = Calendar([own], free_days=[date(2026, 6, 9)])
    assert not calendar.is_working_day(date(2026, 5, 15))
    assert calendar.holiday_name(date(2026, 9, 7)) == "Kermis"
    assert not calendar.is_working_day(date(2026, 6, 9))
    assert calendar.recess_span("summer", 2026) == (date(2026, 7, 6), date(2026, 8, 28))
    assert calendar.school_holiday_span("summer", 2031, "midden") == (date(2031, 7, 19), date(2031, 8, 31))
    assert calendar.school_holiday_span("summer", 2026, "midden") == (date(2026, 7, 18), date(2026, 8, 30))


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    damaged = tmp_path / "own.toml"
    damaged.write_text("[holidays", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"own\.toml"):
        Calendar([damaged]).is_working_day(date(2026, 6, 9))


@pytest.mark.parametrize(
    "content",
    [
        "holidays = 3\n",
        "[holidays]\nfair = 1\n",
        '[holidays.fair]\ndates = "soon"\n',
        "[school.midden]\nsummer = [1]\n",
    ],
)
def test_a_file_of_another_form_is_named(tmp_path: Path, content: str) -> None:
    odd = tmp_path / "odd.toml"
    odd.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"odd\.toml"):
        read_when("9 juni", WhenContext(2026, date(2026, 3, 1), calendar=Calendar([odd])))


def test_the_file_is_what_the_library_gives() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "tools" / "calendars.py"), "--check"], check=False)
    assert done.returncode == 0, "run: python tools/calendars.py"


@pytest.mark.parametrize("region", ["noord", "midden", "zuid"])
@pytest.mark.parametrize("year", [2026, 2027, 2028])
def test_school_holidays_run_from_saturday_to_sunday_and_summer_takes_six_weeks(region: str, year: int) -> None:
    for name in ("spring", "may", "summer", "autumn", "christmas"):
        span = dutch_calendar().school_holiday_span(name, year, region)
        if year == 2028 and name in ("autumn", "christmas"):
            assert span is None
            continue
        assert span is not None
        assert (span[0].weekday(), span[1].weekday()) == (5, 6)
        weeks = ((span[1] - span[0]).days - 1) // 7
        assert weeks in {"summer": (6,), "christmas": (2,), "may": (1, 2)}.get(name, (1,))


def test_the_summer_holidays_of_the_regions_differ() -> None:
    starts = [dutch_calendar().school_holiday_span("summer", 2027, region) for region in ("noord", "midden", "zuid")]
    assert [span[0] for span in starts if span] == [date(2027, 7, 10), date(2027, 7, 17), date(2027, 7, 24)]

"""The start screen: open, make or look around, without a plan."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_driver import TestSettings, make_plan
from textual.widgets import Input

from roadmap_tui.errors import NotSavedError, UsageError
from roadmap_tui.session import Session
from screens.start import StartApp
from screens.starting import file_for, known_plans, new_plans, tables
from screens.widgets.frame import MessageLine
from screens.widgets.option_list import OptionList


class StartSettings(TestSettings):
    """Settings with the user's name."""

    __test__ = False
    name = "Test"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


async def test_a_plan_in_this_folder_can_be_opened(elsewhere: Path) -> None:
    make_plan(elsewhere / "zaak.roadmap.json")
    app = StartApp(StartSettings())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
    assert isinstance(app.return_value, Session)
    assert app.return_value.plan.title == "Proef"


async def test_a_plan_is_made_from_a_template(elsewhere: Path) -> None:
    app = StartApp(StartSettings())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "enter")
        await pilot.press(*"Zaak", "enter", *["minus" if sign == "-" else sign for sign in "02-11-2026"], "enter")
        await pilot.pause()
    made = app.return_value
    assert isinstance(made, Session)
    assert made.path.name == "zaak.roadmap.json"
    assert made.plan.title == "Zaak"
    assert str(made.plan.go_live) == "2026-11-02"
    assert made.records("activities")


async def test_a_wrong_date_is_told_and_nothing_is_made(elsewhere: Path) -> None:
    app = StartApp(StartSettings())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", *"Zaak", "enter", *"gauw", "enter")
        await pilot.pause()
        assert app.screen.query_one(MessageLine).text
        await pilot.press("escape")
        await pilot.press("q")
    assert app.return_value is None
    assert list(elsewhere.iterdir()) == []


async def test_the_example_is_a_copy_elsewhere(elsewhere: Path) -> None:
    app = StartApp(StartSettings())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G", "enter")
        await pilot.pause()
    assert isinstance(app.return_value, Session)
    assert list(elsewhere.iterdir()) == []


def test_a_title_becomes_a_file_name(elsewhere: Path) -> None:
    assert file_for("Zaaksysteem & co: één", elsewhere).name == "zaaksysteem-co-een.roadmap.json"
    with pytest.raises(UsageError):
        file_for("???", elsewhere)


def test_an_existing_file_is_never_overwritten(elsewhere: Path) -> None:
    from datetime import date

    from screens.starting import new_plan

    make_plan(elsewhere / "zaak.roadmap.json")
    with pytest.raises(NotSavedError):
        new_plan("leeg", "Zaak", "", elsewhere, date(2026, 6, 1), "Test")


def test_there_is_always_something_to_start_with(elsewhere: Path) -> None:
    assert [option.kind for option in new_plans()][-1] == "example"
    assert len(new_plans()) >= 4
    make_plan(elsewhere / "zaak.roadmap.json")
    assert [option.title for option in known_plans(elsewhere)] == ["zaak"]


_TABLE = "Activiteit;Wie;Wanneer\nKick-off;Projectleider;8 juni 2026\nEvaluatie;Anna;november 2026\n"


async def test_a_table_in_this_folder_becomes_a_plan(elsewhere: Path) -> None:
    (elsewhere / "routekaart.csv").write_text(_TABLE, encoding="utf-8")
    app = StartApp(StartSettings())
    async with app.run_test(size=(80, 24)) as pilot:
        options = app.screen.query_one(OptionList)
        options.choose(str(elsewhere / "routekaart.csv"))
        await pilot.press("enter")
        await pilot.pause()
    made = app.return_value
    assert isinstance(made, Session)
    assert [activity.title for activity in made.records("activities")] == ["Kick-off", "Evaluatie"]
    assert (elsewhere / "routekaart.roadmap.json").exists()
    assert made.plan.year == 2026


async def test_a_table_elsewhere_is_asked_for_and_a_wrong_name_is_told(elsewhere: Path, tmp_path: Path) -> None:
    source = tmp_path / "tabel.csv"
    source.write_text(_TABLE, encoding="utf-8")
    app = StartApp(StartSettings())
    async with app.run_test(size=(80, 24)) as pilot:
        options = app.screen.query_one(OptionList)
        place = next(option for option in tables(elsewhere) if not option.value)
        options.choose(place.value)
        await pilot.press("enter")
        await pilot.pause()
        field = app.screen.query_one(Input)
        field.value = "bestaat-niet.csv"
        await pilot.press("enter")
        await pilot.pause()
        assert app.is_running
        assert list(elsewhere.iterdir()) == []
        app.screen.query_one(Input).value = f'"{source}"'
        await pilot.press("enter")
        await pilot.pause()
    assert isinstance(app.return_value, Session)
    assert (elsewhere / "tabel.roadmap.json").exists()

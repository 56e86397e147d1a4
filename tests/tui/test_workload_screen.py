"""Workload and baselines as a person uses them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from plan_driver import Driver, make_plan, running

from roadmap_tui.editing import edits
from roadmap_tui.i18n import use_language
from roadmap_tui.model.baseline import Baseline
from screens.ask import AskScreen
from screens.widgets.heat_view import HeatView

PEOPLE: list[dict[str, Any]] = [
    {"title": "Anna", "role": "Beheer", "kind": "person", "days_per_week": 1, "absent": "22 t/m 26 juni"},
    {"title": "Bo", "role": "Beheer", "kind": "person"},
]
ACTIVITIES: list[dict[str, Any]] = [
    {"title": "Sessie", "when": "9 juni", "sessions": "1 sessie van 8 uur", "participants": "Beheer"},
    {"title": "Toets", "when": "16 juni", "sessions": "1 sessie van 2 uur", "lead": "Bo", "optional": True},
    {"title": "Proef", "when": "7 juli", "sessions": "1 sessie van 3 uur", "participants": "enkele inwoners"},
    {"title": "Zonder uren", "when": "8 juli", "participants": "Beheer"},
]


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("nl")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    milestones = [{"title": "Beheer klaar", "due": "2026-07-01"}]
    return make_plan(tmp_path / "p.roadmap.json", people=PEOPLE, activities=ACTIVITIES, milestones=milestones)


async def go(driver: Driver, place: str) -> None:
    await driver.app.run_action(f"app.go('{place}')")
    await driver.pilot.pause()


def hours(driver: Driver) -> dict[str, dict[date, str]]:
    """The grid as shown: hours by name and first day."""
    grid = driver.app.screen.query_one(HeatView).grid
    assert grid is not None
    return {
        load.name: {
            start: cell.text.strip()
            for column, start in enumerate(grid.periods)
            if (cell := grid.cell(row, column)).shade
        }
        for row, load in enumerate(grid.found.loads)
    }


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_hours_per_person_per_week_with_what_is_too_much(plan: Path, size: tuple[int, int]) -> None:
    """Anna works one day of 7.2 hours, so 8 hours is too much; Bo works full-time."""
    async with running(plan, size=size) as driver:
        await go(driver, "workload")
        assert hours(driver) == {
            "Bo": {date(2026, 6, 8): "8", date(2026, 6, 15): "2"},
            "Anna": {date(2026, 6, 8): "!8"},
            "inwoners": {date(2026, 7, 6): "3"},
        }
        text = driver.screen_text()
        for words in ("excl. organisation and preparation", "1 time too much", "inwoners (?)", "A4"):
            assert words in text, words
        assert all(len(line) <= size[0] for line in text.splitlines())


async def test_the_cell_under_the_cursor_tells_what_asks_for_it(plan: Path) -> None:
    async with running(plan) as driver:
        await go(driver, "workload")
        await driver.do("cursor_down")
        view = driver.app.screen.query_one(HeatView)
        assert (view.row, view.column) == (1, 0)
        text = driver.screen_text()
        assert "8 hours of 7,2 that are there: too much" in text
        assert "A1 Sessie" in text
        assert "days a week: 1, absent: 22 t/m 26 juni" in text
        await driver.do("show")
        assert driver.table.record == driver.find("A1")


async def test_people_of_one_role_are_added_up_and_weeks_become_months(plan: Path) -> None:
    async with running(plan) as driver:
        await go(driver, "workload")
        await driver.do("by_role")
        assert hours(driver)["Beheer"] == {date(2026, 6, 8): "16", date(2026, 6, 15): "2"}
        await driver.do("by_month")
        assert hours(driver)["Beheer"] == {date(2026, 6, 1): "18"}
        await driver.do("toggle_options")
        assert hours(driver)["Beheer"] == {date(2026, 6, 1): "16"}
        assert "without options" in driver.screen_text()
        assert not driver.session.unsaved


async def test_a_plan_without_hours_says_what_to_do(tmp_path: Path) -> None:
    async with running(make_plan(tmp_path / "p.roadmap.json")) as driver:
        await go(driver, "workload")
        assert "fill in Sessions" in driver.screen_text()
        await driver.do("cursor_down", "cursor_right", "by_role", "by_month")
        await driver.do("show")
        assert "No hours" in driver.message
        await driver.do("toggle_options")
        assert "No options" in driver.message


async def keep(driver: Driver, name: str) -> None:
    await driver.do("new")
    await driver.type(name)
    await driver.press("enter")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_baseline_is_kept_and_compared_in_words(plan: Path, size: tuple[int, int]) -> None:
    async with running(plan, size=size) as driver:
        await go(driver, "baselines")
        assert "to see later what slipped" in driver.screen_text()
        await keep(driver, "stuurgroep")
        (baseline,) = driver.session.records(Baseline.TABLE)
        assert baseline.title == "stuurgroep"
        moved = {"A1": {"start": "2026-06-11", "end": "2026-06-11"}, "M1": {"due": "2026-06-30"}}
        for number, fields in moved.items():
            driver.app.commit(edits.set_fields(driver.find(number), fields))
        await driver.pilot.pause()
        lines = driver.screen_text().splitlines()
        assert any("A1" in line and "09-06-2026" in line and "2 days later" in line for line in lines)
        assert any("M1" in line and "01-07-2026" in line and "1 day earlier" in line for line in lines)
        assert any("A2" in line and "unchanged" in line for line in lines)


async def test_a_name_that_is_missing_or_taken_is_refused(plan: Path) -> None:
    async with running(plan) as driver:
        await go(driver, "baselines")
        await keep(driver, "stuurgroep")
        await keep(driver, "Stuurgroep")
        assert isinstance(driver.app.screen, AskScreen)
        assert "choose another name" in driver.screen_text()
        await driver.press("escape")
        await keep(driver, "")
        assert "Give the baseline a name." in driver.screen_text()
        await driver.press("escape")
        assert len(driver.session.records(Baseline.TABLE)) == 1


async def test_a_row_of_the_comparison_opens_its_record(plan: Path) -> None:
    async with running(plan) as driver:
        await go(driver, "baselines")
        await keep(driver, "nu")
        await driver.do("next_pane", "cursor_down", "cursor_down", "open")
        await driver.pilot.pause()
        assert driver.table.record == driver.find("A2")

"""The overview answers how the plan stands, and leads to what needs attention."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_driver import Driver, make_plan, running

from roadmap_tui import i18n
from screens.widgets.matrix import RiskMatrix
from screens.widgets.overview_board import OverviewBoard


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return make_plan(
        tmp_path / "p.roadmap.json",
        milestones=[{"key": "beheer", "title": "Beheer", "due": "2026-09-01", "status": "preparing"}],
        checkpoints=[
            {"title": "Gedaan", "milestone": "beheer", "status": "done"},
            {"title": "Open", "milestone": "beheer"},
        ],
        activities=[
            {"title": "Kick-off", "when": "10 mei", "lead": "Projectleider"},
            {"title": "Bijeenkomst", "when": "4 juni", "status": "active"},
            {"title": "Klaar", "when": "1 mei", "status": "done"},
        ],
        risks=[{"title": "Geen tijd", "chance": 4, "impact": 4}, {"title": "Onbekend"}],
    )


def board(driver: Driver) -> OverviewBoard:
    found = driver.app.screen.query_one(OverviewBoard)
    assert isinstance(found, OverviewBoard)
    return found


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_it_says_how_the_plan_stands(plan: Path, size: tuple[int, int]) -> None:
    async with running(plan, size=size) as driver:
        await driver.do("go_overview")
        text = driver.screen_text()
        for words in ("Kick-off", "Bijeenkomst", "Beheer", "1/2", "Geen tijd", "Test", "33%"):
            assert words in text


async def test_the_cursor_goes_through_all_lists_and_enter_opens(plan: Path) -> None:
    async with running(plan, size=(80, 24)) as driver:
        await driver.do("go_overview")
        found = [board(driver).record]
        for _count in range(3):
            await driver.do("cursor_down")
            found.append(board(driver).record)
        assert found == [driver.find(number) for number in ("A1", "A2", "M1", "R1")]
        await driver.do("show")
        await driver.pilot.pause()
        assert driver.table.record == driver.find("R1")


async def test_left_and_right_change_columns(plan: Path) -> None:
    async with running(plan, size=(120, 40)) as driver:
        await driver.do("go_overview", "cursor_right")
        assert board(driver).record == driver.find("M1")
        await driver.do("cursor_left")
        assert board(driver).record == driver.find("A1")


async def test_the_cursor_stays_with_its_record(plan: Path) -> None:
    async with running(plan, size=(120, 40)) as driver:
        await driver.do("go_overview", "cursor_down")
        assert board(driver).record == driver.find("A2")
        driver.session.update(driver.find("A1"), {"status": "done"})
        driver.app.plan_changed()
        await driver.pilot.pause()
        assert board(driver).record == driver.find("A2")


async def test_the_matrix_counts_open_risks_and_opens_a_cell(plan: Path) -> None:
    async with running(plan, size=(120, 40)) as driver:
        await driver.do("go_overview")
        await driver.pilot.pause(0.1)
        assert "Open ris" in driver.screen_text()
        matrix = driver.app.screen.query_one(RiskMatrix)
        assert [risk.title for risk in matrix.matrix.cells[4, 4].records] == ["Geen tijd"]
        assert [risk.title for risk in matrix.matrix.unplaced] == ["Onbekend"]
        matrix.focus()
        await driver.do("show")
        assert driver.message
        await driver.do("cursor_down", "cursor_left")
        assert matrix.cell.up == matrix.cell.right == 4
        await driver.do("show")
        await driver.pilot.pause()
        assert driver.table.record == driver.find("R1")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_an_empty_plan_is_calm(tmp_path: Path, size: tuple[int, int]) -> None:
    i18n.use_language("en")
    async with running(make_plan(tmp_path / "leeg.roadmap.json"), size=size) as driver:
        await driver.do("go_overview", "cursor_down", "show")
        assert driver.message
        assert "○ Still empty" in driver.screen_text()
        assert "what may go wrong, and what you do about it" in driver.screen_text()
        assert "On track" not in driver.screen_text()
        assert driver.session.outlook.health.state == "good"


async def test_a_list_that_the_plan_has_not_begun_says_which_keys_begin_it(tmp_path: Path) -> None:
    begun = make_plan(tmp_path / "begun.roadmap.json", activities=[{"title": "Kick-off"}])
    async with running(begun, size=(80, 24), keys={"new": ["Z"]}) as driver:
        shown = driver.screen_text()
        assert "3" in shown.split("nog geen: ")[1][:2]
        assert "en dan Z" in shown

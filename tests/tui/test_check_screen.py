"""The check on screen: go to the record, put findings aside with a reason, and see them again."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_driver import Driver, make_plan, running

from roadmap_tui import i18n
from roadmap_tui.session import Session
from screens.ask import AskScreen


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    i18n.use_language("en")
    return make_plan(
        tmp_path / "proef.roadmap.json",
        plan=[{"title": "Proef", "year": 2026, "go_live": "2026-11-02", "kind": "approach"}],
        activities=[
            {"title": "Kick-off", "lead": "Projectleider", "when": "10 mei"},
            {"title": "Nulmeting", "when": "juli"},
        ],
        scope=[{"title": "Archief", "side": "out"}, {"title": "Zo nodig een tweede training", "side": "in"}],
    )


def numbers(driver: Driver) -> list[str]:
    return [row.number for row in driver.table.listing.rows]


async def test_the_most_pressing_comes_first_and_enter_goes_to_the_record(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_check")
        assert numbers(driver) == ["A1", "A2", "G2"]
        text = driver.screen_text()
        assert "3 points to look at.   Late 1   Missing 1   Unclear 1" in text
        assert "What comes after it may wait for it." in text
        await driver.do("cursor_down", "open_finding")
        assert driver.app.current_mode == "activities"
        assert driver.table.record is not None
        assert driver.table.record.number == "A2"


async def test_a_finding_is_put_aside_with_a_reason_and_can_be_taken_back(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_check", "dismiss_finding")
        await driver.press("enter")
        assert isinstance(driver.app.screen, AskScreen), "without a reason nothing is put aside"
        await driver.type("held already")
        await driver.press("enter")
        assert numbers(driver) == ["A2", "G2"]
        await driver.do("show_dismissed")
        assert numbers(driver) == ["A1", "A2", "G2"]
        await driver.do("cursor_first")
        assert "Dismissed on 03-06-2026: held already" in driver.screen_text()
        await driver.do("dismiss_finding")
        assert "3 points to look at." in driver.screen_text()
        await driver.do("undo")
        assert "2 points to look at." in driver.screen_text()
        await driver.saved()
    assert [record.title for record in Session.open(plan).records("dismissals")] == [
        "A1: It should have been finished."
    ]


async def test_marked_findings_are_put_aside_together_and_escape_changes_nothing(plan: Path) -> None:
    async with running(plan, size=(80, 24)) as driver:
        await driver.do("go_check", "mark", "mark", "dismiss_finding")
        await driver.type("later")
        await driver.press("escape")
        assert numbers(driver) == ["A1", "A2", "G2"]
        await driver.do("dismiss_finding")
        await driver.type("known")
        await driver.press("enter")
        assert numbers(driver) == ["G2"]


async def test_findings_are_filtered_and_put_in_the_order_of_the_chapters(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_check", "group_findings")
        assert numbers(driver) == ["G2", "A1", "A2"]
        await driver.do("filter")
        await driver.type("nulmeting")
        await driver.press("enter")
        assert numbers(driver) == ["A2"]
        await driver.do("clear")
        assert len(numbers(driver)) == 3


async def test_nothing_is_put_aside_in_a_plan_that_is_open_for_reading(plan: Path) -> None:
    async with running(plan, read_only=True) as driver:
        await driver.do("go_check", "dismiss_finding")
        assert "reading only" in driver.message

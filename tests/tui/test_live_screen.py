"""The run-sheet and the migration weekend as a user: stamping, deciding, following, rehearsing; time stands still."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from plan_driver import Driver, make_plan, running

from roadmap_tui import i18n
from roadmap_tui.session import Session
from roadmap_tui.store.changes import Change
from screens.ask import AskScreen
from screens.confirm import ConfirmScreen


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use_language("en")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return make_plan(
        tmp_path / "plan.roadmap.json",
        milestones=[{"key": "m", "title": "Draaiboek migratie", "number": "M1"}],
        runsheet=[
            {"title": "Back-up", "number": "D1", "order": "a", "time": "vr 17.00", "minutes": 60, "who": "Tom"},
            {"title": "Inlezen", "number": "D2", "order": "b", "minutes": 120, "fallback": "leegmaken"},
            {
                "title": "Besluit", "number": "D3", "order": "c", "minutes": 30, "go_no_go": True, "who": "Hanneke",
                "return_by": "vr 21.00", "fallback": "terug",
            },
        ],
    )  # fmt: skip


def at(driver: Driver, text: str) -> None:
    """Let the clock stand at a moment of the weekend before go-live (Monday 2 November 2026)."""
    moment = datetime.fromisoformat(f"2026-{text}")
    driver.app.clock = lambda: moment


async def live(driver: Driver, moment: str) -> None:
    at(driver, moment)
    await driver.app.action_go("live")
    await driver.pilot.pause(0.1)
    driver.app.screen.refresh_plan()  # type: ignore[attr-defined]
    await driver.pilot.pause()


async def shown(driver: Driver, moment: str) -> str:
    at(driver, moment)
    driver.app.screen.refresh_plan()  # type: ignore[attr-defined]
    await driver.pilot.pause()
    return driver.screen_text()


async def test_space_begins_and_ends_steps_and_every_stamp_is_in_the_file_at_once(plan: Path) -> None:
    async with running(plan) as driver:
        await live(driver, "10-30T17:05")
        assert "Nothing is busy" in driver.screen_text()
        await driver.do("stamp")
        await driver.saved()
        step: Any = Session.open(plan).find("D1")
        assert (step.status, step.actual) == ("active", "30-10-2026 17.05")
        at(driver, "10-30T18:20")
        await driver.do("stamp")
        await driver.saved()
        step = Session.open(plan).find("D1")
        assert (step.status, step.actual_end) == ("done", "30-10-2026 18.20")
        text = await shown(driver, "10-30T18:20")
        assert "20 min later than planned" in text
        assert "Fri 18.20" in text


async def test_too_late_for_the_way_back_is_told_as_it_happens(plan: Path) -> None:
    async with running(plan) as driver:
        await live(driver, "10-30T17:00")
        await driver.do("stamp")
        assert "Last way back Fri 21.00  D3 decides Fri 20.30, 30 min to spare" in await shown(driver, "10-30T17:30")
        assert "Too late for the way back: D3 ends Fri 21.05" in await shown(driver, "10-30T18:35")


async def test_a_decision_asks_what_and_who(plan: Path) -> None:
    async with running(plan) as driver:
        await live(driver, "10-30T17:00")
        await driver.do("stamp", "stamp", "stamp", "stamp", "stamp", "stamp")
        assert isinstance(driver.app.screen, ConfirmScreen)
        await driver.press("n")
        assert isinstance(driver.app.screen, AskScreen)
        await driver.type("Stuurgroep")
        await driver.press("enter")
        step = driver.find("D3")
        assert (step.decision, step.decided_by, step.status) == ("no_go", "Stuurgroep", "failed")
        assert "no go: D3" in await shown(driver, "10-30T17:00")


async def test_without_a_name_the_person_of_the_step_decided(plan: Path) -> None:
    async with running(plan) as driver:
        await live(driver, "10-30T17:00")
        await driver.do("stamp", "stamp", "skip_step", "stamp", "stamp")
        await driver.press("g", "enter")
        step = driver.find("D3")
        assert (step.decision, step.decided_by, step.status) == ("go", "Hanneke", "done")
        assert "everything is done" in await shown(driver, "10-30T17:00")
        await driver.do("stamp")
        assert driver.message == "Every step is over; u takes your last change back."


async def test_a_failed_step_shows_its_way_back_and_undo_takes_it_back(plan: Path) -> None:
    async with running(plan) as driver:
        await live(driver, "10-30T17:00")
        await driver.do("skip_step", "stamp", "fail_step")
        assert driver.message == "D2 failed. Way back: leegmaken"
        assert driver.find("D2").status == "failed"
        await driver.do("undo")
        assert driver.find("D2").status == "active"


async def test_a_read_only_terminal_follows_within_two_seconds_and_stamps_nothing(plan: Path) -> None:
    async with running(plan, read_only=True) as driver:
        await live(driver, "10-30T17:10")
        assert "you follow, you change nothing" in driver.screen_text()
        await driver.do("stamp")
        assert "reading only" in driver.message
        other = Session.open(plan, user="Test")
        step = other.find("D1")
        other.commit((Change("runsheet", step.id, {"status": "active", "actual": "30-10-2026 17.00"}),))
        other.save()
        for _each in range(20):
            await asyncio.sleep(0.1)
            if "began Fri 17.00" in driver.screen_text():
                break
        assert "began Fri 17.00" in driver.screen_text()


async def test_a_run_kept_as_rehearsal_leaves_a_clean_run_sheet_whose_durations_can_be_taken_over(plan: Path) -> None:
    async with running(plan) as driver:
        await live(driver, "10-02T17:00")
        await driver.do("stamp")
        at(driver, "10-02T18:35")
        await driver.do("stamp", "close_live")
        await driver.pilot.pause()
        await driver.do("keep_rehearsal")
        await driver.press("enter")
        assert [record.title for record in driver.session.records("rehearsals")] == ["Rehearsal 1"]
        measured: Any = driver.session.records("measurements")[0]
        assert (measured.step, measured.minutes) == (driver.find("D1").id, 95)
        assert (driver.find("D1").status, driver.find("D1").actual, driver.find("D1").minutes) == ("todo", "", 60)
        await driver.do("take_durations")
        await driver.press("enter")
        assert driver.find("D1").minutes == 95


async def test_what_a_step_took_is_typed_in_one_line(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.app.action_go("runsheet")
        await driver.pilot.pause()
        await driver.do("measure_step")
        assert driver.message == "There is no rehearsal yet; R notes one."
        driver.session.add("rehearsals", {"title": "Proef"})
        await driver.do("measure_step")
        await driver.type("veel")
        await driver.press("enter")
        assert isinstance(driver.app.screen, AskScreen)
        await driver.press(*["backspace"] * 4)
        await driver.type("1.20")
        await driver.press("enter")
        found: Any = driver.session.records("measurements")
        assert [each.minutes for each in found] == [80]
        assert driver.table.record is not None
        assert driver.table.record.number == "D2"


@pytest.mark.parametrize("size", [(80, 24), (60, 16), (120, 40)])
async def test_now_and_next_fit_every_terminal(plan: Path, size: tuple[int, int]) -> None:
    async with running(plan, size=size) as driver:
        await live(driver, "10-30T17:10")
        await driver.do("stamp")
        text = await shown(driver, "10-30T17:30")
        assert "NOW" in text
        assert "NEXT" in text
        assert "Last way back Fri 21.00" in text
        assert all(len(line) <= size[0] for line in text.splitlines())

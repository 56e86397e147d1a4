"""Several plans in one window: going from one to another saves first, keeps drafts, and says what cannot be opened."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from plan_driver import Driver, TestSettings, make_plan, running

from roadmap_tui.session import Session
from screens.app import RoadmapApp
from screens.plans import PlansScreen
from screens.widgets.option_list import OptionList


async def until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so, for at most five seconds."""
    for _turn in range(250):
        if is_so():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never happened")


def two_plans(folder: Path) -> tuple[Path, Path]:
    """Two plans in one folder."""
    first = make_plan(folder / "een.roadmap.json", activities=[{"title": "Eerst"}])
    return first, make_plan(folder / "twee.roadmap.json", activities=[{"title": "Ander"}])


async def choose(driver: Driver, path: Path) -> None:
    """Ask for another plan and choose it."""
    await driver.do("plans")
    assert isinstance(driver.app.screen, PlansScreen)
    driver.app.screen.query_one(OptionList).choose(str(path.resolve()))
    await driver.press("enter")


async def test_another_plan_is_opened_with_this_one_saved(tmp_path: Path) -> None:
    first, second = two_plans(tmp_path)
    async with running(first) as driver:
        driver.session.update(driver.session.find("A1"), {"status": "done"})
        await choose(driver, second)
        await until(lambda: driver.app.return_value is not None)
        assert driver.app.return_value.path == second
        assert driver.app.return_value.plan.title == "Proef"
    assert Session.open(first).find("A1").status == "done"


async def test_a_plan_that_was_open_keeps_its_session(tmp_path: Path) -> None:
    first, second = two_plans(tmp_path)
    async with running(first) as driver:
        await choose(driver, second)
        await until(lambda: driver.app.return_value is not None)
        plans = driver.app.plans
        assert plans is not None
        assert plans.session(first) is driver.session
        assert plans.session(second) is driver.app.return_value


async def test_coming_back_finds_screen_filter_order_cursor_and_undo_as_they_were(tmp_path: Path) -> None:
    first, second = two_plans(tmp_path)
    async with running(first) as driver:
        for title in ("Derde proef", "Vierde proef"):
            driver.session.add("activities", {"title": title})
        driver.app.plan_changed()
        await driver.do("go_activities", "sort", "filter")
        await driver.type("proef")
        await driver.press("enter", "G")
        record, sort = driver.table.record, driver.table.listing.sort
        assert record is not None
        await choose(driver, second)
        await until(lambda: driver.app.return_value is not None)
        plans, session = driver.app.plans, driver.session
    assert plans is not None
    stand = plans.stand(session)
    assert stand is not None
    assert stand.place == "activities"
    assert plans.stand(driver.app.return_value) is None
    app = RoadmapApp(session, TestSettings())
    app.plans, app.stand = plans, stand
    async with app.run_test(size=(120, 40)) as pilot:
        back = Driver(app, pilot)
        await pilot.pause()
        await back.do("go_activities")
        assert back.table.listing.query == "proef"
        assert back.table.listing.sort == sort != ""
        assert back.table.record == record
        assert 'Filter "proef": 2 van 3' in back.screen_text()
        await back.do("undo")
        assert back.session.find("A2").title
        assert len(back.session.records("activities")) == 2
        await app.workers.wait_for_complete()


async def test_a_plan_that_cannot_be_read_is_told_and_this_one_stays(tmp_path: Path) -> None:
    first, second = two_plans(tmp_path)
    second.write_text("geen plan")
    async with running(first) as driver:
        await choose(driver, second)
        await until(lambda: "twee.roadmap.json" in driver.message)
        assert driver.app.return_value is None
        assert driver.session.path == first


async def test_reading_only_holds_for_the_other_plan_too(tmp_path: Path) -> None:
    first, second = two_plans(tmp_path)
    async with running(first, read_only=True) as driver:
        await choose(driver, second)
        await until(lambda: driver.app.return_value is not None)
        assert driver.app.return_value.read_only


async def test_without_another_plan_it_says_so(tmp_path: Path) -> None:
    async with running(make_plan(tmp_path / "een.roadmap.json")) as driver:
        await driver.do("plans")
        assert not driver.app.screen.query(OptionList)
        await driver.press("escape")
        assert not isinstance(driver.app.screen, PlansScreen)

"""Long work: it is shown, keys still answer meanwhile, Esc leaves it, and what goes wrong is one sentence."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from plan_driver import make_plan, running

from roadmap_tui.errors import NotSavedError
from roadmap_tui.planning.dismissals import Judged
from roadmap_tui.progress import counted
from roadmap_tui.services.dismissing import checked
from roadmap_tui.session import Session
from screens import check, computing
from screens.working import WorkingScreen, work


async def until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so, for at most five seconds."""
    for _turn in range(250):
        if is_so():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never happened")


async def test_the_result_is_handed_over_and_the_screen_returns(tmp_path: Path) -> None:
    async with running(make_plan(tmp_path / "p.roadmap.json")) as driver:
        before, found = driver.app.screen, []
        work(driver.app, "Rekenen", lambda: 6 * 7, found.append)
        await until(lambda: bool(found))
        assert found == [42]
        await until(lambda: driver.app.screen is before)


async def test_long_work_shows_and_esc_leaves_it_without_its_result(tmp_path: Path) -> None:
    go_on, found, left = Event(), [], []
    async with running(make_plan(tmp_path / "p.roadmap.json")) as driver:
        work(driver.app, "Zoeken", lambda: go_on.wait(10), found.append, left=lambda: left.append(1))
        await until(lambda: driver.app.screen.has_class("-seen"))
        await driver.press("d", "escape")
        await until(lambda: not isinstance(driver.app.screen, WorkingScreen))
        go_on.set()
        await asyncio.sleep(0.1)
        assert (found, left) == ([], [1])
        assert driver.message == "Gestopt; er is niets veranderd."


async def test_counted_work_shows_how_far_it_is_and_ends_where_it_is_left(tmp_path: Path) -> None:
    reached: list[int] = []

    def count() -> None:
        for number in counted(range(2000)):
            reached.append(number)
            time.sleep(0.001)

    async with running(make_plan(tmp_path / "p.roadmap.json")) as driver:
        work(driver.app, "Tellen", count, lambda _nothing: pytest.fail("it was left"))
        await until(lambda: "%" in driver.screen_text())
        await driver.press("escape")
        await asyncio.sleep(0.1)
        stopped = len(reached)
        await asyncio.sleep(0.1)
        assert len(reached) == stopped < 2000


async def test_a_large_plan_is_worked_out_while_keys_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = Event()

    def slow(session: Session) -> list[Judged]:
        go_on.wait(10)
        return checked(session)

    monkeypatch.setattr(computing, "_LARGE", 0)
    monkeypatch.setattr(check, "checked", slow)
    async with running(make_plan(tmp_path / "p.roadmap.json", activities=[{"title": "Eerst"}])) as driver:
        await driver.do("go_check")
        await until(lambda: driver.message == "Bezig met uitrekenen…")
        assert "Er ontbreekt niets" not in driver.screen_text()
        driver.session.update(driver.session.find("A1"), {"title": "Anders"})
        driver.app.plan_changed()
        await driver.do("go_overview", "go_check")
        go_on.set()
        await until(lambda: "Anders" in driver.screen_text())
        await until(lambda: driver.message != "Bezig met uitrekenen…")
        assert driver.app.screen.computation is None


async def test_what_may_not_be_halved_is_not_left(tmp_path: Path) -> None:
    go_on, found = Event(), []
    async with running(make_plan(tmp_path / "p.roadmap.json")) as driver:
        work(driver.app, "Wissen", lambda: go_on.wait(10), found.append, may_leave=False)
        await driver.press("escape")
        assert isinstance(driver.app.screen, WorkingScreen)
        go_on.set()
        await until(lambda: found == [True])


async def test_a_refusal_is_told(tmp_path: Path) -> None:
    def refuse() -> None:
        raise NotSavedError("Dat kan niet.")

    async with running(make_plan(tmp_path / "p.roadmap.json")) as driver:
        work(driver.app, "Wissen", refuse, lambda _nothing: pytest.fail("there is no result"))
        await until(lambda: not isinstance(driver.app.screen, WorkingScreen))
        await until(lambda: driver.message == "Dat kan niet.")


async def test_the_application_answers_while_python_computes(tmp_path: Path) -> None:
    def compute() -> int:
        end, count = time.monotonic() + 1.0, 0
        while time.monotonic() < end:
            count += 1
        return count

    found: list[int] = []
    async with running(make_plan(tmp_path / "p.roadmap.json")) as driver:
        work(driver.app, "Rekenen", compute, found.append)
        turns = 0
        while not found:
            await asyncio.sleep(0.01)
            turns += 1
        assert turns > 10, "the thread kept the application waiting"

"""What stands on the screen after a key is what painting everything anew would show: nothing stale stays behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_driver import TODAY, Driver, running

from roadmap_tui.exchange.templates import build, load_example
from roadmap_tui.session import Session

_POLL, _SAME = 0.05, 3
KEYS = ("cursor_down", "cursor_down", "next_pane", "cursor_down")
PLACES = (
    "overview",
    "activities",
    "milestones",
    "risks",
    "timeline",
    "chapters",
    "stakeholders",
    "programme",
    "runsheet",
    "responsibilities",
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "voorbeeld.roadmap.json"
    Session.create(path, list(build(load_example(), TODAY)), user="Test")
    return path


async def _settled(driver: Driver) -> str:
    """What the screen shows once it has been the same for a while."""
    await driver.app.workers.wait_for_complete()
    texts = [driver.screen_text()]
    while len(texts) <= _SAME or len(set(texts[-_SAME:])) > 1:
        await driver.pilot.pause(_POLL)
        texts.append(driver.screen_text())
    return texts[-1]


async def _is_painted(driver: Driver, after: str) -> None:
    shown = await _settled(driver)
    for widget in driver.app.screen.walk_children():
        widget.refresh()
    await driver.pilot.pause()
    assert shown == driver.screen_text(), f"something is stale after {after}"


@pytest.mark.parametrize(
    "size", [(100, 30), *(pytest.param(size, marks=pytest.mark.deep) for size in ((60, 20), (80, 24), (120, 40)))]
)
async def test_nothing_stale_stays_on_the_screen(size: tuple[int, int], plan: Path) -> None:
    async with running(plan, size=size) as driver:
        for place in PLACES:
            await driver.app.action_go(place)
            assert place == driver.app.screen.PLACE
            for key in KEYS:
                await driver.do(key)
                await _is_painted(driver, f"{key} on {place}")

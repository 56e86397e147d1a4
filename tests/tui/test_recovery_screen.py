"""Recovery in the application: an older or damaged file is asked about, and earlier states stand on a screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_driver import TestSettings, make_plan, running

from roadmap_tui.session import Session
from roadmap_tui.store.changes import Change
from screens.confirm import ConfirmScreen
from screens.recovering import RebuildApp
from screens.recovery import RecoveryScreen
from screens.widgets.copy_list import CopyList


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan of two activities."""
    return make_plan(tmp_path / "p.roadmap.json", activities=[{"title": "Eerst"}, {"title": "Daarna"}])


def _retitle(path: Path, title: str) -> None:
    session = Session.open(path, user="Test")
    record = session.find("A1")
    session.commit((Change("activities", record.id, {"title": title}),))
    session.save()


def _older_in_place(path: Path) -> bytes:
    older = path.read_bytes()
    _retitle(path, "Nieuwer")
    path.write_bytes(older)
    return older


@pytest.mark.parametrize(("key", "title"), [("b", "Nieuwer"), ("k", "Eerst"), ("s", "Eerst")])
async def test_an_older_file_is_asked_about_at_opening(plan: Path, key: str, title: str) -> None:
    older = _older_in_place(plan)
    before = Session.open(plan).document.document_id
    async with running(plan) as driver:
        await driver.app.workers.wait_for_complete()
        await driver.pilot.pause()
        assert isinstance(driver.app.screen, ConfirmScreen)
        assert plan.read_bytes() == older
        await driver.press(key)
        await driver.saved()
        assert driver.find("A1").title == title
    again = Session.open(plan)
    assert again.find("A1").title == title
    assert (again.document.document_id == before) is (key != "s")


async def test_leaving_the_question_open_changes_nothing_and_asks_again(plan: Path) -> None:
    older = _older_in_place(plan)
    for _start in range(2):
        async with running(plan) as driver:
            await driver.app.workers.wait_for_complete()
            await driver.pilot.pause()
            assert isinstance(driver.app.screen, ConfirmScreen)
            await driver.press("escape")
            assert not isinstance(driver.app.screen, ConfirmScreen)
    assert plan.read_bytes() == older


async def test_earlier_states_can_be_looked_at_and_gone_back_to(plan: Path) -> None:
    _retitle(plan, "Fout")
    async with running(plan) as driver:
        await driver.app.workers.wait_for_complete()
        await driver.app.action_go("recovery")
        await driver.pilot.pause()
        screen = driver.app.screen
        assert isinstance(screen, RecoveryScreen)
        assert isinstance(driver.app.focused, CopyList)
        await driver.do("cursor_last")
        await driver.app.workers.wait_for_complete()
        await driver.pilot.pause()
        assert "1 wordt anders" in driver.screen_text()
        assert "A1 Fout" in driver.screen_text()
        await driver.do("restore_copy")
        assert isinstance(driver.app.screen, ConfirmScreen)
        await driver.press("enter")
        await driver.saved()
        assert driver.find("A1").title == "Eerst"
        await driver.do("undo")
        await driver.saved()
        assert driver.find("A1").title == "Fout"


async def test_a_file_that_is_pulled_away_is_told_and_put_back_on_request(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.app.workers.wait_for_complete()
        plan.unlink()
        driver.app.look_for_changes()
        await driver.app.workers.wait_for_complete()
        await driver.pilot.pause()
        assert "bestand is weg" in driver.screen_text()
        assert not plan.exists()
        await driver.do("retry_save")
        await driver.saved()
        assert "teruggezet" in driver.message
    assert Session.open(plan).find("A1").title == "Eerst"


async def test_a_file_damaged_while_open_is_told_and_written_again_when_agreed(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.app.workers.wait_for_complete()
        damaged = plan.read_bytes()[:300]
        plan.write_bytes(damaged)
        driver.app.look_for_changes()
        await driver.app.workers.wait_for_complete()
        await driver.pilot.pause()
        assert "beschadigd" in driver.message
        for key, answers in (("n", 0), ("y", 1)):
            await driver.do("retry_save")
            assert isinstance(driver.app.screen, ConfirmScreen)
            await driver.press(key)
            await driver.app.workers.wait_for_complete()
            await driver.pilot.pause()
            assert len(list(plan.parent.glob("*.damaged-*"))) == answers
        await driver.saved()
        assert ".damaged-" in driver.message
    assert Session.open(plan).find("A1").title == "Eerst"


@pytest.mark.parametrize(("key", "done"), [("enter", True), ("escape", False)])
async def test_a_damaged_file_is_put_together_only_when_agreed(plan: Path, key: str, done: bool) -> None:
    whole = plan.read_bytes()
    plan.write_bytes(whole[: len(whole) // 2])
    app = RebuildApp(TestSettings(), plan, "Beschadigd.")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ConfirmScreen)
        assert plan.read_bytes() == whole[: len(whole) // 2]
        await pilot.press(key)
        await pilot.pause()
    assert app.return_value is done
    assert (plan.read_bytes() == whole) is done

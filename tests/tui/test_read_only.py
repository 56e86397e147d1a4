"""A plan that is open for reading only: every action that changes it is refused in one sentence, and none writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_driver import Driver, TestSettings, make_plan, running

from roadmap_tui.actions.action import Action
from roadmap_tui.actions.changing import CHANGING
from roadmap_tui.actions.table import BY_ID, in_scopes
from roadmap_tui.session import Session
from screens.app import RoadmapApp
from screens.base import PlanScreen
from screens.form import FormScreen
from screens.keys import call_of
from screens.places import PLACES
from screens.widgets.frame import KeyFooter, MessageLine

REFUSAL = "Dit plan is alleen open om te lezen."
_LEAVING = {"quit", "theme", "tour", "plans", "palette", "search", "help", "external_editor"}
_USUAL = ("activities", "milestones", "timeline", "check", "runsheet", "responsibilities", "blueprint", "recovery")
_OUT_OF_REACH = ("move", "form", "cell", "table", "beside")


def full_plan(path: Path) -> Path:
    """A plan with a row in every list that has actions of its own."""
    return make_plan(
        path,
        activities=[{"title": "Kick-off", "when": "8 juni", "optional": True}, {"title": "Training", "when": "juli"}],
        milestones=[{"title": "Draaiboek", "key": "m"}],
        checkpoints=[{"title": "Stappen", "milestone": "m"}],
        risks=[{"title": "Uitval", "chance": 4, "impact": 4}],
        runsheet=[{"title": "Kopie maken", "duration": "1 uur"}],
        people=[{"title": "Jan Jansen"}],
        reports=[{"title": "Week 23"}],
        personas=[{"title": "Ouder"}],
        roadmap_items=[{"title": "Loket"}],
        organisations=[{"title": "Gemeente"}],
    )


async def test_a_plan_that_is_read_after_the_frame_stands_offers_no_changes(tmp_path: Path) -> None:
    path = full_plan(tmp_path / "plan.roadmap.json")
    app = RoadmapApp(lambda: Session.open(path, user="Test", read_only=True), TestSettings())
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        last = Driver(app, pilot).screen_text().splitlines()[-1]
        assert "Enter Open" in last
        assert "Bewerken" not in last


async def attempt(driver: Driver, screen: PlanScreen, action: Action) -> str:
    """Ask for an action as its key does, leave whatever opens, and answer what was said."""
    app = driver.app
    line = screen.query_one(MessageLine)
    line.clear_message()
    focused = app.focused
    at_focus = focused is not None and hasattr(focused, f"action_{action.id}")
    await app.run_action(call_of(action.id, action.scope), focused if at_focus else screen)
    if action.id not in CHANGING:
        await driver.pilot.pause()
    said = line.text
    if app.screen is not screen:
        assert not isinstance(app.screen, FormScreen), f"{action.id} opens a form"
        while len(app.screen_stack) > 1:
            app.pop_screen()
        await app.switch_mode(screen.place)
        await driver.pilot.pause()
    return said


@pytest.mark.parametrize("every", [False, pytest.param(True, marks=pytest.mark.deep)])
async def test_no_action_on_any_screen_changes_the_plan(tmp_path: Path, every: bool) -> None:
    """What changes the plan, on the screens that have most of it; in the deep proof every action on every screen."""
    plan = full_plan(tmp_path / "p.roadmap.json")
    before = plan.read_bytes()
    async with running(plan, read_only=True) as driver:
        for place in PLACES:
            if not every and place.name not in _USUAL:
                continue
            await driver.app.switch_mode(place.name)
            await driver.pilot.pause()
            screen = driver.app.screen
            assert isinstance(screen, PlanScreen)
            while not screen.query(MessageLine):
                await driver.pilot.pause()
            for action in in_scopes(screen.SCOPES):
                if action.scope in _OUT_OF_REACH or action.id.startswith("go_") or action.id in _LEAVING:
                    continue
                if not every and action.id not in CHANGING:
                    continue
                said = await attempt(driver, screen, action)
                assert said == REFUSAL or action.id not in CHANGING, f"{action.id} on {place.name}: {said!r}"
        assert driver.session.generation == driver.session.unsaved == 0
    assert plan.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [plan.name]


async def test_keys_that_change_something_are_not_offered(tmp_path: Path) -> None:
    plan = full_plan(tmp_path / "p.roadmap.json")
    async with running(plan, size=(200, 40), read_only=True) as driver:
        await driver.do("go_activities")
        footer = driver.app.screen.query_one(KeyFooter)
        words = "".join(run.text for run in footer.left(200))
        assert "Filteren" in words
        assert "Nieuw" not in words
        assert "Bewerken" not in words
        await driver.do("filter")
        await driver.type("kick-off")
        assert driver.app.session.read_only
        assert "Kick-off" in driver.screen_text()


def test_the_list_of_changing_actions_names_actions() -> None:
    assert set(BY_ID) >= CHANGING

"""Without a mouse: every action of every screen is done by each of its keys, or stands in the palette."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_driver import Driver, make_plan, running

from roadmap_tui.actions.action import Action
from roadmap_tui.actions.keymap import keys_of
from roadmap_tui.actions.presets import PRESETS, preset_keys
from roadmap_tui.actions.table import in_scopes
from screens.base import PlanScreen
from screens.keys import call_of
from screens.places import PLACES

_USUAL = ("activities", "timeline")
_ELSEWHERE = ("move", "form", "cell", "entry")
"""Places that are not there until somebody begins to move, fill in or add something."""


def unreachable(driver: Driver, screen: PlanScreen, action: Action) -> list[str]:
    """The keys of an action that do something else on this screen, or nothing; none where the palette has it."""
    name = "go" if action.id.startswith("go_") else action.id
    chain = screen._modal_binding_chain
    if not any(hasattr(node, f"action_{name}") for node, _bindings in chain):
        return [f"{action.id}: nobody carries it out"]
    if action.palette and action.scope in screen.SCOPES:
        return []
    wrong = [] if keys_of(action, driver.app.keys) else [f"{action.id}: no key, and not in the palette"]
    for key in keys_of(action, driver.app.keys):
        meant = [found[0].action for _node, each in chain if (found := each.key_to_bindings.get(key))]
        if not meant or call_of(action.id, action.scope) != meant[0]:
            wrong.append(f"{action.id}: {key} does {meant[:1]}")
    return wrong


@pytest.mark.parametrize(
    ("preset", "every"), [("vim", False), *(pytest.param(name, True, marks=pytest.mark.deep) for name in PRESETS)]
)
async def test_no_action_is_out_of_reach(tmp_path: Path, preset: str, every: bool) -> None:
    plan = make_plan(tmp_path / "p.roadmap.json", activities=[{"title": "Kick-off", "when": "8 juni"}])
    async with running(plan, keys=preset_keys(preset)) as driver:
        for place in PLACES:
            if not every and place.name not in _USUAL:
                continue
            await driver.app.switch_mode(place.name)
            await driver.pilot.pause()
            screen = driver.app.screen
            assert isinstance(screen, PlanScreen)
            for action in in_scopes(screen.SCOPES):
                if action.scope not in _ELSEWHERE:
                    assert unreachable(driver, screen, action) == [], place.name

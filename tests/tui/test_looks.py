"""Themes tried out live, the tour, and screens that keep their function at every size."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_driver import make_plan, running

from roadmap_tui import i18n
from roadmap_tui.user.palettes import DARK, LIGHT
from screens.themes import ThemeScreen
from screens.tour import STEPS, TourScreen


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)
    i18n.use_language("en")
    return make_plan(
        tmp_path / "proef.roadmap.json",
        activities=[{"title": "Plan van aanpak", "when": "juni"}, {"title": "Kick-off"}],
        milestones=[{"title": "Nazorg"}],
        risks=[{"title": "No time", "chance": 4, "impact": 4}],
    )


async def test_a_theme_shows_at_once_and_is_kept_with_enter(plan: Path, tmp_path: Path) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text('name = "Anna"\n', encoding="utf-8")
    async with running(plan, path=str(settings)) as driver:
        await driver.do("palette")
        await driver.type("theme")
        await driver.press("enter")
        await driver.pilot.pause()
        assert isinstance(driver.app.screen, ThemeScreen)
        await driver.press("down")
        assert driver.app.theme_variables["background"].lower() == LIGHT.background
        assert settings.read_text(encoding="utf-8") == 'name = "Anna"\n'
        await driver.press("enter")
        await driver.pilot.pause()
        assert "your theme" in driver.message
    assert settings.read_text(encoding="utf-8") == 'name = "Anna"\ntheme = "light"\n'


async def test_escape_goes_back_to_the_theme_before(plan: Path, tmp_path: Path) -> None:
    settings = tmp_path / "config.toml"
    async with running(plan, path=str(settings)) as driver:
        driver.app.action_theme()
        await driver.pilot.pause()
        await driver.press("down", "down", "escape")
        assert driver.app.theme_variables["background"].lower() == DARK.background
        assert not isinstance(driver.app.screen, ThemeScreen)
    assert not settings.exists()


async def test_the_tour_visits_the_screens_and_can_be_left_at_any_stop(plan: Path) -> None:
    async with running(plan, size=(80, 24)) as driver:
        await driver.do("tour")
        await driver.pilot.pause()
        visited = []
        for _step in STEPS:
            assert isinstance(driver.app.screen, TourScreen)
            visited.append(driver.app.current_mode)
            await driver.press("enter")
            await driver.pilot.pause()
        assert visited == [step.place for step in STEPS]
        assert not isinstance(driver.app.screen, TourScreen)
        await driver.do("tour")
        await driver.pilot.pause()
        await driver.press("enter", "escape")
        await driver.pilot.pause()
        assert not isinstance(driver.app.screen, TourScreen)
        assert driver.app.current_mode == STEPS[1].place


async def test_the_tour_names_keys_as_the_user_set_them(plan: Path) -> None:
    async with running(plan, keys={"new": ["Z"]}) as driver:
        await driver.do("tour")
        await driver.pilot.pause()
        await driver.press("enter")
        await driver.pilot.pause()
        assert "Z makes an activity" in driver.screen_text()


async def test_the_tour_is_offered_once_in_a_plan_of_ones_own(plan: Path) -> None:
    for offered in (True, False):
        async with running(plan) as driver:
            assert ("shows you around" in driver.screen_text()) is offered

"""Themes tried out live, the tour, and screens that keep their function at every size."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_driver import make_plan, running

from roadmap_tui import i18n
from roadmap_tui.user.palettes import DARK, LIGHT
from roadmap_tui.view.text import width_of
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


_SIZES = ((60, 20), (20, 5), (250, 70), (1, 1), (80, 24))
_OPENERS = ("help", "palette", "new", "edit", "delete", "filter", "theme", "quick_add")


@pytest.mark.parametrize("opener", _OPENERS)
async def test_a_window_may_change_size_while_something_is_open(plan: Path, opener: str) -> None:
    async with running(plan, size=(120, 40)) as driver:
        await driver.do("go_activities")
        before = driver.app.screen
        if opener == "theme":
            driver.app.action_theme()
            await driver.pilot.pause()
        else:
            await driver.do(opener)
        opened = driver.app.screen
        for size in _SIZES:
            await driver.pilot.resize_terminal(*size)
            await driver.pilot.pause()
        assert driver.app.screen is opened
        await driver.press("escape")
        await driver.pilot.pause()
        assert driver.app.screen is before
        assert "Plan van aanpak" in driver.screen_text()


_QUESTIONS = {
    "overview": "Overview",
    "activities": "Activities",
    "milestones": "Milestones",
    "risks": "Risks",
    "timeline": "Timeline",
    "chapters": "Chapters",
    "stakeholders": "Stakeholders",
    "check": "Check",
    "schedule": "Schedule",
    "workload": "Workload",
    "reports": "Reports",
    "history": "History",
    "log": "Decisions, actions and issues",
}


@pytest.mark.parametrize("ascii_only", [False, True])
async def test_a_small_window_names_the_screen_and_its_first_keys(plan: Path, ascii_only: bool) -> None:
    async with running(plan, size=(60, 20), ascii=ascii_only) as driver:
        for place, label in _QUESTIONS.items():
            await driver.app.action_go(place)
            await driver.pilot.pause()
            lines = driver.screen_text().splitlines()
            assert label in lines[1], place
            assert "? Help" in lines[-1], place
            assert "q Quit" in lines[-1], place
            assert len(lines[-1].split()) > 4, place
            assert not ascii_only or [line for line in lines if not line.isascii()] == [], place


_DIALOGS = (
    "new",
    "edit",
    "edit_cell",
    "help",
    "palette",
    "search",
    "delete",
    "set_field",
    "quick_add",
    "filter",
    "paste",
)


async def test_forms_and_dialogs_are_plain_where_the_terminal_knows_no_more(plan: Path) -> None:
    async with running(plan, size=(80, 24), ascii=True) as driver:
        await driver.do("go_activities")
        for opener in _DIALOGS:
            await driver.at("A1")
            await driver.do(opener)
            typed = "Plan 8 en 15 juni 2 sessies Jan en Piet" if opener in ("quick_add", "edit_cell") else ""
            await driver.type(typed)
            if opener == "new":
                await driver.type("Plan")
                await driver.press("tab")
                await driver.type("8 juni")
            shown = driver.screen_text()
            assert [line for line in shown.splitlines() if not line.isascii()] == [], opener
            await driver.press("escape")
            if opener == "new":
                await driver.press("w")
            assert driver.app.screen.is_current, opener


async def test_double_width_letters_keep_the_columns_in_line(tmp_path: Path) -> None:
    i18n.use_language("en")
    titles = ["Plain", "中文标题的活动", "Met 🎉 en 🚀", "é en ö"]
    plan = make_plan(tmp_path / "breed.roadmap.json", activities=[{"title": t, "lead": "Anna"} for t in titles])
    async with running(plan, size=(100, 24)) as driver:
        await driver.do("go_activities")
        lines = [strip.text for strip in driver.app.screen._compositor.render_strips()]
        rows = [line for line in lines if "Anna" in line]
        assert len(rows) == len(titles)
        places = {width_of(row[: row.index("Anna")]) for row in rows}
        assert len(places) == 1


async def test_columns_that_do_not_fit_come_into_sight_with_the_arrows(tmp_path: Path) -> None:
    i18n.use_language("en")
    full = {"lead": "Anna", "when": "juni", "workform": "online", "sessions": "2 sessies", "participants": "team"}
    plan = make_plan(tmp_path / "vol.roadmap.json", activities=[{"title": "Kick-off", **full}])
    async with running(plan, size=(80, 24)) as driver:
        await driver.do("go_activities")
        assert "Form of" not in driver.screen_text()
        await driver.do("cursor_right")
        assert "Form of" in driver.screen_text() or "Wanted" in driver.screen_text()
        assert "Activity" in driver.screen_text()
        await driver.do("cursor_left")
        assert "Who (lead)" in driver.screen_text()


async def test_an_empty_list_says_what_belongs_there_and_the_key_as_it_is_set(tmp_path: Path) -> None:
    i18n.use_language("en")
    plan = make_plan(tmp_path / "leeg.roadmap.json")
    async with running(plan, size=(80, 24), keys={"new": ["Z"]}) as driver:
        await driver.do("go_risks")
        assert "What may go wrong, or go better than hoped? Z adds the first risk." in driver.screen_text()
        await driver.do("go_overview")
        assert "This is how you begin" in driver.screen_text()

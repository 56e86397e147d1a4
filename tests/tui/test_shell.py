"""Help, palette, keys, looks, and leaving."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_driver import make_plan, running

from roadmap_tui import i18n
from roadmap_tui.actions.scopes import LIST
from roadmap_tui.actions.table import ACTIONS
from roadmap_tui.services import sharing
from roadmap_tui.session import Session
from screens.confirm import ConfirmScreen
from screens.detail import DetailScreen
from screens.form import FormScreen
from screens.help import HelpScreen
from screens.theme import wants_plain_colours
from screens.watching import PlanRefreshed


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    i18n.use_language("en")
    return make_plan(
        tmp_path / "proef.roadmap.json",
        activities=[{"title": "Plan van aanpak"}, {"title": "Kick-off", "description": "· doel\n· aanpak"}],
        risks=[{"title": "No time", "chance": 4, "impact": 4}],
    )


async def test_help_shows_every_key_of_the_screen_as_the_user_set_it(plan: Path) -> None:
    async with running(plan, size=(120, 90), keys={"delete": ["b"]}) as driver:
        await driver.do("go_activities", "help")
        assert isinstance(driver.app.screen, HelpScreen)
        screen = driver.screen_text()
        assert all(i18n._(action.label) in screen for action in ACTIONS if action.scope == LIST)
        line = next(line for line in screen.splitlines() if "Remove these rows" in line)
        assert " b " in line
        await driver.press("escape")
        await driver.press("b")
        assert isinstance(driver.app.screen, ConfirmScreen)


async def test_a_remapped_key_shows_in_the_footer_and_the_old_one_does_nothing(plan: Path) -> None:
    async with running(plan, keys={"new": ["b"]}) as driver:
        await driver.do("go_activities")
        assert "b New" in driver.screen_text().splitlines()[-1]
        await driver.press("n")
        assert not isinstance(driver.app.screen, FormScreen)
        await driver.press("b")
        assert isinstance(driver.app.screen, FormScreen)


async def test_the_palette_finds_actions_and_records(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_activities", "palette")
        await driver.type("no time")
        await driver.press("enter")
        await driver.pilot.pause()
        assert driver.titles == ["No time"]
        await driver.do("palette")
        await driver.type("people")
        await driver.press("enter")
        await driver.pilot.pause()
        assert driver.table.listing.table == "people"


async def test_enter_opens_everything_about_a_row_and_escape_comes_back(plan: Path) -> None:
    async with running(plan, size=(80, 24)) as driver:
        await driver.at("A2")
        await driver.do("open")
        assert isinstance(driver.app.screen, DetailScreen)
        assert "· aanpak" in driver.screen_text()
        await driver.do("edit_this")
        await driver.press("end")
        await driver.type(" nu")
        await driver.do("save_form")
        assert "Kick-off nu" in driver.screen_text()
        await driver.do("close")
        assert driver.table.record is not None
        assert driver.table.record.number == "A2"


async def test_interrupting_a_form_asks_first(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("A1")
        await driver.do("edit")
        await driver.type("x")
        await driver.press("ctrl+c")
        assert isinstance(driver.app.screen, ConfirmScreen)


@pytest.mark.parametrize("opener", ["quick_add", "filter", "search", "edit_cell"])
async def test_interrupting_a_line_keeps_what_is_typed(plan: Path, opener: str) -> None:
    async with running(plan) as driver:
        await driver.at("A1")
        await driver.do(opener)
        await driver.type("Overleg")
        typed = driver.app.focused
        await driver.press("ctrl+c")
        assert driver.app.is_running
        assert driver.app.focused is typed
        assert getattr(typed, "value", "").endswith("Overleg")
        assert opener == "search" or "Esc" in driver.message


async def test_interrupting_a_list_closes_the_plan(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.press("ctrl+c")
        await driver.pilot.pause()
        assert driver.app._exit


@pytest.mark.parametrize("theme", ["dark", "light", "ansi", "unknown"])
@pytest.mark.parametrize("ascii_only", [False, True])
async def test_every_look_shows_status_as_sign_and_word(plan: Path, theme: str, ascii_only: bool) -> None:
    async with running(plan, theme=theme, ascii=ascii_only) as driver:
        await driver.do("go_activities")
        screen = driver.screen_text()
    assert ("o Not started" if ascii_only else "○ Not started") in screen
    assert not ascii_only or screen.isascii()


@pytest.mark.parametrize(
    ("environment", "plain"),
    [
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, False),
        ({"TERM": "linux"}, True),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, True),
    ],
)
def test_terminals_without_many_colours_keep_their_own(environment: dict[str, str], plain: bool) -> None:
    assert wants_plain_colours(environment) is plain


async def test_words_survive_a_terminal_that_grows_and_shrinks(plan: Path) -> None:
    async with running(plan, size=(80, 24)) as driver:
        await driver.at("A2")
        for size in ((200, 50), (20, 5), (120, 40), (80, 24)):
            await driver.pilot.resize_terminal(*size)
            await driver.pilot.pause()
        assert driver.table.record is not None
        assert driver.table.record.number == "A2"
        assert "Kick-off" in driver.screen_text()


async def test_what_somebody_else_saved_is_told_by_name(plan: Path) -> None:
    async with running(plan) as driver:
        other = Session.open(plan, user="Piet")
        other.update(other.find("A1"), {"title": "Changed by Piet"})
        other.save()
        assert driver.session.refresh()
        driver.app.post_message(PlanRefreshed())
        await driver.pilot.pause()
        assert "Piet changed" in driver.message
        assert "1 activity" in driver.message


async def test_what_is_special_about_the_file_is_said_at_opening(plan: Path) -> None:
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace('"title":"Proef"', '"title":"Elders"', 1), encoding="utf-8")
    session = Session.open(plan, user="Test")
    notices = sharing.notices(session)
    assert notices
    async with running(plan) as driver:
        await driver.pilot.pause()
        assert driver.message == " ".join(notices)

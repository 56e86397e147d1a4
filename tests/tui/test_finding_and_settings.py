"""Search, palette, help and keys, as a user meets them."""

from __future__ import annotations

from pathlib import Path

from plan_driver import Driver, make_plan, running

from roadmap_tui import i18n
from roadmap_tui.config import load_settings
from roadmap_tui.model.handles import handle
from screens.search import SearchScreen


def plan(folder: Path) -> Path:
    return make_plan(
        folder / "p.roadmap.json",
        activities=[{"title": f"Werk {n}", "description": "gewoon"} for n in range(1, 6)],
        risks=[{"title": "Vertraging", "cause": "De leverancier heeft te weinig testers"}],
    )


async def look(driver: Driver) -> None:
    await driver.app.workers.wait_for_complete()
    await driver.pilot.pause()


async def test_search_goes_to_what_was_found(tmp_path: Path) -> None:
    async with running(plan(tmp_path)) as driver:
        await driver.do("go_activities", "search")
        assert isinstance(driver.app.screen, SearchScreen)
        await driver.type("testres")
        await look(driver)
        assert "R1 Vertraging" in driver.screen_text()
        await driver.press("enter")
        await driver.pilot.pause()
        assert driver.table.record is not None
        assert driver.table.record.number == "R1"
        await driver.do("search")
        assert "testres" in driver.screen_text()
        await driver.press("escape")
        assert driver.table.record.number == "R1"


async def test_the_palette_jumps_by_number_and_by_handle(tmp_path: Path) -> None:
    async with running(plan(tmp_path)) as driver:
        for words in ("A4", handle(driver.find("A4").id)[:6]):
            await driver.do("go_risks", "palette")
            await driver.type(words)
            await driver.press("enter")
            await driver.pilot.pause()
            assert driver.table.record is not None
            assert driver.table.record.number == "A4"


async def test_the_palette_changes_settings_at_once(tmp_path: Path) -> None:
    settings = tmp_path / "config.toml"
    async with running(plan(tmp_path), path=str(settings)) as driver:
        await driver.do("go_milestones")
        assert "Controlelijst" in driver.screen_text()
        await driver.do("go_activities")
        try:
            for words, shown in (("taal: eng", "Language: English"), ("keys: vim", "Keys: vim"), ("theme: light", "")):
                await driver.do("palette")
                await driver.type(words.replace(":", ""))
                await driver.press("enter")
                await driver.pilot.pause()
                assert shown in driver.message
            assert "Activities" in driver.screen_text()
            assert driver.app.keys["redo"] == ("ctrl+r", "U")
            assert driver.app.theme_name == "light"
            await driver.do("go_milestones")
            await driver.pilot.pause()
            assert "Checklist" in driver.screen_text()
            assert driver.table.listing.table == "milestones"
            await driver.do("go_activities")
        finally:
            i18n.use_language("nl")
        kept = load_settings(settings)
        assert (kept.language, kept.keys_preset, kept.theme) == ("en", "vim", "light")
        await driver.do("cursor_last", "delete")
        await driver.press("enter", "ctrl+r")


async def test_keys_of_the_user_really_work(tmp_path: Path) -> None:
    keys = {"mark": ["b"], "quick_add": ["+"], "filter": ["ctrl+g"], "delete": ["f8"]}
    async with running(plan(tmp_path), keys=keys) as driver:
        await driver.do("go_activities")
        await driver.press("x")
        assert driver.table.marked == set()
        await driver.press("b")
        assert len(driver.table.marked) == 1
        await driver.press("ctrl+g")
        await driver.type("werk 3")
        await driver.press("enter")
        assert driver.titles == ["Werk 3"]
        await driver.press("escape", "f8", "enter")
        assert len(driver.titles) == 4
        await driver.press("plus")
        await driver.type("Borrel")
        await driver.press("enter", "escape")
        assert "Borrel" in driver.titles
        assert "+ Snel toevoegen" in driver.screen_text()


async def test_help_is_about_the_thing_in_focus(tmp_path: Path) -> None:
    async with running(plan(tmp_path)) as driver:
        await driver.do("go_activities", "help")
        shown = driver.screen_text()
        assert "Wie doet wat, en wanneer?" in shown
        assert "begin mei, 8 en 15 juni" in shown
        await driver.press("escape")
        await driver.do("new")
        await driver.press("tab", "tab", "f1")
        shown = driver.screen_text()
        assert "Wanneer" in shown
        assert "week 36-38" in shown
        await driver.press("escape", "escape")
        assert driver.table.record is not None

"""The supplier's plan on screen: name the file, see what lacks, add it with one key."""

from __future__ import annotations

from pathlib import Path

from plan_driver import make_plan, running

from roadmap_tui import i18n
from screens.ask import AskScreen


async def test_a_file_is_read_and_what_lacks_is_added_with_one_key(tmp_path: Path) -> None:
    i18n.use_language("en")
    source = tmp_path / "plan.md"
    source.write_text("# Doel\n\ntekst\n\n# Risicoanalyse\n\n# Nazorg\n", encoding="utf-8")
    async with running(make_plan(tmp_path / "p.roadmap.json"), size=(80, 24)) as driver:
        await driver.app.action_go("supplier")
        await driver.pilot.pause()
        await driver.do("add_lacking")
        assert "Not read yet" in driver.message
        await driver.do("open_source")
        await driver.type("nowhere")
        await driver.press("enter")
        assert isinstance(driver.app.screen, AskScreen)
        assert "does not exist" in driver.screen_text()
        driver.app.screen.query_one("Input").value = str(source)  # type: ignore[attr-defined]
        await driver.press("enter")
        assert "plan.md: 2 of the 10 chapters and 1 of the 7 results" in driver.screen_text()
        await driver.do("add_lacking")
        assert len(driver.session.records("milestones")) == 6
        await driver.do("undo")
        assert driver.session.records("milestones") == ()

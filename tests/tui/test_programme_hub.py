"""Screen 8: the sets of sections beyond the chapters."""

from __future__ import annotations

from pathlib import Path

from plan_driver import make_plan, running

from screens.chapter import ChapterScreen
from screens.programme import ProgrammeScreen


async def test_a_set_that_is_not_used_is_one_line_that_opens_with_enter(tmp_path: Path) -> None:
    plan = make_plan(tmp_path / "plan.roadmap.json")
    async with running(plan, size=(80, 24)) as driver:
        await driver.do("go_programme")
        assert "Programma" in driver.titles
        assert "Hier is nog niets in gebruik." in driver.screen_text()
        before = len(driver.titles)
        await driver.do("cursor_first", "open_chapter")
        assert len(driver.titles) > before
        await driver.do("open_chapter")
        assert len(driver.titles) == before


async def test_a_section_opens_and_escape_goes_back(tmp_path: Path) -> None:
    plan = make_plan(tmp_path / "plan.roadmap.json", plan=[{"title": "Fusie", "kind": "programme"}])
    async with running(plan, size=(80, 24)) as driver:
        await driver.do("go_programme", "cursor_first", "cursor_down", "open_chapter")
        assert isinstance(driver.app.screen, ChapterScreen)
        await driver.do("clear")
        assert isinstance(driver.app.screen, ProgrammeScreen)

"""The plan asks once for its planning year, when somebody types a moment that needs it."""

from __future__ import annotations

from pathlib import Path

from plan_driver import Driver, make_plan, running
from textual.widgets import Input

from screens.asking_year import YearScreen


def plan_without_year(folder: Path) -> Path:
    return make_plan(folder / "p.roadmap.json", plan=[{"title": "Proef"}], activities=[{"title": "Kick-off"}])


async def type_when(driver: Driver, words: str) -> None:
    """Change when the first activity happens, in its form."""
    await driver.do("go_timeline", "edit_row")
    driver.app.screen.editor("when").focus()  # type: ignore[attr-defined]
    await driver.pilot.pause()
    await driver.type(words)
    await driver.do("save_form")
    await driver.pilot.pause()


async def test_the_first_moment_without_a_year_asks_for_it_and_the_plan_keeps_it(tmp_path: Path) -> None:
    async with running(plan_without_year(tmp_path)) as driver:
        await type_when(driver, "begin mei")
        assert isinstance(driver.app.screen, YearScreen)
        assert driver.app.screen.query_one(Input).value == "2026"
        await driver.press(*"2027", "enter")
        assert driver.session.plan.year == 2027
        assert driver.session.outlook.activity(driver.find("A1")).start.isoformat() == "2027-05-01"  # type: ignore[union-attr]
        await driver.do("undo")
        assert driver.session.plan.year is None
        assert driver.find("A1").when == "begin mei"
        await driver.saved()


async def test_a_wrong_year_gets_a_sentence_and_not_now_is_not_asked_again(tmp_path: Path) -> None:
    path = plan_without_year(tmp_path)
    async with running(path) as driver:
        await type_when(driver, "begin mei")
        await driver.press(*"9999", "enter")
        assert isinstance(driver.app.screen, YearScreen)
        assert "2199" in driver.screen_text()
        await driver.press("escape")
        assert driver.session.plan.year is None
        await driver.saved()
    async with running(path) as driver:
        await type_when(driver, "/ juni")
        assert not isinstance(driver.app.screen, YearScreen)
        await driver.saved()


async def test_nothing_is_asked_where_the_words_or_the_plan_name_a_year(tmp_path: Path) -> None:
    async with running(plan_without_year(tmp_path)) as driver:
        await type_when(driver, "mei 2027")
        assert not isinstance(driver.app.screen, YearScreen)
        await driver.saved()
    known = make_plan(tmp_path / "q.roadmap.json", activities=[{"title": "Kick-off"}])
    async with running(known) as driver:
        await type_when(driver, "begin mei")
        assert not isinstance(driver.app.screen, YearScreen)
        await driver.saved()


async def test_the_form_does_not_say_that_a_year_is_the_plans_when_it_is_not(tmp_path: Path) -> None:
    async with running(plan_without_year(tmp_path), size=(80, 24)) as driver:
        await driver.do("go_timeline", "edit_row")
        driver.app.screen.editor("when").focus()  # type: ignore[attr-defined]
        await driver.pilot.pause()
        await driver.type("begin mei")
        assert "Nog geen planjaar: 2026?" in driver.screen_text()
        await driver.do("cancel")
        await driver.press("w")

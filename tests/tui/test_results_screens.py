"""The screens of what the milestones deliver, as a user: matrix, checklist, aftercare, evaluation, discharge."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_driver import Driver, make_plan, running

from roadmap_tui import i18n
from screens.ask import AskScreen
from screens.widgets.responsibility_grid import ResponsibilityGrid


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use_language("en")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return make_plan(
        tmp_path / "plan.roadmap.json",
        people=[
            {"key": "p", "title": "Sanne", "role": "Projectleider", "number": "P1", "order": "a"},
            {"key": "o", "title": "Hanneke", "role": "Opdrachtgever", "number": "P2", "order": "b"},
        ],
        milestones=[
            {"key": "t", "title": "Taken en verantwoordelijkheden", "number": "M1", "order": "a"},
            {"key": "n", "title": "Nazorg", "number": "M2", "order": "b", "offset": "T+6w"},
            {"key": "e", "title": "Evaluatie", "number": "M3", "order": "c"},
            {"title": "Inkoop", "number": "M4", "order": "d"},
        ],
        checkpoints=[
            {"title": "Rollen benoemd", "milestone": "t", "number": "C1", "order": "a"},
            {"title": "Autorisaties", "milestone": "t", "number": "C2", "order": "b", "status": "done"},
        ],
        activities=[{"title": "Kick-off", "number": "A1"}],
        criteria=[{"title": "Snel", "target": "90%", "number": "K1"}],
        open_points=[{"title": "Zoeken faalt", "number": "RP1"}],
    )


async def go(driver: Driver, place: str) -> None:
    await driver.app.action_go(place)
    await driver.pilot.pause(0.1)


def grid(driver: Driver) -> ResponsibilityGrid:
    return driver.app.screen.query_one(ResponsibilityGrid)


def letters(driver: Driver) -> dict[int, str]:
    row = grid(driver).row
    assert row is not None
    return {person: cell.involvement for person, cell in row.cells.items()}


async def test_letters_fill_the_matrix_and_two_accountable_are_told_at_once(plan: Path) -> None:
    async with running(plan) as driver:
        sanne, hanneke = driver.find("P1").id, driver.find("P2").id
        await go(driver, "responsibilities")
        await driver.press("a")
        assert letters(driver) == {sanne: "accountable"}
        await driver.press("right", "e")
        assert letters(driver) == {sanne: "accountable", hanneke: "accountable"}
        assert driver.message == "M1 has more than one A: Projectleider, Opdrachtgever. It must be one."
        assert "2 times A" in driver.screen_text().replace("2 time…", "2 times A")
        await driver.press("c", "left", "v")
        assert letters(driver) == {sanne: "both", hanneke: "consulted"}
        await driver.press("backspace")
        assert letters(driver) == {hanneke: "consulted"}
        await driver.do("undo")
        assert letters(driver) == {sanne: "both", hanneke: "consulted"}


async def test_the_letter_r_means_what_it_means_in_the_users_language(plan: Path) -> None:
    async with running(plan) as driver:
        sanne = driver.find("P1").id
        await go(driver, "responsibilities")
        await driver.press("r")
        assert letters(driver) == {sanne: "responsible"}
        i18n.use_language("nl")
        await driver.press("backspace", "r")
        assert letters(driver) == {sanne: "consulted"}


async def test_an_activity_gets_a_row_and_other_numbers_are_refused(plan: Path) -> None:
    async with running(plan) as driver:
        await go(driver, "responsibilities")
        await driver.press("n")
        await driver.type("M1")
        await driver.press("enter")
        assert isinstance(driver.app.screen, AskScreen)
        await driver.press("backspace", "backspace")
        await driver.type("A1")
        await driver.press("enter")
        row = grid(driver).row
        assert row is not None
        assert row.record.title == "Kick-off"
        assert len(row.accountable) == 1


async def test_a_matrix_without_people_says_what_to_do(tmp_path: Path) -> None:
    path = make_plan(tmp_path / "leeg.roadmap.json", milestones=[{"title": "DAP", "number": "M1"}])
    async with running(path) as driver:
        await go(driver, "responsibilities")
        await driver.press("e")
        assert driver.message == "There are no people and roles yet; add them first."


async def test_not_applicable_asks_why_and_takes_no_empty_answer(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("M1")
        await driver.do("not_applicable")
        assert driver.message == "Choose a point of the checklist first; Tab goes there."
        await driver.at("C1")
        await driver.do("not_applicable")
        await driver.press("enter")
        assert isinstance(driver.app.screen, AskScreen)
        await driver.type("geen rollen")
        await driver.press("enter")
        point = driver.find("C1")
        assert (point.status, point.reason) == ("na", "geen rollen")
        assert "geen rollen" in driver.screen_text()


async def test_only_open_hides_what_is_ticked_until_asked_again(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("C1")
        assert driver.titles == ["Rollen benoemd", "Autorisaties"]
        await driver.do("only_open")
        assert driver.titles == ["Rollen benoemd"]
        await driver.do("only_open")
        assert driver.titles == ["Rollen benoemd", "Autorisaties"]


async def test_a_milestone_leads_to_its_own_part(plan: Path) -> None:
    async with running(plan) as driver:
        for number, place in (("M1", "responsibilities"), ("M2", "aftercare"), ("M3", "evaluation")):
            await driver.at(number)
            await driver.do("open_work")
            assert driver.app.current_mode == place
        await driver.at("M4")
        await driver.do("open_work")
        assert driver.message == "Only the seven standard results have a part of their own."


async def test_aftercare_says_until_when_and_what_is_open(plan: Path) -> None:
    async with running(plan) as driver:
        await go(driver, "aftercare")
        text = driver.screen_text()
        assert "until Mon 14-12-2026" in text
        assert "1 of 1 points open" in text
        await driver.do("advance", "advance")
        assert "0 of 1 points open" in driver.screen_text()


async def test_an_aspect_gets_its_judgement_in_a_form(plan: Path) -> None:
    async with running(plan) as driver:
        await go(driver, "evaluation")
        assert "0 of 6 judged" in driver.screen_text()
        await driver.press("down", "enter")
        await driver.do("save_form")
        await driver.pilot.pause(0.1)
        (record,) = driver.session.records("evaluations")
        assert record.title == "Money"
        assert "Money" in driver.screen_text()


async def test_discharge_names_what_is_open_and_enter_goes_there(plan: Path) -> None:
    async with running(plan) as driver:
        await go(driver, "discharge")
        text = driver.screen_text()
        assert "RP1" in text
        assert "It is not solved and not handed over." in text
        await driver.press("down", "down", "down", "down", "enter")
        await driver.pilot.pause(0.2)
        assert driver.app.current_mode == "aftercare"
        assert driver.table.record is not None
        assert driver.table.record.number == "RP1"

"""The joint screen: plans of others beside the open one, chances, decisions, and nothing copied."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from plan_driver import Driver, running

from roadmap_tui.model.joint import Collaboration
from roadmap_tui.services import joining
from roadmap_tui.session import Session
from roadmap_tui.view.joint_timeline import ChanceRow, JointTimeline
from screens.widgets.cell_editor import CellEditor
from screens.widgets.timeline_view import TimelineView

PLANS = Path(__file__).parents[1] / "data" / "joint"
OWN, OTHER, THIRD = "merwestad.roadmap.json", "lekdorp.roadmap.json", "gr-waardzicht.roadmap.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (OWN, OTHER, THIRD):
        shutil.copy(PLANS / name, tmp_path / name)
    return tmp_path


async def read(driver: Driver) -> JointTimeline:
    """Wait until the plans are read."""
    await driver.app.workers.wait_for_complete()
    await driver.pilot.pause()
    timeline = driver.app.screen.query_one(TimelineView).timeline
    assert isinstance(timeline, JointTimeline)
    return timeline


async def beside(driver: Driver) -> JointTimeline:
    """All other plans of the folder beside the open one, as a person does it."""
    await driver.do("go_together", "lay_beside", "turn_all", "beside_done")
    return await read(driver)


def select(driver: Driver, subject: str) -> None:
    view = driver.app.screen.query_one(TimelineView)
    timeline = view.timeline
    assert timeline is not None
    row = next(r for r in timeline.rows if isinstance(r.record, ChanceRow) and subject in r.record.title)
    view.select(row.id)


async def test_the_plans_of_the_folder_come_beside_each_other(folder: Path) -> None:
    before = {name: (folder / name).read_bytes() for name in (OWN, OTHER, THIRD)}
    async with running(folder / OWN, size=(120, 40)) as driver:
        await driver.do("go_together")
        alone = await read(driver)
        assert alone.roadmap.names == ("Gemeente Merwestad",)
        timeline = await beside(driver)
        headings = [row.heading for row in timeline.rows if row.record is None]
        assert headings == ["Samenwerking (8)", "Gemeente Merwestad (8)", "GR Waardzicht (6)", "Gemeente Lekdorp (6)"]
        text = driver.screen_text()
        for words in ("3 plannen", "8 kansen om samen te werken", "Gemeente Merwestad (8)", "Cursus duidelijke taal"):
            assert words in text
    assert {name: (folder / name).read_bytes() for name in before} == before


async def test_which_plans_lie_beside_it_is_remembered(folder: Path) -> None:
    async with running(folder / OWN) as driver:
        await beside(driver)
    session = Session.open(folder / OWN)
    assert [file.name for file in joining.beside(session)] == [THIRD, OTHER]


async def test_a_decision_goes_into_the_plan_that_was_chosen_and_no_other(folder: Path) -> None:
    other = (folder / OTHER).read_bytes()
    async with running(folder / OWN, size=(120, 40)) as driver:
        await beside(driver)
        select(driver, "Website toegankelijk")
        await driver.do("decide_chance")
        await driver.press("s", "1")
        await driver.saved()
        timeline = await read(driver)
        (decided,) = [chance for chance in timeline.roadmap.chances if chance.decision]
        assert decided.subject == "Website toegankelijk maken"
        assert decided.decision is not None
        assert decided.decision.status == "agreed"
    (kept,) = Session.open(folder / OWN).records(Collaboration.TABLE)
    assert isinstance(kept, Collaboration)
    assert (kept.title, kept.start, kept.end) == ("Website toegankelijk maken", date(2026, 5, 1), date(2026, 8, 31))
    assert kept.organisations == "Gemeente Merwestad, Gemeente Lekdorp"
    assert (folder / OTHER).read_bytes() == other


async def test_a_decision_may_go_into_the_plan_of_another(folder: Path) -> None:
    own = (folder / OWN).read_bytes()
    async with running(folder / OWN, size=(120, 40)) as driver:
        await beside(driver)
        select(driver, "Website toegankelijk")
        await driver.do("decide_chance")
        await driver.press("l", "2")
        timeline = await read(driver)
        (decided,) = [chance for chance in timeline.roadmap.chances if chance.decision]
        assert decided.decision is not None
        assert decided.decision.status == "learning"
    assert [each.title for each in Session.open(folder / OTHER).records(Collaboration.TABLE)] == [
        "Website toegankelijk maken"
    ]
    assert (folder / OWN).read_bytes() == own


async def test_a_change_in_another_plan_is_seen(folder: Path) -> None:
    async with running(folder / OWN, size=(120, 40)) as driver:
        await beside(driver)
        elsewhere = Session.open(folder / OTHER, user="Ander")
        (change,) = [each for each in elsewhere.records("activities") if each.title == "Cursus duidelijke taal"]
        from roadmap_tui.editing import edits

        elsewhere.commit(edits.set_fields(change, {"title": "Cursus intranet"}))
        elsewhere.save()
        driver.app.screen._look()  # type: ignore[attr-defined]
        timeline = await read(driver)
        assert "Cursus intranet" in {row.record.title for row in timeline.rows if row.record}


async def test_an_unreadable_plan_is_named_and_the_others_shown(folder: Path) -> None:
    (folder / THIRD).write_text("geen plan", encoding="utf-8")
    async with running(folder / OWN, size=(120, 40)) as driver:
        timeline = await beside(driver)
        assert len(timeline.roadmap.members) == 2
        assert "1 plan is niet te lezen" in driver.screen_text()
        await driver.do("joint_lists")
        assert THIRD in driver.screen_text()


async def test_enter_opens_an_own_activity_and_says_where_another_stands(folder: Path) -> None:
    async with running(folder / OWN, size=(120, 40)) as driver:
        timeline = await beside(driver)
        view = driver.app.screen.query_one(TimelineView)
        view.select(next(row.id for row in timeline.rows if row.record and row.record.title == "Cursus duidelijke taal"
                         and not isinstance(row.record, ChanceRow)))  # fmt: skip
        await driver.do("open_joint")
        assert OTHER in driver.message
        view.select(next(row.id for row in timeline.rows if row.record and row.record.title == "Intranet opschonen"))
        await driver.do("open_joint")
        assert driver.app.screen.__class__.__name__ != "JointScreen"


async def test_the_step_by_step_plan_opens_at_the_first_step_with_work(folder: Path) -> None:
    async with running(folder / OTHER) as driver:
        await driver.do("go_together", "joint_steps")
        text = driver.screen_text()
        assert "Wensen en eisen" in text
        assert "WE1" in text
        await driver.do("previous_section")
        assert "Analyse" in driver.screen_text()
        for _step in range(5):
            await driver.do("next_section")
        await driver.do("rate_all")
        await driver.type("Sanne")
        await driver.press("enter")
        for _wait in range(50):
            if driver.app.screen.query(CellEditor):
                break
            await driver.pilot.pause(0.02)
        before = {each.id for each in driver.session.records("ratings") if each.who != "Sanne"}  # type: ignore[attr-defined]
        await driver.press("4", "tab", "3", "tab", "5", "down")
        own = [each for each in driver.session.records("ratings") if each.id not in before]
        assert len(own) == len(driver.session.records("activities"))
        scores = [(r.customer, r.organisation, r.urgency, r.scale) for r in own]  # type: ignore[attr-defined]
        assert scores[:2] == [(4, 3, 5, "1-5"), (None, None, None, "")]


async def test_it_fits_80_by_24(folder: Path) -> None:
    async with running(folder / OWN, size=(80, 24)) as driver:
        await beside(driver)
        assert "kansen om samen te werken" in driver.screen_text()
        await driver.do("joint_lists")
        assert "Waar je kunt samenwerken" in driver.screen_text()

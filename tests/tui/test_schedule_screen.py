"""The schedule, what-if, links and options as a person uses them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from plan_driver import Driver, make_plan, running

from roadmap_tui.editing import edits
from roadmap_tui.i18n import use_language
from roadmap_tui.model.link import Link
from screens.links import LinksScreen
from screens.slip import SlipScreen
from screens.widgets.rows_view import RowsView

ACTIVITIES: list[dict[str, Any]] = [
    {"key": "design", "title": "Ontwerp", "start": "2026-06-08", "duration": 5, "sessions": "2 sessies van 2 uur"},
    {"key": "build", "title": "Inrichting zaaktypen", "duration": 5, "milestone": "ready"},
    {"key": "extra", "title": "Toetsing", "duration": 10, "optional": True, "sessions": "1 sessie van 3 uur"},
    {"key": "agreed", "title": "Proefmigratie", "start": "2026-06-24", "end": "2026-06-24"},
]
LINKS = [
    {"source": "design", "target": "build"},
    {"source": "build", "target": "extra"},
    {"source": "build", "target": "agreed"},
]
MILESTONES = [{"key": "ready", "title": "Inrichting klaar", "due": "2026-06-19"}]


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("nl")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Ontwerp 8-12 June, inrichting 15-19 June, then the option until 3 July; proefmigratie is agreed for 24 June."""
    return make_plan(tmp_path / "p.roadmap.json", milestones=MILESTONES, activities=ACTIVITIES, links=LINKS)


async def go(driver: Driver, place: str) -> None:
    """Open a screen as the palette does."""
    await driver.app.run_action(f"app.go('{place}')")
    await driver.pilot.pause()


def table(driver: Driver) -> RowsView:
    return driver.app.screen.query_one("#schedule", RowsView)


def span(driver: Driver, number: str) -> tuple[date, date]:
    found = driver.session.outlook.schedule.tasks[driver.find(number).id]
    return found.early_start, found.early_finish


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_table_shows_dates_slack_and_the_end(plan: Path, size: tuple[int, int]) -> None:
    async with running(plan, size=size) as driver:
        await go(driver, "schedule")
        text = driver.screen_text()
        assert "The plan ends on Fri 03-07-2026." in text
        row = next(line for line in text.splitlines() if "A2" in line[:5])
        assert "19-06-2026" in row
        assert "Option: " in text
        assert all(len(line) <= size[0] for line in text.splitlines())


async def test_enter_goes_to_the_activity(plan: Path) -> None:
    async with running(plan) as driver:
        await go(driver, "schedule")
        await driver.do("cursor_down", "show")
        assert driver.table.record == driver.find("A2")


async def test_what_if_lists_what_moves_and_moves_nothing_before_enter(plan: Path) -> None:
    async with running(plan) as driver:
        await go(driver, "schedule")
        await driver.do("what_if")
        assert isinstance(driver.app.screen, SlipScreen)
        text = driver.screen_text()
        for words in ("22-06-2026 - 26-06-2026", "29-06-2026 - 03-07-2026", "agreed", "10 days late", "17-07-2026"):
            assert words in text, words
        assert span(driver, "A1") == (date(2026, 6, 8), date(2026, 6, 12))
        await driver.press("escape")
        assert not driver.session.unsaved
        assert span(driver, "A1") == (date(2026, 6, 8), date(2026, 6, 12))


async def test_what_if_is_carried_out_as_one_change(plan: Path) -> None:
    async with running(plan) as driver:
        await go(driver, "schedule")
        await driver.do("what_if")
        await driver.press("backspace", "backspace", "3", "space", "w", "d")
        await driver.pilot.pause(0.3)
        assert "17-06-2026" in driver.screen_text()
        await driver.press("enter")
        assert span(driver, "A1") == (date(2026, 6, 11), date(2026, 6, 17))
        assert span(driver, "A2") == (date(2026, 6, 18), date(2026, 6, 24))
        assert span(driver, "A4")[0] == date(2026, 6, 25)
        await driver.do("undo")
        assert span(driver, "A1") == (date(2026, 6, 8), date(2026, 6, 12))
        assert span(driver, "A4")[0] == date(2026, 6, 24)


@pytest.mark.parametrize("typed", ["soon", "0d", "-2w", "9999w"])
async def test_a_slip_that_cannot_be_read_changes_nothing(plan: Path, typed: str) -> None:
    async with running(plan) as driver:
        await go(driver, "schedule")
        await driver.do("what_if")
        await driver.press("backspace", "backspace")
        await driver.type(typed)
        await driver.press("enter")
        assert isinstance(driver.app.screen, SlipScreen)
        assert "Write how far it slips" in driver.screen_text()
        await driver.press("escape")
        assert not driver.session.unsaved


async def test_options_are_looked_at_without_and_left_out_for_good(plan: Path) -> None:
    async with running(plan) as driver:
        await go(driver, "schedule")
        await driver.do("toggle_options")
        text = driver.screen_text()
        assert "The plan ends on Wed 24-06-2026." in text
        assert "4 hours instead of 7 hours" in text
        assert driver.session.outlook.schedule.finish == date(2026, 7, 3)
        assert not driver.session.unsaved
        await driver.do("toggle_options", "cursor_down", "cursor_down", "leave_out")
        assert driver.session.outlook.schedule.finish == date(2026, 6, 24)
        assert driver.session.outlook.health.hours_fixed == 4
        assert "left out" in driver.screen_text()
        await driver.do("undo")
        assert driver.session.outlook.schedule.finish == date(2026, 7, 3)
        await driver.do("cursor_up", "leave_out")
        assert "is not an option" in driver.message


async def test_contradictions_stand_on_top_and_open_their_activity(plan: Path) -> None:
    async with running(plan) as driver:
        driver.app.commit(edits.set_fields(driver.find("A4"), {"start": "2026-06-16", "end": "2026-06-16"}))
        await go(driver, "schedule")
        text = driver.screen_text()
        assert "A4 is planned 4 working days too early for its link with A2." in text
        assert span(driver, "A4") == (date(2026, 6, 16), date(2026, 6, 16))
        driver.app.screen.query_one("#problems", RowsView).focus()
        await driver.do("show")
        assert driver.table.record == driver.find("A4")


async def test_links_are_seen_added_changed_and_removed(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("A4")
        await driver.do("links")
        assert isinstance(driver.app.screen, LinksScreen)
        assert "Inrichting zaaktypen" in driver.screen_text()
        await driver.do("new")
        await driver.type("ontwrep")
        await driver.do("save_form")
        await driver.pilot.pause()
        links = {(link.source, link.target): link for link in driver.session.records(Link.TABLE)}
        design, agreed = driver.find("A1").id, driver.find("A4").id
        assert (design, agreed) in links
        assert links[design, agreed].kind == "FS"
        await driver.do("edit")
        await driver.press("tab", "tab", "tab")
        await driver.type("-3 wd")
        await driver.do("save_form")
        await driver.pilot.pause()
        link = next(link for link in driver.session.records(Link.TABLE) if link.source == design and link.lag)
        assert link.lag == "-3d"
        assert "3 working days earlier" in driver.screen_text()
        await driver.press("escape")
        await driver.do("open")
        assert "Waits for" in driver.screen_text()


async def test_a_link_that_closes_a_loop_is_refused_with_the_loop_named(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("A1")
        await driver.do("links", "new")
        await driver.type("A4")
        await driver.do("save_form")
        await driver.pilot.pause()
        assert "A4 > A1 > A2 > A4" in driver.screen_text()
        assert len(driver.session.records(Link.TABLE)) == 3

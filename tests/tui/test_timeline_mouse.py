"""The timeline under the mouse: bars are dragged and stretched, with the same care as by keyboard."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from plan_driver import Driver, make_plan, running

from roadmap_tui.view.timeline_text import HEADER_LINES
from roadmap_tui.view.timescale import EIGHTHS
from screens.widgets.timeline_panes import ChartPane
from screens.widgets.timeline_view import TimelineView

ACTIVITIES = [
    {"title": "Kick-off", "when": "8 juni 2026", "status": "done"},
    {"title": "Inrichten", "when": "15 juni t/m 3 juli 2026", "key": "first"},
    {"title": "Testen", "when": "6 juli t/m 10 juli 2026", "key": "second"},
    {"title": "Uitwerking", "when": "augustus"},
]
LINKS = [{"source": "first", "target": "second", "kind": "FS"}]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return make_plan(tmp_path / "p.roadmap.json", activities=ACTIVITIES, links=LINKS)


def place(driver: Driver, number: str, day: date, last: bool = False) -> tuple[int, int]:
    """The cell of the chart in which a day of a record's row begins, or ends."""
    view = driver.app.screen.query_one(TimelineView)
    assert view.timeline is not None
    row = view.timeline.index_of(driver.find(number).id)
    assert row is not None
    left, right = view.scale.span(day, day)
    return (right - 1 if last else left) // EIGHTHS, row - view.top + HEADER_LINES


async def drag(driver: Driver, start: tuple[int, int], cells: int, release: bool = True) -> None:
    """Press the button, move so many cells to the right, and let go."""
    await driver.pilot.mouse_down(ChartPane, offset=start)
    step = 1 if cells > 0 else -1
    for moved in range(step, cells + step, step):
        await driver.pilot.hover(ChartPane, offset=(start[0] + moved, start[1]))
    await driver.pilot.pause()
    if release:
        await driver.pilot.mouse_up(ChartPane, offset=(start[0] + cells, start[1]))
        await driver.pilot.pause()


async def at_week_zoom(driver: Driver) -> None:
    """Open the timeline with seven cells to a week, from the first of June."""
    await driver.do("go_timeline")
    view = driver.app.screen.query_one(TimelineView)
    view.show_window(view.scale.scaled(56, date(2026, 6, 1)).starting(date(2026, 6, 1)))
    await driver.pilot.pause()
    assert view.scale.x(date(2026, 6, 2)) == EIGHTHS


async def test_a_bar_is_dragged_with_its_consequences_in_one_change(plan: Path) -> None:
    async with running(plan) as driver:
        await at_week_zoom(driver)
        start = place(driver, "A2", date(2026, 6, 22))
        await drag(driver, start, 7, release=False)
        assert "22-06-2026 t/m vr 10-07-2026" in driver.screen_text()
        assert "schuift mee: A3" in driver.screen_text()
        assert driver.find("A2").start is None
        await driver.pilot.mouse_up(ChartPane, offset=(start[0] + 7, start[1]))
        await driver.pilot.pause()
        assert (driver.find("A2").start, driver.find("A2").end) == (date(2026, 6, 22), date(2026, 7, 10))
        assert driver.find("A3").start == date(2026, 7, 13)
        assert driver.find("A2").when == "15 juni t/m 3 juli 2026"
        await driver.do("undo")
        assert driver.find("A2").start is None
        assert driver.find("A3").start is None


async def test_an_end_is_stretched(plan: Path) -> None:
    async with running(plan) as driver:
        await at_week_zoom(driver)
        await drag(driver, place(driver, "A3", date(2026, 7, 10), last=True), 4)
        assert (driver.find("A3").start, driver.find("A3").end) == (date(2026, 7, 6), date(2026, 7, 14))
        await drag(driver, place(driver, "A3", date(2026, 7, 6)), 2)
        assert (driver.find("A3").start, driver.find("A3").end) == (date(2026, 7, 8), date(2026, 7, 14))


async def test_whole_months_stay_whole_where_days_are_too_small_to_aim(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_timeline")
        view = driver.app.screen.query_one(TimelineView)
        cells = 31 * view.scale.eighths_per_week // (7 * EIGHTHS)
        await drag(driver, place(driver, "A4", date(2026, 8, 15)), cells)
        assert (driver.find("A4").start, driver.find("A4").end) == (date(2026, 9, 1), date(2026, 9, 30))


async def test_escape_puts_a_dragged_bar_back(plan: Path) -> None:
    async with running(plan) as driver:
        await at_week_zoom(driver)
        before = driver.session.generation
        start = place(driver, "A2", date(2026, 6, 22))
        await drag(driver, start, 5, release=False)
        await driver.do("put_back")
        await driver.pilot.hover(ChartPane, offset=(start[0] + 9, start[1]))
        await driver.pilot.mouse_up(ChartPane, offset=(start[0] + 9, start[1]))
        await driver.pilot.pause()
        assert driver.session.generation == before
        assert not driver.app.screen.query_one(TimelineView).timeline.preview  # type: ignore[union-attr]


async def test_a_click_only_moves_the_cursor_and_what_is_finished_stays(plan: Path) -> None:
    async with running(plan) as driver:
        await at_week_zoom(driver)
        before = driver.session.generation
        await driver.pilot.click(ChartPane, offset=place(driver, "A3", date(2026, 7, 8)))
        await driver.pilot.pause()
        assert driver.app.screen.query_one(TimelineView).record == driver.find("A3")
        await drag(driver, place(driver, "A1", date(2026, 6, 8)), 3)
        assert "A1" in driver.message
        assert driver.session.generation == before


async def test_a_plan_that_is_only_read_cannot_be_dragged(plan: Path) -> None:
    async with running(plan, read_only=True) as driver:
        await at_week_zoom(driver)
        await drag(driver, place(driver, "A2", date(2026, 6, 22)), 7)
        assert driver.message
        assert driver.find("A2").start is None

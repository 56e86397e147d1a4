"""The timeline screen: rows against time, one cursor, zoom and pan; nothing is sent that did not change."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from plan_driver import Driver, make_plan, running

from screens.widgets.timeline_view import TimelineView

ACTIVITIES = [
    {"title": "Kick-off", "when": "10 / 17 mei", "lead": "Projectleider"},
    {"title": "Uitwerking", "when": "juni", "status": "active"},
    {"title": "Sessies", "when": "8 en 15 juni"},
    {"title": "Later", "when": "n.t.b."},
]
MILESTONES = [{"title": "Beheer", "due": "2026-07-01"}]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return make_plan(tmp_path / "p.roadmap.json", activities=ACTIVITIES, milestones=MILESTONES)


def view(driver: Driver) -> TimelineView:
    found = driver.app.screen.query_one(TimelineView)
    assert isinstance(found, TimelineView)
    return found


async def test_everything_in_the_plan_is_on_it(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_timeline")
        text = driver.screen_text()
        for words in ("Kick-off", "Uitwerking", "Beheer", "n.t.b.", "01-07-2026"):
            assert words in text
        assert "◇" in text
        assert "◆" in text
        assert "▂" in text


async def test_the_whole_plan_fits_at_first_sight(plan: Path) -> None:
    async with running(plan, size=(80, 24)) as driver:
        await driver.do("go_timeline")
        timeline, scale = view(driver).timeline, view(driver).scale
        assert timeline is not None
        first, last = timeline.period
        assert scale.first <= first
        assert last <= scale.last


async def test_the_cursor_skips_headings_and_stays_with_its_record(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_timeline")
        assert view(driver).record == driver.find("M1")
        await driver.do("cursor_down", "cursor_down")
        assert view(driver).record == driver.find("A2")
        driver.session.update(driver.find("M1"), {"due": None})
        driver.app.plan_changed()
        await driver.pilot.pause()
        assert view(driver).record == driver.find("A2")


async def test_the_row_says_what_is_known(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_timeline", "cursor_down", "cursor_down", "cursor_down")
        assert "08-06-2026" in driver.screen_text()


async def test_zoom_pan_and_back(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_timeline")
        fitted = view(driver).scale
        await driver.do("zoom_in")
        assert view(driver).scale.eighths_per_week > fitted.eighths_per_week
        before = view(driver).scale
        await driver.do("cursor_right", "page_right")
        assert view(driver).scale.first > before.first
        await driver.do("page_left", "cursor_left")
        assert view(driver).scale == before
        await driver.do("zoom_out", "zoom_out", "fit_plan")
        assert view(driver).scale == fitted


async def test_to_the_bar_and_to_today(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_timeline", "zoom_in", "zoom_in", "page_right", "page_right", "page_right")
        assert view(driver).scale.first > driver.session.today
        await driver.do("show_bar")
        assert view(driver).scale.first <= driver.find("M1").due <= view(driver).scale.last  # type: ignore[attr-defined]
        await driver.do("page_right", "page_right", "show_today")
        assert view(driver).scale.first <= driver.session.today <= view(driver).scale.last


async def test_what_has_no_date_says_so(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_timeline", "cursor_last", "show_bar")
        assert view(driver).record == driver.find("A4")
        assert driver.message


async def test_enter_goes_to_the_record(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_timeline", "cursor_down", "show")
        await driver.pilot.pause()
        assert driver.table.record == driver.find("A1")


async def test_only_what_changed_is_sent(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(plan) as driver:
        await driver.do("go_timeline")
        regions: list[Any] = []
        chart = view(driver)._chart
        refresh = type(chart).refresh
        monkeypatch.setattr(
            type(chart),
            "refresh",
            lambda self, *args, **kw: (regions.extend(args or ["all"]), refresh(self, *args, **kw))[1],
        )
        await driver.do("cursor_down")
        assert "all" not in regions
        assert {region.y for region in regions} <= {4, 6}


async def test_a_resized_terminal_fits_the_plan_again(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_timeline")
        await driver.pilot.resize_terminal(80, 24)
        await driver.pilot.pause()
        assert view(driver).scale.width == view(driver).columns.chart
        assert "Uitwerking" in driver.screen_text()


async def test_an_empty_plan_and_ascii_are_drawn_too(tmp_path: Path) -> None:
    empty = make_plan(tmp_path / "leeg.roadmap.json")
    async with running(empty, size=(60, 15), ascii=True) as driver:
        await driver.do("go_timeline", "zoom_in", "cursor_down", "cursor_right", "fit_plan", "show")
        assert driver.message
        assert "▂" not in driver.screen_text()


async def test_a_row_can_be_ticked_off_and_edited_here(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_timeline", "cursor_down")
        await driver.do("advance_row", "advance_row")
        assert driver.find("A1").status == "done"
        assert view(driver).record == driver.find("A1")
        await driver.do("undo", "edit_row")
        assert "Kick-off" in driver.screen_text()
        await driver.do("cancel")
        await driver.do("new_row")
        await driver.type("Nieuw")
        await driver.do("save_form")
        assert driver.find("A5").title == "Nieuw"
        await driver.saved()


async def test_a_bar_is_moved_with_the_keyboard_in_one_undoable_change(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_timeline", "cursor_down", "cursor_down")
        assert view(driver).record == driver.find("A2")
        await driver.do("move_bar", "month_later")
        assert "01-07-2026" in driver.screen_text()
        assert driver.find("A2").start is None
        await driver.do("put_down")
        await driver.pilot.pause()
        assert (driver.find("A2").start, driver.find("A2").end) == (date(2026, 7, 1), date(2026, 7, 31))
        assert driver.find("A2").when == "juni"
        assert "was: juni" in driver.screen_text()
        await driver.do("reword")
        assert (driver.find("A2").when, driver.find("A2").start, driver.find("A2").end) == ("juli", None, None)
        await driver.do("undo", "undo")
        assert (driver.find("A2").when, driver.find("A2").start) == ("juni", None)
        await driver.saved()


async def test_a_bar_that_is_put_back_changes_nothing(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_timeline", "cursor_down", "cursor_down")
        before = driver.session.generation
        await driver.do("move_bar", "day_later", "stretch", "week_later", "put_back")
        await driver.pilot.pause()
        assert driver.session.generation == before
        assert view(driver).timeline is not None
        assert not view(driver).timeline.preview  # type: ignore[union-attr]
        await driver.do("cursor_down")
        assert view(driver).record == driver.find("A3")


async def test_another_screen_drops_the_bar(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_timeline", "cursor_down", "cursor_down", "move_bar", "week_later", "go_overview")
        await driver.do("go_timeline")
        assert driver.find("A2").start is None


async def test_rows_are_grouped_in_turn_and_the_cursor_stays(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_timeline", "cursor_down", "cursor_down", "group_rows")
        assert "Zonder fase" in driver.screen_text()
        assert view(driver).record == driver.find("A2")
        await driver.do(*["group_rows"] * 5)
        assert "Zonder fase" not in driver.screen_text()


async def test_the_grouping_is_remembered_for_this_plan(plan: Path, tmp_path: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_timeline", "palette")
        await driver.type("per status")
        await driver.press("enter")
        assert "Loopt (1)" in driver.screen_text()
    async with running(plan) as driver:
        await driver.do("go_timeline")
        assert "Loopt (1)" in driver.screen_text()
        await driver.do("group_rows")
        assert "Loopt (1)" not in driver.screen_text()
    async with running(make_plan(tmp_path / "ander.roadmap.json", activities=ACTIVITIES)) as driver:
        await driver.do("go_timeline")
        assert "Loopt (1)" not in driver.screen_text()


async def test_words_that_cannot_be_read_stay_visible_and_wait_to_be_planned(tmp_path: Path) -> None:
    rows = [
        {"title": "Kick-off", "when": "mei"},
        {"title": "Raar", "when": "8-6-2-12"},
        {"title": "Nooit", "when": "31 februari"},
    ]
    async with running(make_plan(tmp_path / "p.roadmap.json", activities=rows), size=(80, 24)) as driver:
        await driver.do("go_timeline", "cursor_last")
        text = driver.screen_text()
        assert "Nog te plannen (2)" in text
        assert "8-6-2-12" in text
        assert "31 februari" in text
        assert view(driver).record == driver.find("A3")
        await driver.do("edit_row")
        assert "bestaat niet" in driver.screen_text()
        await driver.do("cancel")


async def test_the_legend_names_only_the_shapes_of_this_plan(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_timeline")
        text = driver.screen_text()
        assert "periode bekend, dag nog niet" in text
        assert "losse dag" in text
        assert "open eind" not in text
        assert "eerdere planning" not in text

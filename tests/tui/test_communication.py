"""Communication moments: beside their stakeholder, flagged where there is none, and on the timeline when asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_driver import make_plan, running

from roadmap_tui import i18n
from roadmap_tui.planning.gaps import findings


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    i18n.use_language("en")
    return make_plan(
        tmp_path / "proef.roadmap.json",
        stakeholders=[
            {"key": "works", "title": "Ondernemingsraad", "influence": 4, "interest": 4, "approach": "Vroeg betrekken"},
            {"title": "Inwoners", "influence": 2, "interest": 5, "approach": "Nieuwsbrief"},
        ],
        communications=[
            {
                "title": "Adviesaanvraag",
                "stakeholder": "works",
                "when": "15 juni",
                "means": "Brief",
                "responsible": "HR",
            },
            {"title": "Terugblik", "stakeholder": "works", "when": "2 weken na livegang", "responsible": "HR"},
        ],
        activities=[{"title": "Kick-off", "lead": "Projectleider", "when": "10 juni"}],
    )


async def test_moments_are_a_group_on_the_timeline_that_can_be_switched(plan: Path, tmp_path: Path) -> None:
    async with running(plan) as driver:
        await driver.do("go_timeline")
        assert "Adviesaanvraag" not in driver.screen_text()
        await driver.do("toggle_moments", "cursor_last")
        text = driver.screen_text()
        assert "Communication (2)" in text
        assert text.index("Adviesaanvraag") < text.index("Terugblik")
        await driver.do("cursor_up")
        assert "Ondernemingsraad · Brief · HR" in driver.screen_text()
        await driver.do("move_bar")
        assert "change those instead" in driver.message
        await driver.do("show")
        assert driver.app.current_mode == "stakeholders"
        assert driver.table.record is not None
        assert driver.table.record.number == "CM1"
        await driver.do("go_timeline", "toggle_moments")
        assert "Adviesaanvraag" not in driver.screen_text()


async def test_a_plan_without_moments_says_where_to_make_them(tmp_path: Path) -> None:
    i18n.use_language("en")
    async with running(make_plan(tmp_path / "p.roadmap.json")) as driver:
        await driver.do("go_timeline", "toggle_moments")
        assert "no communication moments yet" in driver.message


async def test_the_matrix_is_walked_on_a_small_screen_and_a_cell_filters_the_list(plan: Path) -> None:
    async with running(plan, size=(80, 24)) as driver:
        await driver.do("go_stakeholders", "show_matrix")
        text = driver.screen_text()
        assert "influence 4 x interest 4: S1" in text
        await driver.do("cursor_down", "cursor_down", "cursor_right", "show")
        assert driver.titles == ["Inwoners"]
        await driver.do("clear")
        assert driver.titles == ["Ondernemingsraad", "Inwoners"]


async def test_a_stakeholder_who_hears_nothing_is_found(plan: Path) -> None:
    async with running(plan) as driver:
        found = [
            each.number for each in findings(driver.session.outlook) if each.code == "stakeholder_without_communication"
        ]
        assert found == ["S2"]

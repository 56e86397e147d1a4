"""Risks on screen: occurring, reviewing, opportunities beside threats, and classes of the plan's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_driver import TODAY, make_plan, running

from roadmap_tui import i18n
from roadmap_tui.planning.risks import own_bounds, story


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    i18n.use_language("en")
    return make_plan(
        tmp_path / "proef.roadmap.json",
        plan=[{"title": "Proef", "year": 2026, "risk_classes": "3 6 11"}],
        risks=[
            {
                "key": "time", "title": "Nobody has time", "cause": "Holidays.", "consequence": "Tests are late.",
                "chance": 4, "impact": 3, "owner": "Client",
            },
            {"title": "A grant comes", "kind": "opportunity", "chance": 4, "impact": 3},
        ],
        measures=[
            {"title": "Plan ahead", "risk": "time", "kind": "preventive"},
            {"title": "Hire somebody", "risk": "time", "kind": "corrective"},
        ],
    )  # fmt: skip


async def test_a_risk_that_occurs_fills_the_log_and_undo_empties_it(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("R1")
        await driver.do("occur")
        assert "the log got 2 entries" in driver.message
        assert [entry.title for entry in driver.session.records("log")] == ["Nobody has time", "Hire somebody"]
        await driver.do("occur")
        assert "occurred already" in driver.message
        await driver.do("undo")
        assert driver.session.records("log") == ()


async def test_marked_risks_are_reviewed_today(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("R1")
        await driver.do("cursor_first", "mark", "mark", "review")
        assert [getattr(risk, "reviewed", None) for risk in driver.session.records("risks")] == [TODAY, TODAY]


async def test_own_classes_and_one_sentence_and_a_plus_for_an_opportunity(plan: Path) -> None:
    async with running(plan) as driver:
        await driver.at("R1")
        text = driver.screen_text()
        assert "12-25" in text, "the fourth class starts above 11"
        assert "Z Very high" in next(line for line in text.splitlines() if "Nobody has time" in line)
        assert "+ A grant comes" in text
        assert "1+Z" in text, "one threat and an opportunity in the same cell"
        risk = driver.find("R1")
        assert story(risk) == "Because of: Holidays. It may be that: Nobody has time. So that: Tests are late."
        await driver.do("open")
        assert "In one sentence" in driver.screen_text()


@pytest.mark.parametrize(
    ("text", "bounds"),
    [("4 9 14", (4, 9, 14)), ("3, 8; 15", (3, 8, 15)), ("4/9/14", (4, 9, 14)), ("4 9", ()), ("9 4 14", ()),
     ("4 9 25", ()), ("0 4 9", ()), ("laag 4", ()), ("", ())],
)  # fmt: skip
def test_classes_are_three_rising_scores(text: str, bounds: tuple[int, ...]) -> None:
    assert own_bounds(text) == bounds

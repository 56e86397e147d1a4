"""The screen of reports: made from the plan, judged, issued, and shown on the overview."""

from __future__ import annotations

from pathlib import Path

import pytest
from plan_driver import make_plan, running

from roadmap_tui import i18n


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    i18n.use_language("en")
    return make_plan(
        tmp_path / "proef.roadmap.json",
        milestones=[{"title": "DAP", "due": "2026-09-01"}],
        budget=[{"title": "Licence", "granted": 1000, "spent": 100, "expected": 900}],
    )


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_report_is_made_judged_and_issued(plan: Path, size: tuple[int, int]) -> None:
    async with running(plan, size=size) as driver:
        await driver.app.action_go("reports")
        await driver.pilot.pause()
        await driver.do("new")
        await driver.do("cancel")
        assert driver.titles == ["Progress report 1"]
        await driver.do("next_pane")
        assert [record.aspect for record in driver.table.listing.rows] == [  # type: ignore[attr-defined]
            "money", "organisation", "time", "information", "quality",
        ]  # fmt: skip
        assert "The expected costs stay" in driver.screen_text()
        await driver.do("next_pane")
        await driver.do("advance")
        assert driver.session.find("VR1").status == "issued"  # type: ignore[attr-defined]
        await driver.do("advance")
        assert "was issued and stays as it is" in driver.message
        await driver.app.action_go("overview")
        await driver.pilot.pause()
        assert "Green" in driver.screen_text()

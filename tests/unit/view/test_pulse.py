"""The figures beside the risk matrix, and amounts with points between thousands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmap_tui import i18n
from roadmap_tui.exchange.templates import NewRecord
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.parsing import parse_value
from roadmap_tui.model.record import fields_of
from roadmap_tui.model.steering import BudgetLine
from roadmap_tui.session import Session
from roadmap_tui.view.formats import grouped
from roadmap_tui.view.glyphs import UNICODE
from roadmap_tui.view.pulse import pulse

TODAY = date(2026, 6, 3)


def lines_of(path: Path, *records: tuple[str, dict[str, object]]) -> list[list[tuple[str, Tone]]]:
    made = [NewRecord("plan", 1, {"title": "Proef"})]
    made += [NewRecord(table, place + 2, fields) for place, (table, fields) in enumerate(records)]
    session = Session.create(path, made, user="Test", today=TODAY)
    return [[tuple(run) for run in line] for line in pulse(session.outlook, 100, UNICODE)]


def test_only_what_the_plan_tells_of_is_shown(tmp_path: Path) -> None:
    assert lines_of(tmp_path / "leeg.roadmap.json") == []


def test_money_checklists_risks_and_hours_are_counted(tmp_path: Path) -> None:
    i18n.use_language("en")
    lines = lines_of(
        tmp_path / "vol.roadmap.json",
        ("milestones", {"title": "M"}),
        ("checkpoints", {"title": "a", "milestone": 2, "status": "done"}),
        ("checkpoints", {"title": "b", "milestone": 2}),
        ("budget", {"title": "Licence", "granted": 10000, "spent": 2500, "expected": 12500}),
        ("risks", {"title": "R", "chance": 3, "impact": 3, "trend": "rising"}),
        (
            "activities",
            {
                "title": "Now",
                "lead": "Jan",
                "participants": "Jan",
                "when": "3 juni 2026",
                "sessions": "1 sessie van 4 uur",
            },
        ),
        (
            "activities",
            {
                "title": "Later",
                "lead": "Jan",
                "participants": "Jan",
                "when": "17 juni 2026",
                "sessions": "1 sessie van 8 uur",
            },
        ),
    )
    texts = ["".join(text for text, _tone in line) for line in lines[::2]]
    assert [text.split("  ")[0] for text in texts] == ["Checklists", "Money", "Open risks", "Hours per week"]
    assert texts[0].endswith("1 of 2 points done")
    assert "€ 2.500 of € 10.000 spent" in texts[1]
    assert ("! € 2.500 more expected than granted", Tone.BAD) in lines[3]
    assert "↑ 1 rising" in texts[2]
    assert "▅ █  most in wk 25: 8 hours" in texts[3]


@pytest.mark.parametrize(
    ("value", "words"), [(None, ""), (0, "0"), (999, "999"), (12500, "12.500"), (1250.5, "1.250,5"), (-4500, "-4.500")]
)
def test_amounts_have_points_between_thousands(value: float | None, words: str) -> None:
    assert grouped(value) == words


@pytest.mark.parametrize(("typed", "value"), [("12.500", 12500.0), ("1.250,5", 1250.5), ("12.5", 12.5), ("1,5", 1.5)])
def test_an_amount_is_read_as_it_is_shown(typed: str, value: float) -> None:
    assert parse_value(fields_of(BudgetLine)["granted"], typed) == value

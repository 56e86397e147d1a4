"""The overview's facts, checked by hand against a small plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roadmap_tui.model.fields import Tone
from roadmap_tui.model.ids import new_id
from roadmap_tui.session import Session
from roadmap_tui.view.board import board, column_widths, headline
from roadmap_tui.view.glyphs import ASCII, UNICODE
from roadmap_tui.view.matrix import describe, legend, risk_matrix, stakeholder_matrix
from roadmap_tui.view.overview import countdown, overview
from roadmap_tui.view.text import line_width

TODAY = date(2026, 6, 3)
ACTIVITIES = [
    {"title": "Kick-off", "when": "10 mei", "lead": "Projectleider\nen team", "sessions": "1 sessie van 2 uur"},
    {"title": "Sessie", "when": "4 juni", "status": "active", "sessions": "2 sessies van 3 uur", "optional": True},
    {"title": "Klaar", "when": "1 mei", "status": "done"},
    {"title": "Vervallen", "when": "1 mei", "status": "cancelled"},
]


def session(folder: Path, plan: Mapping[str, Any] | None = None, **tables: Sequence[Mapping[str, Any]]) -> Session:
    """A plan with these records."""
    rows = [("plan", new_id(), {"title": "Proef", "year": 2026, **(plan or {})})]
    rows += [(table, new_id(), dict(fields)) for table, records in tables.items() for fields in records]
    return Session.start(folder / "p.roadmap.json", rows, user="Anna", today=TODAY)


def test_one_late_activity_out_of_two_that_run_puts_a_plan_in_danger(tmp_path: Path) -> None:
    found = overview(session(tmp_path, activities=ACTIVITIES))
    assert (found.state, found.tone) == ("bad", Tone.BAD)
    assert (found.total, found.done, found.active, found.progress) == (3, 1, 1, 33)
    assert found.why == found.reasons[0]
    assert [(entry.number, entry.day, entry.who) for entry in found.late.entries] == [
        ("A1", date(2026, 5, 10), "Projectleider en team")
    ]
    assert "24" in found.late.entries[0].word
    assert [(entry.number, entry.day) for entry in found.this_week.entries] == [("A2", date(2026, 6, 4))]
    assert (found.hours.sessions, found.hours.fixed, found.hours.without_options) == (3, 8, 2)
    assert found.changed_by == "Anna"
    assert found.changed is not None


def test_a_plan_without_activities_is_on_track_and_says_why(tmp_path: Path) -> None:
    found = overview(session(tmp_path))
    assert (found.state, found.progress, found.total) == ("good", 0, 0)
    assert found.why
    assert found.weeks_to_go_live is None
    assert found.countdown == ""


def test_lists_are_cut_but_counted(tmp_path: Path) -> None:
    late = [{"title": f"Te laat {number}", "when": "10 mei"} for number in range(7)]
    found = overview(session(tmp_path, activities=late), limit=3)
    assert (len(found.late.entries), found.late.total) == (3, 7)


def test_milestones_say_how_far_they_are(tmp_path: Path) -> None:
    plan = session(tmp_path, milestones=[{"title": "Beheer", "due": "2026-06-01"}, {"title": "Zonder datum"}])
    plan.add("checkpoints", {"title": "Punt", "milestone": plan.find("M1").id, "status": "done"})
    plan.add("checkpoints", {"title": "Punt", "milestone": plan.find("M1").id})
    first, second = overview(plan).milestones.entries
    assert (first.number, first.done, first.total, first.tone, first.day) == ("M1", 1, 2, Tone.BAD, date(2026, 6, 1))
    assert (second.number, second.total, second.day) == ("M2", 0, None)


@pytest.mark.parametrize(
    ("day", "number"),
    [(date(2026, 6, 4), "1"), (date(2026, 6, 16), "13"), (date(2026, 6, 17), "2"), (date(2026, 5, 1), "4")],
)
def test_a_countdown_is_in_days_when_near_and_in_weeks_when_not(day: date, number: str) -> None:
    assert number in countdown(day, TODAY).split()


def test_go_live_is_counted_in_whole_weeks(tmp_path: Path) -> None:
    assert overview(session(tmp_path, {"go_live": "2026-09-02"})).weeks_to_go_live == 13
    assert overview(session(tmp_path, {"go_live": "2026-05-21"})).weeks_to_go_live == -1


@pytest.mark.parametrize("width", [40, 78, 118, 198])
@pytest.mark.parametrize("height", [1, 5, 13, 40])
def test_the_board_keeps_within_its_room(tmp_path: Path, width: int, height: int) -> None:
    late = [{"title": "Een lange naam voor een activiteit " * 3, "when": "10 mei"} for _number in range(30)]
    risks = [{"title": "Risico", "chance": 5, "impact": number % 5 + 1} for number in range(9)]
    found = overview(session(tmp_path, activities=late, risks=risks))
    columns = board(found, width, height, UNICODE)
    assert len(columns) == len(column_widths(width))
    for lines, room in zip(columns, column_widths(width), strict=True):
        assert len(lines) <= height
        assert all(line_width(line.runs) <= max(room, 56) for line in lines)


def test_a_long_list_leaves_room_for_the_short_ones(tmp_path: Path) -> None:
    late = [{"title": "Laat", "when": "10 mei"} for _number in range(30)]
    found = overview(session(tmp_path, activities=late, risks=[{"title": "Risico", "chance": 4, "impact": 4}]))
    (lines,) = board(found, 78, 13, UNICODE)
    assert "R1" in [line.record.number for line in lines if line.record]


def test_the_headline_opens_with_the_state(tmp_path: Path) -> None:
    found = overview(session(tmp_path, {"go_live": "2026-09-02"}, activities=ACTIVITIES))
    first = headline(found, 78, ASCII)[0]
    assert first[0].text.startswith(f"! {found.state_word}")
    assert first[0].tone is Tone.BAD
    assert all(line_width(line) <= 100 for line in headline(found, 78, ASCII))


def test_the_matrix_holds_every_open_risk_once(tmp_path: Path) -> None:
    risks = [
        {"title": "Zwaar", "chance": 5, "impact": 5},
        {"title": "Ook zwaar", "chance": 5, "impact": 5},
        {"title": "Licht", "chance": 1, "impact": 2},
        {"title": "Dicht", "chance": 5, "impact": 5, "status": "closed"},
        {"title": "Onbekend"},
        {"title": "Half", "chance": 3},
    ]
    found = risk_matrix(session(tmp_path, risks=risks).outlook)
    assert len(found.cells) == 25
    assert [risk.title for risk in found.cells[5, 5].records] == ["Zwaar", "Ook zwaar"]
    assert [risk.title for risk in found.cells[1, 2].records] == ["Licht"]
    assert sum(len(cell.records) for cell in found.cells.values()) == 3
    assert [risk.title for risk in found.unplaced] == ["Onbekend", "Half"]
    letters = {place: cell.meaning.letter for place, cell in found.cells.items() if cell.meaning}
    assert (letters[1, 4], letters[1, 5], letters[2, 5], letters[3, 5]) == ("L", "M", "H", "Z")
    assert describe(found, found.cells[5, 5]).endswith("R1, R2")


def test_stakeholders_stand_by_influence_and_interest(tmp_path: Path) -> None:
    rows = [
        {"title": "Stuurgroep", "influence": 5, "interest": 5},
        {"title": "Inwoners", "influence": 1, "interest": 4},
        {"title": "Onbekend", "influence": 4},
    ]
    found = stakeholder_matrix(session(tmp_path, stakeholders=rows).outlook)
    assert [record.title for record in found.cells[5, 5].records] == ["Stuurgroep"]
    assert [record.title for record in found.cells[1, 4].records] == ["Inwoners"]
    assert [record.title for record in found.unplaced] == ["Onbekend"]
    names = {place: cell.meaning.name for place, cell in found.cells.items() if cell.meaning}
    assert (names[5, 5], names[3, 3]) == ("Nauw betrekken", "Nauw betrekken")
    assert (names[5, 2], names[2, 5], names[2, 2]) == ("Tevreden houden", "Informeren", "Volgen")


def test_the_legend_takes_a_second_line_where_one_is_too_short(tmp_path: Path) -> None:
    found = stakeholder_matrix(session(tmp_path).outlook)
    assert len(legend(found.meanings, 80)) == 1
    assert all(line_width(line) <= 42 for line in legend(found.meanings, 42))

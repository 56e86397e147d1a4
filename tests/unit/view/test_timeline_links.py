"""Links, critical path, baseline and groups on the timeline."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roadmap_tui.errors import UsageError
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.ids import new_id
from roadmap_tui.planning.baseline import baseline_fields
from roadmap_tui.session import Session
from roadmap_tui.view.glyphs import UNICODE
from roadmap_tui.view.timeline import Timeline
from roadmap_tui.view.timeline_cells import BLANK, Cell
from roadmap_tui.view.timeline_links import neighbours, overlaid, strokes
from roadmap_tui.view.timeline_marks import Shape
from roadmap_tui.view.timeline_rows import Row, grouping_named
from roadmap_tui.view.timeline_text import timeline_text
from roadmap_tui.view.timescale import TimeScale

TODAY = date(2026, 5, 4)
MONDAY = date(2026, 5, 4)
FIRST = ["Mijlpalen (2)", "M1", "M2"]
SCALE = TimeScale(MONDAY, 56, 60)  # a day is a cell
ACTIVITIES: list[dict[str, Any]] = [
    {"title": "Een", "when": "4 t/m 8 mei", "phase": "Start", "lead": "Anna", "status": "done"},
    {"title": "Twee", "when": "13 t/m 15 mei", "phase": "Bouw", "lead": "Bram"},
    {"title": "Drie", "when": "18 t/m 22 mei", "phase": "Start", "lead": "Anna"},
    {"title": "Los", "when": "5 mei"},
]


def plan(path: Path, *links: tuple[int, int, str]) -> Session:
    ids = [new_id() for _activity in ACTIVITIES]
    milestone = new_id()
    rows: list[tuple[str, int, Mapping[str, Any]]] = [
        ("plan", new_id(), {"title": "Proef", "year": 2026}),
        ("milestones", milestone, {"title": "Klaar", "due": "2026-05-29"}),
        ("milestones", new_id(), {"title": "Later", "due": "2026-06-05"}),
    ]
    for index, (activity_id, fields) in enumerate(zip(ids, ACTIVITIES, strict=True)):
        rows.append(("activities", activity_id, {**fields, "milestone": milestone if index == 1 else None}))
    rows += [("links", new_id(), {"source": ids[a], "target": ids[b], "kind": kind}) for a, b, kind in links]
    return Session.start(path / "p.roadmap.json", rows, user="Anna", today=TODAY)


def row(timeline: Timeline, session: Session, number: str) -> tuple[int, Row]:
    place = timeline.index_of(session.find(number).id)
    assert place is not None
    return place, timeline.rows[place]


def numbers(timeline: Timeline) -> list[str]:
    return [row.record.number if row.record else row.heading for row in timeline.rows]


def test_a_link_runs_from_the_end_of_one_bar_to_the_start_of_the_other(tmp_path: Path) -> None:
    session = plan(tmp_path, (0, 2, "FS"))
    timeline = Timeline(session.outlook)
    first, one = row(timeline, session, "A1")
    third, three = row(timeline, session, "A3")
    drawn = {(s.row, s.cell): s.sign for s in strokes(timeline, one, SCALE, range(20), UNICODE)}
    assert drawn[first, 5] == "┐"  # Een ends on Friday: the line begins in the cell of Saturday
    assert drawn[first + 1, 5] == "│"
    assert drawn[third, 5] == "└"
    assert drawn[third, 13] == "▸"  # Drie begins on Monday the 18th: cell 14
    assert neighbours(timeline, one) == {three.id: "waiting"}
    assert neighbours(timeline, three) == {one.id: "waits_for"}


def test_only_what_is_in_sight_is_drawn(tmp_path: Path) -> None:
    session = plan(tmp_path, (0, 2, "SS"), (2, 1, "FF"))
    timeline = Timeline(session.outlook)
    place, three = row(timeline, session, "A3")
    assert {s.row for s in strokes(timeline, three, SCALE, range(place, place + 1), UNICODE)} == {place}
    assert strokes(timeline, timeline.rows[0], SCALE, range(20), UNICODE) == []


def test_the_critical_path_needs_links(tmp_path: Path) -> None:
    loose = plan(tmp_path)
    assert not any(Timeline(loose.outlook).is_critical(a) for a in loose.records("activities"))
    linked = plan(tmp_path, (1, 2, "FS"))
    timeline = Timeline(linked.outlook)
    critical = [a.number for a in linked.records("activities") if timeline.is_critical(a)]
    assert critical == ["A2", "A3"]


def test_a_ghost_shows_where_the_baseline_had_it(tmp_path: Path) -> None:
    session = plan(tmp_path)
    session.add("baselines", baseline_fields(session.outlook, "Stuurgroep"))
    session.update(session.find("A2"), {"start": "2026-05-18", "end": "2026-05-20"})
    timeline = Timeline(session.outlook)
    ghosts = {
        r.record.number: mark
        for r in timeline.rows
        if r.record
        for mark in timeline.marks(r, SCALE)
        if mark.shape is Shape.GHOST
    }
    assert list(ghosts) == ["A2"]
    assert (ghosts["A2"].start, ghosts["A2"].end) == (9 * 8, 12 * 8)


def test_a_preview_moves_the_bar_and_leaves_a_ghost(tmp_path: Path) -> None:
    session = plan(tmp_path)
    timeline = Timeline(session.outlook)
    moved = timeline.previewing({session.find("A2").id: (date(2026, 5, 20), date(2026, 5, 22))})
    marks = moved.marks(row(moved, session, "A2")[1], SCALE)
    assert [(mark.shape, mark.start // 8) for mark in marks] == [(Shape.GHOST, 9), (Shape.SOLID, 16)]
    assert timeline.preview == {}


@pytest.mark.parametrize(
    ("grouping", "order"),
    [
        ("phase", [*FIRST, "Start (2)", "A1", "A3", "Bouw (1)", "A2", "Zonder fase (1)", "A4"]),
        ("lead", [*FIRST, "Anna (2)", "A1", "A3", "Bram (1)", "A2", "Nog geen lead (1)", "A4"]),
        ("milestone", ["Klaar (2)", "M1", "A2", "Mijlpalen (1)", "M2", "Zonder mijlpaal (3)", "A1", "A3", "A4"]),
        ("status", [*FIRST, "Nog niet gestart (3)", "A2", "A3", "A4", "Afgerond (1)", "A1"]),
    ],
)  # fmt: skip
def test_groups(tmp_path: Path, grouping: str, order: list[str]) -> None:
    assert numbers(Timeline(plan(tmp_path).outlook, grouping)) == order


def test_a_grouping_by_name() -> None:
    assert grouping_named("phase") == "phase"
    assert grouping_named("Per lead") == "lead"
    with pytest.raises(UsageError):
        grouping_named("kleur")


def test_a_line_never_hides_a_bar(tmp_path: Path) -> None:
    session = plan(tmp_path, (0, 2, "FS"))
    timeline = Timeline(session.outlook)
    place, one = row(timeline, session, "A1")
    drawn = strokes(timeline, one, SCALE, range(20), UNICODE)
    bar = [Cell("▆", Tone.ACCENT)] * SCALE.width
    assert overlaid(bar, drawn, place, UNICODE) == bar
    blank = overlaid([BLANK] * SCALE.width, drawn, place, UNICODE)
    assert blank[5] == Cell("┐", Tone.ACCENT)


def test_rows_are_grouped_as_text_too(tmp_path: Path) -> None:
    lines = ["".join(run.text for run in line) for line in timeline_text(plan(tmp_path), 100, group="fase")]
    assert any(line.startswith("Start (2)") for line in lines)

"""The timeline as text: the same picture as on the screen, checked line by line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmap_tui.errors import UsageError
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.ids import new_id
from roadmap_tui.session import Session
from roadmap_tui.view.glyphs import ASCII, SHADED, UNICODE
from roadmap_tui.view.text import line_width, width_of
from roadmap_tui.view.timeline import Timeline
from roadmap_tui.view.timeline_cells import BLANK, write
from roadmap_tui.view.timeline_legend import legend, shapes_in
from roadmap_tui.view.timeline_text import description, header, timeline_text
from roadmap_tui.view.timescale import TimeScale, upper_labels

TODAY = date(2026, 6, 10)
ACTIVITIES = [
    {"title": "Kick-off", "when": "10 / 17 mei", "lead": "Projectleider"},
    {
        "title": "Sessies",
        "when": "8 en 15 juni",
        "status": "active",
        "sessions": "2 sessies van 3 uur",
        "sessions_held": 1,
    },
    {"title": "Uitwerking", "when": "mei, juni, juli"},
    {"title": "Oplevering", "when": "1 t/m 14 juli", "status": "done"},
    {"title": "Nazorg", "when": "n.t.b."},
    {"title": "Beheer", "when": "vanaf 1 augustus"},
]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    rows = [("plan", new_id(), {"title": "Proef", "year": 2026, "go_live": "2026-08-03"})]
    rows += [("activities", new_id(), dict(fields)) for fields in ACTIVITIES]
    rows.append(("milestones", new_id(), {"title": "Draaiboek", "due": "2026-07-20"}))
    rows.append(("milestones", new_id(), {"title": "Evaluatie"}))
    return Session.start(tmp_path / "p.roadmap.json", rows, user="Anna", today=TODAY)


def plain(session: Session, width: int, zoom: str | None = None) -> list[str]:
    return ["".join(run.text for run in line) for line in timeline_text(session, width, zoom)]


def test_groups_milestones_first_and_what_has_no_date_last(session: Session) -> None:
    order = [row.record.number if row.record else "-" for row in Timeline(session.outlook).rows]
    assert order == ["-", "M1", "-", "A1", "A2", "A3", "A4", "A6", "-", "A5", "M2"]


def test_a_plan_of_activities_alone_needs_no_headings(tmp_path: Path) -> None:
    rows = [
        ("plan", new_id(), {"title": "Proef", "year": 2026}),
        ("activities", new_id(), {"title": "Een", "when": "mei"}),
    ]
    found = Timeline(Session.start(tmp_path / "p.roadmap.json", rows, user="Anna", today=TODAY).outlook)
    assert [row.id != 0 for row in found.rows] == [True]


def test_the_picture_at_80_columns(session: Session) -> None:
    lines = plain(session, 80)
    rows = {line[:3].strip(): line[28:] for line in lines if line[:1] in "AM" and line[1:2].isdigit()}
    assert rows["A1"].count("◇") == 2
    assert rows["A2"].count("▌") + rows["A2"].count("▐") == 2
    assert set(rows["A3"].replace(" ", "").replace("·", "")) == {"▂"}
    assert set(rows["A4"]) & set("▆▖")
    assert rows["A5"].startswith("n.t.b.")
    assert "▅▃▁▸" in rows["A6"]
    assert "◆" in rows["M1"]


def test_every_line_keeps_within_the_width(session: Session) -> None:
    for width in (40, 60, 80, 100, 120, 200):
        for zoom in (None, "day", "week", "month", "quarter"):
            assert all(line_width(line) <= width for line in timeline_text(session, width, zoom))


def test_ascii_only_where_asked(session: Session) -> None:
    lines = ["".join(run.text for run in line) for line in timeline_text(session, 100, None, ASCII)]
    assert all(line.isascii() for line in lines)


def test_an_unknown_zoom_is_refused(session: Session) -> None:
    with pytest.raises(UsageError):
        timeline_text(session, 80, "eeuw")


def test_late_is_red_and_sessions_held_are_green(session: Session) -> None:
    lines = {line[0].text.strip(): line for line in timeline_text(session, 80) if line and line[0].text[:1] == "A"}
    assert Tone.BAD in [run.tone for run in lines["A1"] if "◇" in run.text]
    assert next(run.tone for run in lines["A2"] if set(run.text) & set("▌▐▆")) is Tone.GOOD


def test_a_row_in_words(session: Session) -> None:
    timeline = Timeline(session.outlook)
    place = timeline.index_of(session.find("A1").id)
    assert place is not None
    words = "".join(run.text for run in description(timeline, timeline.rows[place], ASCII))
    for part in ("A1 Kick-off", "10 / 17 mei", "10-05-2026", "17-05-2026", "Projectleider"):
        assert part in words


def test_today_is_in_view_when_near_and_not_when_far(session: Session) -> None:
    assert Timeline(session.outlook).period == (date(2026, 5, 1), date(2026, 8, 29))
    later = Session.start(session.path, [], user="Anna", today=date(2030, 1, 1))
    assert Timeline(later.outlook).period[0] == date(2030, 1, 1)


def test_a_typing_error_of_a_century_does_not_squeeze_the_plan(tmp_path: Path) -> None:
    rows = [("plan", new_id(), {"title": "Proef", "year": 2026})]
    rows += [("activities", new_id(), {"title": "Een", "when": "mei"}) for _number in range(30)]
    rows.append(("activities", new_id(), {"title": "Fout", "start": "2126-05-01", "end": "2126-05-02"}))
    found = Timeline(Session.start(tmp_path / "p.roadmap.json", rows, user="Anna", today=TODAY).outlook)
    assert found.period[1].year == 2026


def test_late_shows_without_colours(session: Session) -> None:
    rows = {line[:3].strip(): line for line in plain(session, 80)}
    assert "!" in rows["A1"]
    assert "!" not in rows["A3"]


def flags(session: Session, first: date, width: int) -> str:
    scale = TimeScale(first, 8, width)
    return "".join(cell.sign for cell in header(Timeline(session.outlook), scale, UNICODE)[2])


def test_today_and_go_live_share_their_line(session: Session) -> None:
    far = flags(session, date(2026, 2, 2), 60)
    assert far.strip() == "vandaag wo 10-06 ▼       ◆ livegang ma 03-08"
    assert (far.index("▼"), far.index("◆")) == (18, 26)
    assert flags(session, date(2026, 4, 6), 60).strip() == "vandaag ▼       ◆ livegang ma 03-08"
    near = flags(session, date(2026, 6, 8), 24)
    assert near.index("▼") == 0
    assert near.index("◆") == 8


def test_days_are_counted_with_their_weeks_above_them() -> None:
    labels = upper_labels(TimeScale(date(2026, 6, 1), 168, 70))
    assert [(label.cell, label.text) for label in labels] == [(0, "juni"), (21, "wk 24"), (42, "wk 25"), (63, "wk 26")]


def test_a_legend_breaks_its_lines_and_leaves_out_what_is_drawn_alike(session: Session) -> None:
    shapes = shapes_in(Timeline(session.outlook))
    assert {"solid", "period", "tick", "choice", "milestone", "open_end"} <= shapes
    assert "ghost" not in shapes
    for width in (30, 60, 100):
        lines = legend(width, SHADED, shapes | {"part"})
        assert max(sum(len(piece.text) for piece in line) for line in lines) <= width + 3
        words = " ".join(piece.text for line in lines for piece in line)
        assert "deel van een maand" not in words
    assert "deel van een maand" in "".join(p.text for line in legend(100, UNICODE, shapes | {"part"}) for p in line)


def test_words_of_wide_signs_keep_the_row_in_its_width() -> None:
    cells = [BLANK] * 8
    write(cells, 2, "会議a\u0301!", Tone.NORMAL)
    assert sum(width_of(cell.sign) for cell in cells) == 8
    assert "".join(cell.sign for cell in cells).startswith("  会議a!")

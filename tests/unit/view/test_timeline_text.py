"""The timeline as text: the same picture as on the screen, checked line by line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmap_tui.errors import UsageError
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.ids import new_id
from roadmap_tui.session import Session
from roadmap_tui.view.glyphs import ASCII
from roadmap_tui.view.text import line_width
from roadmap_tui.view.timeline import Timeline
from roadmap_tui.view.timeline_text import description, timeline_text

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

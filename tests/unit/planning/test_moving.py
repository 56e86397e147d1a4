"""Moving and stretching bars, what follows from it, and words that fit the new days."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roadmap_tui.errors import UsageError
from roadmap_tui.model.ids import new_id
from roadmap_tui.planning.moving import effects, pick_up, to_write
from roadmap_tui.planning.reading import Reader
from roadmap_tui.planning.rewording import words_for
from roadmap_tui.planning.when.model import WhenContext
from roadmap_tui.session import Session

TODAY = date(2026, 5, 4)


def plan(path: Path, *whens: str, links: tuple[tuple[int, int], ...] = (), **fields: Any) -> Session:
    ids = [new_id() for _when in whens]
    rows: list[tuple[str, int, dict[str, Any]]] = [("plan", new_id(), {"title": "Proef", "year": 2026})]
    rows += [("activities", i, {"title": w, "when": w, **fields}) for i, w in zip(ids, whens, strict=True)]
    rows += [("links", new_id(), {"source": ids[a], "target": ids[b], "kind": "FS"}) for a, b in links]
    rows.append(("milestones", new_id(), {"title": "Klaar", "due": "2026-05-29"}))
    return Session.start(path / "p.roadmap.json", rows, user="Anna", today=TODAY)


def test_a_bar_moves_by_days_weeks_and_months(tmp_path: Path) -> None:
    session = plan(tmp_path, "4 t/m 8 mei")
    bar = pick_up(session.outlook, session.find("A1"))
    assert not bar.is_moved
    moved = bar.shifted(1, "D").shifted(1, "W").shifted(1, "M")
    assert (moved.start, moved.end) == (date(2026, 6, 12), date(2026, 6, 16))
    assert moved.shifted(-1, "M").shifted(-8, "D") == bar


def test_whole_months_stay_whole_months(tmp_path: Path) -> None:
    session = plan(tmp_path, "januari")
    moved = pick_up(session.outlook, session.find("A1")).shifted(1, "M")
    assert (moved.start, moved.end) == (date(2026, 2, 1), date(2026, 2, 28))
    assert moved.shifted(1, "M").end == date(2026, 3, 31)


def test_an_end_never_comes_before_its_start(tmp_path: Path) -> None:
    session = plan(tmp_path, "4 t/m 8 mei")
    bar = pick_up(session.outlook, session.find("A1")).stretched(-9, "D")
    assert (bar.start, bar.end) == (date(2026, 5, 4), date(2026, 5, 4))


def test_an_open_side_stays_open(tmp_path: Path) -> None:
    session = plan(tmp_path, "vanaf 1 juni")
    bar = pick_up(session.outlook, session.find("A1")).shifted(1, "W")
    assert to_write(bar, None) == [("activities", session.find("A1").id, {"start": "2026-06-08"})]


def test_what_waits_moves_along_and_only_broken_agreements_are_written(tmp_path: Path) -> None:
    session = plan(tmp_path, "4 t/m 8 mei", "11 t/m 15 mei", links=((0, 1),))
    one, two = session.find("A1"), session.find("A2")
    bar = pick_up(session.outlook, one).shifted(1, "W")
    found = effects(session.outlook, bar)
    assert found is not None
    # A1 takes the week in which A2 was, so A2 goes on after it
    assert [move.id for move in found.moves] == [one.id, two.id]
    assert found.moves[0].new_start == date(2026, 5, 11)
    assert found.moves[1].new_start > found.moves[0].new_finish
    assert [row[1] for row in to_write(bar, found)] == [one.id, two.id]
    assert to_write(bar, found)[0][2] == {"start": "2026-05-11", "end": "2026-05-15"}


def test_nothing_follows_where_nothing_is_linked(tmp_path: Path) -> None:
    session = plan(tmp_path, "4 t/m 8 mei", "11 t/m 15 mei")
    assert effects(session.outlook, pick_up(session.outlook, session.find("A1")).shifted(1, "W")) is None


def test_milestones_move_but_do_not_stretch(tmp_path: Path) -> None:
    session = plan(tmp_path)
    bar = pick_up(session.outlook, session.find("M1")).shifted(1, "W")
    assert to_write(bar, None) == [("milestones", session.find("M1").id, {"due": "2026-06-05"})]
    with pytest.raises(UsageError):
        bar.stretched(1, "D")


@pytest.mark.parametrize(("when", "status"), [("4 mei", "done"), ("elke week", "todo")])
def test_some_bars_stay_put(tmp_path: Path, when: str, status: str) -> None:
    session = plan(tmp_path, when, status=status)
    with pytest.raises(UsageError):
        pick_up(session.outlook, session.find("A1"))


def test_the_calendar_ends_somewhere(tmp_path: Path) -> None:
    session = plan(tmp_path, "4 mei")
    with pytest.raises(UsageError):
        pick_up(session.outlook, session.find("A1")).shifted(12 * 200, "M")


@pytest.mark.parametrize(
    "words",
    [
        "begin mei", "half mei", "eind mei", "begin mei t/m eind juni", "mei", "mei t/m juli", "december 2027", "Q2",
        "Q2 t/m Q3", "week 23", "4 t/m 15 mei", "28 mei t/m 3 juni", "8 juni", "eerste helft 2026", "tweede helft 2027",
        "12 december t/m 3 januari 2027",
    ],
)  # fmt: skip
def test_words_for_unmoved_days_are_the_same_words(words: str) -> None:
    reading = Reader(WhenContext(2026, TODAY)).when(words)
    assert reading.start is not None
    assert reading.end is not None
    assert words_for(reading.start, reading.end, reading.precision, 2026) == words


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        (date(2026, 6, 1), date(2026, 6, 10), "part_month", "begin juni"),
        (date(2026, 5, 8), date(2026, 5, 17), "part_month", "half mei"),
        (date(2026, 5, 8), date(2026, 6, 7), "month", "mei"),
        (date(2026, 7, 20), date(2026, 9, 19), "month", "augustus t/m september"),
        (date(2027, 1, 4), date(2027, 1, 10), "week", "week 1 2027"),
    ],
)
def test_words_for_moved_days_are_as_loose_as_before(start: date, end: date, precision: str, words: str) -> None:
    assert words_for(start, end, precision, 2026) == words

"""What moves if something slips, and how far a plan is from its baseline."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from schedule_samples import plan_with

from roadmap_tui.editing import edits
from roadmap_tui.errors import UsageError
from roadmap_tui.model.activity import Activity
from roadmap_tui.planning.baseline import baseline_fields, compare, find_baseline
from roadmap_tui.planning.consequences import Consequences, consequences, dates_to_write, read_slip
from roadmap_tui.session import Session


def day(number: int, month: int) -> date:
    """A day in 2026."""
    return date(2026, month, number)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A1 (5 days from 2 March) > A2 (agreed for 16 March) > A3 (3 days) > A4 (in May) ; A5 stands by itself."""
    activities = [
        {"id": 101, "title": "Design", "start": "2026-03-02", "duration": 5},
        {"id": 102, "title": "Session", "when": "16 maart"},
        {"id": 103, "title": "Work out", "duration": 3},
        {"id": 104, "title": "Present", "when": "mei"},
        {"id": 105, "title": "Alone", "when": "20 maart"},
        {"id": 106, "title": "Old", "when": "1 maart", "status": "done"},
        {"id": 107, "title": "Off", "when": "april", "status": "cancelled"},
    ]
    links = [{"source": 101, "target": 102}, {"source": 102, "target": 103}, {"source": 103, "target": 104}]
    milestones = [{"id": 201, "title": "Ready", "due": "2026-06-01"}]
    return plan_with(tmp_path, {"activities": activities, "links": links, "milestones": milestones}, start="2026-03-02")


def slip(session: Session, word: str, text: str) -> Consequences:
    """What follows if an activity slips."""
    record = session.find(word)
    assert isinstance(record, Activity)
    return consequences(session.outlook, record, read_slip(text))


def moves(found: Consequences) -> list[tuple[int, date, date, bool]]:
    """Which activities move, to what, and whether that breaks an agreement."""
    return [(move.id, move.new_start, move.new_finish, move.agreed) for move in found.moves]


def test_a_slip_that_others_have_room_for_moves_nothing_else(session: Session) -> None:
    found = slip(session, "A1", "1w")
    assert moves(found) == [(101, day(9, 3), day(13, 3), True)]
    assert found.old_finish == found.new_finish == day(31, 5)
    assert found.conflicts == ()


def test_a_larger_slip_pushes_agreed_dates_and_computed_ones(session: Session) -> None:
    """Design ends on 20 March, so the session is on Monday 23 March and working out takes 24-26 March."""
    assert moves(slip(session, "A1", "2w")) == [
        (101, day(16, 3), day(20, 3), True),
        (102, day(23, 3), day(23, 3), True),
        (103, day(24, 3), day(26, 3), False),
    ]


def test_a_period_gives_way_only_when_it_is_over(session: Session) -> None:
    """36 working days after 16 March is 8 May: 6 and 27 April and 5 May do not count.

    Working out then takes 11-13 May, and as the 14th is Ascension Day there is May from the 15th.
    """
    inside = slip(session, "A2", "36d")
    assert moves(inside)[1:] == [(103, day(11, 5), day(13, 5), False), (104, day(15, 5), day(31, 5), False)]
    over = slip(session, "A2", "10w")
    assert moves(over)[-1][0] == 104
    assert moves(over)[-1][3] is True
    assert over.new_finish is not None
    assert over.new_finish > day(31, 5)


def test_nothing_is_changed_by_asking(session: Session) -> None:
    before = session.generation, session.outlook.schedule
    slip(session, "A1", "4w")
    assert (session.generation, session.outlook.schedule) == before


def test_an_existing_contradiction_is_not_pushed_on(session: Session) -> None:
    """The session on 3 March came too early already: only what the slip adds moves it."""
    session.update(session.find("A2"), {"when": "3 maart"})
    assert [item.days for item in session.outlook.schedule.conflicts] == [4]  # Monday 9 March instead of Tuesday 3
    found = slip(session, "A1", "2d")
    assert moves(found)[:2] == [(101, day(4, 3), day(10, 3), True), (102, day(5, 3), day(5, 3), True)]
    assert found.conflicts == ()


def test_a_last_day_that_is_missed_is_a_new_contradiction(session: Session) -> None:
    session.update(session.find("A3"), {"when": "uiterlijk 20 maart"})
    assert session.outlook.schedule.conflicts == ()
    assert [(item.kind, item.target, item.days) for item in slip(session, "A1", "2w").conflicts] == [
        ("deadline", 103, 4)
    ]


def test_the_slip_can_be_carried_out_as_one_change_and_taken_back(session: Session) -> None:
    found = slip(session, "A1", "2w")
    changes = [
        change
        for each, fields in dates_to_write(found)
        if (record := session.record("activities", each))
        for change in edits.set_fields(record, fields)
    ]
    session.commit(changes)
    now = session.outlook.schedule
    assert [(each, now.tasks[each].early_start) for each in (101, 102, 103)] == [
        (101, day(16, 3)),
        (102, day(23, 3)),
        (103, day(24, 3)),
    ]
    assert now.conflicts == ()
    session.undo()
    assert session.outlook.schedule.tasks[102].early_start == day(16, 3)


@pytest.mark.parametrize("text", ["", "2", "0d", "-2w", "2 jaar", "999w", "w"])
def test_how_far_must_be_understood(text: str) -> None:
    with pytest.raises(UsageError):
        read_slip(text)


@pytest.mark.parametrize("word", ["A6", "A7"])
def test_what_is_done_or_cancelled_cannot_slip(session: Session, word: str) -> None:
    with pytest.raises(UsageError, match=word):
        slip(session, word, "1w")


def save(session: Session, name: str) -> None:
    """Keep the dates of today."""
    session.add("baselines", baseline_fields(session.outlook, name))


def test_a_baseline_keeps_all_dates_and_tells_what_slipped(session: Session) -> None:
    save(session, "Approved")
    session.update(session.find("A5"), {"when": "27 maart"})
    session.update(session.find("A4"), {"when": "april"})
    session.update(session.find("M1"), {"due": "2026-06-08"})
    found = compare(session.outlook, find_baseline(session.outlook, "approved"))
    assert found.baseline.saved == session.today
    days = {slip.record.id: slip.days for slip in (*found.milestones, *found.activities)}
    assert days[105] == 5
    assert days[201] == 5
    assert days[104] == -18  # from 29 May to 30 April: May has 18 working days without the 5th, 14th and 25th
    assert days[101] == 0
    assert (found.was, found.now, found.days) == (day(31, 5), day(30, 4), -18)


def test_a_baseline_tells_what_came_and_went(session: Session) -> None:
    save(session, "Approved")
    new = session.add("activities", {"title": "New", "when": "juni"})
    session.commit(edits.delete(session.tables, [session.find("A5")]))
    found = compare(session.outlook, find_baseline(session.outlook, "V1"))
    assert [record.id for record in found.added] == [new]
    assert found.removed == (105,)


def test_names_of_baselines(session: Session) -> None:
    with pytest.raises(UsageError, match="--save-baseline"):
        find_baseline(session.outlook, "Approved")
    save(session, "  Approved   in May ")
    assert find_baseline(session.outlook, "approved in may").title == "Approved in May"
    for name in ("", "   ", "approved IN may"):
        with pytest.raises(UsageError):
            baseline_fields(session.outlook, name)
    with pytest.raises(UsageError, match="Approved in May"):
        find_baseline(session.outlook, "Approved in Mai")


def test_a_milestone_without_a_date_has_no_slip(session: Session) -> None:
    session.add("milestones", {"title": "Some day"})
    save(session, "x")
    found = compare(session.outlook, find_baseline(session.outlook, "x"))
    assert [slip.days for slip in found.milestones] == [0, None]

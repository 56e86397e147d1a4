"""From a plan to its schedule: what the words of people do, and who can work when."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from schedule_samples import plan_with

from roadmap_tui.errors import UsageError
from roadmap_tui.model.activity import Activity
from roadmap_tui.planning.availability import days_in
from roadmap_tui.planning.contradictions import Names, loop_sentence, sentence
from roadmap_tui.planning.gaps import findings
from roadmap_tui.planning.network import lag_days, schedule_of
from roadmap_tui.planning.schedule import Conflict, Scheduled
from roadmap_tui.session import Session
from roadmap_tui.store.changes import Change
from roadmap_tui.store.revisions import revision


def day(number: int, month: int) -> date:
    """A day in 2026."""
    return date(2026, month, number)


def dates(session: Session, word: str) -> tuple[date, date, int]:
    """Early start, early finish and slack of an activity."""
    found = found_for(session, word)
    return found.early_start, found.early_finish, found.slack_days


def found_for(session: Session, word: str) -> Scheduled:
    """The place of an activity in the schedule."""
    record = session.find(word)
    assert isinstance(record, Activity)
    found = session.outlook.scheduled(record)
    assert found is not None
    return found


def chain(path: Path, *activities: dict[str, Any], **other: Any) -> Session:
    """A plan in which every activity waits for the one before; ids are 101, 102, ..."""
    rows = [{"id": 101 + place, "title": f"Step {place}", **fields} for place, fields in enumerate(activities)]
    links = [{"source": 101 + place, "target": 102 + place} for place in range(len(activities) - 1)]
    return plan_with(path, {"activities": rows, "links": links, **other.pop("tables", {})}, start="2026-01-05", **other)


@pytest.mark.parametrize(
    ("words", "kind_of_dates"),
    [
        ({"when": "12 mei"}, (day(12, 5), day(12, 5))),
        ({"when": "8 en 15 juni"}, (day(8, 6), day(15, 6))),
        ({"when": "10 / 17 mei"}, (day(10, 5), day(17, 5))),
        ({"when": "september"}, (day(1, 9), day(30, 9))),
        ({"when": "september", "duration": 3}, (day(1, 9), day(3, 9))),
        ({"when": "vanaf mei"}, (day(1, 5), day(1, 5))),
        ({"when": "uiterlijk 1 oktober"}, (day(5, 1), day(5, 1))),
        ({"when": "n.t.b.", "duration": 2}, (day(5, 1), day(6, 1))),
        ({"when": "mei", "start": "2026-06-01", "duration": 3}, (day(1, 6), day(3, 6))),
        ({"start": "2026-06-01", "end": "2026-06-04"}, (day(1, 6), day(4, 6))),
        ({"duration": 0}, (day(5, 1), day(5, 1))),
    ],
)
def test_what_the_words_mean_for_the_dates(
    tmp_path: Path, words: dict[str, Any], kind_of_dates: tuple[date, date]
) -> None:
    assert dates(chain(tmp_path, words), "A1")[:2] == kind_of_dates


def test_a_written_last_day_makes_slack(tmp_path: Path) -> None:
    """Ten days from 5 January end on the 16th, so the 19th is in time; fifteen end on the 23rd, which is too late."""
    assert dates(chain(tmp_path, {"duration": 10}, {"when": "uiterlijk 23 januari"}), "A2") == (
        day(19, 1), day(19, 1), 0
    )  # fmt: skip
    late = chain(tmp_path, {"duration": 15}, {"when": "uiterlijk 23 januari"})
    assert dates(late, "A2") == (day(26, 1), day(26, 1), -1)
    assert [conflict.kind for conflict in late.outlook.schedule.conflicts] == ["deadline"]


def test_a_moment_counts_from_the_day_a_milestone_is_due(tmp_path: Path) -> None:
    session = chain(
        tmp_path,
        {"when": "2 weken na DAP"},
        tables={"milestones": [{"id": 7, "title": "DAP", "offset": "T-10w"}, {"title": "Juni", "due": "2026-03-01"}]},
        go_live="2026-11-02",
    )
    assert dates(session, "A1")[:2] == (day(7, 9), day(7, 9))
    milestone = session.find("M1")
    session.update(milestone, {"due": "2026-10-05"})
    assert dates(session, "A1")[:2] == (day(19, 10), day(19, 10))
    session.update(session.find("A1"), {"when": "voor juni"})
    assert session.outlook.activity(session.find("A1")).end == day(31, 5)  # type: ignore[arg-type]


def test_an_activity_that_ends_after_its_milestone_is_told(tmp_path: Path) -> None:
    session = chain(
        tmp_path,
        {"when": "12 mei", "milestone": 7},
        {"when": "juni", "milestone": 7},
        {"when": "12 mei", "milestone": 8},
        tables={"milestones": [{"id": 7, "title": "DAP", "due": "2026-05-08"},
                               {"id": 8, "title": "Klaar", "due": "2026-05-08", "status": "approved"}]},
    )  # fmt: skip
    told = [item for item in session.outlook.schedule.conflicts if item.kind == "milestone"]
    assert [(item.source, item.target, item.days) for item in told] == [
        (101, 7, 2),
        (102, 7, 14),
    ]  # 1 June, without 14 and 25 May
    assert sentence(told[0], Names(session.outlook)).startswith("A1 ")


def test_what_is_cancelled_or_left_out_passes_its_links_on(tmp_path: Path) -> None:
    session = chain(tmp_path, {"duration": 5}, {"duration": 5, "optional": True}, {"duration": 1})
    assert dates(session, "A3")[0] == day(19, 1)
    without = schedule_of(session.outlook, without_options=True)
    assert 102 not in without.tasks
    assert without.tasks[103].early_start == day(12, 1)
    assert without.finish == day(12, 1)
    session.update(session.find("A2"), {"status": "cancelled"})
    assert dates(session, "A3")[0] == day(12, 1)


def test_what_is_done_waits_for_nothing(tmp_path: Path) -> None:
    session = chain(tmp_path, {"when": "12 mei"}, {"when": "6 mei", "status": "done"})
    assert session.outlook.schedule.conflicts == ()


def test_days_off_and_part_time_lengthen_work(tmp_path: Path) -> None:
    """Five days of somebody who works half the week take ten; 9 January is a day off, so they end a day later."""
    people = [{"title": "Anna", "role": "Projectleider", "days_per_week": 2.5}]
    session = chain(tmp_path, {"duration": 5, "lead": "projectleider"}, tables={"people": people})
    assert dates(session, "A1")[:2] == (day(5, 1), day(16, 1))
    session.update(session.plan, {"free_days": "9 januari\n24 december"})
    assert dates(session, "A1")[:2] == (day(5, 1), day(19, 1))
    session.update(session.find("A1"), {"lead": "projectleider en Bert"})
    assert dates(session, "A1")[:2] == (day(5, 1), day(12, 1))


@pytest.mark.parametrize(
    ("text", "days"),
    [("2w", 10), ("-3d", -3), ("+1w", 5), (" 2 W ", 10), ("2 weken", 10), ("3 dagen", 3), ("", 0), ("2x", 0), ("d", 0)],
)
def test_waiting_times(text: str, days: int) -> None:
    assert lag_days(text) == days


def test_a_link_that_closes_a_loop_is_refused_by_name(tmp_path: Path) -> None:
    session = chain(tmp_path, {}, {}, {})
    before = session.generation
    with pytest.raises(UsageError, match="A3 > A1 > A2 > A3"):
        session.add("links", {"source": 103, "target": 101})
    with pytest.raises(UsageError, match="A1"):
        session.add("links", {"source": 101, "target": 101})
    with pytest.raises(UsageError, match="A2 > A1 > A2"):
        session.update(session.find("L2"), {"target": 101})
    assert session.generation == before
    session.add("links", {"source": 101, "target": 103})
    session.update(session.find("L1"), {"lag": "2w"})


def test_a_loop_is_refused_among_several_new_links_too(tmp_path: Path) -> None:
    session = chain(tmp_path, {}, {})
    links = [Change("links", 900, {"source": 102, "target": 103}), Change("links", 901, {"source": 103, "target": 101})]
    with pytest.raises(UsageError):
        session.commit([Change("activities", 103, {"title": "C"}), *links])
    session.commit([Change("links", session.find("L1").id, action="delete"), *links])


def test_undo_may_bring_back_what_a_rule_forbids(tmp_path: Path) -> None:
    session = chain(tmp_path, {}, {})
    session.commit([Change("links", session.find("L1").id, action="delete")])
    session.document.commit(_elsewhere(), [Change("links", 950, {"source": 102, "target": 101, "number": "L9"})])
    session.undo()
    assert session.outlook.schedule.cycles == ((101, 102, 101),)
    codes = {finding.code for finding in findings(session.outlook)}
    assert "loop" in codes
    session.add("links", {"source": 101, "target": session.add("activities", {"title": "New"})})


def _elsewhere() -> str:
    return revision(1_900_000_000_000, "0123456789", "00000000")


def test_findings_name_contradictions_and_links_to_nothing(tmp_path: Path) -> None:
    session = chain(tmp_path, {"when": "12 mei"}, {"when": "6 mei"})
    session.add("links", {"source": 4242, "target": 101})
    found = {finding.code: finding for finding in findings(session.outlook)}
    assert found["contradicting_dates"].number == "A2"
    assert found["orphaned_reference"].table == "links"
    assert dates(session, "A1")[:2] == (day(12, 5), day(12, 5))


def test_findings_name_what_nobody_can_count_with(tmp_path: Path) -> None:
    people = [{"title": "Anna", "absent": "groen; 8 t/m 12 juni"}]
    session = chain(tmp_path, {"when": "12 mei"}, {}, tables={"people": people}, free_days="blauw\n24 december")
    session.update(session.find("L1"), {"lag": "een tijdje"})
    found = [(each.code, each.number) for each in findings(session.outlook) if each.code.startswith("unread_")]
    assert sorted(found) == [("unread_days_off", ""), ("unread_days_off", "P1"), ("unread_lag", "L1")]


def test_somebody_may_be_away_every_week(tmp_path: Path) -> None:
    """Fridays in June 2026 are the 5th, 12th, 19th and 26th."""
    session = chain(tmp_path, free_days="iedere vrijdag in juni")
    days = days_in(session.outlook.reader, [session.plan.free_days])
    assert days == {day(number, 6) for number in (5, 12, 19, 26)}


def test_sentences_speak_of_numbers(tmp_path: Path) -> None:
    from roadmap_tui.i18n import use_language

    session = chain(tmp_path, {"when": "12 mei"}, {"when": "6 mei"})
    use_language("en")
    names = Names(session.outlook)
    assert (
        sentence(Conflict("link", 101, 102, 1), names) == "A2 is planned 1 working day too early for its link with A1."
    )
    assert sentence(Conflict("deadline", 101, 101, 3), names).startswith("A1 can be finished 3 working days after")
    assert sentence(Conflict("dates", 101, 101, 3), names) == "A1 ends before it starts; correct one of its dates."
    assert "A1 > A2 > A1" in loop_sentence((101, 102, 101), names)


def test_a_large_plan_may_hold_any_words(tmp_path: Path) -> None:
    odd = ["31 februari", "week 60", "8-6-2-12", "x" * 10_000, "doorlopend", "1 mei t/m 1 april", "tot 1 januari 1950"]
    session = chain(tmp_path, *({"when": text, "lead": "\u0000", "duration": 99_999} for text in odd))
    assert len(session.outlook.schedule.tasks) == len(odd)

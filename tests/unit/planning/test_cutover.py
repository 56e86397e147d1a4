"""The run-sheet in time: weekends and midnight, delays that move on, the last way back, and rehearsals."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

import pytest
from test_chapters import outlook_of

from roadmap_tui.planning.cutover import Cutover, cutover
from roadmap_tui.planning.gaps import findings
from roadmap_tui.planning.rehearsals import rehearsals
from roadmap_tui.planning.runsheet import StepTime, read_stamp, run_sheet, step_time, write_stamp

GO_LIVE = {"go_live": "2026-11-02"}
"""A Monday, so the weekend is Friday 30 October to Sunday 1 November."""

STEPS: list[dict[str, Any]] = [
    {"title": "Dicht", "who": "a", "time": "vr 17:00", "minutes": 30},
    {"title": "Back-up", "who": "a", "minutes": 150},
    {"title": "Omzetten", "who": "b", "minutes": 360},
    {"title": "Inlezen", "who": "b", "time": "za 08.00", "minutes": 240},
    {"title": "Besluit", "who": "c", "go_no_go": True, "fallback": "terug", "return_by": "za 14.00", "minutes": 60},
    {"title": "Open", "who": "a", "time": "ma 7.30", "minutes": 30},
]


def running(now: str, *changes: Mapping[str, Any]) -> Cutover:
    """The run-sheet at `now`, with the first steps changed."""
    rows = [{**step, **(changes[place] if place < len(changes) else {})} for place, step in enumerate(STEPS)]
    return cutover(outlook_of(GO_LIVE, runsheet=rows), datetime.fromisoformat(now))


def starts(found: Cutover) -> list[str]:
    return [f"{row.start:%d-%m %H:%M}" if row.start else "-" for row in found.rows]


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("17.00", None, time(17)),
        ("17:05 uur", None, time(17, 5)),
        ("vr 17.00", 4, time(17)),
        ("Vrijdag 17:00", 4, time(17)),
        ("za 02:00", 5, time(2)),
        ("Sat 2:00", 5, time(2)),
        ("sunday 23.59", 6, time(23, 59)),
    ],
)
def test_a_time_may_name_its_day(text: str, day: int | None, clock: time) -> None:
    assert step_time(text) == StepTime(day, clock)


@pytest.mark.parametrize("text", ["", "half vijf", "25.00", "17.60", "xx 17.00", "vr", "17.00 17.30"])
def test_other_words_are_no_time(text: str) -> None:
    assert step_time(text) is None


def test_days_of_the_week_lead_through_the_night_and_the_weekend() -> None:
    found = run_sheet(outlook_of(GO_LIVE, runsheet=STEPS))
    assert [f"{row.start:%a %d-%m %H:%M}" for row in found if row.start] == [
        "Fri 30-10 17:00",
        "Fri 30-10 17:30",
        "Fri 30-10 20:00",
        "Sat 31-10 08:00",
        "Sat 31-10 12:00",
        "Mon 02-11 07:30",
    ]
    assert found[2].end == datetime(2026, 10, 31, 2)


def test_without_go_live_a_day_of_the_week_says_nothing() -> None:
    assert all(row.start is None for row in run_sheet(outlook_of(runsheet=STEPS)))


def test_a_delay_moves_steps_on_until_one_has_a_time_of_its_own() -> None:
    first = {"status": "done", "actual": "30-10-2026 17.00", "actual_end": "30-10-2026 17.50"}
    found = running("2026-10-30T18:00", first, {"status": "active", "actual": "30-10-2026 17.50"})
    assert starts(found) == ["30-10 17:00", "30-10 17:50", "30-10 20:20", "31-10 08:00", "31-10 12:00", "02-11 07:30"]
    assert [row.delay for row in found.rows] == [20, 20, 20, 0, 0, 0]
    assert found.active is not None
    assert found.active.step.title == "Back-up"


def test_a_step_that_runs_over_its_time_pushes_what_comes_next() -> None:
    rows: list[dict[str, Any]] = [{"status": "skipped"}] * 3
    found = running("2026-10-31T13:20", *rows, {"status": "active", "actual": "31-10-2026 8.00"})
    assert starts(found)[4:] == ["31-10 13:20", "02-11 07:30"]
    assert found.warning is not None
    assert (found.warning.deadline, found.warning.margin) == (datetime(2026, 10, 31, 14), -20)


def test_in_time_for_the_way_back_there_is_no_warning_but_a_margin() -> None:
    rows: list[dict[str, Any]] = [{"status": "skipped"}] * 3
    found = running("2026-10-31T09:00", *rows, {"status": "active", "actual": "31-10-2026 8.00"})
    assert found.warning is None
    assert found.points[0].margin == 60


def test_time_that_was_won_is_kept_by_steps_without_a_time() -> None:
    first = {"status": "done", "actual": "30-10-2026 17.00", "actual_end": "30-10-2026 17.10"}
    assert starts(running("2026-10-30T17:10", first))[1] == "30-10 17:10"


def test_a_step_that_should_have_begun_begins_now() -> None:
    assert starts(running("2026-10-30T17:45"))[:2] == ["30-10 17:45", "30-10 18:15"]


def test_a_rehearsal_four_weeks_earlier_has_the_same_times_on_its_own_days() -> None:
    found = running("2026-10-02T17:20", {"status": "active", "actual": "02-10-2026 17.00"})
    assert found.shift == -28
    assert starts(found)[:4] == ["02-10 17:00", "02-10 17:30", "02-10 20:00", "03-10 08:00"]
    assert found.rows[0].delay == 0


def test_stamps_are_read_back_and_a_bare_time_is_the_nearest_one() -> None:
    moment = datetime(2026, 10, 31, 2, 5)
    assert read_stamp(write_stamp(moment), None) == moment
    assert read_stamp("2026-10-31 02:05", None) == moment
    near = datetime(2026, 10, 30, 23, 30)
    assert read_stamp("0.30", near) == datetime(2026, 10, 31, 0, 30)
    assert read_stamp("23.00", near) == datetime(2026, 10, 30, 23)
    assert read_stamp("31-02-2026 2.00", near) is None
    assert read_stamp("straks", near) is None


def test_check_sees_a_wrong_day_an_overlap_and_a_decision_after_the_way_back() -> None:
    rows = [
        {**STEPS[0], "offset": "T-2d"},
        {**STEPS[1], "offset": "T-2d", "time": "17.10"},
        {**STEPS[4], "minutes": 60 * 30},
        {**STEPS[4], "return_by": "straks"},
    ]
    found = {(each.code, each.number) for each in findings(outlook_of(GO_LIVE, runsheet=rows))}
    assert {
        ("contradicting_dates", "D1"), ("steps_overlap", "D2"), ("past_way_back", "D3"), ("unread_time", "D4"),
    } <= found  # fmt: skip


def test_a_run_sheet_without_a_decision_or_a_last_way_back_is_flagged() -> None:
    plain = [{"title": str(n), "who": "x"} for n in range(3)]
    assert "no_decision" in {each.code for each in findings(outlook_of(GO_LIVE, runsheet=plain))}
    decided = [*plain, {**STEPS[4], "return_by": ""}]
    codes = {each.code for each in findings(outlook_of(GO_LIVE, runsheet=decided))}
    assert "no_way_back" in codes
    assert "no_decision" not in codes


def test_a_decision_that_was_taken_is_noted() -> None:
    steps = [{**STEPS[4], "status": "done"}, {**STEPS[4], "status": "done", "decision": "go"}]
    found = findings(outlook_of(GO_LIVE, runsheet=steps))
    assert [each.number for each in found if each.code == "decision_not_noted"] == ["D1"]


def test_rehearsals_stand_in_order_with_their_own_minutes() -> None:
    outlook = outlook_of(
        rehearsals=[{"title": "Tweede", "day": "2026-10-10"}, {"title": "Eerste", "day": "2026-09-10"}],
        runsheet=[{"title": "Back-up", "minutes": 100}],
        measurements=[{"rehearsal": 1, "step": 3, "minutes": 150}, {"rehearsal": 2, "step": 3, "minutes": 190}],
    )
    assert [(each.rehearsal.title, each.minutes, each.total) for each in rehearsals(outlook)] == [
        ("Eerste", {3: 190}, 190),
        ("Tweede", {3: 150}, 150),
    ]

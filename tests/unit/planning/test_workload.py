"""Contact hours per person or role, per week and month; S0 is the planning table of the VNG toolkit."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schedule_samples import plan_with

from roadmap_tui.exchange.workloads import workload_json
from roadmap_tui.model.activity import Activity
from roadmap_tui.planning.availability import name_key
from roadmap_tui.planning.sessions import hours_of
from roadmap_tui.planning.workload import Load, Workload, workload
from roadmap_tui.session import Session
from roadmap_tui.view.glyphs import ASCII, UNICODE
from roadmap_tui.view.text import line_width
from roadmap_tui.view.workload_text import person_lines, workload_lines

TEAM = [
    {"id": 401, "title": "Anna de Vries", "role": "Projectleider", "kind": "person", "days_per_week": 2.5,
     "absent": "8 t/m 12 juni; 22 juni"},
    {"id": 402, "title": "Bo", "role": "Projectteam", "kind": "person"},
    {"id": 403, "title": "Cas", "role": "Projectteam", "kind": "person", "absent": "15 t/m 30 september"},
]  # fmt: skip


def day(number: int, month: int) -> date:
    """A day in 2026."""
    return date(2026, month, number)


def plan(path: Path, *activities: dict[str, Any], people: list[dict[str, Any]] | None = None, **fields: Any) -> Session:
    """A plan with these activities, numbered A1, A2, ..."""
    return plan_with(path, {"activities": activities, "people": people or []}, **fields)


def load(found: Workload, name: str) -> Load:
    """What is asked of one of them."""
    return next(load for load in found.loads if load.name == name)


def per(found: Workload, name: str) -> dict[date, float]:
    """The hours of somebody by the first day of the week or month."""
    return {slot.start: slot.hours for slot in load(found, name).slots}


def test_dated_sessions_fall_on_their_dates(tmp_path: Path) -> None:
    session = plan(tmp_path, {"when": "8 en 15 juni", "sessions": "2 sessies van 3 uur", "participants": "Projectteam"})
    assert per(workload(session.outlook), "Projectteam") == {day(8, 6): 3.0, day(15, 6): 3.0}
    assert per(workload(session.outlook, "month"), "Projectteam") == {day(1, 6): 6.0}


def test_hours_of_which_only_the_period_is_known_are_spread_over_its_working_days(tmp_path: Path) -> None:
    """September 2026 has 22 working days: four in the first week, three in the last, five in the others."""
    session = plan(tmp_path, {"when": "september", "sessions": "1 sessie van 11 uur", "lead": "Beleid"})
    assert per(workload(session.outlook), "Beleid") == {
        day(31, 8): 2.0, day(7, 9): 2.5, day(14, 9): 2.5, day(21, 9): 2.5, day(28, 9): 1.5,
    }  # fmt: skip
    assert per(workload(session.outlook, "month"), "Beleid") == {day(1, 9): 11.0}


def test_a_choice_of_days_counts_for_half_on_each(tmp_path: Path) -> None:
    session = plan(tmp_path, {"when": "11 / 18 mei", "sessions": "1 sessie van 2 uur", "lead": "Beleid"})
    assert per(workload(session.outlook), "Beleid") == {day(11, 5): 1.0, day(18, 5): 1.0}


def test_what_repeats_falls_on_every_occurrence(tmp_path: Path) -> None:
    session = plan(tmp_path, {"when": "juni", "sessions": "1x per twee weken 1 uur Teams", "lead": "Beleid"})
    assert per(workload(session.outlook), "Beleid") == {day(1, 6): 1.0, day(15, 6): 1.0, day(29, 6): 1.0}


def test_stated_hours_overrule_and_unknown_moments_are_kept_apart(tmp_path: Path) -> None:
    session = plan(
        tmp_path,
        {"when": "8 juni", "sessions": "1 sessie van 2 uur", "hours": 5, "lead": "Beleid"},
        {"when": "n.t.b.", "sessions": "3 uur", "lead": "Beleid"},
        {"when": "juni", "hours": 0, "sessions": "2 uur", "lead": "Beleid"},
    )
    found = load(workload(session.outlook), "Beleid")
    assert (found.hours, found.unplaced) == (8.0, 3.0)
    assert per(workload(session.outlook), "Beleid") == {day(8, 6): 5.0}


def test_work_that_only_links_place_is_spread_over_its_scheduled_days(tmp_path: Path) -> None:
    activity = {"duration": 5, "sessions": "5 uur", "lead": "Beleid"}
    session = plan(tmp_path, activity, start="2026-06-01")
    assert per(workload(session.outlook), "Beleid") == {day(1, 6): 5.0}


def test_everybody_is_counted_once_per_activity(tmp_path: Path) -> None:
    session = plan(
        tmp_path,
        {
            "when": "8 juni",
            "sessions": "2 uur",
            "lead": "Projectleider en Bo",
            "participants": "projectleider + PROJECTTEAM",
        },
        people=TEAM,
    )
    found = workload(session.outlook)
    assert {each.name: each.hours for each in found.loads} == {"Anna de Vries": 2.0, "Bo": 2.0, "Cas": 2.0}
    assert all(each.people == 1 for each in found.loads)


def test_numbers_of_people_are_told_or_said_to_be_unknown(tmp_path: Path) -> None:
    session = plan(
        tmp_path,
        {"when": "8 juni", "sessions": "2 uur", "participants": "6 kerngebruikers + enkele inwoners + Beleid"},
        {"when": "9 juni", "sessions": "1 uur", "participants": "diverse inwoners"},
    )
    found = workload(session.outlook)
    assert (load(found, "kerngebruikers").people, load(found, "kerngebruikers").hours) == (6, 2.0)
    assert (load(found, "inwoners").people, load(found, "inwoners").vague) == (None, ("enkele", "diverse"))
    assert load(found, "Beleid").people is None


def test_part_time_leave_and_holidays_make_capacity(tmp_path: Path) -> None:
    """36 hours a week, half of that for Anna; King's Day and 5 May take a day off the week for all."""
    session = plan(
        tmp_path,
        {"when": "28 april", "sessions": "20 uur", "participants": "Projectleider + Bo + Beleid"},
        {"when": "9 juni", "sessions": "1 uur", "lead": "Projectleider"},
        {"when": "23 juni", "sessions": "1 uur", "lead": "Projectleider"},
        people=TEAM,
    )
    found = workload(session.outlook)
    assert [(slot.capacity, slot.overload) for slot in load(found, "Anna de Vries").slots] == [
        (14.4, True), (0.0, True), (14.4, False),
    ]  # fmt: skip
    assert [(slot.capacity, slot.overload) for slot in load(found, "Bo").slots] == [(28.8, False)]
    assert [(slot.capacity, slot.overload) for slot in load(found, "Beleid").slots] == [(28.8, False)]
    assert [(clash.name, clash.activity.number, clash.day) for clash in found.clashes] == [
        ("Anna de Vries", "A2", day(9, 6))
    ]


def test_a_plan_may_have_a_week_of_its_own(tmp_path: Path) -> None:
    session = plan(
        tmp_path,
        {"when": "1 juni", "sessions": "25 uur", "lead": "Beleid"},
        settings={"hours_per_week": 20},
        free_days="5 juni",
    )
    (slot,) = load(workload(session.outlook), "Beleid").slots
    assert (slot.capacity, slot.overload) == (16.0, True)


def test_undated_hours_move_around_leave(tmp_path: Path) -> None:
    """Cas is there on the first ten working days of September only."""
    session = plan(tmp_path, {"when": "september", "sessions": "20 uur", "lead": "Projectteam"}, people=TEAM)
    found = workload(session.outlook)
    assert per(found, "Cas") == {day(31, 8): 8.0, day(7, 9): 10.0, day(14, 9): 2.0}
    assert found.clashes == ()


def test_options_and_what_is_cancelled_can_be_left_out(tmp_path: Path) -> None:
    session = plan(
        tmp_path,
        {"when": "8 juni", "sessions": "2 uur", "lead": "Beleid", "optional": True},
        {"when": "8 juni", "sessions": "3 uur", "lead": "Beleid"},
        {"when": "8 juni", "sessions": "4 uur", "lead": "Beleid", "status": "cancelled"},
        {"when": "8 juni", "participants": "Beleid"},
    )
    found = workload(session.outlook)
    assert load(found, "Beleid").hours == 5.0
    assert [activity.number for activity in found.unknown] == ["A4"]
    assert load(workload(session.outlook, without_options=True), "Beleid").hours == 3.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Communicatie-adviseur", "communicatieadviseurs"),
        ("Project leider", "projectleider"),
        ("Procesbegeleiders ", "procesbegeleider"),
    ],
)
def test_names_are_compared_as_people_mean_them(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


WHENS = st.sampled_from(
    ["juni", "8 en 15 juni", "10 / 17 mei", "n.t.b.", "vanaf mei", "wekelijks in mei", "iedere dinsdag in mei", "Q3",
     "augustus tot en met december", "12 mei", "9 t/m 10 mei", "doorlopend", "25 mei"]
)  # fmt: skip
SESSIONS = st.sampled_from(
    ["2 sessies van 3 uur", "2 sessies", "1x per twee weken 1 uur Teams\n1x eindsessie van 2 uur", "3 uur",
     "2 dagdelen", "4 uur per week", "2x per maand 1 uur", ""]
)  # fmt: skip


@given(WHENS, SESSIONS, st.none() | st.floats(0, 100), st.sampled_from(["week", "month"]))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_hours_in_all_weeks_are_the_hours_of_the_activity(
    tmp_path: Path, when: str, sessions: str, hours: float | None, by: Any
) -> None:
    session = plan(tmp_path, {"when": when, "sessions": sessions, "hours": hours, "participants": "Cas"}, people=TEAM)
    activity = session.find("A1")
    assert isinstance(activity, Activity)
    total = session.outlook.activity(activity).total_hours
    if total is not None:
        assert hours_of(session.outlook, activity).total == pytest.approx(total)
    for each in workload(session.outlook, by).loads:
        assert sum(slot.hours for slot in each.slots) + each.unplaced == pytest.approx(each.hours, abs=0.2)


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("by", ["week", "month"])
def test_the_picture_fits_the_width(tmp_path: Path, width: int, by: Any) -> None:
    session = plan(
        tmp_path,
        {"when": "8 juni", "sessions": "60 uur", "participants": "Projectteam + enkele inwoners van de hele gemeente"},
        {"when": "augustus tot en met december", "sessions": "1x per twee weken 1 uur", "lead": "\u4e2d\u6587 [b]team"},
        {"when": "n.t.b.", "sessions": "1 uur", "lead": "Beleid"},
        people=TEAM,
    )
    found = workload(session.outlook, by)
    for glyphs in (UNICODE, ASCII):
        lines = [*workload_lines(found, width, glyphs), *person_lines(found.loads[0], by, width, glyphs)]
        assert all(line_width(line) <= max(width, 60) for line in lines)
    shown = "\n".join("".join(run.text for run in line) for line in workload_lines(found, width, UNICODE))
    assert "[b]team" in shown or width < 60
    assert ("!" in shown) is (by == "week")


def test_json_names_weeks_as_iso_does(tmp_path: Path) -> None:
    session = plan(tmp_path, {"when": "1 januari 2027", "sessions": "2 uur", "participants": "enkele inwoners"})
    found = workload_json(workload(session.outlook))
    (person,) = found["people"]
    assert (person["who"], person["quantity"], person["people"], person["hours"]) == ("inwoners", "enkele", None, 2.0)
    assert person["periods"] == [
        {"period": "2026-W53", "start": "2026-12-28", "hours": 2.0, "capacity": 28.8, "overload": False}
    ]
    assert workload_json(workload(session.outlook, "month"))["people"][0]["periods"][0]["period"] == "2027-01"

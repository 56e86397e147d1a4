"""Options: the stored choice, looking without any, and what that does to dates, hours and the rest of the plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from schedule_samples import plan_with

from roadmap_tui.editing import edits
from roadmap_tui.planning.baseline import baseline_fields
from roadmap_tui.planning.options import effect_of_options, without_options
from roadmap_tui.planning.workload import workload
from roadmap_tui.session import Session

ACTIVITIES: tuple[dict[str, Any], ...] = (
    {"id": 101, "title": "Eerst", "start": "2026-06-08", "duration": 5, "sessions": "2 uur", "lead": "Anna"},
    {"id": 102, "title": "Optie", "duration": 10, "optional": True, "sessions": "3 uur", "lead": "Anna"},
    {"id": 103, "title": "Daarna", "duration": 5, "sessions": "4 uur", "lead": "Bo"},
)
LINKS = ({"source": 101, "target": 102}, {"source": 102, "target": 103})


def plan(path: Path) -> Session:
    """8-12 June, then the option until 26 June, then 29 June - 3 July; without the option 15-19 June."""
    return plan_with(path, {"activities": ACTIVITIES, "links": LINKS})


def test_looking_without_options_leaves_the_plan_as_it_is(tmp_path: Path) -> None:
    session = plan(tmp_path)
    shown = without_options(session.outlook)
    assert shown.schedule.finish == date(2026, 6, 19)
    assert (shown.health.activities_total, shown.health.hours_fixed) == (2, 6)
    assert session.outlook.schedule.finish == date(2026, 7, 3)
    effect = effect_of_options(session.outlook)
    assert (effect.options, effect.finish, effect.finish_without) == (1, date(2026, 7, 3), date(2026, 6, 19))
    assert (effect.hours, effect.hours_without) == (9, 6)


def test_an_option_that_is_left_out_counts_nowhere(tmp_path: Path) -> None:
    session = plan(tmp_path)
    option = session.record("activities", 102)
    assert option is not None
    session.commit(edits.set_fields(option, {"left_out": True}))
    outlook = session.outlook
    assert 102 not in outlook.schedule.tasks
    assert outlook.schedule.finish == date(2026, 6, 19)
    assert (outlook.health.options, outlook.health.hours_fixed) == (0, 6)
    assert {load.name: load.hours for load in workload(outlook).loads} == {"Anna": 2, "Bo": 4}
    assert "102" not in baseline_fields(outlook, "nu")["dates"]


def test_left_out_means_nothing_for_what_is_no_option(tmp_path: Path) -> None:
    session = plan(tmp_path)
    activity = session.record("activities", 103)
    assert activity is not None
    session.commit(edits.set_fields(activity, {"left_out": True}))
    assert session.outlook.schedule.finish == date(2026, 7, 3)
    assert session.outlook.health.activities_total == 3


def test_an_option_that_is_left_out_is_never_late(tmp_path: Path) -> None:
    rows = ({"id": 101, "title": "Optie", "when": "5 januari 2020", "optional": True},)
    session = plan_with(tmp_path, {"activities": rows})
    option = session.record("activities", 101)
    assert option is not None
    assert session.outlook.activity(option).late  # type: ignore[arg-type]
    session.commit(edits.set_fields(option, {"left_out": True}))
    (left_out,) = session.records("activities")
    seen = session.outlook.activity(left_out)  # type: ignore[arg-type]
    assert (seen.late, seen.late_start) == (False, False)

"""Random networks: the schedule against a brute-force longest path, and what must always hold."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_tui.planning.calendar import Calendar
from roadmap_tui.planning.schedule import Dependency, Schedule, Task, compute

MONDAY = date(2026, 1, 5)

KINDS = ("FS", "SS", "FF", "SF")


class EveryDay(Calendar):
    """A calendar without days off."""

    def is_working_day(self, day: date) -> bool:
        """Every day is."""
        return True


@st.composite
def networks(
    draw: st.DrawFn, loops: bool = False, kinds: tuple[str, ...] = KINDS
) -> tuple[list[Task], list[Dependency]]:
    """Tasks with durations and links between them; without loops every link leads to a higher id."""
    count = draw(st.integers(1, 9))
    tasks = [Task(number, duration=draw(st.integers(0, 6))) for number in range(count)]
    pairs = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    links = []
    for a, b in draw(st.lists(pairs, max_size=16)):
        if loops or a < b:
            links.append(Dependency(a, b, draw(st.sampled_from(kinds)), draw(st.integers(-3, 5))))
    return tasks, links


def run(tasks: list[Task], links: list[Dependency]) -> Schedule:
    """The schedule in a calendar without days off, so that day numbers are calendar days."""
    return compute(tasks, links, EveryDay(), MONDAY)


def number(day: date) -> int:
    """A date as a day number from the origin."""
    return (day - MONDAY).days


def gap(link: Dependency, source: int, target: int) -> int:
    """How many days the target's start must come after the source's start, for these durations."""
    length = source if link.kind in ("FS", "FF") else 0
    return link.lag + length - (target if link.kind in ("FF", "SF") else 0)


@given(networks())
@settings(max_examples=150, deadline=None)
def test_early_starts_are_the_longest_path(found: tuple[list[Task], list[Dependency]]) -> None:
    tasks, links = found
    lengths = {task.id: task.duration for task in tasks}

    @cache
    def longest(task: int) -> int:
        before = [
            longest(link.source) + gap(link, lengths[link.source], lengths[task])
            for link in links
            if link.target == task
        ]
        return max([0, *before])

    schedule = run(tasks, links)
    starts = {task.id: number(schedule.tasks[task.id].early_start) for task in tasks}
    assert starts == {task.id: longest(task.id) for task in tasks}


@given(networks())
@settings(max_examples=150, deadline=None)
def test_slack_is_how_far_a_task_can_slip_alone(found: tuple[list[Task], list[Dependency]]) -> None:
    """Slipping a task by its slack leaves the end where it is; one day more moves the end."""
    tasks, links = found
    schedule = run(tasks, links)
    ends = max(number(schedule.tasks[task.id].early_start) + task.duration for task in tasks)
    for task in tasks:
        before = schedule.tasks[task.id]
        assert before.slack_days >= 0
        for extra, same in ((0, True), (1, False)):
            start = before.early_start + timedelta(days=before.slack_days + extra)
            slipped = [Task(task.id, start, None, task.duration) if other is task else other for other in tasks]
            after = run(slipped, links)
            end = max(number(after.tasks[other.id].early_start) + other.duration for other in tasks)
            assert (end == ends) is same


@given(networks())
@settings(max_examples=100, deadline=None)
def test_something_is_critical_and_late_never_before_early(found: tuple[list[Task], list[Dependency]]) -> None:
    schedule = run(*found)
    assert any(task.critical for task in schedule.tasks.values())
    assert schedule.conflicts == ()
    for task in schedule.tasks.values():
        assert task.early_start <= task.early_finish
        assert task.early_start <= task.late_start
        assert task.early_finish <= task.late_finish


@given(networks(loops=True))
@settings(max_examples=120, deadline=None)
def test_loops_never_crash_and_are_real(found: tuple[list[Task], list[Dependency]]) -> None:
    tasks, links = found
    schedule = run(tasks, links)
    pairs = {(link.source, link.target) for link in links}
    assert set(schedule.tasks) == {task.id for task in tasks}
    for loop in schedule.cycles:
        assert loop[0] == loop[-1]
        assert all(step in pairs for step in pairwise(loop))


DAYS = st.integers(0, 40).map(lambda days: MONDAY + timedelta(days=days))


@st.composite
def dated_tasks(draw: st.DrawFn) -> list[Task]:
    """Tasks of every kind, with dates that may contradict each other."""
    found = []
    for each in range(draw(st.integers(1, 8))):
        start, end = draw(st.none() | DAYS), draw(st.none() | DAYS)
        kind = draw(st.sampled_from(("free", "fixed", "period")))
        found.append(
            Task(each, start, end, draw(st.integers(0, 5)), kind, draw(st.none() | DAYS), 99, draw(st.booleans()))
        )
    return found


@given(dated_tasks(), networks(loops=True))
@settings(max_examples=120, deadline=None)
def test_contradicting_dates_never_crash_and_fixed_ones_stand(
    tasks: list[Task], other: tuple[list[Task], list[Dependency]]
) -> None:
    schedule = run(tasks, other[1])
    assert set(schedule.tasks) == {task.id for task in tasks}
    assert all(conflict.days > 0 for conflict in (*schedule.conflicts, *schedule.tight))
    for task in tasks:
        if task.kind == "fixed" and task.start is not None and not task.movable:
            assert schedule.tasks[task.id].early_start == task.start
    missed = {conflict.target for conflict in schedule.conflicts if conflict.kind == "deadline"}
    assert all(schedule.tasks[each].slack_days < 0 for each in missed)

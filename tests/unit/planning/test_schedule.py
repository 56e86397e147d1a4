"""Links, dates that people wrote, periods and last days: what a schedule makes of them."""

from __future__ import annotations

from datetime import date

import pytest
from schedule_samples import MONDAY, scheduled, working_days

from roadmap_tui.planning.loops import loop_with
from roadmap_tui.planning.schedule import Conflict, Dependency, Schedule, Task


def dates(found: Schedule, task: int) -> tuple[date, date]:
    """The early dates of a task."""
    return found.tasks[task].early_start, found.tasks[task].early_finish


def day(number: int, month: int) -> date:
    """A day in 2026."""
    return date(2026, month, number)


def test_all_kinds_of_links_over_dutch_holidays() -> None:
    """By hand: 20 April is working day 0; 27 April (King's Day) and 5 May (Liberation Day) have no number.

    1 takes days 0-4. 2 may start two days after 1 (day 2) and takes 4 days: 2-5, which is 28 April. 3 finishes at least
    three days after 2, so it takes days 7-8. 4 finishes at least eight days after 1 starts: days 5-7. 5 starts a day
    before 3 is finished: day 8, 1 May. 6 follows one day after 5: day 10, 6 May.
    """
    tasks = [Task(number, duration=length) for number, length in enumerate((5, 4, 2, 3, 1, 1), 1)]
    links = [
        Dependency(1, 2, "SS", 2),
        Dependency(2, 3, "FF", 3),
        Dependency(1, 4, "SF", 8),
        Dependency(3, 5, "FS", -1),
        Dependency(5, 6, "FS", 1),
    ]
    found = scheduled(tasks, links, day(20, 4))
    assert [dates(found, number) for number in range(1, 7)] == [
        (day(20, 4), day(24, 4)),
        (day(22, 4), day(28, 4)),
        (day(30, 4), day(1, 5)),
        (day(28, 4), day(30, 4)),
        (day(1, 5), day(1, 5)),
        (day(6, 5), day(6, 5)),
    ]
    assert [found.tasks[number].slack_days for number in range(1, 7)] == [0, 0, 0, 3, 0, 0]
    assert found.finish == day(6, 5)
    assert found.conflicts == ()


def test_fixed_dates_stand_and_the_contradiction_is_told() -> None:
    found = scheduled(
        [Task(1, day(4, 5), day(8, 5), kind="fixed"), Task(2, day(6, 5), kind="fixed")], [Dependency(1, 2)]
    )
    assert dates(found, 2) == (day(6, 5), day(6, 5))
    assert found.conflicts == (Conflict("link", 1, 2, 3, 3),)  # 11 May is three working days after 6 May
    assert found.tasks[1].slack_days == -3
    assert found.tasks[1].critical


def test_dates_in_a_weekend_are_shown_as_written() -> None:
    found = scheduled([Task(1, day(10, 5), day(10, 5), kind="fixed"), Task(2)], [Dependency(1, 2)])
    assert dates(found, 1) == (day(10, 5), day(10, 5))
    assert dates(found, 2) == (day(11, 5), day(11, 5))


def test_a_period_gives_way_as_long_as_a_day_of_it_is_left() -> None:
    """September waits for 15 September: no contradiction, it starts on the 16th."""
    found = scheduled(
        [Task(1, day(15, 9), day(15, 9), kind="fixed"), Task(2, day(1, 9), day(30, 9), kind="period")],
        [Dependency(1, 2)],
    )
    assert found.conflicts == ()
    assert dates(found, 2) == (day(16, 9), day(30, 9))
    assert found.tasks[1].slack_days == 10  # it can be on 29 September, so that the 30th is left


def test_what_waits_for_a_period_says_when_it_must_be_finished() -> None:
    """21 September waits for September: possible if it is done by the 18th, so there is no slack."""
    found = scheduled(
        [Task(1, day(1, 9), day(30, 9), kind="period"), Task(2, day(21, 9), kind="fixed")], [Dependency(1, 2)]
    )
    assert found.conflicts == ()
    assert [(item.source, item.target) for item in found.tight] == [(1, 2)]
    assert found.tasks[1].late_finish == day(18, 9)
    assert found.tasks[1].slack_days == 0


def test_a_period_that_is_over_before_it_may_start_is_a_contradiction() -> None:
    found = scheduled(
        [Task(1, day(5, 10), kind="fixed"), Task(2, day(1, 9), day(30, 9), kind="period")], [Dependency(1, 2)]
    )
    assert found.conflicts == (Conflict("link", 1, 2, 4, 4),)  # 6 October instead of 30 September
    assert dates(found, 2) == (day(1, 9), day(30, 9))


def test_a_period_may_have_to_finish_after_something_else() -> None:
    period = Task(2, day(1, 9), day(30, 9), kind="period")
    assert scheduled([Task(1, day(29, 9), kind="fixed"), period], [Dependency(1, 2, "FF")]).conflicts == ()
    late = scheduled([Task(1, day(2, 10), kind="fixed"), period], [Dependency(1, 2, "FF")])
    assert late.conflicts == (Conflict("link", 1, 2, 2, 2),)


def test_a_last_day_gives_negative_slack_where_it_cannot_be_met() -> None:
    """From Monday 5 January ten working days and then five: 23 January; the last day was the 16th."""
    found = scheduled([Task(1, duration=10), Task(2, None, day(16, 1), 5)], [Dependency(1, 2)])
    assert dates(found, 2) == (day(19, 1), day(23, 1))
    assert [found.tasks[number].slack_days for number in (1, 2)] == [-5, -5]
    assert found.conflicts == (Conflict("deadline", 2, 2, 5, 5),)
    assert found.tasks[2].late_finish == day(16, 1)


def test_a_last_day_before_everything_starts_is_counted_too() -> None:
    """After 19 December come 22-24 and 29-31 December, 2 January and Monday the 5th: eight working days."""
    found = scheduled([Task(1, None, date(2025, 12, 19), 1)])
    assert found.tasks[1].slack_days == -8
    assert found.tasks[1].late_finish == date(2025, 12, 19)
    assert working_days().between(date(2025, 12, 19), MONDAY) == 8


def test_a_first_day_holds_back_and_nothing_more() -> None:
    found = scheduled([Task(1, day(1, 5), None, 2), Task(2, day(1, 2), None, 1)], [Dependency(1, 2)])
    assert dates(found, 1) == (day(1, 5), day(4, 5))
    assert dates(found, 2) == (day(6, 5), day(6, 5))  # 5 May is Liberation Day


def test_what_something_leads_to_limits_its_slack() -> None:
    found = scheduled([Task(1, duration=5, due=day(13, 1), leads_to=9), Task(2, duration=30)])
    assert found.tasks[1].slack_days == 2
    late = scheduled([Task(1, duration=10, due=day(13, 1), leads_to=9)])
    assert late.conflicts == (Conflict("milestone", 1, 9, 3, 3),)
    assert late.tasks[1].slack_days == -3


def test_an_end_before_the_start_is_told_and_stops_nothing() -> None:
    found = scheduled([Task(1, day(15, 9), day(11, 9), kind="fixed"), Task(2)], [Dependency(1, 2)])
    assert found.conflicts == (Conflict("dates", 1, 1, 4),)
    assert dates(found, 1) == (day(15, 9), day(15, 9))
    assert dates(found, 2) == (day(16, 9), day(16, 9))


def test_a_loop_is_named_and_the_rest_still_gets_dates() -> None:
    tasks = [Task(number) for number in (1, 2, 3, 4)]
    found = scheduled(tasks, [Dependency(1, 2), Dependency(2, 3), Dependency(3, 1), Dependency(3, 4)])
    assert found.cycles == ((1, 2, 3, 1),)
    assert dates(found, 4) == (day(8, 1), day(8, 1))


def test_links_to_what_is_not_there_count_for_nothing() -> None:
    found = scheduled([Task(1)], [Dependency(1, 99), Dependency(98, 1), Dependency(1, 1)])
    assert dates(found, 1) == (MONDAY, MONDAY)
    assert found.cycles == ()


def test_what_takes_no_part_passes_its_links_on() -> None:
    tasks = [Task(1, duration=5), Task(2, duration=0, hidden=True), Task(3)]
    found = scheduled(tasks, [Dependency(1, 2), Dependency(2, 3)])
    assert 2 not in found.tasks
    assert dates(found, 3) == (day(12, 1), day(12, 1))


def test_nothing_at_all() -> None:
    assert scheduled([]) == Schedule({}, None, (), ())
    assert scheduled([Task(1, hidden=True)]).finish is None


def test_huge_numbers_end_at_the_last_date() -> None:
    tasks = [Task(number, duration=99_999) for number in range(40)]
    found = scheduled(tasks, [Dependency(number, number + 1) for number in range(39)])
    assert found.finish is not None
    assert found.finish.year == 9999


@pytest.mark.parametrize(
    ("links", "new", "loop"),
    [
        ([(1, 2), (2, 3)], (3, 1), [3, 1, 2, 3]),
        ([(1, 2), (2, 3), (1, 3)], (3, 1), [3, 1, 3]),
        ([], (1, 1), [1, 1]),
        ([(1, 2), (2, 3)], (1, 3), None),
        ([(1, 2), (2, 1)], (3, 1), None),
    ],
)
def test_the_loop_that_a_link_would_close(
    links: list[tuple[int, int]], new: tuple[int, int], loop: list[int] | None
) -> None:
    assert loop_with([Dependency(*link) for link in links], *new) == loop


def test_working_days_are_numbered_in_both_directions() -> None:
    """Around 27 April 2026, King's Day: the Friday before is -1, the Tuesday after 0."""
    days = working_days(day(27, 4))
    assert [days.date(number) for number in (-1, 0, 1)] == [day(24, 4), day(28, 4), day(29, 4)]
    assert days.first_on_or_after(day(25, 4)) == 0
    assert days.last_on_or_before(day(27, 4)) == -1
    assert days.date(days.first_on_or_after(date(2023, 3, 1))) == date(2023, 3, 1)
    assert days.date(-(10**9)).year == 1
    assert days.between(day(24, 4), day(28, 4)) == 1

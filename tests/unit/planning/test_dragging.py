"""A bar in hand: moved, stretched at either end, and dragged by days or whole months."""

from __future__ import annotations

from datetime import date

import pytest

from roadmap_tui.errors import UsageError
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.planning.moving import Bar

MAY = (date(2026, 5, 1), date(2026, 5, 31))


def bar(start: date, end: date) -> Bar:
    return Bar(Activity(title="Uitwerking", number="A1"), (start, end), start, end)


def days(found: Bar) -> tuple[date, date]:
    return found.start, found.end


def test_the_start_never_passes_the_end_nor_the_end_the_start() -> None:
    assert days(bar(*MAY).begun(3, "D")) == (date(2026, 5, 4), date(2026, 5, 31))
    assert days(bar(*MAY).begun(3, "M")) == (date(2026, 5, 31), date(2026, 5, 31))
    assert days(bar(*MAY).stretched(-2, "M")) == (date(2026, 5, 1), date(2026, 5, 1))


def test_whole_months_stay_whole_only_where_asked() -> None:
    assert days(bar(*MAY).dragged("bar", 27, to_month=True)) == (date(2026, 6, 1), date(2026, 6, 30))
    assert days(bar(*MAY).dragged("bar", 12, to_month=True)) == MAY
    assert days(bar(*MAY).dragged("end", 33, to_month=True)) == (date(2026, 5, 1), date(2026, 6, 30))
    assert days(bar(*MAY).dragged("bar", 27)) == (date(2026, 5, 28), date(2026, 6, 27))
    week = bar(date(2026, 5, 4), date(2026, 5, 8))
    assert days(week.dragged("bar", 27, to_month=True)) == (date(2026, 5, 31), date(2026, 6, 4))


def test_a_milestone_has_no_ends_and_a_plan_has_limits() -> None:
    due = date(2026, 5, 1)
    with pytest.raises(UsageError):
        Bar(Milestone(title="Klaar"), (due, due), due, due).dragged("start", 3)
    with pytest.raises(UsageError):
        bar(*MAY).dragged("bar", 200_000)

"""The scale of the timeline: where days stand, what fits, how it zooms and pans, and what the header says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_tui.errors import UsageError
from roadmap_tui.view.timescale import (
    Label,
    TimeScale,
    fitting,
    label_line,
    lower_labels,
    upper_labels,
    zoom_size,
)

MONDAY = date(2026, 4, 27)
DAYS = st.dates(date(1950, 1, 1), date(2199, 12, 31))
SIZES = st.sampled_from((168, 112, 56, 40, 32, 24, 16, 12, 8, 6, 4, 3, 2, 1))


def test_days_stand_on_eighths_of_a_cell() -> None:
    two_cells_a_week = TimeScale(MONDAY, 16, 40)
    assert two_cells_a_week.x(MONDAY) == 0
    assert two_cells_a_week.x(MONDAY + timedelta(days=7)) == 16
    assert two_cells_a_week.x(MONDAY - timedelta(days=7)) == -16
    assert two_cells_a_week.span(date(2026, 5, 4), date(2026, 5, 10)) == (16, 32)


def test_a_day_always_takes_some_room() -> None:
    assert TimeScale(MONDAY, 1, 40).span(MONDAY, MONDAY) == (0, 1)


def test_the_window_knows_its_first_and_last_day() -> None:
    scale = TimeScale(MONDAY, 56, 14)
    assert (scale.first, scale.last) == (MONDAY, date(2026, 5, 10))
    assert scale.day_at(7) == date(2026, 5, 4)


def test_a_plan_of_nine_months_fits_at_a_cell_a_week() -> None:
    scale = fitting(date(2026, 4, 1), date(2026, 12, 31), 40)
    assert (scale.origin, scale.eighths_per_week) == (date(2026, 3, 30), 8)


def test_a_plan_of_one_day_does_not_fill_the_screen_with_it() -> None:
    assert fitting(MONDAY, MONDAY, 70).eighths_per_week == 112


@given(DAYS, st.integers(0, 6000), st.integers(1, 200))
def test_what_is_fitted_is_in_the_window(first: date, days: int, width: int) -> None:
    last = min(first + timedelta(days=days), date(2199, 12, 31))
    scale = fitting(first, last, width)
    assert scale.first <= first
    if scale.eighths_per_week > 1:
        assert scale.x(last + timedelta(days=1)) <= width * 8


@given(DAYS, SIZES, st.integers(10, 200), st.integers(-5, 5))
def test_a_pan_moves_every_day_by_the_same_whole_cells(day: date, size: int, width: int, steps: int) -> None:
    scale = TimeScale(MONDAY, size, width).starting(day)
    moved = scale.panned(steps)
    shifts = {moved.x(d) - scale.x(d) for d in (day, day + timedelta(days=1), day + timedelta(days=100))}
    assert len(shifts) == 1
    assert shifts.pop() % 8 == 0


def test_a_pan_there_and_back_ends_where_it_began() -> None:
    scale = TimeScale(MONDAY, 12, 67).starting(MONDAY)
    assert scale.panned(3).panned(-3) == scale


def test_zooming_keeps_the_day_in_its_place() -> None:
    scale, day = TimeScale(MONDAY, 16, 60), date(2026, 6, 22)
    closer = scale.zoomed(1, day)
    assert closer.eighths_per_week == 32
    assert abs(closer.x(day) - scale.x(day)) <= 32
    assert scale.zoomed(99, day).eighths_per_week == 168
    assert scale.zoomed(-99, day).eighths_per_week == 1


def test_a_day_outside_the_window_comes_to_the_middle() -> None:
    scale = TimeScale(MONDAY, 16, 60).zoomed(1, date(2030, 1, 1))
    assert scale.first < date(2030, 1, 1) < scale.last


def test_showing_moves_only_when_it_must() -> None:
    scale = TimeScale(MONDAY, 8, 20)
    assert scale.showing(date(2026, 5, 4), date(2026, 5, 10)) is scale
    moved = scale.showing(date(2027, 5, 4), date(2027, 5, 10))
    assert moved.first <= date(2027, 5, 4)
    assert date(2027, 5, 10) <= moved.last


def test_the_years_of_a_plan_are_the_limits_of_time() -> None:
    scale = TimeScale(MONDAY, 1, 200)
    assert scale.panned(100000).first <= date(2299, 12, 31)
    assert scale.panned(-100000).first >= date(1899, 12, 1)


def test_weeks_are_named_where_there_is_room_and_thinned_out_where_not() -> None:
    assert lower_labels(TimeScale(MONDAY, 56, 20))[:2] == [Label(0, "wk 18"), Label(7, "wk 19")]
    assert lower_labels(TimeScale(MONDAY, 16, 10)) == [Label(0, "18"), Label(4, "20"), Label(8, "22")]


def test_the_week_after_53_is_1() -> None:
    weeks = lower_labels(TimeScale(date(2026, 12, 21), 24, 12))
    assert [label.text for label in weeks] == ["52", "53", "1", "2"]


def test_january_is_named_by_its_year_and_days_by_their_number() -> None:
    months = upper_labels(TimeScale(date(2026, 11, 30), 16, 30))
    assert [label.text for label in months][1] == "2027"
    days = lower_labels(TimeScale(MONDAY, 168, 9))
    assert [label.text for label in days] == ["27", "28", "29"]


@given(DAYS, SIZES, st.integers(1, 200))
def test_header_labels_never_overlap(day: date, size: int, width: int) -> None:
    scale = TimeScale(MONDAY, size, width).starting(day)
    for labels in (upper_labels(scale), lower_labels(scale)):
        line = label_line(labels, width)
        assert len(line) == width
        assert line.split() == " ".join(label.text for label in labels).split()[: len(line.split())]


def test_a_zoom_has_a_name_in_two_languages() -> None:
    assert zoom_size("maand") == zoom_size("Month") == 16
    with pytest.raises(UsageError):
        zoom_size("eeuw")

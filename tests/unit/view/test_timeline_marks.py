"""What is drawn for an activity says as much as its words do, and no more."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from roadmap_tui.model.fields import Tone
from roadmap_tui.planning.outlook import ActivityOutlook
from roadmap_tui.planning.when.model import When
from roadmap_tui.view.glyphs import ASCII, UNICODE, Glyphs
from roadmap_tui.view.text import line_width
from roadmap_tui.view.timeline_cells import BLANK, Cell, backdrop, draw, runs
from roadmap_tui.view.timeline_marks import Mark, Shape, activity_marks, repeated_days
from roadmap_tui.view.timescale import TimeScale

MONDAY = date(2026, 5, 4)
WEEK_IS_A_CELL = TimeScale(MONDAY, 8, 20)


def seen(**known: Any) -> ActivityOutlook:
    """An activity's outlook with only what matters here."""
    values: dict[str, Any] = dict.fromkeys(ActivityOutlook.__struct_fields__)
    values |= {"when": When(""), "dates": [], "precision": "day", "progress": 0, "alternatives": False}
    return ActivityOutlook(**{**values, **known})


def picture(outlook: ActivityOutlook, scale: TimeScale = WEEK_IS_A_CELL, glyphs: Glyphs = UNICODE) -> str:
    """The row as plain text."""
    marks = activity_marks(outlook, Tone.NORMAL, scale)
    return "".join(cell.sign for cell in draw([BLANK] * scale.width, marks, glyphs)).rstrip()


@pytest.mark.parametrize(
    ("outlook", "drawn"),
    [
        (seen(start=date(2026, 5, 11), end=date(2026, 5, 24)), " ▆▆"),
        (seen(start=date(2026, 5, 11), end=date(2026, 5, 24), precision="month"), " ▂▂"),
        (seen(start=date(2026, 5, 11), end=date(2026, 5, 24), precision="part_month"), " ▄▄"),
        (seen(start=date(2026, 5, 11), end=date(2026, 5, 24), precision="week"), " ▆▆"),
        (seen(start=date(2026, 5, 11), end=date(2026, 5, 31), precision="month", alternatives=True), " ◇╌◇"),
        (seen(dates=[date(2026, 5, 11), date(2026, 5, 25)]), " ▌ ▌"),
        (seen(dates=[date(2026, 5, 11), date(2026, 5, 16)]), " ▆"),
        (seen(dates=[date(2026, 5, 11), date(2026, 5, 25)], alternatives=True), " ◇ ◇"),
        (seen(start=date(2026, 5, 11)), " ▆▅▃▁▸"),
        (seen(end=date(2026, 6, 14)), " ◂▁▃▅▆"),
        (seen(start=date(2026, 5, 11), end=date(2026, 5, 17), uncertain=True), " ▆?"),
        (seen(when=When("doorlopend", kind="open")), "◂" + "╌" * 18 + "▸"),
        (seen(), ""),
    ],
)
def test_shapes(outlook: ActivityOutlook, drawn: str) -> None:
    assert picture(outlook) == drawn


def test_exact_bars_begin_and_end_on_half_a_cell() -> None:
    assert picture(seen(start=MONDAY, end=date(2026, 5, 14))) == "▆▖"
    assert picture(seen(start=date(2026, 5, 7), end=date(2026, 5, 17))) == "▗▆"


def test_a_bar_never_fills_its_cell_to_the_top() -> None:
    for precision in ("day", "week", "part_month", "month", "quarter"):
        assert "█" not in picture(seen(start=MONDAY, end=date(2026, 6, 24), precision=precision))


def recurring(**known: Any) -> ActivityOutlook:
    """Something that happens every two weeks."""
    when = When("", recurrence="P2W", start=known.get("start"), end=known.get("end"), kind="open")
    return seen(when=when, precision="none", **known)


def repeats(outlook: ActivityOutlook) -> str:
    """The row of what repeats, in a plan of ten weeks."""
    days = repeated_days(outlook, (MONDAY, date(2026, 7, 12)))
    marks = list(activity_marks(outlook, Tone.NORMAL, WEEK_IS_A_CELL, days))
    return "".join(cell.sign for cell in draw([BLANK] * 20, marks, UNICODE)).rstrip()


def test_what_repeats_has_a_tick_for_every_time() -> None:
    assert repeats(recurring(start=MONDAY, end=date(2026, 6, 7))) == "╻ ╻ ╻"
    assert repeats(recurring()) == "╻ ╻ ╻ ╻ ╻▸"
    assert repeats(recurring(start=date(2026, 6, 1))) == "    ╻ ╻ ╻▸"


def test_what_lies_outside_shows_where_to_look() -> None:
    assert picture(seen(dates=[date(2025, 1, 6)])) == "‹"
    assert picture(seen(dates=[date(2028, 1, 6)])) == " " * 19 + "›"


def test_an_open_end_that_begins_outside_points_to_its_side() -> None:
    assert picture(seen(start=date(2028, 1, 6))) == " " * 19 + "›"
    assert picture(seen(start=date(2025, 1, 6))) == "‹"


def test_progress_divides_a_bar_and_ticks_off_sessions() -> None:
    half = list(activity_marks(seen(start=MONDAY, end=date(2026, 5, 31), progress=50), Tone.NORMAL, WEEK_IS_A_CELL))
    assert half == [Mark(Shape.SOLID, 0, 16, Tone.GOOD), Mark(Shape.SOLID, 16, 32, Tone.NORMAL)]
    ticks = activity_marks(seen(dates=[MONDAY, date(2026, 5, 18)], progress=50), Tone.NORMAL, WEEK_IS_A_CELL)
    assert [mark.tone for mark in ticks] == [Tone.GOOD, Tone.NORMAL]


def test_an_end_before_its_start_is_still_drawn() -> None:
    assert picture(seen(start=date(2026, 5, 11), end=date(2026, 5, 4))) == " ▌"


def test_ascii_needs_no_other_sign() -> None:
    for outlook in (
        seen(start=date(2026, 5, 11)),
        seen(start=MONDAY, end=date(2026, 6, 3)),
        seen(dates=[MONDAY], alternatives=True),
    ):
        assert picture(outlook, glyphs=ASCII).isascii()


def test_today_and_weekends_lie_behind_the_bars() -> None:
    days = TimeScale(MONDAY, 56, 14)
    behind = backdrop(days, date(2026, 5, 6), UNICODE)
    assert "".join(cell.sign for cell in behind) == "  │  ░░     ░░"
    holidays = backdrop(days, date(2026, 5, 6), UNICODE, lambda day: day == date(2026, 5, 5))
    assert "".join(cell.sign for cell in holidays).rstrip() == " ░│"


def test_runs_keep_every_cell_and_blanks_join_what_is_beside_them() -> None:
    cells = [BLANK, Cell("█", Tone.BAD), BLANK, Cell("│", Tone.ACCENT), BLANK]
    assert [(run.text, run.tone) for run in runs(cells)] == [(" █ ", Tone.BAD), ("│ ", Tone.ACCENT)]
    assert line_width(runs(cells)) == 5

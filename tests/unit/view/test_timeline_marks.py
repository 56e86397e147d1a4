"""What is drawn for an activity says as much as its words do, and no more."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from roadmap_tui.model.fields import Tone
from roadmap_tui.planning.outlook import ActivityOutlook
from roadmap_tui.planning.when.model import When
from roadmap_tui.view.glyphs import ASCII, UNICODE
from roadmap_tui.view.text import line_width
from roadmap_tui.view.timeline import Mark, Shape, activity_marks
from roadmap_tui.view.timeline_cells import BLANK, Cell, Pen, backdrop, draw, inked, runs
from roadmap_tui.view.timescale import TimeScale

MONDAY = date(2026, 5, 4)
WEEK_IS_A_CELL = TimeScale(MONDAY, 8, 20)
PLAIN = Pen(UNICODE, inverse=False)


def seen(**known: Any) -> ActivityOutlook:
    """An activity's outlook with only what matters here."""
    values: dict[str, Any] = dict.fromkeys(ActivityOutlook.__struct_fields__)
    values |= {"when": When(""), "dates": [], "precision": "day", "progress": 0, "alternatives": False}
    return ActivityOutlook(**{**values, **known})


def picture(outlook: ActivityOutlook, scale: TimeScale = WEEK_IS_A_CELL, pen: Pen = PLAIN) -> str:
    """The row as plain text."""
    marks = activity_marks(outlook, Tone.NORMAL, scale)
    return "".join(cell.sign for cell in draw([BLANK] * scale.width, marks, pen)).rstrip()


@pytest.mark.parametrize(
    ("outlook", "drawn"),
    [
        (seen(start=date(2026, 5, 11), end=date(2026, 5, 24)), " ██"),
        (seen(start=date(2026, 5, 11), end=date(2026, 5, 24), precision="month"), " ░░"),
        (seen(start=date(2026, 5, 11), end=date(2026, 5, 24), precision="part_month"), " ▒▒"),
        (seen(start=date(2026, 5, 11), end=date(2026, 5, 24), precision="week"), " ██"),
        (seen(start=date(2026, 5, 11), end=date(2026, 5, 31), precision="month", alternatives=True), " ◇╌◇"),
        (seen(dates=[date(2026, 5, 11), date(2026, 5, 25)]), " ▌ ▌"),
        (seen(dates=[date(2026, 5, 11), date(2026, 5, 16)]), " █"),
        (seen(dates=[date(2026, 5, 11), date(2026, 5, 25)], alternatives=True), " ◇ ◇"),
        (seen(start=date(2026, 5, 11)), " █▓▒░▸"),
        (seen(end=date(2026, 6, 14)), " ◂░▒▓█"),
        (seen(start=date(2026, 5, 11), end=date(2026, 5, 17), uncertain=True), " █?"),
        (seen(when=When("doorlopend", kind="open")), "◂" + "╌" * 18 + "▸"),
        (seen(), ""),
    ],
)
def test_shapes(outlook: ActivityOutlook, drawn: str) -> None:
    assert picture(outlook) == drawn


def test_exact_bars_end_within_a_cell() -> None:
    four_days = seen(start=MONDAY, end=date(2026, 5, 14))
    assert picture(four_days) == "█▌"


def test_a_bar_that_begins_within_a_cell_is_cut_out_where_the_painter_can() -> None:
    thursday_on = seen(start=date(2026, 5, 7), end=date(2026, 5, 17))
    marks = list(activity_marks(thursday_on, Tone.NORMAL, WEEK_IS_A_CELL))
    first = draw([BLANK] * 20, marks, Pen(UNICODE, inverse=True))[0]
    assert first == Cell("▍", Tone.NORMAL, inverse=True)
    assert picture(thursday_on) == "▐█"


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
        assert picture(outlook, pen=Pen(ASCII, inverse=False)).isascii()


def test_today_and_weekends_lie_behind_the_bars() -> None:
    days = TimeScale(MONDAY, 56, 14)
    behind = backdrop(days, date(2026, 5, 6), UNICODE)
    assert "".join(cell.sign for cell in behind) == "  │  ··     ··"
    holidays = backdrop(days, date(2026, 5, 6), UNICODE, lambda day: day == date(2026, 5, 5))
    assert "".join(cell.sign for cell in holidays).rstrip() == " ·│"


def test_runs_keep_every_cell_and_blanks_join_what_is_beside_them() -> None:
    cells = [BLANK, Cell("█", Tone.BAD), BLANK, Cell("│", Tone.ACCENT), BLANK]
    assert [(run.text, run.tone) for run in runs(cells)] == [(" █ ", Tone.BAD), ("│ ", Tone.ACCENT)]
    assert line_width(runs(cells)) == 5


def test_a_cut_out_cell_stands_alone() -> None:
    cells = [BLANK, Cell("▍", Tone.BAD, inverse=True), Cell("█", Tone.BAD), BLANK]
    assert [(cell.sign, cell.inverse) for cell in inked(cells)] == [(" ", False), ("▍", True), ("█ ", False)]

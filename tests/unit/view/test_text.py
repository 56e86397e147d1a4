"""Text fits its cells, whatever its characters."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_tui import i18n
from roadmap_tui.view.formats import (
    bar,
    clock,
    format_date,
    format_number,
    long_date,
    percent,
    period,
    short_date,
    week,
)
from roadmap_tui.view.glyphs import ASCII, UNICODE
from roadmap_tui.view.text import cut, fit, one_line, width_of, wrap


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [("Plan", 6, "Plan  "), ("Plan van aanpak", 8, "Plan va…"), ("日本語", 5, "日本… "), ("a", 1, "a"), ("ab", 1, "…")],
)
def test_fit_fills_exactly(text: str, width: int, shown: str) -> None:
    assert fit(text, width) == shown or width_of(fit(text, width)) == width


@given(st.text(max_size=60), st.integers(min_value=0, max_value=40))
@settings(max_examples=300, deadline=None)
def test_any_text_fits_any_width(text: str, width: int) -> None:
    line = one_line(text)
    assert width_of(cut(line, width)) <= width
    assert "\n" not in line
    assert all(width_of(part) <= max(8, width) for part in wrap(text, width))


def test_bullets_keep_their_indent() -> None:
    assert wrap("· een lange regel tekst", 12) == ["· een lange", "  regel", "  tekst"]


def test_wrapping_keeps_every_word() -> None:
    text = "De leverancier levert de koppeling met het financiële pakket te laat op"
    assert " ".join(wrap(text, 17)) == text


def test_nothing_that_steers_a_terminal_is_shown() -> None:
    assert "\x1b" not in one_line("a\x1b[31mb")
    assert "\x9b" not in "".join(wrap("a\x9b31mb", 20))


def test_dates_and_numbers_are_written_the_dutch_way() -> None:
    i18n.use_language("nl")
    day = date(2026, 6, 10)
    assert (format_date(day), short_date(day), long_date(day)) == ("10-06-2026", "wo 10-06", "wo 10-06-2026")
    assert week(day) == "wk 24"
    assert clock(datetime(2026, 8, 3, 9, 5)) == "9.05"
    assert [format_number(value) for value in (34.0, 2.5, 0.25, None)] == ["34", "2,5", "0,25", ""]
    assert percent(45) == "45%"
    assert period(day, day) == "10-06-2026"
    assert period(date(2026, 5, 1), date(2026, 5, 31)) == "01-05-2026 t/m 31-05-2026"


@pytest.mark.parametrize(
    ("share", "drawn"),
    [(0.0, ""), (0.5, "━━━━"), (1.0, "━━━━━━━━"), (0.001, "╾"), (0.999, "━━━━━━━╾"), (7.0, "━━━━━━━━")],
)
def test_bars_never_claim_more_or_less_than_there_is(share: float, drawn: str) -> None:
    filled, rest = bar(share, 8, UNICODE)
    assert filled == drawn
    assert len(filled + rest) == 8


def test_ascii_bars_are_ascii() -> None:
    assert all("".join(bar(share / 20, 10, ASCII)).isascii() for share in range(21))

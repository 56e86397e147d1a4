from __future__ import annotations

from datetime import date

import pytest

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import language, use_language
from roadmap_tui.planning.offsets import Offset, OffsetError, offset_text, parse_offset, resolve
from roadmap_tui.planning.placeholders import expand

START = date(2026, 4, 1)  # a Wednesday
GOLIVE = date(2026, 11, 2)  # a Monday
DAY = date(2026, 8, 3)  # a Monday


@pytest.fixture(autouse=True)
def _english() -> object:
    before = language()
    use_language("en")
    yield
    use_language(before)


@pytest.mark.parametrize(
    ("text", "offset", "resolved"),
    [
        ("T", Offset("golive"), date(2026, 11, 2)),
        ("T-12w", Offset("golive", weeks=-12), date(2026, 8, 10)),
        ("t - 12 w", Offset("golive", weeks=-12), date(2026, 8, 10)),
        ("T\u22122w", Offset("golive", weeks=-2), date(2026, 10, 19)),
        ("T+2d", Offset("golive", days=2), date(2026, 11, 4)),
        ("T+0w", Offset("golive"), date(2026, 11, 2)),
        ("S+4w", Offset("start", weeks=4), date(2026, 4, 29)),
        ("S", Offset("start"), date(2026, 4, 1)),
        ("D+13w", Offset("day", weeks=13), date(2026, 11, 2)),
        ("S+1w/ma", Offset("start", weeks=1, weekday=0), date(2026, 4, 6)),
        ("S/vr", Offset("start", weekday=4), date(2026, 4, 3)),
        ("T-1d/ma", Offset("golive", days=-1, weekday=0), date(2026, 10, 26)),
    ],
)
def test_offsets_are_read_and_resolved(text: str, offset: Offset, resolved: date) -> None:
    assert parse_offset(text) == offset
    assert resolve(parse_offset(text), START, GOLIVE, DAY) == resolved


@pytest.mark.parametrize(
    "text",
    ["", "12w", "T-w", "T12w", "X-2w", "T-2m", "T-2w/mo", "T-2w/", "T--2w", "T-2w T+2w", "T-99999w", "T-２w"],
)
def test_anything_else_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(OffsetError) as caught:
        parse_offset(text)
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, UsageError)
    assert "T-12w" in str(caught.value)


def test_a_distance_of_more_than_twenty_years_is_refused() -> None:
    assert parse_offset("T-1042w").weeks == -1042
    with pytest.raises(OffsetError, match="twenty years"):
        parse_offset("T-1043w")


def test_an_offset_without_its_anchor_has_no_date() -> None:
    assert resolve(parse_offset("T-2w"), START, None) is None
    assert resolve(parse_offset("S+2w"), None, GOLIVE) is None
    assert resolve(parse_offset("D+2w"), START, GOLIVE) is None


def test_an_offset_past_the_end_of_the_calendar_has_no_date() -> None:
    assert resolve(parse_offset("T+2w"), None, date(9999, 12, 30)) is None
    assert resolve(parse_offset("T-1d/ma"), None, date(1, 1, 1)) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("T-12w", "12 weeks before go-live"),
        ("T-1w", "1 week before go-live"),
        ("T+2d", "2 days after go-live"),
        ("T", "on the day of go-live"),
        ("S+4w", "4 weeks after the start"),
        ("S", "on the start date"),
        ("D-1d", "1 day before the day the plan is made"),
        ("T-2w/vr", "2 weeks before go-live, on Friday"),
    ],
)
def test_an_offset_can_be_said_in_words(text: str, words: str) -> None:
    assert offset_text(parse_offset(text)) == words


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("{D-3w:dag}", "ma 13 juli"),
        ("{D-3w/vr:dag} om 10.00 uur", "vr 17 juli om 10.00 uur"),
        ("{D+2d:datum}", "5 augustus"),
        ("{D:cijfers}", "03-08-2026"),
        ("{D+2w:week}", "week 34"),
        ("{D+2w:wk}", "wk 34"),
        ("{D+8w:maand}", "september"),
        ("{D+1w:begin}", "begin augustus"),
        ("{D+1w:eind}", "eind augustus"),
        ("{D+1w:half}", "half augustus"),
        ("{D+1w:deel}", "begin augustus"),
        ("{D+2w:deel}", "half augustus"),
        ("{D+3w:deel}", "eind augustus"),
        ("{D+8w:kwartaal}", "Q3"),
        ("{D:jaar}", "2026"),
        ("{D+1w,D+2w:dagen}", "10 en 17 augustus"),
        ("{D+1w,D+2w,D+3w:dagen}", "10, 17 en 24 augustus"),
        ("{D+3w, D+5w:dagen}", "24 augustus en 7 september"),
        ("{D+1w,D+2w:opties}", "10 / 17 augustus"),
        ("{D+3w,D+5w:opties}", "24 augustus of 7 september"),
        ("{D+1w,D+2w:periode}", "10 t/m 17 augustus"),
        ("{D+3w,D+5w:periode}", "24 augustus t/m 7 september"),
        ("{D,D+2w:weken}", "week 32 t/m 34"),
        ("{D,D+1d:weken}", "week 32"),
        ("{D,D+1w:weken}", "week 32 en 33"),
        ("{D,D+5w:maanden}", "augustus/september"),
        ("{D,D+12w:maanden}", "augustus t/m oktober"),
        ("{D,D+1w:maanden}", "augustus"),
        ("{D,D+12w:reeks}", "augustus tot en met oktober"),
        ("vanaf {D+1w:datum} of {D+8w:maand}", "vanaf 10 augustus of september"),
        ("zonder datum", "zonder datum"),
    ],
)
def test_placeholders_become_the_words_people_use(text: str, written: str) -> None:
    assert expand(text, DAY) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("{D+22w:dag}", "ma 4 januari 2027"),
        ("{D+22w:deel}", "begin januari 2027"),
        ("{D+22w:week}", "week 1 2027"),
        ("{D+21w:week}", "week 53"),
        ("{D+22w:kwartaal}", "Q1 2027"),
        ("{D+20w,D+22w:dagen}", "21 december 2026 en 4 januari 2027"),
        ("{D+25w,D+26w,D+27w:dagen}", "25 januari, 1 februari en 8 februari 2027"),
        ("{D+26w,D+27w:dagen}", "1 en 8 februari 2027"),
        ("{D+25w,D+27w:periode}", "25 januari t/m 8 februari 2027"),
        ("{D+20w,D+22w:periode}", "21 december 2026 t/m 4 januari 2027"),
        ("{D+20w,D+22w:weken}", "21 december 2026 t/m 4 januari 2027"),
        ("{D+22w,D+24w:weken}", "week 1 t/m week 3 2027"),
        ("{D+22w,D+23w:weken}", "week 1 en week 2 2027"),
        ("{D+20w,D+22w:maanden}", "december 2026 - januari 2027"),
        ("{D+20w,D+26w:reeks}", "december 2026 tot en met februari 2027"),
    ],
)
def test_another_year_is_named(text: str, written: str) -> None:
    assert expand(text, DAY) == written


@pytest.mark.parametrize(
    "text",
    [
        *("{}", "{D+1w}", "{:dag}", "{x:dag}", "{D+1w:onzin}", "{T-2w:dag}"),
        *("{D+1w:dagen}", "{D,D+1w:dag}", "{D+1w,D:dagen}"),
    ],
)
def test_a_placeholder_that_cannot_be_filled_in_is_refused(text: str) -> None:
    with pytest.raises(OffsetError):
        expand(text, DAY)

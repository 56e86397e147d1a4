"""Reading periods that have a name, or that are counted from today: zomervakantie, volgende week, morgen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.notes import note
from roadmap_tui.planning.periods import ONE_DAY, first_day, last_day, monday_before, shift
from roadmap_tui.planning.when import terms as t
from roadmap_tui.planning.when.distance import shifted
from roadmap_tui.planning.when.numeric import full_year, is_small
from roadmap_tui.planning.when.ordinal import PLURALS, weekend_term
from roadmap_tui.planning.when.terms import Span, Term

if TYPE_CHECKING:
    from roadmap_tui.planning.when.term_parser import TermParser

_STEP: Final = {k.THIS: 0, k.NEXT: 1, k.LAST: -1}


def _named(unit: str) -> Callable[[TermParser], Term | None]:
    def read(parser: TermParser) -> Term | None:
        name = parser.cursor.token.value
        parser.cursor.at += 1
        year = parser.year_behind(short=True)
        if year and name == "christmas" and parser.cursor.kind in (k.DASH, k.SLASH):
            parser.skip_second_year(year)
        return Term(unit, name=name, year=year)

    return read


def _school_year(parser: TermParser) -> Term | None:
    """ "schooljaar 2026-2027", "schooljaar 26/27"; without a year the one that begins in the plan's year."""
    cursor = parser.cursor
    cursor.at += 1
    number, link = cursor.token, cursor.ahead(1)
    if is_small(number) and link.kind in (k.DASH, k.SLASH) and cursor.ahead(2).value == number.value + 1:
        cursor.at += 1
        year = full_year(number.value)
    else:
        year = parser.year_behind()
    if year and cursor.kind in (k.DASH, k.SLASH):
        parser.skip_second_year(year)
    return Term(t.SCHOOL_YEAR, year=year)


def _start(parser: TermParser) -> Term | None:
    """ "start schooljaar": its first weeks."""
    cursor = parser.cursor
    if cursor.ahead(1).kind != k.SCHOOL_YEAR:
        return None
    cursor.at += 1
    base = _school_year(parser)
    return Term(t.PART, name="begin", base=base)


def _today(parser: TermParser) -> Term | None:
    day = parser.context.today + timedelta(days=parser.cursor.token.value)
    parser.cursor.at += 1
    return _fixed(parser, Span(day, day, "day", "day"))


def _pointed(parser: TermParser) -> Term | None:
    """dit / volgend / vorig, then a unit, season, month, weekday or holiday."""
    cursor, today = parser.cursor, parser.context.today
    step = _STEP[cursor.kind]
    cursor.at += 1
    token = cursor.token
    if token.kind == k.NUM and cursor.ahead(1).kind == k.UNIT:
        return _coming_units(parser, step)
    cursor.at += 1
    if token.kind == k.UNIT:
        if token.text in PLURALS:  # "komende weken" does not say how many
            return None
        if token.value == "Y":
            return parser.year_before(Term(t.YEAR, year=_noted(parser, today.year + step)))
        span = unit_around(today, token.value, step)
        return _fixed(parser, span) if span else None
    if token.kind == k.WEEKEND:
        saturday = monday_before(today) + timedelta(days=5 + 7 * step)
        return _fixed(parser, Span(saturday, saturday + ONE_DAY, "range", "day"))
    if token.kind == k.WEEKDAY:
        day = _weekday_around(today, token.value, step)
        return _fixed(parser, Span(day, day, "day", "day"))
    if token.kind == k.MONTH:
        return Term(t.MONTH, month=token.value, year=_year_around(parser, token.value, step))
    if token.kind == k.SEASON:
        return Term(t.SEASON, token.value, year=_year_around(parser, token.value, step))
    return _pointed_name(parser, token.kind, step)


def _pointed_name(parser: TermParser, kind: str, step: int) -> Term | None:
    units = {k.SCHOOL_HOLIDAY: t.SCHOOL, k.RECESS: t.RECESS, k.HOLIDAY: t.HOLIDAY}
    if kind not in units:
        return None
    cursor, context = parser.cursor, parser.context
    name = cursor.tokens[cursor.at - 1].value
    term = Term(units[kind], name=name, year=_noted(parser, context.today.year))
    term.text = cursor.tokens[cursor.at - 1].text
    if step:
        from roadmap_tui.planning.when.resolve import resolve

        starts = resolve(term, context, []).start
        term.year += (1 if starts <= context.today else 0) if step > 0 else (-1 if starts > context.today else 0)
    return term


def _coming_units(parser: TermParser, step: int) -> Term | None:
    """ "komende drie maanden": from today; "afgelopen 2 weken": up to today."""
    cursor, today = parser.cursor, parser.context.today
    count = cursor.number()
    unit = cursor.token.value
    if not count:
        return None
    cursor.at += 1
    precision = {"D": "day", "W": "week"}.get(unit, "month")
    if step < 0:
        return _fixed(parser, Span(shifted(today, -count, unit), today, "range", precision))
    return _fixed(parser, Span(today, shifted(today, count, unit) - ONE_DAY, "range", precision))


def unit_around(day: date, unit: str, step: int = 0) -> Span | None:
    """The week, month, quarter or half year that holds `day`, or one `step` further."""
    if unit == "D":
        day += timedelta(days=step)
        return Span(day, day, "day", "day")
    if unit == "W":
        monday = monday_before(day) + timedelta(weeks=step)
        return Span(monday, monday + timedelta(days=6), "week", "week")
    months = {"M": 1, "Q": 3, "T": 4, "H": 6}.get(unit)
    if months is None:
        return None
    start = shift(first_day(day.year, (day.month - 1) // months * months + 1), step, unit)
    kind, precision = {"M": ("month", "month"), "Q": ("quarter", "quarter")}.get(unit, ("range", "half_year"))
    return Span(start, last_day(start.year, start.month + months - 1), kind, precision)


def _weekday_around(today: date, weekday: int, step: int) -> date:
    days = (weekday - today.weekday()) % 7
    if step > 0:
        return today + timedelta(days=days or 7)
    if step < 0:
        return today - timedelta(days=(today.weekday() - weekday) % 7 or 7)
    return monday_before(today) + timedelta(days=weekday)


def _year_around(parser: TermParser, month: int, step: int) -> int:
    """The year of this, the next or the previous period that starts in `month`, seen from today."""
    today = parser.context.today
    starts = date(today.year, month, 1)
    if step > 0:
        return _noted(parser, today.year + (starts <= today))
    if step < 0:
        return _noted(parser, today.year - (starts > today))
    return _noted(parser, today.year)


def _noted(parser: TermParser, year: int) -> int:
    parser.notes.append(note("from_today", day=parser.context.today))
    return year


def _fixed(parser: TermParser, span: Span) -> Term:
    parser.notes.append(note("from_today", day=parser.context.today))
    return Term(t.FIXED, span=span)


READERS: Final[dict[str, Callable[[TermParser], Term | None]]] = {
    k.SCHOOL_HOLIDAY: _named(t.SCHOOL),
    k.RECESS: _named(t.RECESS),
    k.HOLIDAY: _named(t.HOLIDAY),
    k.SCHOOL_YEAR: _school_year,
    k.START: _start,
    k.TODAY: _today,
    k.THIS: _pointed,
    k.NEXT: _pointed,
    k.LAST: _pointed,
    k.WEEKEND: weekend_term,
}

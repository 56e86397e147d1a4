"""From a period as written to days on the calendar.

The conventions: begin, half and eind are the first, second and last ten days of a month, two months of a
year, one month of a quarter or season; weeks are ISO weeks; seasons are the meteorological ones.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from roadmap_tui.planning.notes import Note, note
from roadmap_tui.planning.periods import ONE_DAY, first_day, last_day, monday_before, monday_of_week, shift, weeks_in
from roadmap_tui.planning.when import terms as t
from roadmap_tui.planning.when.model import Unreadable, WhenContext
from roadmap_tui.planning.when.terms import Span, Term

_PIECES: Final[dict[str, tuple[tuple[int, int], tuple[int, int], tuple[int, int]]]] = {
    # of how many months from the start (first, last) begin, mid and end consist
    t.YEAR: ((0, 1), (5, 6), (10, 11)),
    t.QUARTER: ((0, 0), (1, 1), (2, 2)),
    t.SEASON: ((0, 0), (1, 1), (2, 2)),
    t.THIRD: ((0, 0), (1, 2), (3, 3)),
    t.HALF: ((0, 1), (2, 3), (4, 5)),
    t.SCHOOL_YEAR: ((0, 1), (5, 6), (10, 11)),
}
_PIECE: Final = {"begin": 0, "mid": 1, "end": 2}
_PIECE_PRECISION: Final = {
    t.YEAR: "quarter",
    t.QUARTER: "month",
    t.SEASON: "month",
    t.THIRD: "month",
    t.HALF: "quarter",
    t.SCHOOL_YEAR: "quarter",
}
_PIECE_NOTE: Final = {
    t.MONTH: "part_third",
    t.YEAR: "part_year",
    t.QUARTER: "part_quarter",
    t.SEASON: "part_quarter",
    t.THIRD: "part_quarter",
    t.HALF: "part_year",
    t.SCHOOL_YEAR: "part_year",
    t.WEEK: "part_week",
}


def resolve(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    """The days that `term` covers, once its year is known; assumptions are added to `notes`.

    Raises Unreadable for a day, week or number that does not exist.
    """
    if term.unit == t.DAY:
        return _day(term)
    resolver = _RESOLVERS.get(term.unit)
    if resolver is None:
        raise Unreadable(note("not_understood", part=term.text))
    return resolver(term, context, notes)


def _day(term: Term) -> Span:
    try:
        day = date(term.year, term.month, term.number)
    except ValueError:
        raise Unreadable(note("impossible_date", part=term.text)) from None
    return Span(day, day, "day", "day")


def _month(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    return Span(date(term.year, term.month, 1), last_day(term.year, term.month), "month", "month")


def _quarter(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    number = _counted(term, 4)
    return Span(first_day(term.year, number * 3 - 2), last_day(term.year, number * 3), "quarter", "quarter")


def _third(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    notes.append(note("third"))
    number = _counted(term, 3)
    return Span(first_day(term.year, number * 4 - 3), last_day(term.year, number * 4), "range", "half_year")


def _half(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    number = _counted(term, 2)
    return Span(first_day(term.year, number * 6 - 5), last_day(term.year, number * 6), "range", "half_year")


def _year(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    return Span(date(term.year, 1, 1), date(term.year, 12, 31), "range", "year")


def _school_year(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    return Span(date(term.year, 8, 1), date(term.year + 1, 7, 31), "range", "year")


def _week(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    if not 1 <= term.number <= weeks_in(term.year):
        raise Unreadable(note("no_such_week", week=term.number, year=term.year))
    monday = monday_of_week(term.year, term.number)
    return Span(monday, monday + timedelta(days=6), "week", "week")


def _season(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    if term.number == 12:
        notes.append(note("winter"))
    return Span(first_day(term.year, term.number), last_day(term.year, term.number + 2), "season", "season")


def _school(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    days = context.known_calendar().school_holiday_span(term.name, term.year, context.region)
    if days is None:
        raise Unreadable(note("calendar_unknown", part=term.text, year=term.year))
    notes.append(note("school_region", region=context.region))
    return Span(*days, "range", "week")


def _recess(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    days = context.known_calendar().recess_span(term.name, term.year)
    if days is not None:
        return Span(*days, "range", "week")
    notes.append(note("recess"))
    return _school(term, context, notes)


def _holiday(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    days = context.known_calendar().named_days(term.name, term.year)
    if days is None:
        raise Unreadable(note("calendar_unknown", part=term.text, year=term.year))
    first, last = days
    return Span(first, last, "day" if first == last else "range", "day")


def _fixed(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    assert term.span is not None
    return term.span


def _part(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    base = _base(term)
    whole = resolve(base, context, notes)
    unit = _unit_of(base, whole)
    if term.name in ("h1", "h2"):
        return _half_of(term, whole, unit)
    notes.append(note(_PIECE_NOTE.get(unit, "part_third")))
    piece = _PIECE[term.name]
    if unit == t.MONTH:
        first = whole.start.replace(day=(1, 11, 21)[piece])
        return Span(first, whole.end if piece == 2 else first + timedelta(days=9), "range", "part_month")
    if unit == t.WEEK:
        first = whole.start + timedelta(days=(0, 2, 3)[piece])
        return Span(first, first + timedelta(days=(1, 0, 1)[piece]), "range", "week")
    if unit == t.SCHOOL_YEAR and piece == 0:
        return _school_start(whole, context)
    if unit in _PIECES:
        from_month, to_month = _PIECES[unit][piece]
        start = shift(whole.start, from_month, "M")
        return Span(start, shift(whole.start, to_month + 1, "M") - ONE_DAY, "range", _PIECE_PRECISION[unit])
    if whole.start == whole.end:
        raise Unreadable(note("not_understood", part=term.text))
    return _third_of(whole, piece)


def _school_start(whole: Span, context: WhenContext) -> Span:
    """The first four weeks of school, counted from the summer holiday where its dates are known."""
    days = context.known_calendar().school_holiday_span("summer", whole.start.year, context.region)
    start = days[1] + ONE_DAY if days else whole.start
    return Span(start, start + timedelta(days=27) if days else shift(start, 2, "M") - ONE_DAY, "range", "month")


def _unit_of(base: Term, whole: Span) -> str:
    """What kind of period a piece is taken of; a fixed one tells by its length in words."""
    if base.unit != t.FIXED:
        return base.unit
    by_kind = {"month": t.MONTH, "week": t.WEEK, "quarter": t.QUARTER, "season": t.SEASON}
    return by_kind.get(whole.kind) or {"year": t.YEAR, "half_year": t.HALF}.get(whole.precision, "")


def _third_of(whole: Span, piece: int) -> Span:
    third = max(((whole.end - whole.start).days + 1) // 3, 1)
    if piece == 0:
        return Span(whole.start, whole.start + timedelta(days=third - 1), "range", whole.precision)
    if piece == 2:
        return Span(whole.end - timedelta(days=third - 1), whole.end, "range", whole.precision)
    start = whole.start + timedelta(days=third)
    return Span(start, max(whole.end - timedelta(days=third), start), "range", whole.precision)


def _half_of(term: Term, whole: Span, unit: str) -> Span:
    first = term.name == "h1"
    if unit == t.YEAR:
        middle, precision = date(whole.start.year, 6, 30), "half_year"
    elif unit == t.MONTH:
        middle, precision = whole.start.replace(day=15), "part_month"
    elif unit in (t.QUARTER, t.SEASON):
        middle, precision = shift(whole.start, 1, "M").replace(day=15), "month"
    elif unit == t.HALF:
        middle, precision = shift(whole.start, 3, "M") - ONE_DAY, "quarter"
    else:
        middle, precision = whole.start + (whole.end - whole.start) // 2, whole.precision
    if first:
        return Span(whole.start, middle, "range", precision)
    return Span(middle + ONE_DAY, whole.end, "range", precision)


def _nth_week(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    whole = resolve(_base(term), context, notes)
    notes.append(note("nth_week"))
    thursday = _nth_in(whole, 3, term)
    monday = thursday - timedelta(days=3)
    return Span(monday, monday + timedelta(days=6), "week", "week")


def _nth_weekday(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    whole = resolve(_base(term), context, notes)
    assert term.weekday is not None
    day = _nth_in(whole, term.weekday, term)
    return Span(day, day, "day", "day")


def _nth_in(whole: Span, weekday: int, term: Term) -> date:
    """The nth (or with -1 the last) given weekday in a period."""
    if term.number < 0:
        day = whole.end - timedelta(days=(whole.end.weekday() - weekday) % 7)
    else:
        first = whole.start + timedelta(days=(weekday - whole.start.weekday()) % 7)
        day = first + timedelta(weeks=term.number - 1)
    if term.number == 0 or not whole.start <= day <= whole.end:
        raise Unreadable(note("no_such_number", part=term.text))
    return day


def _nth_month(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    whole = resolve(_base(term), context, notes)
    start = whole.end.replace(day=1) if term.number < 0 else shift(whole.start, term.number - 1, "M")
    if start.day != 1 or not whole.start <= start <= whole.end:
        raise Unreadable(note("no_such_number", part=term.text))
    return Span(start, last_day(start.year, start.month), "month", "month")


def _nth_day(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    whole = resolve(_base(term), context, notes)
    day = whole.end if term.number < 0 else whole.start + timedelta(days=term.number - 1)
    if term.number == 0 or not whole.start <= day <= whole.end:
        raise Unreadable(note("no_such_number", part=term.text))
    return Span(day, day, "day", "day")


def _nth_workday(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    whole = resolve(_base(term), context, notes)
    calendar = context.known_calendar()
    day, step, left = (whole.end, -ONE_DAY, 1) if term.number < 0 else (whole.start, ONE_DAY, term.number)
    while whole.start <= day <= whole.end:
        left -= calendar.is_working_day(day)
        if left == 0:
            return Span(day, day, "day", "day")
        day += step
    raise Unreadable(note("no_such_number", part=term.text))


def _week_of(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    monday = monday_before(resolve(_base(term), context, notes).start)
    return Span(monday, monday + timedelta(days=6), "week", "week")


def _weekend_of(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    saturday = monday_before(resolve(_base(term), context, notes).start) + timedelta(days=5)
    return Span(saturday, saturday + ONE_DAY, "range", "day")


def _weekdays_of(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    """ "ma t/m vr week 23": from the weekday of the term up to its number of days later."""
    monday = monday_before(resolve(_base(term), context, notes).start)
    first = monday + timedelta(days=term.weekday or 0)
    return Span(first, first + timedelta(days=term.number), "range", "day")


def _first_units(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    """The first (or with a negative number the last) so many weeks or months of a period."""
    whole = resolve(_base(term), context, notes)
    precision = {"D": "day", "W": "week"}.get(term.name, "month")
    if term.number < 0:
        start, end = shift(whole.end + ONE_DAY, term.number, term.name), whole.end
    else:
        start, end = whole.start, shift(whole.start, term.number, term.name) - ONE_DAY
    if term.number == 0 or start < whole.start or end > whole.end:
        raise Unreadable(note("no_such_number", part=term.text))
    return Span(start, end, "range", precision)


def _base(term: Term) -> Term:
    if term.base is None:
        raise Unreadable(note("not_understood", part=term.text))
    return term.base


def _counted(term: Term, count: int) -> int:
    """The number of the period in its year, -1 being the last; raises Unreadable when there is none."""
    number = count if term.number == -1 else term.number
    if not 1 <= number <= count:
        raise Unreadable(note("no_such_number", part=term.text))
    return number


_RESOLVERS: Final[dict[str, Callable[[Term, WhenContext, list[Note]], Span]]] = {
    t.MONTH: _month,
    t.QUARTER: _quarter,
    t.THIRD: _third,
    t.HALF: _half,
    t.YEAR: _year,
    t.SCHOOL_YEAR: _school_year,
    t.WEEK: _week,
    t.SEASON: _season,
    t.SCHOOL: _school,
    t.RECESS: _recess,
    t.HOLIDAY: _holiday,
    t.FIXED: _fixed,
    t.PART: _part,
    t.NTH_WEEK: _nth_week,
    t.NTH_WEEKDAY: _nth_weekday,
    t.NTH_MONTH: _nth_month,
    t.NTH_DAY: _nth_day,
    t.NTH_WORKDAY: _nth_workday,
    t.WEEK_OF: _week_of,
    t.WEEKEND_OF: _weekend_of,
    t.WEEKDAYS_OF: _weekdays_of,
    t.FIRST_UNITS: _first_units,
}

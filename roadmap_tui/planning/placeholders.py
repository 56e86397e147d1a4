"""Texts with dates that move along with a given day, for example plans that must never look old.

`{D-3w/ma:dag}` becomes the Monday three weeks before that day, written as "ma 13 juli". The part before
the colon is one offset from the day, or several with commas between; the part after it is the form:

| form | gives | | form | gives |
|---|---|---|---|---|
| dag | ma 13 juli | | jaar | 2026 |
| datum | 13 juli | | dagen | 8 en 15 juni |
| cijfers | 13-07-2026 | | opties | 10 / 17 mei |
| week, wk | week 34, wk 34 | | periode | 1 t/m 15 september |
| maand | september | | weken | week 34 t/m 36 |
| begin, half, eind | begin augustus | | maanden | juni/juli |
| deel | whichever of those three it falls in | | reeks | mei tot en met juli |
| kwartaal | Q3 | | | |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from roadmap_tui.i18n import _
from roadmap_tui.planning.offsets import WEEKDAYS, OffsetError, parse_offset, resolve

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_MONTHS: Final = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def expand(text: str, day: date) -> str:
    """`text` with every placeholder written out in Dutch, counted from `day`.

    A date in another year than `day` carries its year.
    Raises OffsetError for a placeholder that cannot be read.
    """
    return _PLACEHOLDER.sub(lambda found: _written(found[1], day), text)


def _written(placeholder: str, day: date) -> str:
    offsets, colon, form = placeholder.rpartition(":")
    dates = [resolve(parse_offset(part), None, None, day) for part in offsets.split(",")] if colon else []
    known = [each for each in dates if each is not None]
    if not known or len(known) != len(dates):
        raise _unknown(placeholder)
    year = day.year
    if form in _SINGLE and len(known) == 1:
        return _SINGLE[form](known[0], year)
    if form in _SEVERAL and len(known) > 1 and known == sorted(known):
        return _SEVERAL[form](known, year)
    raise _unknown(placeholder)


def _unknown(placeholder: str) -> OffsetError:
    shown = "{" + placeholder + "}"
    return OffsetError(_("“{text}” is not a date that can be filled in.").format(text=shown))


def _with_year(words: str, of_date: int, year: int) -> str:
    """`words`, with the year of the date unless that is the current `year`; 0 always shows it."""
    return words if of_date == year else f"{words} {of_date}"


def _date(value: date, year: int) -> str:
    return _with_year(f"{value.day} {_MONTHS[value.month - 1]}", value.year, year)


def _day(value: date, year: int) -> str:
    return f"{WEEKDAYS[value.weekday()]} {_date(value, year)}"


def _digits(value: date, year: int) -> str:
    return f"{value:%d-%m}-{value.year:04d}"


def _week(word: str) -> Callable[[date, int], str]:
    def written(value: date, year: int) -> str:
        of_year, number, _weekday = value.isocalendar()
        return _with_year(f"{word} {number}", of_year, year)

    return written


def _month(value: date, year: int) -> str:
    return _with_year(_MONTHS[value.month - 1], value.year, year)


def _part(word: str) -> Callable[[date, int], str]:
    return lambda value, year: f"{word} {_month(value, year)}"


def _own_part(value: date, year: int) -> str:
    word = "begin" if value.day <= 10 else "half" if value.day <= 20 else "eind"
    return f"{word} {_month(value, year)}"


def _quarter(value: date, year: int) -> str:
    return _with_year(f"Q{(value.month + 2) // 3}", value.year, year)


def _days(joint: str, otherwise: str) -> Callable[[Sequence[date], int], str]:
    """Loose days: "8 en 15 juni" within one month, "29 juni en 6 juli" across."""

    def written(values: Sequence[date], year: int) -> str:
        last = values[-1]
        if all((each.year, each.month) == (last.year, last.month) for each in values):
            return _listed([str(each.day) for each in values[:-1]], _date(last, year), joint)
        *first, end = _dates(values, year)
        return _listed(first, end, otherwise)

    return written


def _dates(values: Sequence[date], year: int) -> list[str]:
    """Each date in words; one year behind the last date holds for all of them."""
    if values[0].year != values[-1].year:
        return [_date(each, 0) for each in values]
    return [*(_date(each, each.year) for each in values[:-1]), _date(values[-1], year)]


def _listed(first: Sequence[str], last: str, joint: str) -> str:
    return f"{', '.join(first)} {joint} {last}"


def _period(values: Sequence[date], year: int) -> str:
    first, last = values[0], values[-1]
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} t/m {_date(last, year)}"
    return " t/m ".join(_dates((first, last), year))


def _weeks(values: Sequence[date], year: int) -> str:
    (first_year, first, _d), (last_year, last, _d) = values[0].isocalendar(), values[-1].isocalendar()
    if first_year != last_year:
        return _period(values, year)
    if first == last:
        return _with_year(f"week {last}", last_year, year)
    joint = "en" if last - first == 1 else "t/m"
    again = "" if last_year == year else "week "  # a bare "3 2027" reads badly
    return _with_year(f"week {first} {joint} {again}{last}", last_year, year)


def _months(adjacent: str, apart: str, other_year: str) -> Callable[[Sequence[date], int], str]:
    """Months in a row; with both years when those differ."""

    def written(values: Sequence[date], year: int) -> str:
        first, last = values[0], values[-1]
        if (first.year, first.month) == (last.year, last.month):
            return _month(last, year)
        if first.year == last.year:
            joint = adjacent if last.month - first.month == 1 else apart
            return _MONTHS[first.month - 1] + joint + _month(last, year)
        return _month(first, 0) + other_year + _month(last, 0)

    return written


_SINGLE: Final[dict[str, Callable[[date, int], str]]] = {
    "dag": _day,
    "datum": _date,
    "cijfers": _digits,
    "week": _week("week"),
    "wk": _week("wk"),
    "maand": _month,
    "begin": _part("begin"),
    "half": _part("half"),
    "eind": _part("eind"),
    "deel": _own_part,
    "kwartaal": _quarter,
    "jaar": lambda value, year: str(value.year),
}
_SEVERAL: Final[dict[str, Callable[[Sequence[date], int], str]]] = {
    "dagen": _days("en", "en"),
    "opties": _days("/", "of"),
    "periode": _period,
    "weken": _weeks,
    "maanden": _months("/", " t/m ", " - "),
    "reeks": _months(" tot en met ", " tot en met ", " tot en met "),
}

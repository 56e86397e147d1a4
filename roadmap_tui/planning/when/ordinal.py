"""Reading periods that are counted: 1e kwartaal, 2e helft mei, laatste vrijdag van juni, week 36."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.when import terms as t
from roadmap_tui.planning.when.numeric import is_small, is_year
from roadmap_tui.planning.when.terms import Term

if TYPE_CHECKING:
    from roadmap_tui.planning.when.term_parser import TermParser

_LINKS: Final = frozenset((k.AND, k.OR, k.OF, k.SLASH, k.COMMA, k.RANGE, k.DASH))
_MOST_WEEKS_IN_A_MONTH: Final = 5
PLURALS: Final = frozenset(
    ["dagen", "weken", "maanden", "kwartalen", "jaren", "days", "weeks", "months", "quarters", "years"]
)
_LONG_UNITS: Final = {"Q": t.QUARTER, "T": t.THIRD, "H": t.HALF}
_WHOLE: Final = frozenset(("hele", "gehele", "heel", "geheel", "volledige", "whole", "entire"))


def ordinal_term(parser: TermParser) -> Term | None:
    """A period that opens with an ordinal; bare when its unit comes later ("1e en 3e week van mei")."""
    cursor = parser.cursor
    number: int = cursor.token.value
    cursor.at += 1
    token = cursor.token
    if token.kind == k.MONTH or (token.kind in (k.VAN, k.OF) and cursor.ahead(1).kind == k.MONTH):
        cursor.at += 2 if token.kind != k.MONTH else 1
        month = cursor.tokens[cursor.at - 1].value
        return Term(t.DAY, number, month=month, year=parser.year_behind()) if number > 0 else None
    if (token.kind == k.HALF or token.text == "half") and number in (1, 2, -1):
        cursor.at += 1
        return Term(t.PART, name="h1" if number == 1 else "h2", base=_base(parser))
    if token.kind == k.UNIT:
        return _counted_unit(parser, number)
    if token.kind == k.WORKDAY:
        cursor.at += 1
        return Term(t.NTH_WORKDAY, number, base=_base(parser))
    if token.kind == k.WEEKDAY:
        cursor.at += 1
        term = Term(t.NTH_WEEKDAY, number, base=_base(parser))
        term.weekday = token.value
        return term
    if token.kind == k.NUM and cursor.ahead(1).kind == k.UNIT and is_small(token) | (not token.text.isdigit()):
        return _first_units(parser, number)
    if token.kind in _LINKS:
        return Term(t.BARE_ORDINAL, number)
    return None


def _counted_unit(parser: TermParser, number: int) -> Term | None:
    cursor = parser.cursor
    unit, name = cursor.token.value, cursor.token.text
    cursor.at += 1
    if name in PLURALS and number in (1, -1):  # "de eerste dagen van mei" does not say how many
        return Term(t.PART, name="begin" if number == 1 else "end", base=_base(parser))
    if unit == "Q":
        return Term(t.QUARTER, number, year=parser.year_behind(short=True))
    if unit in ("H", "T"):
        return Term(t.HALF if unit == "H" else t.THIRD, number, year=parser.year_behind(short=True))
    base = _base(parser)
    if unit == "W":
        if number > _MOST_WEEKS_IN_A_MONTH and (base is None or base.unit == t.YEAR):
            return Term(t.WEEK, number, year=base.year if base else 0)
        return Term(t.NTH_WEEK, number, base=base)
    if unit == "M":
        return Term(t.NTH_MONTH, number, base=base)
    if unit == "D":
        return Term(t.NTH_DAY, number, base=base)
    return None


def _first_units(parser: TermParser, number: int) -> Term | None:
    """ "eerste drie maanden van 2026", "laatste 2 weken van mei"."""
    cursor = parser.cursor
    count = cursor.token.value
    unit = cursor.ahead(1).value
    cursor.at += 2
    base = _base(parser)
    if base is None or number not in (1, -1) or unit not in ("D", "W", "M"):
        return None
    return Term(t.FIRST_UNITS, count * number, name=unit, base=base)


def _base(parser: TermParser) -> Term | None:
    """The period of which this is a piece, when it is said here."""
    cursor = parser.cursor
    place = cursor.at
    base = parser.base_period()
    if base is None or base.unit in t.BARE or base.unit == t.DAY:
        cursor.at = place
        return None
    return base


def unit_term(parser: TermParser) -> Term | None:
    """A period that opens with its unit: week 36, kwartaal 3, de week van 12 mei."""
    cursor = parser.cursor
    unit = cursor.token.value
    cursor.at += 1
    number = cursor.token
    if unit == "W" and is_year(number) and cursor.ahead(1).kind == k.DASH and is_small(cursor.ahead(2)):
        cursor.at += 3
        return Term(t.WEEK, cursor.tokens[cursor.at - 1].value, year=number.value)
    if is_small(number) and not _is_a_day(parser):
        cursor.at += 1
        if unit == "W":
            return Term(t.WEEK, number.value, year=parser.year_behind())
        if unit in _LONG_UNITS:
            return Term(_LONG_UNITS[unit], number.value, year=parser.year_behind(short=True))
        return None
    if unit == "Y" and cursor.at > 1 and cursor.tokens[cursor.at - 2].text in _WHOLE:
        return Term(t.YEAR)
    if unit == "W" and (cursor.take(k.VAN) or cursor.take(k.OF)):
        return _around(parser, t.WEEK_OF)
    return None


def weekend_term(parser: TermParser) -> Term | None:
    """ "weekend van 13 juni", "weekend week 36"."""
    cursor = parser.cursor
    cursor.at += 1
    cursor.take(k.VAN)
    place = cursor.at
    first = parser.term()
    if first is not None and first.unit == t.BARE_NUMBER:  # "weekend van 13 en 14 juni" names both days
        return first
    cursor.at = place
    return _around(parser, t.WEEKEND_OF)


def _around(parser: TermParser, unit: str) -> Term | None:
    base = parser.term()
    if base is None or base.unit not in (t.DAY, t.WEEK, t.HOLIDAY, t.FIXED):
        return None
    return Term(unit, base=base)


def _is_a_day(parser: TermParser) -> bool:
    """Whether the number opens a date: "week 12 mei" is not week 12."""
    cursor = parser.cursor
    return cursor.ahead(1).kind == k.MONTH

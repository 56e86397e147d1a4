"""Dates and years written in digits: 12-05-2026, 12/5, 2026-05-12, 05-2026, 2026, '26."""

from __future__ import annotations

from typing import Final

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.cursor import Cursor
from roadmap_tui.planning.language.tokens import Token
from roadmap_tui.planning.notes import note
from roadmap_tui.planning.periods import FIRST_YEAR, LAST_YEAR
from roadmap_tui.planning.when import terms as t
from roadmap_tui.planning.when.model import Unreadable
from roadmap_tui.planning.when.terms import Term

ISO: Final = "iso"  # marks dates such as 2026-05-12, between which a slash means a period (ISO 8601)
_SEPARATORS: Final = frozenset((k.DASH, k.SLASH, k.DOT))
_BEFORE_YEAR: Final = frozenset((k.VAN, k.OF, k.FILLER, k.COMMA))
_BETWEEN_DAYS: Final = frozenset((k.NUM, k.DASH, k.SLASH, k.COMMA, k.AND, k.OR, k.OF, k.WEEKDAY))


def is_year(token: Token) -> bool:
    """Whether this is a year of four digits; raises Unreadable for one outside the calendar."""
    if token.kind != k.NUM or len(token.text) != 4 or not token.text.isdigit():
        return False
    if not FIRST_YEAR <= token.value <= LAST_YEAR:
        raise Unreadable(note("no_such_year", part=token.text))
    return True


def is_small(token: Token) -> bool:
    """Whether this is a number of one or two digits."""
    return token.kind == k.NUM and len(token.text) <= 2 and token.text.isdigit()


def full_year(two_digits: int) -> int:
    """The year meant by '26: 2000-2068, or 1969-1999."""
    return two_digits + (2000 if two_digits < 69 else 1900)


def numeric_term(cursor: Cursor) -> Term | None:
    """A date, month or year in digits; None, with nothing read, when the digits form none of these."""
    first = cursor.token
    if is_year(first):
        return _year_first(cursor)
    if len(first.text) == 8 and first.text.isdigit():
        return _compact(cursor)
    separator, second = cursor.ahead(1), cursor.ahead(2)
    if separator.kind not in _SEPARATORS or second.kind != k.NUM or not is_small(first):
        return None
    if _is_inside_a_row(cursor, separator) or _month_name_follows(cursor):
        return None
    if is_year(second):
        return _month_and_year(cursor)
    if not is_small(second) or not 1 <= second.value <= 12:
        return None
    return _day_and_month(cursor, separator, second)


def _day_and_month(cursor: Cursor, separator: Token, second: Token) -> Term | None:
    first, then, third = cursor.token, cursor.ahead(3), cursor.ahead(4)
    quoted = 5 if then.kind == separator.kind and third.kind == k.QUOTE else 4 if then.kind == k.QUOTE else 0
    if quoted and is_small(cursor.ahead(quoted)) and len(cursor.ahead(quoted).text) == 2:  # 1-1-'27
        year = full_year(cursor.ahead(quoted).value)
        return _made(cursor, quoted + 1, Term(t.DAY, first.value, month=second.value, year=year))
    if then.kind == separator.kind and third.kind == k.NUM and (third.glued or is_year(third)):
        row_goes_on = cursor.ahead(5).kind == separator.kind and cursor.ahead(6).kind == k.NUM and cursor.ahead(6).glued
        year = third.value if is_year(third) else full_year(third.value) if len(third.text) == 2 else 0
        if not year or row_goes_on:
            return None
        return _made(cursor, 5, Term(t.DAY, first.value, month=second.value, year=year))
    if not (separator.glued and second.glued) or _binds_tighter(then, third, separator):
        return None
    if separator.kind == k.DOT and then.kind == k.DOT:
        return _made(cursor, 4, Term(t.DAY, first.value, month=second.value))
    return _made(cursor, 3, Term(t.DAY, first.value, month=second.value))


def _binds_tighter(then: Token, third: Token, separator: Token) -> bool:
    """Whether the second number belongs to what follows: 5-6/7 is 5-6 July, but 1/6-30/6 holds two dates."""
    if then.kind not in _SEPARATORS or third.kind != k.NUM or not (then.glued and third.glued):
        return False
    return then.kind == separator.kind or separator.kind == k.DASH


def _month_and_year(cursor: Cursor) -> Term | None:
    first, second = cursor.token, cursor.ahead(2)
    if not 1 <= first.value <= 12 or not second.glued:
        return None
    return _made(cursor, 3, Term(t.MONTH, month=first.value, year=second.value))


def _year_first(cursor: Cursor) -> Term | None:
    year, separator, second = cursor.token, cursor.ahead(1), cursor.ahead(2)
    if separator.kind in _SEPARATORS and is_small(second) and second.glued and len(second.text) == 2:
        then, third = cursor.ahead(3), cursor.ahead(4)
        if then.kind == separator.kind and is_small(third) and third.glued:
            return _made(cursor, 5, Term(t.DAY, third.value, month=second.value, year=year.value, name=ISO))
        if 1 <= second.value <= 12:
            return _made(cursor, 3, Term(t.MONTH, month=second.value, year=year.value))
    return _made(cursor, 1, Term(t.YEAR, year=year.value))


def _compact(cursor: Cursor) -> Term | None:
    digits = cursor.token.text
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    return _made(cursor, 1, Term(t.DAY, day, month=month, year=year))


def year_after(cursor: Cursor) -> int:
    """Step over a year that belongs to the period before it, and give it; 0 when there is none."""
    place = cursor.at
    kind = cursor.kind
    if kind != k.NUM and (kind in _BEFORE_YEAR or cursor.joins_words()):
        cursor.at += 1
    if cursor.kind == k.UNIT and cursor.token.value == "Y" and cursor.ahead(1).kind == k.NUM:
        cursor.at += 1  # "Q2 begrotingsjaar 2027"
    token = cursor.token
    if token.kind == k.QUOTE:
        cursor.at += 1
        short = cursor.token
        if is_small(short) and len(short.text) == 2:
            cursor.at += 1
            return full_year(short.value)
    elif is_year(token) and not _starts_a_period(cursor):
        cursor.at += 1
        return int(token.value)
    cursor.at = place
    return 0


def _starts_a_period(cursor: Cursor) -> bool:
    """Whether the year that is next opens a date of its own (2026-05-12)."""
    if cursor.ahead(1).kind != k.DASH:
        return False
    month, day = cursor.ahead(2), cursor.ahead(4)
    return is_small(month) and month.glued and is_small(day) and day.glued


def _is_inside_a_row(cursor: Cursor, separator: Token) -> bool:
    """Whether the same sign stands right before: 8-6-2-12 holds no date."""
    if cursor.at < 2:
        return False
    before = cursor.tokens[cursor.at - 1]
    return before.kind == separator.kind and before.glued and cursor.token.glued


def _month_name_follows(cursor: Cursor) -> bool:
    """Whether the row of numbers ends in the name of a month: 10/11 mei holds two days."""
    place = cursor.at
    while cursor.tokens[place].kind in _BETWEEN_DAYS:
        place += 1
    closing = cursor.tokens[place]
    if closing.kind == k.MONTH:
        return cursor.tokens[place - 1].kind == k.NUM and not is_year(cursor.tokens[place - 1])
    return False


def _made(cursor: Cursor, length: int, term: Term) -> Term:
    term.text = cursor.words(cursor.at, cursor.at + length)
    cursor.at += length
    return term

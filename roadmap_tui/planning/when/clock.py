"""Times of day beside a date: recognised, kept in a note, and no part of the reading."""

from __future__ import annotations

from typing import Final

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.cursor import Cursor

_LEADS: Final = frozenset(
    (k.COMMA, k.DASH, k.VAN, k.FROM, k.BETWEEN, k.FILLER, k.QUOTE, k.UNTIL, k.RANGE, k.BEFORE, k.AFTER, k.BY)
)
_LEAD_WORDS: Final = frozenset(("om", "at", "s", "tijd", "tijdstip", "aanvang"))
SIGNS_OF_TIME: Final = frozenset((k.CLOCK, k.HOUR, k.DAYPART, k.DOT, k.AM_PM, k.UNDECIDED))
_TO: Final = frozenset((k.DASH, k.UNTIL, k.RANGE, k.AND, k.SLASH))


def skip_time(cursor: Cursor, times: list[str], *, after_date: bool) -> bool:
    """Step over a time of day or a range of times and add its text to `times`."""
    if cursor.kinds.isdisjoint(SIGNS_OF_TIME):
        return False
    start = cursor.at
    while cursor.kind in _LEADS or cursor.token.text in _LEAD_WORDS:
        cursor.at += 1
    first = cursor.at
    if cursor.take(k.DAYPART):
        times.append(cursor.words(first))
        return True
    if not _moment(cursor, after_date=after_date, range_allowed=True):
        cursor.at = start
        return False
    while cursor.kind in _TO:
        place = cursor.at
        cursor.at += 1
        if not _moment(cursor, after_date=after_date, range_allowed=False):
            cursor.at = place
            break
    cursor.take(k.HOUR)
    times.append(cursor.words(first))
    return True


def _moment(cursor: Cursor, *, after_date: bool, range_allowed: bool) -> bool:
    """Step over 14:00, 14.00 uur, 14 uur, 10u30, 2 pm, or the first hour of "9-12 uur"."""
    token = cursor.token
    if token.kind == k.CLOCK:
        cursor.at += 1
        cursor.take(k.HOUR)
        _skip_am_pm(cursor)
        return True
    if token.kind != k.NUM or not 0 <= token.value <= 24 or len(token.text) > 2:
        return False
    if cursor.ahead(1).kind == k.HOUR:
        cursor.at += 2
        if cursor.kind == k.NUM and cursor.token.glued:
            cursor.at += 1
        return True
    if _is_am_pm(cursor, 1):
        cursor.at += 1
        _skip_am_pm(cursor)
        return True
    if (
        range_allowed
        and cursor.ahead(1).kind in _TO
        and cursor.ahead(2).kind == k.NUM
        and cursor.ahead(3).kind == k.HOUR
    ):
        cursor.at += 1
        return True
    dot, minutes = cursor.ahead(1), cursor.ahead(2)
    is_minutes = minutes.kind == k.NUM and minutes.glued and len(minutes.text) == 2 and minutes.value < 60
    if after_date and dot.kind == k.DOT and is_minutes and cursor.ahead(3).kind != k.DOT:
        cursor.at += 3
        _skip_am_pm(cursor)
        return True
    return False


def _is_am_pm(cursor: Cursor, ahead: int) -> bool:
    return cursor.ahead(ahead).text.replace(".", "") in ("am", "pm")


def _skip_am_pm(cursor: Cursor) -> None:
    if _is_am_pm(cursor, 0):
        cursor.at += 1

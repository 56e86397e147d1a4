"""Reading how long something lasts behind its start: "vanaf livegang gedurende 4 weken", "1 mei, 6 weken lang"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.periods import ONE_DAY, iso_period
from roadmap_tui.planning.when.distance import shifted
from roadmap_tui.planning.when.outline import Bound

if TYPE_CHECKING:
    from roadmap_tui.planning.when.clauses import ClauseReader

_WHOLE_DAY: Final = frozenset(("hele", "gehele", "halve", "whole", "full", "half"))
_CLOSES: Final = (k.END, k.COMMA, k.CLOSE_BRACKET)
_WORKING_TIME: Final = frozenset(("session", "hour", "dagdeel", "half_day", "day"))
_OPENERS: Final = frozenset(("gedurende", "during", "for", "voor een periode van", "voor de duur van"))


def lasting_clause(reader: ClauseReader) -> bool:
    """The length of the period that started before it; nothing is read without a start or a length."""
    cursor, out = reader.cursor, reader.out
    if cursor.token.text not in _OPENERS or cursor.ahead(1).kind != k.NUM or cursor.ahead(2).kind != k.UNIT:
        return False
    if cursor.ahead(3).kind not in _CLOSES or out.upper is not None:
        return False
    cursor.at += 1
    count = cursor.number()
    unit: str = cursor.token.value
    cursor.at += 1
    if not count:
        return False
    if out.anchored is not None:
        anchored = out.anchored
        if anchored.end is not None or anchored.offset not in (None, "P0D"):
            return False
        anchored.offset = iso_period(count, unit)
        anchored.end = anchored.start and shifted(anchored.start, count, unit) - ONE_DAY
        return True
    start = out.lower.day if out.lower is not None else out.phrases[0].start if len(out.phrases) == 1 else None
    if start is None:
        return False
    if out.lower is None:
        phrase = out.phrases.pop()
        reader.set_lower(Bound(phrase.start, phrase.precision))
    reader.set_upper(Bound(shifted(start, count, unit) - ONE_DAY, "day" if unit == "D" else "week"))
    return True


def length_clause(reader: ClauseReader) -> bool:
    """A length beside a moment, kept in a note: "8 september (hele dag)", "7 - 18 sept (2 weken)"."""
    cursor = reader.cursor
    start = cursor.at
    cursor.skip(frozenset((k.FILLER, k.PART)))
    first = cursor.tokens[cursor.at - 1].text
    start -= cursor.at == start and first in _WHOLE_DAY
    count = cursor.number()
    if count is None and not (first in _WHOLE_DAY or cursor.token.text in _WHOLE_DAY):
        return False
    if cursor.token.text in _WHOLE_DAY:
        cursor.at += 1
    if not (cursor.kind in (k.UNIT, k.WORKDAY) or cursor.token.text.startswith("dagde")):
        return False
    cursor.at += 1
    if cursor.kind not in _CLOSES:
        return False
    reader.out.remark("length_ignored", part=cursor.words(start))
    return True


def amount_clause(reader: ClauseReader) -> bool:
    """Sessions and hours beside a moment, kept in a note: "2 sessies van 3 uur in mei", "1 dag per week in juni"."""
    from roadmap_tui.planning.effort.amounts import read_amount

    cursor = reader.cursor
    start = cursor.at
    amount = read_amount(cursor)
    lead_time = amount is not None and amount.unit in ("W", "M") and cursor.kind == k.FILLER  # "2 weken in mei"
    if amount is None or not (amount.unit in _WORKING_TIME or lead_time):
        cursor.at = start
        return False
    place = cursor.at
    if amount.unit == "session" and (cursor.take(k.VAN) or cursor.token.text in ("a", "of")):
        cursor.at = place + 1
        each = read_amount(cursor)
        if each is None or each.unit not in _WORKING_TIME:
            cursor.at = place
    reader.out.remark("length_ignored", part=cursor.words(start))
    return True

"""Reading a weekday or weekend near a date or an event: "donderdag voor Pasen", "het weekend na livegang"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.periods import ONE_DAY
from roadmap_tui.planning.when.anchors import anchor_date, anchor_words
from roadmap_tui.planning.when.outline import Anchored
from roadmap_tui.planning.when.terms import Span

if TYPE_CHECKING:
    from roadmap_tui.planning.when.clauses import ClauseReader

_SIDES: Final = {k.BEFORE: -1, k.AFTER: 1, k.VAN: 0, k.AT: 0}
_SATURDAY: Final = 5
_CODES: Final = {-1: "before_anchor", 0: "at_anchor", 1: "after_anchor"}


def nearby_clause(reader: ClauseReader) -> bool:
    """Read the weekday or weekend at the cursor when "voor", "na" or "van" and a moment follow it."""
    cursor, context = reader.cursor, reader.context
    token, side = cursor.token, _SIDES.get(cursor.ahead(1).kind)
    if side is None or (side == 0 and token.kind != k.WEEKEND):
        return False
    cursor.at += 2
    weekday = _SATURDAY if token.kind == k.WEEKEND else token.value
    length = ONE_DAY if token.kind == k.WEEKEND else timedelta(0)
    phrase = reader.phrase() if not reader.known_anchor_ahead() else None
    if phrase is not None and side == 0:
        return False  # "weekend van 13 juni" is a period of its own
    if phrase is not None:
        first = _near(phrase.end if side > 0 else phrase.start, weekday, side, length)
        reader.add_span(Span(first, first + length, "range" if length else "day", "day"))
        return True
    name = anchor_words(cursor, context)
    if name is None:
        return False
    day = anchor_date(name, context)
    near = None if day is None else _near(day, weekday, side, length)
    reader.out.remark(_CODES[side], anchor=name)
    reader.set_anchored(Anchored(name, None, near, near and near + length))
    return True


def _near(day: date, weekday: int, side: int, length: timedelta) -> date:
    """The last such day before `day` (-1), the first one after it (1), or the one in its week (0)."""
    if side == 0:
        return day + timedelta(days=weekday - day.weekday())
    if side > 0:
        return day + timedelta(days=(weekday - day.weekday()) % 7 or 7)
    day -= length
    return day - timedelta(days=(day.weekday() - weekday) % 7 or 7)

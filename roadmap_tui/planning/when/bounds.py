"""Reading one-sided periods: voor, na, vanaf, uiterlijk, tot, t/m, start, gereed, e.v."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.cursor import Cursor
from roadmap_tui.planning.periods import ONE_DAY
from roadmap_tui.planning.when.distance import DIRECTIONS
from roadmap_tui.planning.when.outline import Bound
from roadmap_tui.planning.when.phrase import Phrase

if TYPE_CHECKING:
    from roadmap_tui.planning.when.clauses import ClauseReader

LOWER: Final = frozenset((k.FROM, k.AFTER, k.START))
UPPER: Final = frozenset((k.BEFORE, k.BY, k.UNTIL, k.RANGE, k.READY))
_SAME_SIDE: Final = {k.FROM: k.AFTER, k.BY: k.BEFORE}
_UNITS: Final = frozenset((k.UNIT, k.WORKDAY))
_OR: Final = (k.OF, k.OR)
_INCLUSIVE: Final = {k.BEFORE: k.BY, k.AFTER: k.FROM}
_INTRODUCE: Final = frozenset((k.COLON, k.FILLER))


def bound_clause(reader: ClauseReader) -> bool:
    """Read a bound and what it bounds: a period on the calendar or an event."""
    cursor = reader.cursor
    token = cursor.token
    cursor.at += 1
    kind = _INCLUSIVE.get(token.kind, token.kind) if _or_at(cursor) else token.kind
    kind = k.FROM if kind == k.PER else kind
    if kind == k.START and cursor.kind == k.SCHOOL_YEAR:
        cursor.at -= 1
        return reader.add_phrase()
    cursor.skip(_INTRODUCE)
    while cursor.take(k.UNCERTAIN):  # "start naar verwachting in mei"
        reader.out.uncertain = True
        cursor.skip(_INTRODUCE)
    if kind in (k.START, k.READY):
        if cursor.kind in LOWER | UPPER:
            return True
        if cursor.done or cursor.kind in (k.COMMA, k.CLOSE_BRACKET):
            return _trailing(reader, kind)
    if _SAME_SIDE.get(kind) == cursor.kind:
        return True  # "niet eerder dan na de zomer"
    if token.value == "today":
        reader.out.remark("from_today", day=reader.context.today)
        reader.set_lower(Bound(reader.context.today, "day"))
        return True
    if token.value == "close":
        reader.out.remark("close")
    if kind in (k.BY, k.READY, k.BEFORE, k.UNTIL):
        reader.out.remark("deadline")
    if not (cursor.kinds.isdisjoint(_UNITS) or cursor.kinds.isdisjoint(DIRECTIONS)):
        from roadmap_tui.planning.when.relative import offset_clause

        if offset_clause(reader, side=kind):
            return True
    place = cursor.at
    cursor.take(k.AT)
    phrase = reader.phrase() if not reader.known_anchor_ahead() else None
    if phrase is None:
        cursor.at = place
        cursor.take(k.AT)
        from roadmap_tui.planning.when.relative import anchored_bound

        return anchored_bound(reader, kind)
    if phrase.is_range and kind == k.FROM:
        reader.out.phrases.append(phrase)
        return True
    _set(reader, kind, phrase, token.value)
    return True


def _or_at(cursor: Cursor) -> bool:
    """Step over the rest of "voor of op", "op of na": the day itself counts too."""
    before = (
        cursor.at >= 3 and cursor.tokens[cursor.at - 2].kind in _OR and cursor.tokens[cursor.at - 3].kind == k.FILLER
    )
    if cursor.kind in _OR and cursor.ahead(1).kind in (k.FILLER, k.AT):
        cursor.at += 2
        return True
    return before


def _trailing(reader: ClauseReader, kind: str) -> bool:
    """ "eind mei gereed": the period that was said is a deadline; "mei start": it is the start."""
    out = reader.out
    if reader.depth and out.is_empty:
        return True  # "12 mei (gereed)"
    if not out.phrases and (out.upper if kind == k.READY else out.lower) is not None:
        return True  # "uiterlijk 1 mei gereed"
    if len(out.phrases) != 1:
        return False
    _set(reader, kind, out.phrases.pop(), None)
    if kind == k.READY:
        out.remark("deadline")
    return True


def _set(reader: ClauseReader, kind: str, phrase: Phrase, value: str | None) -> None:
    out = reader.out
    is_day = phrase.start == phrase.end
    if kind in LOWER:
        day = phrase.end + ONE_DAY if kind == k.AFTER else phrase.start
        bound = Bound(day, phrase.precision, day if is_day and kind != k.AFTER else None)
        reader.set_lower(bound)
    else:
        day = _upper_day(kind, phrase, value)
        bound = Bound(day, phrase.precision, day if is_day and kind in (k.BY, k.READY, k.RANGE) else None)
        bound.is_latest = kind == k.BY
        reader.set_upper(bound)
        if kind == k.UNTIL and day < phrase.start:
            out.remark("exclusive", day=phrase.start)
    bound.alternatives = phrase.alternatives


def _upper_day(kind: str, phrase: Phrase, value: str | None) -> date:
    if kind == k.BEFORE:
        return phrase.before
    if kind == k.UNTIL and value == "exclusive":
        return phrase.until
    return phrase.end


def labelled_clause(reader: ClauseReader) -> bool:
    """ "begin: mei" and "einde: juli" label the two sides of a period."""
    cursor = reader.cursor
    if cursor.ahead(1).kind != k.COLON or cursor.token.value == "mid":
        return False
    kind = k.START if cursor.token.value == "begin" else k.READY
    cursor.at += 2
    phrase = reader.phrase()
    if phrase is None:
        return False
    _set(reader, kind, phrase, None)
    return True


def onward_clause(reader: ClauseReader) -> bool:
    """ "mei 2026 e.v.", "tot nader order": no end."""
    reader.cursor.at += 1
    reader.out.onward = not reader.out.is_empty
    return reader.out.onward

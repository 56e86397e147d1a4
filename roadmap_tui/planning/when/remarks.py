"""Words beside a moment that say nothing about time: "12 mei (alle leerjaren)", "Q2 - opdracht aan bureau"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.cursor import Cursor
from roadmap_tui.planning.when.subjects import NO_SUBJECT, is_misspelt

if TYPE_CHECKING:
    from roadmap_tui.planning.when.clauses import ClauseReader

_PLAIN: Final = frozenset(
    (k.WORD, k.FILLER, k.VAN, k.AND, k.DASH, k.SLASH, k.DOT, k.QUOTE, k.SESSION, k.AT, k.BEFORE, k.AHEAD, k.OTHER_ONE,
     k.DAYPART, k.THIS, k.READY, k.START, k.PLUS, k.OTHER, k.AFTER, k.GO_LIVE, k.PER, k.OR, k.OF, k.TIMES,
     k.EVERY,
     k.HOUR, k.CLOCK)
)  # fmt: skip
_FREE: Final = _PLAIN | {k.BETWEEN, k.FROM, k.UNTIL, k.WITHIN, k.RANGE, k.ORDINAL, k.BY}
_NAMES: Final = frozenset((k.WORD, k.DAYPART, k.SESSION))
_STOPS: Final = frozenset((k.END, k.COMMA, k.OPEN_BRACKET, k.CLOSE_BRACKET))
_LINKS: Final = frozenset((k.AND, k.PLUS, k.SLASH, k.DASH, k.OR, k.OF))
_OPENS_DATE: Final = frozenset((k.WEEKDAY, k.MONTH, k.NUM, k.QUARTER_LETTER))
_BESIDE_EXACT_DAYS: Final = frozenset((k.AT, k.BEFORE, k.AFTER))
_WITH: Final = frozenset(
    ("inclusief", "incl", "including", "ivm", "thv", "valt", "vallend", "zie", "ipv", "wegens", "vanwege")
)


def remark_clause(reader: ClauseReader, *, free: bool = False) -> bool:
    """Step over such words up to the next comma or bracket and keep them in a note.

    With `free`, behind a colon or dash or between brackets, they may hold small words and numbers too. Words that
    deny or set a condition ("niet", "als"), and misspelt words of time, are no remark.
    """
    cursor = reader.cursor
    if reader.out.is_empty and not reader.depth:
        return False
    start = cursor.at
    if cursor.token.text.replace(".", "") in _WITH:
        _to_the_end(cursor)
    elif not _plain_words(cursor, free=free or reader.depth > 0):
        cursor.at = start
        return False
    reader.out.remark("about", part=cursor.words(start))
    return True


def remark_behind_sign(reader: ClauseReader) -> bool:
    """Words behind a colon or a loose dash, when these are the last and hold nothing about time."""
    cursor = reader.cursor
    sign = cursor.tokens[cursor.at - 1]
    if cursor.token.glued or (sign.kind == k.DASH and sign.glued):
        return False
    start, noted = cursor.at, len(reader.out.notes)
    if remark_clause(reader, free=True) and cursor.kind in (k.END, k.CLOSE_BRACKET):
        return True
    cursor.at = start
    del reader.out.notes[noted:]
    return False


def beside_exact_days(reader: ClauseReader) -> bool:
    """ "4 juli tijdens de lunch": what an exact day is said to be with or after does not move it."""
    cursor, out = reader.cursor, reader.out
    last = out.phrases[-1] if out.phrases else out.upper or out.lower
    if last is None or last.precision != "day" or cursor.kind not in _BESIDE_EXACT_DAYS:
        return False
    start = cursor.at
    cursor.at += 1
    known = reader.known_anchor_ahead()
    cursor.at = start
    return not known and remark_clause(reader)


def _to_the_end(cursor: Cursor) -> None:
    while cursor.kind not in _STOPS:
        cursor.at += 1


def _plain_words(cursor: Cursor, *, free: bool) -> bool:
    """Step over the words; False when one of them may be about time after all."""
    allowed = _FREE if free else _PLAIN
    named = False
    while cursor.kind not in _STOPS:
        token = cursor.token
        if token.kind in _LINKS and cursor.ahead(1).kind in _OPENS_DATE and not _is_numbering(cursor, 1):
            break
        if token.kind == k.WORD:
            if token.text in NO_SUBJECT or is_misspelt(token):
                return False
            named = True
        elif token.kind == k.UNTIL and cursor.ahead(1).kind == k.CLOCK:
            cursor.at += 1  # "alle groepen tot 14.10 uur"
        elif token.kind not in allowed and not _is_numbering(cursor, 0) and not _is_new(cursor):
            return False
        named = named or token.text == "%"
        cursor.at += 1
    return named


def _is_new(cursor: Cursor) -> bool:
    """Whether "nieuwe" or "eerste" says something of a word that is not about time."""
    return cursor.kind in (k.NEXT, k.ORDINAL) and cursor.ahead(1).kind == k.WORD


def _is_numbering(cursor: Cursor, ahead: int) -> bool:
    """Whether the number belongs to the words: "groep 3", "klas 1 t/m V5", "ronde 2.1"."""
    place = cursor.at + ahead
    token, before = cursor.ahead(ahead), cursor.tokens[place - 1]
    if token.kind == k.NUM and not token.text.isdigit():
        return True  # "een lunch", "twee bureaus"
    if token.kind == k.RANGE:
        return before.kind == k.NUM and cursor.ahead(ahead + 1).kind in (k.NUM, k.WORD)
    if token.kind == k.NUM and cursor.ahead(ahead + 1).text == "%":
        return True
    if token.kind != k.NUM or len(token.text) > 2:
        return False
    if before.kind in (k.RANGE, k.DOT, k.DASH, k.AND, k.SLASH) and place > 1:
        return cursor.tokens[place - 2].kind == k.NUM or (before.glued and cursor.tokens[place - 2].kind == k.WORD)
    return before.kind in _NAMES

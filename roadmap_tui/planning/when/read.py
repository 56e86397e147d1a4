"""Reading a time expression as people write it in a plan, Dutch or English."""

from __future__ import annotations

from msgspec import structs

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.cursor import Cursor
from roadmap_tui.planning.language.tokens import LONGEST_TEXT
from roadmap_tui.planning.notes import Note, note
from roadmap_tui.planning.when.clauses import ClauseReader
from roadmap_tui.planning.when.compose import compose, unreadable
from roadmap_tui.planning.when.model import Unreadable, When, WhenContext
from roadmap_tui.planning.when.numeric import is_year
from roadmap_tui.planning.when.plain import read_plain


def _with_bracketed_year(cursor: Cursor, context: WhenContext) -> WhenContext:
    """Read "week 39 (27 september t/m 3 oktober 2021)" in the year between the brackets."""
    if k.OPEN_BRACKET not in cursor.kinds:
        return context
    _move_out_of_brackets(cursor)
    bracketed = 0
    inside, before = False, ""
    for token in cursor.tokens:
        inside = token.kind == k.OPEN_BRACKET or (inside and token.kind != k.CLOSE_BRACKET)
        if token.kind == k.NUM and is_year(token):
            if not inside:
                return context
            if before != k.WORD:  # the year of "(begroting 2027)" is part of a name
                bracketed = bracketed or token.value
        before = token.kind
    return structs.replace(context, year=bracketed) if bracketed else context


def _move_out_of_brackets(cursor: Cursor) -> None:
    """Put the year of "vierde kwartaal (okt-dec) 2026" and the part of "Q2 (eind)" before what they belong to."""
    tokens = cursor.tokens
    opening = next(place for place, token in enumerate(tokens) if token.kind == k.OPEN_BRACKET)
    if tokens[opening + 1].kind == k.PART and tokens[opening + 2].kind == k.CLOSE_BRACKET and opening > 0:
        part = tokens[opening + 1]
        del tokens[opening : opening + 3]
        tokens.insert(0, part)  # "Q2 2026 (eind)"
        return
    years = [place for place, token in enumerate(tokens) if token.kind == k.NUM and is_year(token)]
    if len(years) == 1 and opening > 0 and tokens[years[0] - 1].kind == k.CLOSE_BRACKET:
        tokens.insert(opening, tokens.pop(years[0]))


def _with_suggestion(reason: Note) -> Note:
    """The reason, with the word that was probably meant where what is not understood opens with a misspelt one."""
    if reason.code != "not_understood":
        return reason
    from roadmap_tui.planning.language.typos import meant_word

    part = str(reason["part"])
    meant = next(filter(None, (meant_word(word.strip(".,:;()")) for word in part.split()[:3])), None)
    return reason if meant is None else note("did_you_mean", part=part, word=meant)


def read_when(text: str, context: WhenContext) -> When:
    """How `text` is read: a moment, a period, a repetition, or `unknown` with the reason. Never raises.

    A missing year is the plan's; a period that runs past December ends in the next year.
    """
    stripped = text.strip()
    if len(stripped) > LONGEST_TEXT:
        return unreadable(text, note("too_long"))
    if not stripped or not (stripped[0].isalnum() or any(sign.isalnum() or sign == "?" for sign in stripped)):
        return unreadable(text, note("undecided"))
    try:
        cursor = Cursor(stripped)
        plain = read_plain(text, cursor, context)
        if plain is not None:
            return plain
        context = _with_bracketed_year(cursor, context)
        return compose(text, ClauseReader(cursor, context).read(), context)
    except Unreadable as problem:
        return unreadable(text, _with_suggestion(problem.reason))
    except (OverflowError, ValueError):  # a day outside the calendar, reached from an extreme date of the caller
        return unreadable(text, note("not_understood", part=stripped))

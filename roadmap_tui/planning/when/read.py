"""Reading a time expression as people write it in a plan, Dutch or English."""

from __future__ import annotations

from roadmap_tui.planning.language.cursor import Cursor
from roadmap_tui.planning.language.tokens import LONGEST_TEXT
from roadmap_tui.planning.notes import note
from roadmap_tui.planning.when.clauses import ClauseReader
from roadmap_tui.planning.when.compose import compose, unreadable
from roadmap_tui.planning.when.model import Unreadable, When, WhenContext


def read_when(text: str, context: WhenContext) -> When:
    """How `text` is read: a moment, a period, a repetition, or `unknown` with the reason. Never raises.

    A missing year is the plan's; a period that runs past December ends in the next year.
    """
    stripped = text.strip()
    if len(stripped) > LONGEST_TEXT:
        return unreadable(text, note("too_long"))
    if not stripped or not any(sign.isalnum() or sign == "?" for sign in stripped):
        return unreadable(text, note("undecided"))
    try:
        return compose(text, ClauseReader(Cursor(stripped), context).read(), context)
    except Unreadable as problem:
        return unreadable(text, problem.reason)
    except OverflowError:
        return unreadable(text, note("not_understood", part=stripped))

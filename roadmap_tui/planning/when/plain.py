"""Reading the commonest expressions at once: a single date or month, which the whole grammar reads the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.cursor import Cursor
from roadmap_tui.planning.language.tokens import Token
from roadmap_tui.planning.notes import Note, note
from roadmap_tui.planning.periods import FIRST_YEAR, LAST_YEAR, last_day
from roadmap_tui.planning.when.anchors import known_anchor
from roadmap_tui.planning.when.checks import day_notes
from roadmap_tui.planning.when.model import When, WhenContext

_Date = tuple[int, int, int | None]  # year, month, day; year 0 and no day where these are not said


def read_plain(text: str, cursor: Cursor, context: WhenContext) -> When | None:
    """The reading of "12 mei 2026", "12-05-2026", "mei 2026" and the same without a year; None for all else."""
    tokens = cursor.tokens
    if len(tokens) > _LONGEST or known_anchor(cursor, context):
        return None
    shape = _SHAPES.get("".join([_LETTERS.get(token.kind, "-") for token in tokens[:-1]]))
    said = shape(tokens) if shape else None
    if said is None:
        return None
    year, month, day = said
    notes: list[Note] = []
    if not year:
        year = context.year
        notes.append(note("year_assumed", year=year))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if day is None:
        return When(text, "month", date(year, month, 1), last_day(year, month), (), "month", notes=tuple(notes))
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    notes.extend(day_notes((found,), context))
    return When(text, "day", found, found, (found,), "day", notes=tuple(notes))


def _day_of_month(tokens: list[Token]) -> _Date | None:
    """12 mei (2026)"""
    day, month = tokens[0], tokens[1]
    if len(day.text) > 2 or not day.text.isdigit():
        return None
    year = _year(tokens[2])
    return None if year is None else (year, month.value, day.value)


def _month(tokens: list[Token]) -> _Date | None:
    """Mei (2026)"""
    year = _year(tokens[1])
    return None if year is None else (year, tokens[0].value, None)


def _digits(tokens: list[Token]) -> _Date | None:
    """12-05-2026"""
    day, first, month, second, year = tokens[:5]
    if first.kind != second.kind or not (first.glued and month.glued and second.glued and year.glued):
        return None
    if len(day.text) > 2 or len(month.text) > 2 or len(year.text) != 4 or not 1 <= month.value <= 12:
        return None
    return (year.value or -1, month.value, day.value) if (day.text + month.text + year.text).isdigit() else None


def _year(token: Token) -> int | None:
    """The year a token says (the year 0 as -1), 0 for the end of the text, None for any other number."""
    if token.kind == k.END:
        return 0
    return int(token.value or -1) if len(token.text) == 4 and token.text.isdigit() else None


_LONGEST: Final = 6  # tokens, with the closing one
_LETTERS: Final = {k.NUM: "n", k.MONTH: "m", k.DASH: "s", k.SLASH: "s", k.DOT: "s"}
_SHAPES: Final[dict[str, Callable[[list[Token]], _Date | None]]] = {
    "nm": _day_of_month,
    "nmn": _day_of_month,
    "m": _month,
    "mn": _month,
    "nsnsn": _digits,
}

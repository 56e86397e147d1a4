"""The events that moments are counted from: their names in the text, and their dates when known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.cursor import Cursor
from roadmap_tui.planning.when.distance import SIGNS
from roadmap_tui.planning.when.model import WhenContext

GO_LIVE: Final = "livegang"
# Names that mean the same event, so that "2 weken voor go-live" finds the date of "livegang".
_SYNONYMS: Final = (
    (
        "livegang",
        "go-live",
        "go live",
        "golive",
        "live-gang",
        "live gang",
        "ingebruikname",
        "ingebruikneming",
        "t",
        "livegangdatum",
    ),
    ("start", "aanvang", "start project", "start van het project", "projectstart", "s"),
)
_PART_OF_NAME: Final = frozenset(
    (
        k.WORD, k.FILLER, k.OF, k.VAN, k.DASH, k.SLASH, k.NUM, k.ORDINAL, k.GO_LIVE, k.DOT, k.QUOTE, k.START, k.READY,
        k.PLUS, k.AT, k.AND, k.PART, k.SESSION, k.T_LETTER, k.BY,
    )
)  # fmt: skip
_NAMES: Final = frozenset((k.WORD, k.GO_LIVE, k.T_LETTER, k.START, k.READY))
_ENDS_NAME_AFTER_AND: Final = frozenset(
    (k.BEFORE, k.AFTER, k.FROM, k.BY, k.UNTIL, k.RANGE, k.MONTH, k.WEEKDAY, k.SEASON, k.RECURRING, k.EVERY)
)
_DATED: Final = frozenset((k.MONTH, k.SEASON, k.QUARTER_LETTER, k.ORDINAL, k.NEXT, k.THIS))
_LASTING: Final = frozenset(("gedurende", "during", "for"))
_ARTICLES: Final = frozenset(("de", "het", "een", "the", "a", "an", "onze"))


def anchor_words(cursor: Cursor, context: WhenContext, *, stop_at_and: bool = False) -> str | None:
    """Step over the name of an event and give it without its article; None when no event is named."""
    start = cursor.at
    known = known_anchor(cursor, context)
    if known:
        cursor.at = known
        return _name(cursor, start)
    named = False
    while cursor.kind in _PART_OF_NAME:
        token = cursor.token
        if token.kind == k.AND and (stop_at_and or cursor.ahead(1).kind in _ENDS_NAME_AFTER_AND):
            break
        if _date_begins(cursor) or _distance_begins(cursor):
            break
        named = named or token.kind in _NAMES
        cursor.at += 1
    name = _name(cursor, start)
    if not named or not name:
        cursor.at = start
        return None
    return name


def _date_begins(cursor: Cursor) -> bool:
    """Whether a date starts here, with or without a small word before it: "van 12 mei", "in 2026"."""
    ahead = 1 if cursor.kind in (k.VAN, k.OF, k.FILLER) else 0
    token, following = cursor.ahead(ahead), cursor.ahead(ahead + 1)
    if token.kind in _ENDS_NAME_AFTER_AND:
        return token.text != "by" or following.kind not in (k.WORD, k.FILLER)  # "approval by the council"
    if token.kind == k.PART:
        return following.kind in _DATED or (following.kind == k.NUM and len(following.text) == 4)
    if token.kind != k.NUM:
        return False
    return len(token.text) > 3 or following.kind == k.MONTH or (following.kind == k.DASH and following.glued)


def _distance_begins(cursor: Cursor) -> bool:
    """Whether a distance or length follows the name: "gunning + 6 weken", "livegang gedurende 4 weken"."""
    sign, count, unit = cursor.token, cursor.ahead(1), cursor.ahead(2)
    return sign.text in SIGNS | _LASTING and count.kind == k.NUM and unit.kind in (k.UNIT, k.WORKDAY)


def known_anchor(cursor: Cursor, context: WhenContext) -> int:
    """The place after the longest known event that is named at the cursor; 0 when there is none."""
    if not context.anchors:
        return 0
    start = cursor.at
    while cursor.tokens[start].text in _ARTICLES:
        start += 1
    names, openings = _plain_names(context.anchors)
    if cursor.tokens[start].text[:1] not in openings:
        return 0
    for stop in range(len(cursor.tokens) - 1, start, -1):
        if _plain(cursor.words(start, stop)) in names:
            return stop
    return 0


def anchor_date(name: str, context: WhenContext) -> date | None:
    """The date of the event called `name`, or of one that means the same."""
    plain = _plain(name)
    same = next((group for group in _SYNONYMS if plain in group), (plain,))
    names, _openings = _plain_names(context.anchors)
    return next((context.anchors[names[name]] for name in same if name in names), None)


_Names = tuple[dict[str, str], frozenset[str]]
_latest: list[tuple[Mapping[str, date], int, _Names]] = []


def _plain_names(anchors: Mapping[str, date]) -> _Names:
    """The events that have a date, by their name in plain writing, and the letters that these open with.

    Kept for the latest plan: it may have hundreds, and each reading asks for them several times.
    """
    if _latest and _latest[0][0] is anchors and _latest[0][1] == len(anchors):
        return _latest[0][2]
    names = {_plain(name): name for name in reversed(tuple(anchors))}
    found = (names, frozenset(name[:1] for name in names))
    _latest[:] = [(anchors, len(anchors), found)]
    return found


def _plain(name: str) -> str:
    return " ".join(name.lower().split())


def _name(cursor: Cursor, start: int) -> str:
    while start < cursor.at and cursor.tokens[start].text in _ARTICLES:
        start += 1
    name = _plain(cursor.words(start)).strip(" -/.,'")
    return GO_LIVE if name == "t" else name

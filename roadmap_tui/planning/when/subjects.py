"""Words beside a moment that say what it is about: "Kick-off: 12 mei", "raad 12 november", "8 juni (sessie 1)"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from roadmap_tui.planning.effort.words import is_session
from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.cursor import Cursor
from roadmap_tui.planning.language.tokens import Token
from roadmap_tui.planning.language.typos import meant_word
from roadmap_tui.planning.when.distance import SIGNS

if TYPE_CHECKING:
    from roadmap_tui.planning.when.clauses import ClauseReader

# Endings, so that raadsvergadering, gemeenteraad and raadscommissie need no entry of their own.
_ENDINGS: Final = (
    "raad", "college", "commissie", "groep", "besluit", "vorming", "behandeling", "vaststelling", "oplevering",
    "gunning", "publicatie", "test", "tests", "testen", "migratie", "uitvoering", "realisatie", "aanbesteding",
    "voorbereiding", "inspraak", "inzage", "evaluatie", "nazorg", "inloop", "implementatie", "stellen", "leveren",
    "voeren", "publiceren", "evalueren", "implementeren", "council", "committee", "board", "review", "approval",
    "decision", "inrichting", "conversie", "opening", "verkiezingen", "markt", "start", "rapportage", "rapport",
    "notitie", "verslag", "analyse", "onderzoek", "meting",
    "plan", "ontwerp", "bestek", "voorstel", "pilot", "kick - off", "kick off",
)  # fmt: skip
_WORDS: Final = frozenset(
    ("mt", "dt", "ab", "db", "pfo", "b & w", "b en w", "ter", "visie", "directie", "bestuur", "go / no - go",
     "go / no go", "go no go", "fase", "phase", "steering", "project",
     "reserve", "reservedatum", "uitwijk", "uitwijkdatum", "definitief", "definitieve")
)  # fmt: skip
_JOINTS: Final = frozenset((k.FILLER, k.VAN, k.OF, k.DASH, k.SLASH, k.AND, k.AT, k.ORDINAL))
_JOINT_WORDS: Final = frozenset(("aan", "door", "voor", "met", "with"))
_IN_LABEL: Final = frozenset(
    (k.WORD, k.FILLER, k.OF, k.VAN, k.DASH, k.SLASH, k.NUM, k.ORDINAL, k.GO_LIVE, k.DOT, k.QUOTE, k.START, k.READY,
     k.PLUS, k.AT, k.AND, k.SESSION, k.NEXT, k.UNCERTAIN, k.DAYPART, k.SCHOOL_HOLIDAY, k.RECESS, k.HOLIDAY)
)  # fmt: skip
_NAMES: Final = frozenset((k.WORD, k.GO_LIVE, k.SCHOOL_HOLIDAY, k.RECESS, k.HOLIDAY))
_IN_DATES: Final = frozenset((k.DASH, k.SLASH, k.DOT))
_LONGEST_LABEL: Final = 8  # tokens
_CLOSES_NUMBER: Final = frozenset((k.COLON, k.OPEN_BRACKET, k.CLOSE_BRACKET, k.END))
_SHORTEST_SUBJECT: Final = 5  # letters
_SHORTEST_FOLLOWER: Final = 2
NO_SUBJECT: Final = frozenset(
    (
        "niet", "geen", "nooit", "zonder", "tenzij", "als", "zodra", "indien", "mits", "totdat", "voordat", "nadat",
        "omdat", "terwijl", "liever", "eerder", "later", "nog", "al", "reeds", "alleen", "slechts", "minder", "meer",
        "daarna", "daarvoor", "ervoor", "erna", "not", "never", "without", "unless", "when", "if", "once", "rather",
        "earlier", "only", "less", "more", "nothing", "niets", "iets", "some",
    )
)  # fmt: skip


def label_clause(reader: ClauseReader) -> bool:
    """Step over a label with a colon before a moment."""
    cursor = reader.cursor
    start = cursor.at
    named = False
    while cursor.kind in _IN_LABEL and cursor.at - start < _LONGEST_LABEL:
        if cursor.kind == k.NUM and cursor.ahead(3).kind == cursor.ahead(1).kind in _IN_DATES:
            break  # a date stands before the colon: that is no label
        named = named or cursor.kind in _NAMES or cursor.token.text == "concept"
        cursor.at += 1
    if not named or cursor.kind != k.COLON or cursor.ahead(1).kind == k.END:
        cursor.at = start
        return False
    if cursor.tokens[start].kind == k.READY:
        reader.out.remark("deadline")
    reader.out.remark("about", part=cursor.words(start))
    cursor.at += 1
    return True


def subject_clause(reader: ClauseReader) -> bool:
    """Step over the name of a meeting or step that is known as such: it is not part of the moment."""
    cursor = reader.cursor
    if reader.known_anchor_ahead():
        return False
    start = stop = cursor.at
    leading = _leads(cursor)
    cursor.take(k.ORDINAL)
    if cursor.kind == k.OR and (cursor.token.text != "or" or not (start == 0 or cursor.ahead(1).glued)):
        return False
    if cursor.take(k.OR):  # the works council, "OR-overleg"
        stop = cursor.at
    while not cursor.done and cursor.at - start < _LONGEST_LABEL:
        if is_subject(cursor.token) or (leading and _is_name(cursor, first=stop == start)):
            cursor.at += 1
            if cursor.kind == k.NUM and _closes_number(cursor):
                cursor.at += 1
            stop = cursor.at
        elif cursor.kind in _JOINTS or cursor.token.text in _JOINT_WORDS:
            cursor.at += 1
        else:
            break
    cursor.at = stop
    if stop == start or distance_ahead(cursor):
        return False
    reader.out.remark("about", part=cursor.words(start))
    cursor.take(k.DASH)
    return True


def distance_ahead(cursor: Cursor) -> bool:
    """Whether a distance follows, so that the words before it name an event: "gunning + 6 weken"."""
    return cursor.token.text in SIGNS and cursor.ahead(1).kind == k.NUM and cursor.ahead(2).kind in (k.UNIT, k.WORKDAY)


def _leads(cursor: Cursor) -> bool:
    """Whether this is where an expression or one of its clauses opens."""
    return cursor.at == 0 or cursor.tokens[cursor.at - 1].kind in (k.COMMA, k.OPEN_BRACKET)


def _is_name(cursor: Cursor, *, first: bool) -> bool:
    """Whether an unknown word before a moment can be its subject: no small word, no denial, no misspelt month."""
    token, before = cursor.token, cursor.tokens[cursor.at - 1]
    if token.kind != k.WORD or token.text in NO_SUBJECT:
        return False
    compound = cursor.ahead(1).glued and cursor.ahead(1).kind == k.DASH and cursor.ahead(2).kind in (k.WORD, k.FILLER)
    shortest = _SHORTEST_FOLLOWER if not first or compound or before.kind == k.DASH else _SHORTEST_SUBJECT
    return len(token.text) >= shortest and token.text.isalpha() and meant_word(token.text) is None


def is_misspelt(token: Token) -> bool:
    """Whether a word looks like one about time with a letter wrong."""
    return meant_word(token.text) is not None


def _closes_number(cursor: Cursor) -> bool:
    """Whether the number belongs to the subject: "sprint 2 (18-29 mei)", "fase 3 - najaar"."""
    following = cursor.ahead(1)
    if following.kind == k.DASH and not following.glued:
        return cursor.ahead(2).kind != k.NUM
    return following.kind in _CLOSES_NUMBER


def is_subject(token: Token) -> bool:
    """Whether a word names a meeting, a decision or a step of a project."""
    if token.kind != k.WORD:
        return token.text == "concept"
    word = token.text.rstrip(".")
    return word in _WORDS or word.endswith(_ENDINGS) or is_session(token)

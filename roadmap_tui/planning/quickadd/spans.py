"""Which words next to each other can be read as a moment, or as sessions and hours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from roadmap_tui.planning.effort.model import Effort
from roadmap_tui.planning.effort.read import read_effort
from roadmap_tui.planning.effort.words import TOTAL_WORDS, is_session, unit_of
from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.cursor import Cursor
from roadmap_tui.planning.language.tokens import Token
from roadmap_tui.planning.when.model import When

LONGEST_SPAN: Final = 14
_LINKS: Final = frozenset((k.AND, k.OR, k.OF, k.COMMA, k.DASH, k.SLASH, k.DOT, k.COLON, k.CLOSE_BRACKET, k.PLUS))
_AROUND: Final = frozenset((k.BEFORE, k.AFTER, k.BY, k.FROM, k.UNTIL, k.BETWEEN, k.WITHIN, k.AT))
_DATED: Final = frozenset(
    (
        *(k.NUM, k.ORDINAL, k.MONTH, k.SEASON, k.QUARTER_LETTER, k.SCHOOL_HOLIDAY, k.RECESS, k.HOLIDAY, k.SCHOOL_YEAR),
        *(k.TODAY, k.WEEKDAY, k.WEEKDAYS, k.RECURRING, k.EVERY, k.ALTERNATE, k.GO_LIVE, k.ALWAYS, k.SOON, k.UNIT),
        *(k.UNDECIDED, k.FROM, k.HALF_LETTER, k.T_LETTER, k.WEEKEND, k.START, k.READY, k.AFTER, k.BEFORE),
    )
)
_NEVER_LAST: Final = _AROUND | frozenset(
    (k.AND, k.OR, k.OF, k.DASH, k.SLASH, k.COLON, k.PLUS, k.RANGE, k.VAN, k.PER, k.TIMES, k.PART, k.EVERY)
)
_FILLERS: Final = frozenset(("in", "op", "on", "at", "de", "het", "the", "der", "om", "van"))
_EVENTS: Final = frozenset((k.GO_LIVE, k.START, k.READY))
_OPENS_EFFORT: Final = frozenset((k.NUM, k.UNCERTAIN, k.AT_LEAST, k.AT_MOST, k.RECURRING, k.EVERY, k.ALTERNATE, k.HALF))
_IN_EFFORT: Final = _OPENS_EFFORT | frozenset(
    (
        *(k.TIMES, k.VAN, k.OF, k.AND, k.PER, k.UNIT, k.HOUR, k.MINUTE, k.DASH, k.SLASH, k.COMMA, k.DAYPART, k.PLUS),
        *(k.FILLER, k.WEEKDAY, k.WEEKDAYS, k.OTHER_ONE, k.RANGE, k.DOT),
    )
)
_CLOSES_EFFORT: Final = frozenset((k.TIMES, k.HOUR, k.MINUTE, k.UNIT, k.DAYPART, k.RECURRING, k.EVERY, k.OTHER_ONE))
_HALVES: Final = frozenset(("halve", "hele", "half", "een", "one", "whole", "full"))


class Span(NamedTuple):
    """Words from `start` up to `stop`; `stated` says that it reads well even where more words of a title follow."""

    start: int
    stop: int
    stated: bool = True

    @property
    def size(self) -> int:
        """How many words."""
        return self.stop - self.start

    def apart_from(self, other: Span) -> bool:
        """Whether the two share no word."""
        return self.stop <= other.start or other.stop <= self.start


def when_spans(words: Sequence[str], read: Callable[[str], When]) -> list[Span]:
    """The runs of words that are a moment, period or repetition, each as long as it can be from where it starts."""
    pieces = [_tokens(word) for word in words]
    undecided = k.UNDECIDED in Cursor(" ".join(words)).kinds
    found = []
    for start in range(len(words)):
        if pieces[start][0].kind == k.MONTH and start and words[start - 1].isdigit():
            continue  # "8 juni" is not "juni" behind a number
        for stop in range(min(len(words), start + LONGEST_SPAN), start, -1):
            if (undecided or _may_be_when(pieces[start:stop])) and _is_when(words[start:stop], read):
                found.append(Span(start, stop, stated=not _is_undecided(words[start:stop])))
    return found


def effort_spans(words: Sequence[str]) -> list[Span]:
    """The runs of words that say sessions or hours."""
    pieces = [_tokens(word) for word in words]
    found = []
    for start in range(len(words)):
        if not _opens_effort(pieces[start][0]):
            continue
        for stop in range(min(len(words), start + LONGEST_SPAN), start, -1):
            text = " ".join(words[start:stop])
            if _may_be_effort(Cursor(text.rstrip(",; ")).tokens[:-1]):
                effort = read_effort(text)
                if _is_effort(effort):
                    found.append(Span(start, stop, stated=_has_hours(effort)))
    return found


def _tokens(word: str) -> list[Token]:
    return Cursor(word).tokens[:-1] or [Token(k.OTHER, None, word, 0, len(word), False)]


def _may_be_when(pieces: Sequence[Sequence[Token]]) -> bool:
    first, last = pieces[0][0], pieces[-1][-1]
    if first.kind in _LINKS or last.kind in _NEVER_LAST:
        return False
    return any(token.kind in _DATED for piece in pieces for token in piece)


def _is_when(words: Sequence[str], read: Callable[[str], When]) -> bool:
    """Whether all words take part in a moment; a name such as "DAP" only where a reading hangs on it."""
    text = " ".join(words)
    tokens = Cursor(text).tokens[:-1]
    kinds = [token.kind for token in tokens]
    if kinds in ([], [k.NUM]) or _is_a_name(words) or (k.HOUR in kinds and k.CLOCK not in kinds):
        return False
    if any(token.kind == k.FILLER and " " not in token.text and token.text not in _FILLERS for token in tokens):
        return False
    if tokens[-1].kind in _NEVER_LAST or tokens[-1].kind == k.FILLER:
        return False
    if kinds[0] == k.VAN and not {k.RANGE, k.UNTIL, k.DASH} & set(kinds):
        return False
    if set(kinds) == {k.UNDECIDED}:
        return True
    when = read(text)
    if when.kind == "unknown":
        return False
    return _hangs_on(when, tokens, text) if when.anchor else not {k.WORD, k.OTHER} & set(kinds)


def _is_undecided(words: Sequence[str]) -> bool:
    return Cursor(" ".join(words)).kinds <= {k.UNDECIDED, k.END}


def _hangs_on(when: When, tokens: Sequence[Token], text: str) -> bool:
    """Whether a moment such as "4 weken na livegang" runs from its distance up to a known event."""
    if when.start is None and when.end is None:
        return False
    links = _AROUND & {token.kind for token in tokens}
    opens = tokens[0].kind in (_AROUND | {k.NUM, k.FILLER, k.PART, k.T_LETTER, k.UNCERTAIN})
    ends = tokens[-1].kind in _EVENTS or text.casefold().rstrip(".,;").endswith((when.anchor or "").casefold())
    return opens and ((bool(links) and ends) or tokens[0].kind == k.T_LETTER)


def _is_a_name(words: Sequence[str]) -> bool:
    """Whether the only word that says when is a first name as well, as in "door Jan"."""
    return "Jan" in words and not any(letter.isdigit() for word in words for letter in word)


def _opens_effort(token: Token) -> bool:
    return token.kind in _OPENS_EFFORT or token.text in _HALVES or token.text in TOTAL_WORDS or token.text == "in"


def _may_be_effort(tokens: Sequence[Token]) -> bool:
    for token in tokens:
        word = token.text
        if token.kind not in _IN_EFFORT and not (
            is_session(token) or unit_of(word) or word in TOTAL_WORDS or word in _HALVES
        ):
            return False
    last = tokens[-1]
    closes = last.kind in _CLOSES_EFFORT or is_session(last) or unit_of(last.text) is not None
    return closes and any(token.kind == k.NUM or token.text in _HALVES for token in tokens)


def _is_effort(effort: Effort) -> bool:
    return any(part.count is not None or _has_hours(part) for part in effort.all_parts)


def _has_hours(effort: Effort) -> bool:
    return any(part.hours_each is not None or part.total_hours is not None for part in effort.all_parts)

"""Reading an expression clause by clause; the kind of the next token decides which reader goes on."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Final

from msgspec import structs

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.cursor import Cursor
from roadmap_tui.planning.notes import note
from roadmap_tui.planning.when import terms as t
from roadmap_tui.planning.when.anchors import anchor_words, known_anchor
from roadmap_tui.planning.when.bounds import LOWER, UPPER, bound_clause, labelled_clause, onward_clause
from roadmap_tui.planning.when.clock import skip_time
from roadmap_tui.planning.when.model import Unreadable, WhenContext
from roadmap_tui.planning.when.outline import Anchored, Bound, Outline
from roadmap_tui.planning.when.phrase import Phrase, read_phrase
from roadmap_tui.planning.when.recurrence import recurrence_clause, weekday_clause
from roadmap_tui.planning.when.subjects import distance_ahead, is_subject, label_clause, subject_clause
from roadmap_tui.planning.when.terms import Span, Term

_Clause = Callable[["ClauseReader"], bool]


def _later(module: str, name: str) -> _Clause:
    """The clause reader `name`; its module is imported when such a clause is first met, as most plans have few."""
    found: list[_Clause] = []

    def read(reader: ClauseReader) -> bool:
        if not found:
            found.append(getattr(import_module(f"roadmap_tui.planning.when.{module}"), name))
        return found[0](reader)

    return read


offset_clause = _later("relative", "offset_clause")
at_clause = _later("relative", "at_clause")
week_of_clause = _later("relative", "week_of_clause")
nearby_clause = _later("nearby", "nearby_clause")
lasting_clause = _later("lasting", "lasting_clause")
length_clause = _later("lasting", "length_clause")
amount_clause = _later("lasting", "amount_clause")
relative_span = _later("relative_span", "relative_span")
remark_clause = _later("remarks", "remark_clause")
remark_behind_sign = _later("remarks", "remark_behind_sign")
beside_exact_days = _later("remarks", "beside_exact_days")
_SEPARATORS: Final = frozenset((k.COMMA, k.COLON, k.DOT, k.AND, k.PLUS, k.DASH))
_DEEPEST: Final = 2  # brackets within brackets


class ClauseReader:
    """Reads all clauses at a cursor into an Outline."""

    __slots__ = ("context", "cursor", "depth", "out")

    def __init__(self, cursor: Cursor, context: WhenContext, depth: int = 0) -> None:
        self.cursor = cursor
        self.context = context
        self.depth = depth
        self.out = Outline()

    def read(self) -> Outline:
        """Everything up to the end or the closing bracket. Raises Unreadable with the first part that fits nothing."""
        cursor = self.cursor
        while not cursor.done:
            start = cursor.at
            kind = cursor.kind
            if kind == k.CLOSE_BRACKET and self.depth:
                break
            if not self._clause(kind):
                cursor.at = start
                if not self._aside():
                    raise Unreadable(note("not_understood", part=cursor.rest()))
        return self.out

    def _aside(self) -> bool:
        """What stands beside the moments and is no part of them: a length, a time of day, a remark."""
        cursor = self.cursor
        start = cursor.at
        if (self.depth or not self.out.is_empty) and length_clause(self):
            return True
        cursor.at = start
        if skip_time(cursor, self.out.times, after_date=not self.out.is_empty):
            return True
        return amount_clause(self) or remark_clause(self)

    def _clause(self, kind: str) -> bool:
        if kind == k.FILLER and k.ORDINAL in self.cursor.kinds:
            start = self.cursor.at
            self.cursor.skip(_FILLERS)
            if self.cursor.kind != k.ORDINAL:
                self.cursor.at = start
            kind = self.cursor.kind
        if kind == k.FILLER and k.UNIT in self.cursor.kinds and not self.out.is_empty and lasting_clause(self):
            return True
        if kind in _BESIDE and beside_exact_days(self):
            return True
        if kind in _OPENS_SPAN and self._relative_span():
            return True
        if k.COLON in self.cursor.kinds and label_clause(self):
            return True
        if self._handled(kind):
            return True
        if kind == k.PER and bound_clause(self):
            return True
        if kind == k.WORD and self.out.is_empty and self._event_at_distance():
            return True
        if kind in _COUNTED and self._counted():
            return True
        if kind in _SEPARATORS and self.cursor.token.kind != k.END:
            return self._separator()
        if not self.out.is_empty and skip_time(self.cursor, self.out.times, after_date=True):
            return True
        return self._period_clause()

    def _handled(self, kind: str) -> bool:
        """Whether the reader that belongs to this kind of token read a clause."""
        handler = _HANDLERS.get(kind)
        if kind == k.ORDINAL and (self.cursor.ahead(1).kind == k.WORD or is_subject(self.cursor.ahead(1))):
            handler = subject_clause
        start = self.cursor.at
        if handler is None or handler(self):
            return handler is not None
        self.cursor.at = start
        return False

    def _relative_span(self) -> bool:
        """A period between two moments of which one is an event."""
        cursor = self.cursor
        if cursor.kinds.isdisjoint(_EVENTS) or cursor.kinds.isdisjoint(_SPAN_LINKS):
            return False
        start, noted = cursor.at, len(self.out.notes)
        if relative_span(self):
            return True
        cursor.at = start
        del self.out.notes[noted:]
        return False

    def _event_at_distance(self) -> bool:
        """ "gunning + 6 weken"."""
        cursor = self.cursor
        if cursor.kinds.isdisjoint(_SIGNED):
            return False
        start = cursor.at
        name = anchor_words(cursor, self.context)
        named = name is not None and len(name) >= _SHORTEST_EVENT and distance_ahead(cursor)
        cursor.at = start
        return named and at_clause(self)

    def _counted(self) -> bool:
        """A repetition or a distance that opens with a number, an ordinal or a unit."""
        kinds = self.cursor.kinds
        if not kinds.isdisjoint(_REPEATING) and recurrence_clause(self):
            return True
        if not kinds.isdisjoint(_DIRECTED) and offset_clause(self):
            return True
        return self.cursor.kind == k.UNIT and self._week_of()

    def _week_of(self) -> bool:
        place = self.cursor.at
        if not self.known_anchor_ahead() and self.phrase() is not None:
            self.cursor.at = place
            return False
        self.cursor.at = place
        if week_of_clause(self):
            return True
        self.cursor.at = place
        return False

    def _period_clause(self) -> bool:
        if self.cursor.kind in (k.OF, k.OR) and self.out.phrases and self._choice():
            return True
        if not self.known_anchor_ahead() and self.add_phrase():
            return True
        if self.cursor.kind == k.FILLER and self.cursor.ahead(1).kind in (k.OF, k.OR):
            if self.cursor.ahead(2).kind in (k.BEFORE, k.AFTER, k.UNCERTAIN):
                self.cursor.at += 2  # "op of voor", "op of rond"
                return True
            return False
        if self.cursor.kind in (k.OF, k.OR) and self.cursor.ahead(1).kind in UPPER and not self.out.is_empty:
            self.cursor.at += 1  # "week 16 of uiterlijk week 17"
            return True
        if self.cursor.kind == k.THIS and self.cursor.ahead(1).kind in UPPER:
            self.cursor.at += 1  # "lopend t/m Q3"
            return True
        if self.cursor.kind in (k.FILLER, k.VAN) and not self.cursor.done:
            self.cursor.at += 1
            if self.cursor.tokens[self.cursor.at - 1].text in _LASTING and self.cursor.kind in _ARTICLES:
                at_clause(self)
            return True
        return self.known_anchor_ahead() and at_clause(self)

    def _choice(self) -> bool:
        """ "2 juni (middag) of (evt.) 4 juni (ochtend)": another period instead."""
        doubted = self.cursor.ahead(1).kind == k.UNCERTAIN
        if self.cursor.ahead(1 + doubted).kind not in _OPENS_DATE:
            return False
        self.cursor.at += 1 + doubted
        self.out.uncertain |= doubted
        self.out.choice = True
        return self.add_phrase()

    def _separator(self) -> bool:
        cursor = self.cursor
        token = cursor.token
        cursor.at += 1
        if token.kind in _OPENS_REMARK and remark_behind_sign(self):
            return True
        if token.kind in (k.AND, k.PLUS, k.DASH):
            return (not self.out.is_empty or self.out.is_doubted) and not cursor.done
        return True

    def phrase(self) -> Phrase | None:
        """The periods that start at the cursor."""
        return read_phrase(self.cursor, self.context, self.out.notes, self.out.times)

    def add_phrase(self) -> bool:
        """Read the periods that start at the cursor into the outline."""
        phrase = self.phrase()
        if phrase is not None:
            self.out.phrases.append(phrase)
        return phrase is not None

    def add_span(self, span: Span) -> None:
        """Add a period whose days are known."""
        self.out.phrases.append(Phrase([span], [Term(t.FIXED, span=span)], is_range=False, alternatives=False))

    def known_anchor_ahead(self) -> bool:
        """Whether an event with a date is named here, which goes before any other reading."""
        return bool(self.context.anchors) and known_anchor(self.cursor, self.context) > 0

    def set_lower(self, bound: Bound) -> None:
        """Set the first day; raises Unreadable for a second one."""
        if self.out.lower is not None:
            raise Unreadable(note("not_understood", part=self.cursor.text.strip()))
        self.out.lower = bound

    def set_upper(self, bound: Bound) -> None:
        """Set the last day; raises Unreadable for a second one."""
        if self.out.upper is not None:
            raise Unreadable(note("not_understood", part=self.cursor.text.strip()))
        self.out.upper = bound

    def set_anchored(self, anchored: Anchored) -> None:
        """Set the event; raises Unreadable for a second one."""
        if self.out.anchored is not None:
            raise Unreadable(note("not_understood", part=self.cursor.text.strip()))
        self.out.anchored = anchored


def _flag(name: str) -> _Clause:
    def read(reader: ClauseReader) -> bool:
        reader.cursor.at += 1
        setattr(reader.out, name, True)
        return True

    return read


def _uncertain(reader: ClauseReader) -> bool:
    """ "mei (concept)" is uncertain; the "concept" of "concept gereed in mei" is what will be ready."""
    cursor = reader.cursor
    if cursor.token.text == "concept" and reader.out.is_empty and not reader.depth:
        return subject_clause(reader)
    cursor.at += 1
    reader.out.uncertain = True
    return True


def _reservation(reader: ClauseReader) -> bool:
    """ "o.v.b. (van) besluit raad": uncertain, with the condition kept in a note."""
    cursor = reader.cursor
    words = cursor.token.text
    cursor.at += 1
    reader.out.uncertain = True
    cursor.take(k.VAN)
    condition = anchor_words(cursor, reader.context)
    if condition:
        reader.out.remark("reservation", part=condition)
        return True
    return words not in ("mits", "afhankelijk van", "subject to")


def _exception(reader: ClauseReader) -> bool:
    """ "m.u.v. de meivakantie": kept in a note; the period stays whole."""
    cursor = reader.cursor
    if reader.out.is_empty and not reader.depth:
        return False
    cursor.at += 1
    start = cursor.at
    try:
        ClauseReader(cursor, reader.context, reader.depth + 1).read()
    except Unreadable:
        return False
    if cursor.at == start:
        return False
    reader.out.remark("except", part=cursor.words(start))
    return True


def _weekday(reader: ClauseReader) -> bool:
    start = reader.cursor.at
    if nearby_clause(reader):
        return True
    reader.cursor.at = start
    return weekday_clause(reader)


def _brackets(reader: ClauseReader) -> bool:
    cursor = reader.cursor
    if reader.depth >= _DEEPEST:
        return False
    cursor.at += 1
    if lasting_clause(reader):  # "vanaf 31 augustus (gedurende 2 weken)"
        return cursor.take(k.CLOSE_BRACKET) is not None
    phrases, context = reader.out.phrases, reader.context
    if phrases and phrases[-1].start.year != context.year:  # "20 t/m 24 oktober 2025 (week 43)"
        context = structs.replace(context, year=phrases[-1].start.year)
    inner = ClauseReader(cursor, context, reader.depth + 1)
    reader.out.bracketed.append(inner.read())
    if phrases:
        inner.out.notes = [item for item in inner.out.notes if item.code not in ("year_assumed", "year_rolled")]
    return cursor.take(k.CLOSE_BRACKET) is not None


_COUNTED: Final = frozenset((k.NUM, k.UNIT, k.AT_LEAST, k.AT_MOST, k.ORDINAL, k.FILLER))
_REPEATING: Final = frozenset(
    (k.RECURRING, k.EVERY, k.ALTERNATE, k.PER, k.TIMES, k.PARITY, k.WEEKDAY, k.WEEKDAYS, k.UNIT)
)
_FILLERS: Final = frozenset((k.FILLER,))
_OPENS_REMARK: Final = frozenset((k.COLON, k.DASH))
_OPENS_DATE: Final = frozenset((k.NUM, k.WEEKDAY, k.MONTH, k.ORDINAL, k.QUARTER_LETTER, k.SEASON, k.PART, k.UNIT))
_SHORTEST_EVENT: Final = 3  # letters
_SIGNED: Final = frozenset((k.DASH, k.PLUS))
_LASTING: Final = ("gedurende", "during")  # "gedurende de pilot" names an event
_ARTICLES: Final = frozenset((k.FILLER, k.WORD))
_BESIDE: Final = frozenset((k.AT, k.BEFORE, k.AFTER))
_OPENS_SPAN: Final = frozenset(
    (k.NUM, k.T_LETTER, k.VAN, k.FROM, k.BETWEEN, k.AFTER, k.WORD, k.GO_LIVE, k.FILLER, k.START, k.READY)
)
_EVENTS: Final = frozenset((k.WORD, k.T_LETTER, k.GO_LIVE, k.START, k.READY, k.BEFORE, k.AFTER))
_SPAN_LINKS: Final = frozenset((k.UNTIL, k.RANGE, k.DASH, k.SLASH, k.OF, k.OR, k.AND, k.WORD))
_DIRECTED: Final = frozenset((k.BEFORE, k.AFTER, k.FROM))
_HANDLERS: Final[dict[str, _Clause]] = {
    k.UNCERTAIN: _uncertain,
    k.RESERVATION: _reservation,
    k.UNDECIDED: _flag("undecided"),
    k.NOT_APPLICABLE: _flag("not_applicable"),
    k.EXCEPT: _exception,
    k.WORD: subject_clause,
    k.SOON: _flag("soon"),
    k.ALWAYS: _flag("always"),
    k.OPEN_BRACKET: _brackets,
    k.ORDINAL: _later("relative", "nth_clause"),
    k.PART: labelled_clause,
    k.ONWARD: onward_clause,
    k.WITHIN: _later("relative", "within_clause"),
    k.AHEAD: _later("relative", "ahead_clause"),
    k.AT: at_clause,
    k.GO_LIVE: at_clause,
    k.T_LETTER: _later("relative", "t_clause"),
    k.WEEKDAY: _weekday,
    k.WEEKEND: nearby_clause,
    k.OR: subject_clause,
    k.WEEKDAYS: weekday_clause,
    **dict.fromkeys((k.RECURRING, k.EVERY, k.ALTERNATE, k.PER, k.TIMES, k.PARITY), recurrence_clause),
    **dict.fromkeys(LOWER | UPPER, bound_clause),
}

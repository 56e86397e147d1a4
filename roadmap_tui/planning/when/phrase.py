"""Lists and ranges of periods: "8 en 15 juni", "mei t/m juli", "1e en 3e week van mei"."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from typing import Final

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.cursor import Cursor
from roadmap_tui.planning.notes import Note, note
from roadmap_tui.planning.periods import ONE_DAY
from roadmap_tui.planning.when import terms as t
from roadmap_tui.planning.when.clock import SIGNS_OF_TIME, skip_time
from roadmap_tui.planning.when.complete import RANGES, UNFINISHED, complete, fill_years, repeat_in_years
from roadmap_tui.planning.when.model import COARSENESS, Unreadable, WhenContext
from roadmap_tui.planning.when.numeric import ISO
from roadmap_tui.planning.when.resolve import resolve
from roadmap_tui.planning.when.term_parser import TermParser
from roadmap_tui.planning.when.terms import Span, Term

_LINKS: Final = {
    k.RANGE: "range",
    k.DASH: "dash",
    k.SLASH: "slash",
    k.AND: "list",
    k.PLUS: "list",
    k.OR: "or",
    k.OF: "or",
    k.COMMA: "list",
}
_OPENS_LINK: Final = frozenset((*_LINKS, k.UNTIL, k.WORD, k.NUM))  # a word or number: "3 à 4", "3 a 4"
_ALTOGETHER: Final = {"day": "days", "month": "months", "months": "months", "quarter": "quarter"} | {
    "week": "week",
    "season": "season",
}
_MOST_LOOSE_DAYS: Final = 31
_NAMED: Final = frozenset((t.SCHOOL, t.RECESS, t.HOLIDAY))
_HOLIDAYS: Final = frozenset((t.SCHOOL, t.RECESS))


class Phrase:
    """One or more periods, read: the days from first to last, and what they consist of."""

    __slots__ = ("alternatives", "dates", "end", "is_range", "kind", "precision", "start", "terms")

    def __init__(self, spans: list[Span], terms: list[Term], *, is_range: bool, alternatives: bool) -> None:
        self.terms = terms
        self.is_range = is_range
        self.alternatives = alternatives
        first = spans[0]
        if len(spans) == 1:
            self.start, self.end, self.kind, self.precision = first.start, first.end, first.kind, first.precision
            self.dates: tuple[date, ...] = (first.start,) if first.kind == "day" else ()
            return
        self.start = min([span.start for span in spans])
        self.end = max([span.end for span in spans])
        self.precision = max([span.precision for span in spans], key=COARSENESS.__getitem__)
        self.dates = loose_days(spans)
        self.kind = _joint_kind(spans)
        if self.dates:
            self.kind = "day" if len(self.dates) == 1 else "days"

    @property
    def is_named(self) -> bool:
        """Whether this is only the name of a holiday, without a date of its own."""
        return len(self.terms) == 1 and self.terms[0].unit in _NAMED

    @property
    def before(self) -> date:
        """The last day when "voor" precedes: "voor eind mei" runs to the end of May, all else is strictly before."""
        last = self.terms[-1]
        if last.unit == t.PART and last.name == "end":
            return self.end
        return self.until - ONE_DAY if self.until >= self.start else self.until

    @property
    def until(self) -> date:
        """The last day when "tot" precedes: up to, not including, what is named.

        "Tot eind mei" runs to the end of May and "tot medio juni" to the middle of June.
        """
        last = self.terms[-1]
        if last.unit == t.PART and last.name == "end":
            return self.end
        if last.unit == t.PART and last.name == "mid" and not self.is_range:
            return self.start + (self.end - self.start) // 2
        return self.start - ONE_DAY


def read_phrase(cursor: Cursor, context: WhenContext, notes: list[Note], times: list[str]) -> Phrase | None:
    """The periods that start at the cursor, or None with nothing read.

    Raises Unreadable for dates that do not exist.
    """
    assumptions: list[Note] = []
    parser = TermParser(cursor, context, assumptions)
    start = cursor.at
    between = cursor.take(k.BETWEEN) is not None
    first = parser.term()
    if first is None:
        cursor.at = start
        return None
    timed = not cursor.kinds.isdisjoint(SIGNS_OF_TIME)
    terms, links = [first], list[str]()
    if timed:
        skip_time(cursor, times, after_date=True)
    while (link := _next_term(parser, terms, between and len(terms) == 1)) is not None:
        links.append(link)
        if timed:
            skip_time(cursor, times, after_date=True)
    if not links and first.unit in t.BARE:  # "(voor) start van de activiteit" names an event, "2 sessies" a length
        cursor.at = start
        return None
    if between and len(terms) < 2:
        raise Unreadable(note("not_understood", part=cursor.rest() or first.text))
    if links:
        _settle_links(terms, links)
        complete(terms)
    elif first.unit in UNFINISHED:
        complete(terms)
    fill_years(terms, links, context, assumptions)
    phrase = _joined(terms, links, context, assumptions)
    if between and not _take_out_holidays(phrase, terms, context):
        raise Unreadable(note("end_before_start"))
    for item in assumptions:
        if item not in notes:
            notes.append(item)
    return phrase


def _settle_links(terms: list[Term], links: list[str]) -> None:
    """A slash between ISO dates means a period (ISO 8601); years behind a date repeat it."""
    for i, link in enumerate(links):
        if link == "slash" and terms[i].name == terms[i + 1].name == ISO:
            links[i] = "range"
    repeat_in_years(terms, links)


def _next_term(parser: TermParser, terms: list[Term], between: bool) -> str | None:
    """Read a link and the term after it; None with nothing read when no term follows."""
    cursor = parser.cursor
    start = cursor.at
    token = cursor.tokens[start]
    if token.kind not in _OPENS_LINK:
        return None
    cursor.at += 1
    if token.kind == k.UNTIL:
        link = "until" if token.value == "exclusive" else "range"
    elif token.text in ("à", "a") and cursor.kind == k.NUM:
        link = "range"
    elif token.kind in _LINKS:
        link = "range" if between and token.kind == k.AND else _LINKS[token.kind]
        if token.kind == k.COMMA and cursor.kind in (k.AND, k.OR, k.OF, k.RANGE):
            link = _LINKS[cursor.kind]
            cursor.at += 1
    else:
        cursor.at = start
        return None
    noted = len(parser.notes)
    term = parser.term() if cursor.kind not in (k.VAN,) else None
    if term is None:
        cursor.at = start
        del parser.notes[noted:]
        return None
    terms.append(term)
    return link


def _joined(terms: list[Term], links: list[str], context: WhenContext, notes: list[Note]) -> Phrase:
    if not links:
        return Phrase([_checked(terms[0], context, notes)], terms, is_range=False, alternatives=False)
    spans: list[Span] = []
    choices: list[str] = []
    is_range = False
    resolved = [_checked(term, context, notes) for term in terms]
    if len(links) > 1 and set(links) == {"dash"} and {span.kind for span in resolved} == {"month"}:
        terms, links, resolved = [terms[0], terms[-1]], ["dash"], [resolved[0], resolved[-1]]  # mei-juni-juli
    i = 0
    while i < len(terms):
        span = resolved[i]
        if i < len(links) and links[i] in RANGES:
            if i + 1 < len(links) and links[i + 1] in RANGES:
                raise Unreadable(note("not_understood", part=terms[i + 2].text))
            span = _range(span, resolved[i + 1], terms[i + 1], links[i], notes)
            is_range = True
            i += 1
        spans.append(span)
        if i < len(links):
            choices.append(links[i])
        i += 1
    if not choices:
        return Phrase(spans, terms, is_range=is_range, alternatives=False)
    spans, choices = _without_frame(spans, choices)
    alternatives = _alternatives(spans, choices, notes)
    if len(spans) > 1 and not alternatives and not loose_days(spans) and _has_gaps(spans):
        notes.append(note("loose"))
    return Phrase(spans, terms, is_range=is_range and len(spans) == 1, alternatives=alternatives)


def _without_frame(spans: list[Span], choices: list[str]) -> tuple[list[Span], list[str]]:
    """Drop the first period of a list when it only says in what all others lie: "voorjaar 2026, april/mei"."""
    frame, *others = spans
    inside = all(frame.start <= span.start and span.end <= frame.end for span in others)
    finer = all(COARSENESS[span.precision] < COARSENESS[frame.precision] for span in others)
    return (others, choices[1:]) if choices[0] == "list" and inside and finer else (spans, choices)


def _take_out_holidays(phrase: Phrase, terms: list[Term], context: WhenContext) -> bool:
    """ "tussen de herfstvakantie en de kerstvakantie" holds neither; False when no day is left."""
    if len(terms) == 2 and {term.unit for term in terms} <= _HOLIDAYS:
        phrase.start = resolve(terms[0], context, []).end + ONE_DAY
        phrase.end = resolve(terms[1], context, []).start - ONE_DAY
    return phrase.start <= phrase.end


def _checked(term: Term, context: WhenContext, notes: list[Note]) -> Span:
    span = resolve(term, context, notes)
    if term.weekday is not None and term.unit == t.DAY and span.start.weekday() != term.weekday:
        notes.append(note("weekday_differs", day=span.start, weekday=span.start.weekday()))
    return span


def _range(first: Span, last: Span, last_term: Term, link: str, notes: list[Note]) -> Span:
    end = last.end
    if link == "until":
        end = Phrase([last], [last_term], is_range=False, alternatives=False).until
        if end < last.start:
            notes.append(note("exclusive", day=last.start))
    if end < first.start:
        raise Unreadable(note("end_before_start"))
    if first.start == end:
        return Span(end, end, "day", "day")
    precision = max(first.precision, last.precision, key=COARSENESS.__getitem__)
    return Span(first.start, end, _range_kind(first, last, end), precision)


def _range_kind(first: Span, last: Span, end: date) -> str:
    if first.kind != last.kind or first.kind == "day":
        return "range"
    if first.kind == "month" and (first.start.year, first.start.month) == (end.year, end.month):
        return "month"
    return _ALTOGETHER.get(first.kind, "range")


def _alternatives(spans: list[Span], choices: list[str], notes: list[Note]) -> bool:
    """Whether the list is a choice: with "of" always, with a slash between days ("10 / 17 mei")."""
    if "or" in choices:
        notes.append(note("choice"))
        return True
    by_slash = any(link == "slash" and spans[i].kind == spans[i + 1].kind == "day" for i, link in enumerate(choices))
    if by_slash:
        notes.append(note("slash_choice"))
    return by_slash


def loose_days(spans: list[Span]) -> tuple[date, ...]:
    """The separate days when all is exact to the day and there is more than one continuous range."""
    if any(span.precision != "day" for span in spans) or (len(spans) == 1 and spans[0].kind != "day"):
        return ()
    days = {
        span.start + timedelta(days=i)
        for span in spans
        for i in range(min((span.end - span.start).days + 1, _MOST_LOOSE_DAYS + 1))
    }
    return tuple(sorted(days)) if len(days) <= _MOST_LOOSE_DAYS else ()


def _joint_kind(spans: list[Span]) -> str:
    kinds = {_ALTOGETHER.get(span.kind, "range") for span in spans}
    return kinds.pop() if len(kinds) == 1 else "range"


def _has_gaps(spans: list[Span]) -> bool:
    ordered = sorted(spans, key=lambda span: span.start)
    return any(after.start > before.end + ONE_DAY for before, after in itertools.pairwise(ordered))

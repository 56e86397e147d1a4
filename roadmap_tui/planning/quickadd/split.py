"""One line such as "Kick-off 8 en 15 juni fysiek 2 sessies van 3 uur Jan en Piet" split into the fields of an activity.

Nothing is guessed: what is not surely a moment, effort, form of work or name stays in the title. No word goes missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Final

import msgspec

from roadmap_tui.planning.language.tokens import LONGEST_TEXT
from roadmap_tui.planning.quickadd.spans import Span, effort_spans, when_spans
from roadmap_tui.planning.quickadd.vocabulary import Vocabulary
from roadmap_tui.planning.when.model import When

TITLE, WHEN, WORKFORM, SESSIONS, LEAD = "title", "when", "workform", "sessions", "lead"
MARKERS: Final = frozenset(("door", "by", "trekker", "lead", "trekker:", "lead:", "wie:", "who:"))
"""The words that only announce who leads, and so are in no field."""
_DANGLING: Final = frozenset(
    (
        *(
            "van",
            "over",
            "met",
            "voor",
            "na",
            "bij",
            "uit",
            "of",
            "about",
            "for",
            "with",
            "from",
            "en",
            "and",
            "de",
            "het",
        ),
        *("een", "per", "tot", "the", "a", "an", "op", "in", "to", "te", "om", "alle", "deze", "als"),
    )
)
_JOINS: Final = frozenset(("en", "and", "&", "/", "+", ","))
_PARTICLES: Final = frozenset(("van", "de", "der", "den", "ter", "ten", "von", "te"))
_EDGES: Final = " ,;:-–—"
_LONE_COMMA: Final = re.compile(r"\s+,(?=\s|$)")
_MOST_WORDS: Final = 60


class QuickLine(msgspec.Struct, frozen=True):
    """What each part of a line was taken for; a part that is not there is empty."""

    title: str = ""
    when: str = ""
    workform: str = ""
    sessions: str = ""
    lead: str = ""

    @property
    def fields(self) -> dict[str, str]:
        """The fields of a new activity."""
        return {name: text for name in self.__struct_fields__ if (text := getattr(self, name))}


def read_line(line: str, read: Callable[[str], When], vocabulary: Vocabulary) -> QuickLine:
    """How `line` is read; `read` reads a moment in the plan. Never raises."""
    words = _LONE_COMMA.sub(",", line).split()
    if not words or len(words) > _MOST_WORDS or len(line) > LONGEST_TEXT:
        return QuickLine(title=" ".join(words))
    roles: list[str] = [TITLE] * len(words)
    _take_times(words, roles, read)
    _take_workform(words, roles, vocabulary)
    _take_lead(words, roles, vocabulary)
    parts = {name: _joined(words, roles, name) for name in (TITLE, WHEN, WORKFORM, SESSIONS, LEAD)}
    if not parts[TITLE]:
        parts[TITLE] = " ".join(words)
    return QuickLine(**parts)


def _joined(words: Sequence[str], roles: Sequence[str], name: str) -> str:
    text = " ".join(word for word, role in zip(words, roles, strict=True) if role == name)
    return text.strip(_EDGES).lstrip("@") if text.strip(_EDGES) else ""


def _take_times(words: Sequence[str], roles: list[str], read: Callable[[str], When]) -> None:
    """Give a moment and an effort their words: together as many as possible, where equal both rather than one."""
    whens: list[Span | None] = [span for span in when_spans(words, read) if _fits(span, words, is_when=True)]
    efforts: list[Span | None] = [span for span in effort_spans(words) if _fits(span, words)]
    pairs = [
        (when, effort)
        for when in [None, *whens]
        for effort in [None, *efforts]
        if when is None or effort is None or when.apart_from(effort)
    ]
    pairs = [pair for pair in pairs if _leaves_whole(pair, words)]
    when, effort = max(pairs, key=_worth)
    for span, role in ((when, WHEN), (effort, SESSIONS)):
        if span is not None:
            roles[span.start : span.stop] = [role] * span.size


def _worth(pair: tuple[Span | None, Span | None]) -> tuple[int, ...]:
    spans = [span for span in pair if span is not None]
    return sum(span.size for span in spans), len(spans), *(span.start for span in spans)


def _fits(span: Span, words: Sequence[str], is_when: bool = False) -> bool:
    """Not where it opens the line as part of a title, nor where a word before it would be left dangling."""
    if span.start == 0 and not any(letter.isdigit() for word in words[: span.stop] for letter in word):
        return span.size > 1 and is_when
    return True


def _leaves_whole(pair: tuple[Span | None, Span | None], words: Sequence[str]) -> bool:
    """Whether no preposition before a taken span is left behind, and no bare count is cut out of a title."""
    taken = {place for span in pair if span is not None for place in range(span.start, span.stop)}
    for span in pair:
        if span is None:
            continue
        before = span.start - 1
        if before >= 0 and before not in taken and words[before].casefold() in _DANGLING:
            return False
        ends = span.stop == len(words) or span.stop in taken or words[span.stop - 1].endswith((",", ";"))
        if not span.stated and not ends:
            return False
    return True


def _take_workform(words: Sequence[str], roles: list[str], vocabulary: Vocabulary) -> None:
    """A known form of work that no title goes on after: before or behind a moment, or at the end."""
    folded = [word.strip(_EDGES).casefold() for word in words]
    for size in (3, 2, 1):
        for start in range(len(words) - size, 0, -1):
            stop = start + size
            if set(roles[start:stop]) != {TITLE} or " ".join(folded[start:stop]) not in vocabulary.workforms:
                continue
            if folded[start - 1] in _DANGLING and roles[start - 1] == TITLE:
                continue
            ends = stop == len(words) or roles[stop] != TITLE or words[stop - 1].endswith((",", ";"))
            if ends or (roles[start - 1] != TITLE and start > 0) or _all_names(words[stop:], vocabulary):
                roles[start:stop] = [WORKFORM] * size
                return


def _take_lead(words: Sequence[str], roles: list[str], vocabulary: Vocabulary) -> None:
    """The names: what follows a marker or @, else what consists of known names behind something else than the title."""
    runs = [
        (role, [place for place, _role in run]) for role, run in groupby(enumerate(roles), key=lambda each: each[1])
    ]
    opens = True
    for role, places in runs:
        if role != TITLE:
            continue
        start, stop = places[0], places[-1] + 1
        marked = _marked(words, start, stop, vocabulary)
        if marked is not None:
            begin, end, marker = marked
            roles[begin:end] = [LEAD] * (end - begin)
            if marker >= 0:
                roles[marker] = "marker"
            return
        if not opens and _all_names(words[start:stop], vocabulary):
            roles[start:stop] = [LEAD] * (stop - start)
            return
        opens = False


def _marked(words: Sequence[str], start: int, stop: int, vocabulary: Vocabulary) -> tuple[int, int, int] | None:
    """The names from an @ or behind a word such as "door", with the place of that word (-1 for an @)."""
    for place in range(start, stop):
        word = words[place].casefold()
        if word.startswith("@") and len(word) > 1:
            return place, _end_of_names(words, place, stop, vocabulary), -1
        if word in MARKERS and place > 0 and place + 1 < stop and _all_names(words[place + 1 : stop], vocabulary, True):
            return place + 1, stop, place
    return None


def _end_of_names(words: Sequence[str], start: int, stop: int, vocabulary: Vocabulary) -> int:
    """Where names that begin with an @ end: @Jan, @Jan en Piet."""
    end = start + 1
    while end + 1 < stop and words[end].casefold() in _JOINS and _is_name(words[end + 1].lstrip("@"), vocabulary, True):
        end += 2
    return end


def _all_names(words: Sequence[str], vocabulary: Vocabulary, any_capital: bool = False) -> bool:
    """Whether words are nothing but known names, joined by "en" or commas; after a marker any capital will do."""
    names: list[list[str]] = [[]]
    for word in words:
        bare = word.strip(_EDGES)
        if word.casefold() in _JOINS or not bare:
            names.append([])
            continue
        names[-1].append(bare)
        if word.endswith((",", ";")):
            names.append([])
    found = [name for name in names if name]
    known = [_is_name(" ".join(name), vocabulary, any_capital) for name in found]
    return bool(found) and all(known)


def _is_name(text: str, vocabulary: Vocabulary, any_capital: bool) -> bool:
    """A known name or role, a known first name with a surname, or after a marker any words with capitals."""
    if text.casefold() in vocabulary.names:
        return True
    first, *rest = text.split()
    capitals = all(word[:1].isupper() or word.casefold() in _PARTICLES for word in rest)
    if not first[:1].isupper() or not capitals:
        return False
    return any_capital or (bool(rest) and first.casefold() in vocabulary.names)

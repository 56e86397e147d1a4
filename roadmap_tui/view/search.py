"""Finding words anywhere in the plan, also half or misspelt; the best places come first."""

from __future__ import annotations

import heapq
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Field, Kind
from roadmap_tui.model.handles import handle
from roadmap_tui.model.record import Record, shown_fields
from roadmap_tui.planning.language.typos import distance
from roadmap_tui.view.text import one_line

_WORD: Final = re.compile(r"[^\W_]+")
_HANDLE: Final = re.compile(r"[0-9a-hjkmnp-tv-z]{4,10}")
_NUMBER_WEIGHT, _TITLE_WEIGHT, _OTHER_WEIGHT, _LONG_WEIGHT = 12, 8, 4, 2
_EXACT, _BEGINNING, _INSIDE, _ALMOST = 10, 7, 3, 2
_ONE_MISTAKE, _TWO_MISTAKES = 4, 7
_SEARCHED = (Kind.TEXT, Kind.LONG, Kind.WHEN, Kind.EFFORT, Kind.PEOPLE)
_AROUND: Final = 24


class Hit(NamedTuple):
    """A record, the label of the field that holds the words, and the words with what stands around them."""

    record: Record
    where: str
    excerpt: str


class SearchIndex:
    """The words of all records; what did not change since it was last brought up to date is not read again."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._records: list[Record] = []
        self._known: dict[tuple[str, int], int] = {}
        self._gone: set[int] = set()
        self._places: dict[str, dict[int, int]] = {}
        self._words: list[str] = []
        self._text = "\n"
        self.update(records)

    def update(self, records: Iterable[Record]) -> None:
        """Take over the records as they are now."""
        before, self._known = self._known, {}
        for record in records:
            key = (record.TABLE, record.id)
            place = before.pop(key, None)
            if place is None or self._records[place] is not record:
                if place is not None:
                    self._gone.add(place)
                place = self._add(record)
            self._known[key] = place
        self._gone.update(before.values())
        if len(self._words) != len(self._places):
            self._words = sorted(self._places)
            self._text = "\n" + "\n".join(self._words) + "\n"

    def _add(self, record: Record) -> int:
        place = len(self._records)
        self._records.append(record)
        for text, weight in _texts(record):
            for word in words_of(text):
                found = self._places.setdefault(word, {})
                if found.get(place, 0) < weight:
                    found[place] = weight
        return place

    def find(self, query: str, most: int = 60) -> list[Hit]:
        """The records that hold every word of `query` or something like it, the best first."""
        wanted = words_of(query)
        if not wanted:
            return []
        alike = self._alike(wanted[0])
        matched, scores = set(alike), self._scored(alike)
        for word in wanted[1:]:
            alike = self._alike(word)
            matched |= alike.keys()
            found = self._scored(alike)
            scores = {place: scores[place] + score for place, score in found.items() if place in scores}
        for place in self._gone:
            scores.pop(place, None)
        best = heapq.nlargest(most, scores.items(), key=lambda each: (each[1], -each[0]))
        places = [*self._by_handle(query), *(place for place, _score in best)]
        return [_hit(self._records[place], matched) for place in dict.fromkeys(places)]

    def _scored(self, alike: Mapping[str, int]) -> dict[int, int]:
        scores: dict[int, int] = {}
        for word, quality in alike.items():
            for place, weight in self._places[word].items():
                score = quality * weight
                if scores.get(place, 0) < score:
                    scores[place] = score
        return scores

    def _alike(self, word: str) -> dict[str, int]:
        """The words of the plan that `word` is, begins, is part of or almost is, with how well each fits."""
        found = {word: _EXACT} if word in self._places else {}
        found.update((each, _BEGINNING) for each in self._containing("\n" + word) if each not in found)
        if len(word) > 2:
            found.update((each, _INSIDE) for each in self._containing(word) if each not in found)
        if len(word) >= _ONE_MISTAKE and not any(quality >= _BEGINNING for quality in found.values()):
            found.update((each, _ALMOST) for each in self._misspelt(word) if each not in found)
        return found

    def _containing(self, piece: str) -> Iterable[str]:
        text, at = self._text, self._text.find(piece)
        while at >= 0:
            start = at + 1 if piece[0] == "\n" else text.rfind("\n", 0, at) + 1
            end = text.find("\n", at + len(piece))
            yield text[start:end]
            at = text.find(piece, end)

    def _misspelt(self, word: str) -> Iterable[str]:
        """Words of about the same length with one mistake, long ones with two; also as the beginning of a word."""
        allowed = 2 if len(word) >= _TWO_MISTAKES else 1
        letters = set(word)
        for other in self._words:
            if len(other) < len(word) - allowed or other[0] not in word[:2]:
                continue
            for piece in {other, other[: len(word)]}:
                near = (
                    abs(len(piece) - len(word)) <= allowed and len(letters.symmetric_difference(piece)) <= 2 * allowed
                )
                if near and distance(word, piece) <= allowed:
                    yield other
                    break

    def _by_handle(self, query: str) -> list[int]:
        wanted = query.strip().lower()
        if not _HANDLE.fullmatch(wanted) or not any(sign.isdigit() for sign in wanted):
            return []
        return [place for (_table, key), place in self._known.items() if handle(key).startswith(wanted)][:5]


def words_of(text: str) -> list[str]:
    """The words of a text for comparing: lower case, without accents."""
    folded = text.casefold()
    if not folded.isascii():
        folded = "".join(sign for sign in unicodedata.normalize("NFD", folded) if not unicodedata.combining(sign))
    return _WORD.findall(folded)


def _texts(record: Record) -> Iterable[tuple[str, int]]:
    yield record.number, _NUMBER_WEIGHT
    for field in _searched(type(record)):
        value = getattr(record, field.name)
        if isinstance(value, str) and value:
            yield value, _weight(field)


def _searched(record_type: type[Record]) -> Sequence[Field]:
    return [field for field in shown_fields(record_type) if field.kind in _SEARCHED]


def _weight(field: Field) -> int:
    if field.name == "title":
        return _TITLE_WEIGHT
    return _LONG_WEIGHT if field.kind is Kind.LONG else _OTHER_WEIGHT


def _hit(record: Record, wanted: set[str]) -> Hit:
    """Where the words stand: nowhere in particular where the number or the title says it all."""
    if wanted & set(words_of(f"{record.number} {record.title}")):
        return Hit(record, "", "")
    for field in _searched(type(record)):
        text = one_line(str(getattr(record, field.name) or ""))
        if wanted & set(words_of(text)):
            return Hit(record, _(field.label), _excerpt(text, wanted))
    return Hit(record, "", "")


def _excerpt(text: str, wanted: set[str]) -> str:
    """The first of the words with a few around it."""
    for found in re.finditer(r"[^\W_]+", text):
        if words_of(found[0])[:1] and words_of(found[0])[0] in wanted:
            start = text.rfind(" ", 0, max(0, found.start() - _AROUND)) + 1
            return ("…" if start else "") + text[start:].strip()
    return text

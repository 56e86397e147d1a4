"""What a short Dutch or English text is about: its subjects without endings, fillers and different words for them.

The words come from data/joint/subjects.toml. A Dutch compound counts as its parts where both are known.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

import msgspec

from roadmap_tui.resources import data_file

_SHORTEST_SUBJECT: Final = 2
_WORD: Final = re.compile(r"[a-z0-9]+")
_LINKED: Final = re.compile(r"(?<=\w)-(?=\w)")
_ENDINGS: Final = (
    "iseren", "isering", "eringen", "ering", "ingen", "heden", "ende", "eren", "eerd", "ers", "ing", "en", "es", "e",
    "s",
)  # fmt: skip
_SHORTEST_STEM: Final = 4
_SHORTEST_PART: Final = 3


class Lexicon(msgspec.Struct, frozen=True):
    """The words that the comparison knows; all but `stop` by their stems."""

    stop: frozenset[str]
    weak: frozenset[str]
    same: Mapping[str, str]
    parts: frozenset[str]


def plain(text: str) -> str:
    """Lower case without accents, with hyphens inside words closed: "e-formulier" is "eformulier"."""
    if text.isascii():
        return _LINKED.sub("", text.lower())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return _LINKED.sub("", bare)


@cache
def stem(word: str) -> str:
    """A word without its Dutch or English ending; a light stemmer, so that singular and plural meet."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2]:
        word = word[:-1]
    word = word[:-1] + {"v": "f", "z": "s"}.get(word[-1:], word[-1:])
    return re.sub(r"([aeou])\1(?=[^aeiou]?$)", r"\1", word)


@cache
def lexicon() -> Lexicon:
    """The words of data/joint/subjects.toml."""
    content = tomllib.loads(data_file("joint/subjects.toml").read_text(encoding="utf-8"))
    same: dict[str, str] = {}
    for line in content["same"]:
        words = plain(line).split()
        for word in words:
            same.setdefault(stem(word), stem(words[0]))
    parts = {stem(word): None for word in plain(content["parts"]).split()} | dict.fromkeys(same)
    return Lexicon(
        frozenset(plain(content["stop"]).split()),
        frozenset(stem(word) for word in plain(content["weak"]).split()) - frozenset(same),
        same,
        frozenset(part for part in parts if len(part) >= _SHORTEST_PART),
    )


@cache
def subjects_of_word(word: str) -> tuple[str, ...]:
    """What one word is about: its subject, or the subjects of its parts where it is a compound of known words."""
    known = lexicon()
    found = stem(word)
    if found in known.same:
        return (known.same[found],)
    if found in known.weak:
        return (found,)
    pair = _split(word)
    return tuple(dict.fromkeys(known.same.get(part, part) for part in pair)) if pair else (found,)


def _split(word: str) -> tuple[str, ...]:
    """The two parts of a compound, the first as long as possible; empty where it is not one that is known."""
    known = lexicon()
    for place in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        first, rest = word[:place], stem(word[place:])
        if rest not in known.parts and rest not in known.weak:
            continue
        for bare in (first, first.removesuffix("s"), first.removesuffix("en")):
            if stem(bare) in known.parts:
                return stem(bare), rest
    return ()


class Terms(NamedTuple):
    """What a text is about, and the words that only say what is done with it; numbers are among the latter."""

    strong: frozenset[str]
    weak: frozenset[str]


def terms(text: str) -> Terms:
    """The subjects in a text, each once."""
    known = lexicon()
    words = [word for word in _WORD.findall(plain(text)) if word not in known.stop]
    found = {subject for word in words for subject in subjects_of_word(word)}
    weak = {each for each in found if each in known.weak or each.isdigit() or len(each) < _SHORTEST_SUBJECT}
    return Terms(frozenset(found - weak), frozenset(weak))

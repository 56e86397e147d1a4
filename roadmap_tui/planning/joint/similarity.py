"""How surely two short texts are about the same subject, from 0 to 1.

What they are about must be the same for the larger part (Dice); words that are nearly the same count for how near they
are (trigrams). What is done with it only makes that more or less sure.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

import msgspec

from roadmap_tui.i18n import N_, _
from roadmap_tui.planning.joint.words import plain, terms

LIKELY: Final = 0.5
"""From here on two texts may be about the same."""
SHARED: Final = 0.6
"""How much of what they are about two texts must share."""
WEAK: Final = 0.25
_NEARLY_SURE, _PROBABLE = 0.85, 0.7
_UNTOLD: Final = 0.6
_NEAR: Final = 0.6
_SHORTEST_NEAR: Final = 5


class Subject(msgspec.Struct, frozen=True):
    """What a text is about: its subjects, and the words that say what is done with them."""

    text: str
    strong: frozenset[str]
    weak: frozenset[str]

    @property
    def kind(self) -> frozenset[str]:
        """What is the same for texts about exactly the same; the text itself where it tells no subject."""
        return self.strong or frozenset((f"={self.text}",))


@cache
def subject_of(text: str) -> Subject:
    """What a text is about."""
    return Subject(" ".join(plain(text).split()), *terms(text))


@cache
def trigrams(word: str) -> frozenset[str]:
    """The groups of three letters in a word, its edges included."""
    padded = f" {word} "
    return frozenset(padded[place : place + 3] for place in range(len(padded) - 2))


@cache
def nearness(one: str, other: str) -> float:
    """How alike two words are: 1 for the same, 0 where they share less than most of their trigrams."""
    if one == other:
        return 1.0
    if min(len(one), len(other)) < _SHORTEST_NEAR:
        return 0.0
    first, second = trigrams(one), trigrams(other)
    dice = 2 * len(first & second) / (len(first) + len(second))
    return dice if dice >= _NEAR else 0.0


def similarity(one: Subject, other: Subject) -> float:
    """How surely two texts are about the same: symmetric, 1 for equal texts, 0 where they share nothing.

    Equal texts that only say what is done ("kick-off") need not be about the same: these get a low figure.
    """
    return sure_of(one, other, shared(one.strong, other.strong))


def sure_of(one: Subject, other: Subject, share: float) -> float:
    """The similarity of two texts of which it is known how much of their subjects they share."""
    if one.text == other.text:
        return 0.0 if not one.text else 1.0 if one.strong else _UNTOLD
    if share < SHARED:
        return 0.0
    strong = len(one.strong) + len(other.strong)
    weak = WEAK * (len(one.weak) + len(other.weak))
    return (share * strong + 2 * WEAK * len(one.weak & other.weak)) / (strong + weak)


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of what two texts are about is the same, from 0 to 1."""
    total = len(one) + len(other)
    if not one or not other:
        return 0.0
    common = len(one & other)
    near = (max(nearness(a, b) for b in theirs) for mine, theirs in ((one, other), (other, one)) for a in mine - theirs)
    return (2 * common + sum(near)) / total


def neighbours(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For every word the others that are nearly the same; each pair is compared only where it shares trigrams."""
    kept = [word for word in words if len(word) >= _SHORTEST_NEAR]
    holders: dict[str, list[str]] = {}
    found: dict[str, list[str]] = {}
    for word in kept:
        counts: dict[str, int] = {}
        for group in trigrams(word):
            for other in holders.get(group, ()):
                counts[other] = counts.get(other, 0) + 1
            holders.setdefault(group, []).append(word)
        for other, shared in counts.items():
            if 2 * shared >= _NEAR * (len(trigrams(word)) + len(trigrams(other))):
                found.setdefault(word, []).append(other)
                found.setdefault(other, []).append(word)
    return {word: tuple(others) for word, others in found.items()}


def sureness(confidence: float) -> str:
    """How sure that is, in words."""
    for least, words in ((_NEARLY_SURE, N_("nearly certain")), (_PROBABLE, N_("probably"))):
        if confidence >= least:
            return _(words)
    return _("perhaps")

"""What people think activities are worth: the scale, averages and spread of several ratings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from roadmap_tui.model.joint import Rating

ASPECTS: Final = ("customer", "organisation", "urgency")
USUAL_SCALE: Final = "1-5"
_LARGEST: Final = 100
_SCALE: Final = re.compile(r"\s*(\d{1,3})\s*(?:-|\u2013|t/m|tot en met|tot|to)\s*(\d{1,3})\s*", re.IGNORECASE)


class Scale(NamedTuple):
    """The lowest and the highest score that can be given."""

    low: int
    high: int

    @property
    def words(self) -> str:
        """As it is kept with a rating: 1-5."""
        return f"{self.low}-{self.high}"

    def share(self, score: float) -> float:
        """Where a score lies on this scale, from 0 to 1, so that scores on other scales can stand beside it."""
        return (score - self.low) / (self.high - self.low)


def read_scale(text: str) -> Scale | None:
    """The scale that words such as "1-5" or "0 tot 10" stand for; None where they do not make one."""
    found = _SCALE.fullmatch(text)
    if found is None:
        return None
    low, high = int(found[1]), int(found[2])
    return Scale(low, high) if low < high <= _LARGEST else None


def scale_of(rating: Rating, plan_scale: str = "") -> Scale:
    """The scale a rating was given on; the plan's, then 1 to 5, where it does not tell."""
    return read_scale(rating.scale) or read_scale(plan_scale) or Scale(1, 5)


class Score(msgspec.Struct, frozen=True):
    """One aspect of an activity as several people see it, on the scale most of them used."""

    average: float
    lowest: float
    highest: float
    count: int
    scale: Scale

    @property
    def spread(self) -> float:
        """How far the highest and the lowest score are apart."""
        return self.highest - self.lowest

    @property
    def differs(self) -> bool:
        """Whether people see it so differently that they should talk: half the scale or more apart."""
        return self.count > 1 and self.spread * 2 >= self.scale.high - self.scale.low


class Worth(msgspec.Struct, frozen=True):
    """What an activity is worth: a score per aspect, who rated it, and one figure from 0 to 1 to rank by."""

    scores: Mapping[str, Score]
    raters: tuple[str, ...]
    rank: float


def worth(ratings: Sequence[Rating], plan_scale: str = "") -> Worth | None:
    """What these ratings of one activity come to; None where nobody gave a score."""
    scores = {name: score for name in ASPECTS if (score := _score(ratings, name, plan_scale)) is not None}
    if not scores:
        return None
    shares = [score.scale.share(score.average) for score in scores.values()]
    names = dict.fromkeys(rating.who.strip() for rating in ratings if rating.who.strip())
    return Worth(scores, tuple(names), sum(shares) / len(shares))


def worth_by_activity(ratings: Iterable[Rating], plan_scale: str = "") -> dict[int, Worth]:
    """What every rated activity is worth, by its id."""
    groups: dict[int, list[Rating]] = {}
    for rating in ratings:
        if rating.activity:
            groups.setdefault(rating.activity, []).append(rating)
    return {each: found for each, group in groups.items() if (found := worth(group, plan_scale)) is not None}


def _score(ratings: Sequence[Rating], name: str, plan_scale: str) -> Score | None:
    given = [
        (scale, value)
        for rating in ratings
        if (value := getattr(rating, name)) is not None
        and (scale := scale_of(rating, plan_scale)).low <= value <= scale.high
    ]
    if not given:
        return None
    scales = [scale for scale, _value in given]
    shown = max(dict.fromkeys(scales), key=scales.count)
    values = [shown.low + scale.share(value) * (shown.high - shown.low) for scale, value in given]
    return Score(sum(values) / len(values), min(values), max(values), len(values), shown)

"""Scores and classes of risks: likelihood times impact, both 1 to 5.

The class bounds are our default, not a norm (domain: Zwartewaterland multiplies 1-5 scales; classes differ per
municipality); a plan may set its own as the highest score of the first three classes.
"""

from __future__ import annotations

import re

import msgspec

from roadmap_tui.i18n import N_, _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.risk import Risk

CLOSED = ("closed", "accepted")


class RiskLevel(msgspec.Struct, frozen=True):
    """A class of risk: its code, label (message id), letter for print without colour, tone and score bounds."""

    code: str
    label: str
    letter: str
    tone: Tone
    low: int
    high: int


_DEFAULT_BOUNDS = (4, 9, 14)
_HIGHEST = 25
_CLASSES = (
    ("low", N_("Low"), "L", Tone.GOOD),
    ("medium", N_("Medium"), "M", Tone.NORMAL),
    ("high", N_("High"), "H", Tone.WARN),
    ("very_high", N_("Very high"), "Z", Tone.BAD),
)


def levels(plan: Plan) -> tuple[RiskLevel, ...]:
    """The classes of this plan, from low to very high."""
    highs = (*(own_bounds(plan.risk_classes) or _DEFAULT_BOUNDS), _HIGHEST)
    lows = (1, *(high + 1 for high in highs[:3]))
    return tuple(RiskLevel(*words, low, high) for words, low, high in zip(_CLASSES, lows, highs, strict=True))


def own_bounds(text: str) -> tuple[int, ...]:
    """Three rising scores below 25 in a text such as "4 9 14"; empty where the text holds anything else."""
    if not re.fullmatch(r"\s*\d{1,2}(?:[\s,;/-]+\d{1,2}){2}\s*", text):
        return ()
    low, medium, high = (int(number) for number in re.findall(r"\d+", text))
    return (low, medium, high) if 1 <= low < medium < high < _HIGHEST else ()


def story(risk: Risk) -> str:
    """Cause, event and consequence in one breath; empty where neither cause nor consequence is given."""
    if not risk.cause.strip() and not risk.consequence.strip():
        return ""
    cause, event, consequence = (
        " ".join(text.split()).rstrip(".") or "…" for text in (risk.cause, risk.title, risk.consequence)
    )
    return _("Because of: {cause}. It may be that: {event}. So that: {consequence}.").format(
        cause=cause, event=event, consequence=consequence
    )


def is_opportunity(risk: Risk) -> bool:
    """Whether it would be good if it happened."""
    return risk.kind == "opportunity"


def score(chance: int | None, impact: int | None) -> int | None:
    """Likelihood times impact; None while either is unknown or outside 1 to 5."""
    if chance is None or impact is None or not (1 <= chance <= 5 and 1 <= impact <= 5):
        return None
    return chance * impact


def level_of(value: int | None, classes: tuple[RiskLevel, ...]) -> RiskLevel | None:
    """The class that a score falls in."""
    return next((level for level in classes if value is not None and level.low <= value <= level.high), None)


def is_open(risk: Risk) -> bool:
    """Whether the risk still asks for attention."""
    return risk.status not in CLOSED

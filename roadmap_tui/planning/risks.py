"""Scores and classes of risks: likelihood times impact, both 1 to 5.

The class bounds are our default, not a norm (domain: Zwartewaterland multiplies 1-5 scales; classes differ per
municipality); a plan may set its own in `settings["risk_levels"]` as four upper bounds.
"""

from __future__ import annotations

import msgspec

from roadmap_tui.i18n import N_
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


_DEFAULT_BOUNDS = (4, 9, 14, 25)
_CLASSES = (
    ("low", N_("Low"), "L", Tone.GOOD),
    ("medium", N_("Medium"), "M", Tone.NORMAL),
    ("high", N_("High"), "H", Tone.WARN),
    ("very_high", N_("Very high"), "Z", Tone.BAD),
)


def levels(plan: Plan) -> tuple[RiskLevel, ...]:
    """The classes of this plan, from low to very high."""
    own = plan.settings.get("risk_levels")
    valid = isinstance(own, list) and len(own) == 4 and all(isinstance(n, int) for n in own) and sorted(own) == own
    bounds = own if valid and isinstance(own, list) else _DEFAULT_BOUNDS
    lows = (1, *(bound + 1 for bound in bounds[:3]))
    return tuple(RiskLevel(*words, low, high) for words, low, high in zip(_CLASSES, lows, bounds, strict=True))


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

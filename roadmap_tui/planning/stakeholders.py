"""How a stakeholder is approached: Mendelow's four strategies, from influence and interest (1 to 5)."""

from __future__ import annotations

from typing import Final

import msgspec

from roadmap_tui.i18n import N_
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.stakeholder import Stakeholder

HIGH: Final = 3
"""The middle of the scale counts as high: rather one person too many involved than one forgotten."""


class Strategy(msgspec.Struct, frozen=True):
    """A way to approach somebody: code, label (message id) and how much it stands out."""

    code: str
    label: str
    tone: Tone


CLOSELY: Final = Strategy("closely", N_("Manage closely"), Tone.STRONG)
SATISFY: Final = Strategy("satisfy", N_("Satisfy"), Tone.NORMAL)
INFORM: Final = Strategy("inform", N_("Inform"), Tone.NORMAL)
WATCH: Final = Strategy("watch", N_("Watch"), Tone.MUTED)
STRATEGIES: Final = (CLOSELY, SATISFY, INFORM, WATCH)


def strategy_for(influence: int | None, interest: int | None) -> Strategy | None:
    """The strategy for these two judgements; None while either is unknown."""
    if not influence or not interest:
        return None
    if influence >= HIGH:
        return CLOSELY if interest >= HIGH else SATISFY
    return INFORM if interest >= HIGH else WATCH


def strategy(stakeholder: Stakeholder) -> Strategy | None:
    """The strategy that follows for a stakeholder."""
    return strategy_for(stakeholder.influence, stakeholder.interest)

"""Whether the boundaries of a project can be read in one way only (seed document S4: "ondubbelzinnig")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from roadmap_tui.model.scope import ScopeItem

_VAGUE: Final = re.compile(
    r"\b(?:eventue(?:el|le)|mogelijk|zo nodig|(?:indien|waar) (?:nodig|mogelijk)|in principe"
    r"|zoveel mogelijk|etc|enz|enzovoorts?|e\.d|en dergelijke|nader te bepalen|nog te bepalen|ntb|tbd"
    r"|possibly|perhaps|if (?:needed|possible)|where (?:needed|possible)|in principle|and so on)\b",
    re.IGNORECASE,
)


def vague_word(text: str) -> str:
    """The first word that leaves room for two readings; empty where there is none."""
    found = _VAGUE.search(text)
    return found[0] if found else ""


def on_both_sides(items: Sequence[ScopeItem]) -> list[ScopeItem]:
    """Items that stand in and out of the project under the same words."""
    sides: dict[str, set[str]] = {}
    for item in items:
        sides.setdefault(_words(item), set()).add(item.side)
    return [item for item in items if len(sides[_words(item)]) > 1]


def _words(item: ScopeItem) -> str:
    return " ".join(item.title.casefold().split())

"""The words that only duration expressions use."""

from __future__ import annotations

from typing import Final

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.tokens import Token

UNIT_WORDS: Final = {
    "dagdeel": "dagdeel",
    "dagdelen": "dagdeel",
    "dgd": "dagdeel",
    "werkdag": "day",
    "werkdagen": "day",
    "mandag": "day",
    "mandagen": "day",
    "trainingsdag": "day",
    "trainingsdagen": "day",
    "projectdag": "day",
    "projectdagen": "day",
    "halfuur": "half_hour",
    **dict.fromkeys(
        ["ochtend", "ochtenden", "middag", "middagen", "avond", "avonden", "morning", "mornings", "afternoon"],
        "dagdeel",
    ),
    **dict.fromkeys(["afternoons", "evening", "evenings"], "dagdeel"),
}
_SESSION_ENDINGS: Final = (
    "sessie", "sessies", "bijeenkomst", "bijeenkomsten", "overleg", "overleggen", "workshop", "workshops", "meeting",
    "meetings", "vergadering", "vergaderingen", "training", "trainingen", "afspraak", "afspraken", "interview",
    "interviews", "gesprek", "gesprekken", "lessen", "les", "webinar", "webinars", "demo", "demo's", "demos", "ronde",
    "rondes", "moment", "momenten", "session", "sessions", "call", "calls", "avond", "avonden", "middag", "middagen",
    "ochtend", "ochtenden", "presentatie", "presentaties", "cursus", "cursussen", "vragenuur", "spreekuur",
    "spreekuren", "stand-up", "standup", "standups", "dagstart", "huddle", "bezoek", "bezoeken",
    "instructie", "instructies",
)  # fmt: skip
TOTAL_WORDS: Final = frozenset(("totaal", "total", "totale", "totaliter"))


def is_session(token: Token) -> bool:
    """Whether the word names a kind of meeting: sessie, werksessie, overleg, ..."""
    return token.kind in (k.WORD, k.DAYPART) and token.text.rstrip(".").endswith(_SESSION_ENDINGS)

"""The words that only duration expressions use."""

from __future__ import annotations

from typing import Final

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.tokens import Token

_UNIT_WORDS: Final = {
    "halfuur": "half_hour",
    **dict.fromkeys(("dagdeel", "dagdelen", "dgd"), "dagdeel"),
    **dict.fromkeys(("ochtend", "ochtenden", "middag", "middagen", "avond", "avonden"), "dagdeel"),
    **dict.fromkeys(("morning", "mornings", "afternoon", "afternoons", "evening", "evenings"), "dagdeel"),
}
_UNIT_ENDINGS: Final = {
    **dict.fromkeys(("dag", "dagen"), "day"),
    **dict.fromkeys(("contactuur", "contacturen", "lesuur", "lesuren", "klokuur", "klokuren"), "hour"),
    **dict.fromkeys(("manuur", "manuren", "werkuur", "werkuren", "studieuren"), "hour"),
}
_UNIT_CLOSES: Final = tuple(_UNIT_ENDINGS)


def unit_of(word: str) -> str | None:
    """The unit that a word stands for: "dagdeel", "day", "hour", ...; None for any other word."""
    word = word.rstrip(".")
    found = _UNIT_WORDS.get(word)
    if found is None and word.endswith(_UNIT_CLOSES):
        return next((unit for ending, unit in _UNIT_ENDINGS.items() if word.endswith(ending)), None)
    return found


_SESSION_ENDINGS: Final = (
    "sessie", "sessies", "bijeenkomst", "bijeenkomsten", "overleg", "overleggen", "workshop", "workshops", "meeting",
    "meetings", "vergadering", "vergaderingen", "training", "trainingen", "afspraak", "afspraken", "interview",
    "interviews", "gesprek", "gesprekken", "lessen", "les", "webinar", "webinars", "demo", "demo's", "demos", "ronde",
    "rondes", "moment", "momenten", "session", "sessions", "call", "calls", "avond", "avonden", "middag", "middagen",
    "ochtend", "ochtenden", "presentatie", "presentaties", "cursus", "cursussen", "vragenuur", "spreekuur",
    "spreekuren", "stand-up", "standup", "standups", "dagstart", "huddle", "bezoek", "bezoeken",
    "instructie", "instructies",
)  # fmt: skip
TOTAL_WORDS: Final = frozenset(("totaal", "total", "totale", "totaliter", "verdeeld", "verspreid", "gespreid"))


def is_session(token: Token) -> bool:
    """Whether the word names a kind of meeting: sessie, werksessie, overleg, ..."""
    return token.kind in (k.WORD, k.DAYPART) and token.text.rstrip(".").endswith(_SESSION_ENDINGS)

"""The word of planning language that a misspelt word most likely means."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from roadmap_tui.planning.language.tokens import is_known

_MEANT: Final = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober"),
    *("november", "december", "voorjaar", "najaar", "zomervakantie", "herfstvakantie", "kerstvakantie", "meivakantie"),
    *("vanaf", "tussen", "uiterlijk", "medio", "begin", "einde", "halverwege", "omstreeks", "rond", "wekelijks"),
    *("maandelijks", "tweewekelijks", "doorlopend", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"),
    *("kwartaal", "january", "february", "march", "august", "october"),
)
_NO_MISTAKE: Final = frozenset(("met", "mee", "men", "mij", "mes", "meer", "ronde", "bij"))
_LONG: Final = 7  # letters from which two mistakes are allowed


@lru_cache(4096)
def meant_word(word: str) -> str | None:
    """The known word that `word` is a misspelling of; None when there is none, or for an abbreviation in capitals."""
    plain = word.lower()
    if len(word) < 3 or not word.isalpha() or word.isupper() or plain in _NO_MISTAKE or is_known(plain):
        return None
    for known in _MEANT:
        mistakes = 2 if len(known) >= _LONG else 1
        if known[0] not in plain[:2] or abs(len(known) - len(plain)) > mistakes:
            continue
        if len(set(known) ^ set(plain)) > 2 * mistakes or (mistakes == 1 and known[0] != plain[0]):
            continue
        if distance(plain, known) <= mistakes:
            return known
    return None


def distance(one: str, other: str) -> int:
    """How many letters are wrong, missing, too many or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]

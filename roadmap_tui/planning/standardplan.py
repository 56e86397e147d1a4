"""Which of the ten chapters and seven results a supplier's own plan holds, by its headings (seed document S4).

S4: "controleer of de belangrijke punten onderdeel zijn". Headings are recognised in Dutch and English, in other words
and with typing errors; what is only mentioned in running text does not count as being there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import Final, Literal

import msgspec

from roadmap_tui.i18n import N_
from roadmap_tui.planning.chapters import SHAPES
from roadmap_tui.planning.results import RESULTS

Weight = Literal["heading", "short", "text"]
State = Literal["sure", "likely", "mentioned", "lacking"]
STATE_LABELS: Final = {
    "sure": N_("There"),
    "likely": N_("Probably there"),
    "mentioned": N_("Only mentioned"),
    "lacking": N_("Lacking"),
}
HAS: Final = ("sure", "likely")

_CHAPTER_WORDS: Final = {
    "goal": "doel; doelen; doelstelling; doelstellingen; projectdoel; projectdoelstelling; beoogde doelen;"
    " succescriteria; opdrachtformulering; goal; goals; objective; objectives; purpose; success criteria",
    "background": "achtergrond; achtergronden; aanleiding; context; uitgangssituatie; huidige situatie; stakeholders;"
    " stakeholderanalyse; belanghebbenden; belanghebbendenanalyse; krachtenveld; background; current situation",
    "boundaries": "projectgrenzen; projectgrens; grenzen; afbakening; projectafbakening; scope; projectscope;"
    " reikwijdte; begrenzing; buiten scope; boundaries; out of scope; in scope; scope statement",
    "results": "deelresultaten; deel resultaten; resultaten; resultaat; projectresultaat;"
    " projectresultaten; mijlpalen; mijlpaal; opleverproducten; producten; op te leveren producten;"
    " opleveringen; deliverables; results; milestones",
    "preconditions": "randvoorwaarden; randvoorwaarde; uitgangspunten; voorwaarden; aannames; afhankelijkheden;"
    " benodigdheden; preconditions; prerequisites; assumptions; constraints; dependencies",
    "activities": "projectactiviteiten; activiteiten; werkzaamheden; aanpak; projectaanpak; implementatieaanpak;"
    " werkwijze; fasering; stappenplan; activities; approach; work packages; tasks",
    "organisation": "projectorganisatie; organisatie; projectteam; projectstructuur; rollen; overlegstructuur;"
    " teamsamenstelling; contactpersonen; werkafspraken; project organisation; project organization; governance;"
    " project team; team; roles",
    "communication": "communicatieplan; communicatie; communicatiematrix; communicatieaanpak; informatievoorziening"
    " aan gebruikers; communication; communications; communication plan",
    "planning": "planning; projectplanning; tijdsplanning; tijdplanning; tijdpad; tijdlijn; tijdschema; doorlooptijd;"
    " draaischema; schedule; timeline; time schedule; gantt; project schedule",
    "risks": "risico's; risicos; risico; risicoanalyse; risicolog; risicolijst; risicoregister; risicobeheersing;"
    " risicomanagement; risicoparagraaf; risks; risk; risk log; risk register; risk analysis; risk management",
}
_RESULT_WORDS: Final = {
    "taken_verantwoordelijkheden": "taken en verantwoordelijkheden; verantwoordelijkheden; rolverdeling; taakverdeling;"
    " raci; veri; raci matrix; responsibilities; roles and responsibilities",
    "opleiding_instructie": "opleiding; opleidingen; opleidingsplan; training; trainingen; trainingsplan; instructie;"
    " scholing; gebruikerstraining; trainings; training plan; instruction",
    "beheer": "beheer; functioneel beheer; technisch beheer; applicatiebeheer; beheerorganisatie; inbeheername;"
    " beheerinrichting; application management; functional management; support organisation",
    "draaiboek_migratie": "draaiboek; migratie; datamigratie; migratieplan; migratiedraaiboek; conversie;"
    " dataconversie; conversieplan; overgang naar productie; migration; data migration; cutover; runbook; conversion",
    "dap": "dap; dossier afspraken en procedures; sla; service level agreement; serviceafspraken;"
    " dienstverleningsovereenkomst; dienstenniveau; service levels",
    "nazorg": "nazorg; nazorgfase; nazorgperiode; aftercare; hypercare; early life support",
    "evaluatie": "evaluatie; projectevaluatie; eindevaluatie; evaluatie en afsluiting; geleerde lessen; evaluation;"
    " lessons learned; project review",
}
_NOT: Final = (
    "plan van aanpak",
    "mitigation",
    "mitigatie",
    "in beheer van",
    "document",
    "inhoud",
    "inhoudsopgave",
    "versiebeheer",
)
_NUMBERING: Final = re.compile(r"^(?:(?:hoofdstuk|chapter|bijlage|appendix)\s+)?(?:\d+(?:\.\d+)*|[a-z])[.):\s]\s*")
_LEADER: Final = re.compile(r"[\s.…_]{3,}\d*\s*$")
_ALIKE, _SHORTEST_TYPO = 0.84, 5
_MOST_WORDS, _LONGEST = 9, 80
_SURE, _LIKELY = 0.85, 0.6
_WEIGHTS: Final = {
    "chapter": {"heading": 1.0, "short": 0.65, "text": 0.4},
    "result": {"heading": 1.0, "short": 0.8, "text": 0.4},
}
"""A result is often one item of a list, where a chapter has a heading of its own."""


class SourceLine(msgspec.Struct, frozen=True):
    """One line of the supplier's plan: its text, where it stands (in words), and how much it looks like a heading."""

    text: str
    place: str
    weight: Weight = "text"


class Part(msgspec.Struct, frozen=True):
    """A chapter or result and whether the plan holds it; `heading` and `place` say where it was found."""

    kind: Literal["chapter", "result"]
    code: str
    label: str
    state: State
    heading: str = ""
    place: str = ""

    @property
    def there(self) -> bool:
        """Whether the supplier's plan holds it, as far as its headings tell."""
        return self.state in HAS


class Comparison(msgspec.Struct, frozen=True):
    """All seventeen parts, and the headings that are none of them."""

    parts: tuple[Part, ...]
    unknown: tuple[str, ...]


def compare(lines: Sequence[SourceLine]) -> Comparison:
    """What of the ten chapters and seven results stands in these lines."""
    unique = {(line.text, line.weight): line for line in reversed(lines) if line.text.strip()}
    read = [(line, plain(line.text)) for line in reversed(unique.values())]
    wanted: list[tuple[Literal["chapter", "result"], str, str, tuple[str, ...]]] = [
        *(("chapter", shape.code, shape.label, _words(_CHAPTER_WORDS[shape.code])) for shape in SHAPES),
        *(("result", result.code, result.label, _words(_RESULT_WORDS[result.code])) for result in RESULTS),
    ]
    parts = []
    for kind, code, label, words in wanted:
        best, line = _best(read, words, _WEIGHTS[kind])
        if line is None:
            parts.append(Part(kind, code, label, "lacking"))
        else:
            state: State = "sure" if best >= _SURE else "likely" if best >= _LIKELY else "mentioned"
            parts.append(Part(kind, code, label, state, _shown(line.text), line.place))
    every = [words for _kind, _code, _label, words in wanted]
    unknown = dict.fromkeys(
        _shown(line.text)
        for line, text in read
        if line.weight == "heading" and not any(_match(text, words, fuzzy=True) for words in every)
    )
    return Comparison(tuple(parts), tuple(unknown))


def _shown(text: str) -> str:
    """A heading as people read it, without the signs of Markdown and lists."""
    return " ".join(text.strip("#*_=•·- \t").split())[:_LONGEST]


def plain(text: str) -> str:
    """A line for comparing: lower case, no accents, numbering, dot leaders or parentheses, single spaces."""
    folded = unicodedata.normalize("NFKD", _LEADER.sub("", text).casefold().replace("’", "'"))
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    bare = re.sub(r"[()\[\]*_#|]", "", bare)
    return " ".join(re.sub(r"[^\w']+", " ", _NUMBERING.sub("", bare.strip())).split())


def _words(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split(";"))


def _best(
    read: Iterable[tuple[SourceLine, str]], words: Sequence[str], weights: Mapping[str, float]
) -> tuple[float, SourceLine | None]:
    best: tuple[float, SourceLine | None] = (0.0, None)
    for line, text in read:
        found = _match(text, words, fuzzy=line.weight != "text") * weights[line.weight]
        if found > best[0]:
            best = (found, line)
            if found >= 1:
                break
    return best


def _match(text: str, words: Sequence[str], fuzzy: bool) -> float:
    """How well a line is one of these words: 1 the same, less where it holds one or nearly does."""
    if any(text.startswith(other) for other in _NOT):
        return 0.0
    if text in words:
        return 1.0
    held = _pattern(words).search(text) is not None
    if not fuzzy:
        return 0.9 if held else 0.0
    pieces = text.split()
    if held:
        starts = any(text.startswith(f"{word} ") for word in words)
        return 0.9 if starts and len(pieces) <= _MOST_WORDS else 0.75 if len(pieces) <= _MOST_WORDS else 0.5
    if len(pieces) > _MOST_WORDS:
        return 0.0
    return 0.8 if any(_alike(window, word) for word in words for window in _windows(pieces, word)) else 0.0


@cache
def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Finds any of these as whole words."""
    return re.compile(r"(?:^| )(?:" + "|".join(re.escape(word) for word in words) + r")(?: |$)")


def _windows(pieces: Sequence[str], word: str) -> Iterator[str]:
    size = word.count(" ") + 1
    return (" ".join(pieces[start : start + size]) for start in range(len(pieces) - size + 1))


def _alike(text: str, word: str) -> bool:
    """Whether `text` is `word` with a typing error; short words have too many neighbours for that."""
    if len(word) < _SHORTEST_TYPO or abs(len(text) - len(word)) > 2 or text[:1] != word[:1]:
        return False
    return SequenceMatcher(None, text, word).ratio() >= _ALIKE

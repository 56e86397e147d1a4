"""Which activity field a column heading means, in Dutch or English."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from roadmap_tui.exchange.cells import clean
from roadmap_tui.i18n import LANGUAGES, translate
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.record import shown_fields

LONGEST = 200
"""No heading has more characters than this."""
_OWN_LABEL, _IN_PASSING = 100, 200
_MOST_WORDS = 7

# Per field the headings people use; the earlier one wins when two columns mean the same field.
_WORDS: dict[str, str] = {
    "title": "activiteit, activiteiten, activity, activities, actie, acties, actiepunt, actiepunten, action,"
    " actions, taak, taken, taaknaam, naam taak, task, tasks, task name, werkzaamheden, werkpakket, title, titel,"
    " onderwerp, subject, summary, wat, what, stap, stappen, step, naam, name, item",
    "description": "omschrijving, beschrijving, description, toelichting, details, inhoud, deelactiviteiten,"
    " subtaken, explanation",
    "result": "resultaat, resultaten, beoogd resultaat, eindresultaat, result, results, deliverable,"
    " deliverables, opbrengst, product, producten, outcome, output",
    "optional": "optioneel, optie, optional, option",
    "lead": "wie lead, wie, lead, trekker, trekkers, who, leads, actiehouder, verantwoordelijke, verantwoordelijk,"
    " eigenaar, owner, responsible, door wie, uitvoerder, uitvoering, uitgevoerd door, assigned to, assignee,"
    " toegewezen aan, coordinator, resource names, namen van resources, resources, accountable, led by",
    "when": "wanneer, when, periode, period, planning, datum, data, date, dates, tijdstip, tijdpad, moment, timing,"
    " deadline, due date, due, uiterlijk, wanneer gereed, datum gereed, gereed, maand, kwartaal, week, month,"
    " quarter",
    "start": "startdatum, start, begindatum, begin, start date, begin date, van, from, start op",
    "end": "einddatum, einde, eind, end date, end, finish, finish date, tot en met, tot, until, to, eind datum",
    "workform": "werkvorm, werkvormen, work form, workform, working method, vorm, werkwijze, methode, method,"
    " format, hoe, how, form of work, form, way of working, work method, mode, meeting form, vorm van werken, type",
    "sessions": "duur sessies, duur sessie, sessies, duur, session duration, sessions, duration, tijdsduur,"
    " duur en aantal sessies, aantal sessies, aantal en duur sessies, tijdsinvestering, tijdsbesteding, effort,"
    " length of sessions, session length, length, duration of sessions,"
    " number of sessions, sessieduur, duur van de sessies, tijd",
    "participants": "gewenste inzet van, gewenste inzet, inzet van, inzet, participants, deelnemers, betrokkenen,"
    " met wie, aanwezigen, wie doet mee, wie zijn nodig, attendees, desired input from, requested input from,"
    " required input from, wanted input from, desired participation of, input from, involved, with whom, team,"
    " betrokken, people needed, desired effort from, requested effort from, required involvement, input needed from,"
    " gevraagde inzet, benodigde inzet, desired input, required input, requested input, input",
    "status": "status, stand, stand van zaken, state",
    "progress": "voortgang, procent gereed, percentage gereed, gereed procent, progress, procent complete,"
    " procent voltooid, percentage voltooid, complete, completion",
    "phase": "fase, phase, stadium, stage",
    "layer": "laag, layer",
    "milestone": "mijlpaal, milestone, deelresultaat",
    "duration": "werkdagen, aantal werkdagen, working days",
    "hours": "uren, totaal uren, aantal uren, hours, total hours, totaal aantal uren, work, werk",
    "attachments": "bijlage, bijlagen, attachment, attachments, voorbeeld, voorbeelden, document, documenten, example",
    "remarks": "opmerking, opmerkingen, remarks, remark, bijzonderheden, notities, notitie, notes, note, comments,"
    " commentaar, comment",
    "number": "nr, nummer, no, number, num, volgnummer, volgnr, id, regel, rij",
}
# Words that tell the column in a longer heading, such as "Planned activity" or "Inzet van het team".
_TELLING: dict[str, str] = {
    "title": "activiteit, activiteiten, activity, activities",
    "lead": "lead, leads, trekker, trekkers, verantwoordelijke, responsible",
    "when": "wanneer, when, periode, period",
    "workform": "werkvorm, werkvormen, workform",
    "sessions": "duur, duration",
    "participants": "inzet, deelnemers, participants, participation, attendees, involvement, contribution",
}
_REMARK = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_HYPHENATED = re.compile(r"(?<=[^\W\d_])-\s*(?=[^\W\d_])")
_FILLER = re.compile(r"^(?:excl|incl|exclusief|inclusief|excluding|including|in|per|en|of|and|or) ")


def normal(heading: str) -> str:
    """A heading in one spelling: no remarks in brackets, hyphens, accents, punctuation or capitals."""
    text = clean(heading).casefold()
    while (shorter := _REMARK.sub(" ", text)) != text:
        text = shorter
    text = _HYPHENATED.sub("", text.replace("%", " procent ").replace("#", " nr "))
    text = unicodedata.normalize("NFD", text)
    return " ".join("".join(c if c.isalnum() else "" if unicodedata.combining(c) else " " for c in text).split())


@cache
def _synonyms() -> dict[str, tuple[str, int]]:
    table: dict[str, tuple[str, int]] = {}
    for field, words in _WORDS.items():
        for rank, word in enumerate(words.split(",")):
            table.setdefault(word.replace(" ", ""), (field, rank))
    for declared in shown_fields(Activity):
        for language in LANGUAGES:
            label = normal(translate(declared.label, language)).replace(" ", "")
            table.setdefault(label, (declared.name, _OWN_LABEL))
        table.setdefault(normal(declared.name.replace("_", " ")).replace(" ", ""), (declared.name, _OWN_LABEL))
    return table


@cache
def _telling() -> dict[str, str]:
    return {word.strip(): field for field, words in _TELLING.items() for word in words.split(",")}


def meaning(heading: str, loose: bool = False) -> tuple[str, int] | None:
    """The field a heading means and how weak the word is (0 is best), or None when it is unknown.

    `loose` accepts a longer heading for the first telling word in it.
    """
    found = _meaning(heading)
    if found is None and loose and len(heading) <= LONGEST:
        words = normal(heading).split()
        told = next((_telling()[word] for word in words if word in _telling()), None)
        return (told, _IN_PASSING) if told and len(words) <= _MOST_WORDS else None
    return found


def _meaning(heading: str) -> tuple[str, int] | None:
    if len(heading) > LONGEST:
        return None
    table, words = _synonyms(), normal(heading).split()
    if (found := table.get("".join(words))) is not None:
        return found
    for length in range(min(len(words) - 1, 4), 0, -1):
        found = table.get("".join(words[:length]))
        if found and _FILLER.match(" ".join(words[length:]) + " "):
            return found
    first, *others = re.split(r"[/|&+]", heading)
    return _meaning(first) if others and first.strip() else None


@lru_cache(maxsize=2048)
def _could_be_heading(cell: str, loose: bool) -> bool:
    """Whether a cell by itself is a heading that is known, the column with row numbers aside."""
    found = meaning(cell, loose)
    return found is not None and found[0] != "number"


def columns(cells: list[str]) -> list[str | None]:
    """The field of each column; None for a column that is unknown or says the same as a better one."""
    found = [meaning(cell, loose=True) for cell in cells]
    best: dict[str, tuple[int, int]] = {}
    for index, hit in enumerate(found):
        if hit and (hit[0] not in best or hit[1] < best[hit[0]][0]):
            best[hit[0]] = (hit[1], index)
    fields: list[str | None] = [None] * len(cells)
    for field, (_rank, index) in best.items():
        fields[index] = field
    if "title" not in fields and "description" in fields:
        fields[fields.index("description")] = "title"
    return fields


def is_header(cells: list[str], loose: bool = False) -> bool:
    """Whether a row holds headings: one that means the activity and at least one other."""
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) < 2 or sum(_could_be_heading(cell, loose) for cell in filled) < 2:
        return False
    fields = [field for field in columns(cells) if field and field != "number"]
    return "title" in fields and len(fields) >= 2

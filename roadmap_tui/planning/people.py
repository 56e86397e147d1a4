"""Reading who leads, who takes part and with what task, and which example is attached."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import msgspec

from roadmap_tui.i18n import N_

AUTHOR: Final = "author"
REVIEW: Final = "review"
ATTEND: Final = "attend"
TASK_LABELS: Final = {AUTHOR: N_("Works it out"), REVIEW: N_("Reads along"), ATTEND: N_("Takes part")}

# Names that hold "en" or a comma and are still one department or body.
_ONE_NAME: Final = (
    "werk en inkomen", "zorg en welzijn", "jeugd en gezin", "ruimte en wonen", "bouwen en wonen", "beheer en onderhoud",
    "planning en control", "personeel en organisatie", "informatie en automatisering", "onderzoek en statistiek",
    "burgemeester en wethouders", "verkeer en vervoer", "toezicht en handhaving", "economie en toerisme",
    "burgerzaken en belastingen", "veiligheid en handhaving", "kunst en cultuur", "sport en bewegen",
    "natuur en milieu", "bouw- en woningtoezicht",
    "vergunningen, toezicht en handhaving", "informatie- en communicatietechnologie",
)  # fmt: skip
_JOINER: Final = "\u2063"  # stands for " en " inside such a name while the text is split
_SPACES: Final = r"[ \t\u00a0\u202f]+"
_SPLIT: Final = (
    r"\s*(?:[,;\n+]|(?<![a-z]-)\ben/of\b|(?<=\s)(?:en|and|of|or|i\.?s\.?m\.?|samen met|in samenwerking met|met)(?=\s)"
    r"|(?<=[\w)])\s*/\s*(?=[\w(])|(?<=\s)&(?=\s))\s*"
)
_TASK_WORDS: Final = (
    (
        REVIEW,
        r"meelezen|meelezer|meelezers|mee te lezen|reviewen|review|reads? along|reading along|proofreading|toetsen",
    ),
    (AUTHOR, r"uitwerking|uitwerken|opstellen|schrijven|working out|drafting|writing"),
    (ATTEND, r"deelname|deelnemen|deelnemer|aanwezig|aanwezigheid|bijwonen|attending|attendance|taking part"),
)
_TASKS: Final = tuple(
    (task, (rf"\s*[,:(]?\s*\b(?:{words})\b(?:\s+(?:door|by))?\s*[):]?\s*")) for task, words in _TASK_WORDS
)
_QUANTITY: Final = (
    r"(?:(?P<number>\d{1,4})|(?P<word>enkele|diverse|meerdere|verschillende|een aantal|alle|paar|een paar|several|some|"
    r"various|a few|all))\s*(?:x\s+)?(?=\S)"
)
_ATTACHMENT: Final = (
    r"(?:voorbeeld(?:en)?|bijlage(?:n)?|zie bijlage|format|sjabloon|template|example|attachment|annex)"
    r"\s*\d*\s*:\s*(?P<label>.+)"
)
_FILE_TYPE: Final = r"\s*(?:\((?P<bracketed>[a-z0-9]{2,5})\)|\.(?P<ending>docx?|xlsx?|pptx?|pdf|odt|ods|csv|txt|md))$"
_OPTION_PREFIX: Final = r"(?:optie|optioneel|option|optional)\s*:\s*"
_OPTION_REMARK: Final = r"\s*\((?:optie|optioneel|option|optional)\)\s*"


_TASK_BEGINS: Final = r"(?<=[\w)])(?<!\ben)(?<!\band)\s+(?=(?:meelezen|review|uitwerking)\s+door\b)"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


class Participant(msgspec.Struct, frozen=True):
    """Someone who is wanted for an activity: in whose words, how many, and for which task."""

    who: str
    quantity: int | str | None = None
    task: str | None = None

    @property
    def role(self) -> str:
        """Who it is, without the quantity in front."""
        found = _compiled(_QUANTITY).match(self.who)
        return self.who[found.end() :] if found else self.who


class Attachment(msgspec.Struct, frozen=True):
    """A document that is referred to: its label, and its file type when that was said."""

    label: str
    type: str | None = None


def leads(text: str) -> list[str]:
    """The roles, persons or departments that lead: "Projectleider en procesbegeleiders" are two."""
    return list(dict.fromkeys(_names(text)))


def participants(text: str) -> list[Participant]:
    """Who is wanted, with quantity and task; attachments in the same text are left out.

    Where somebody reads along, those without a task of their own work it out.
    """
    without = "\n".join(line for line in text.splitlines() if _attachment(line) is None)
    found: list[Participant] = []
    for name in _names(_marked_tasks(without)):
        person, task = _with_task(name)
        if person:
            found.append(Participant(person, _quantity(person), task))
        elif task is not None and found and found[-1].task is None:
            found[-1] = msgspec.structs.replace(found[-1], task=task)
    if any(person.task == REVIEW for person in found):
        return [person if person.task else msgspec.structs.replace(person, task=AUTHOR) for person in found]
    return found


def attachments(text: str) -> list[Attachment]:
    """The documents named on lines such as "Voorbeeld: Format communicatieplan (docx)"."""
    return [found for line in text.splitlines() if (found := _attachment(line)) is not None]


def optional_title(text: str) -> tuple[str, bool]:
    """The title without "Optie:" or "(optie)", and whether that marked it as an option."""
    title = _compiled(_SPACES).sub(" ", text).strip()
    found = _compiled(_OPTION_PREFIX).match(title)
    if found and found.end() < len(title):
        return title[found.end() :], True
    plain = _compiled(_OPTION_REMARK).sub(" ", title).strip()
    return (plain, True) if plain and plain != title else (title, False)


def _attachment(line: str) -> Attachment | None:
    found = _compiled(_ATTACHMENT).fullmatch(_compiled(_SPACES).sub(" ", line).strip(" \t\u00b7\u2022-"))
    if found is None:
        return None
    label = found["label"].strip()
    file_type = _compiled(_FILE_TYPE).search(label)
    if file_type is None:
        return Attachment(label)
    kind = (file_type["bracketed"] or file_type["ending"]).lower()
    return Attachment(label[: file_type.start()] if file_type["bracketed"] else label, kind)


def _names(text: str) -> list[str]:
    plain = _compiled(_SPACES).sub(" ", text)
    lowered = plain.lower()
    for name in _ONE_NAME:
        place = lowered.find(name)
        while place >= 0:
            kept = plain[place : place + len(name)].replace(" en ", _JOINER).replace(",", "\u2064")
            plain = plain[:place] + kept + plain[place + len(name) :]
            lowered = plain.lower()
            place = lowered.find(name, place + len(kept))
    parts = (" ".join(part.split()) for part in _compiled(_SPLIT).split(plain))
    names = (part.replace(_JOINER, " en ").replace("\u2064", ",").strip(" .\u00b7\u2022-") for part in parts)
    return [name for name in names if name]


def _marked_tasks(text: str) -> str:
    """Put a break before "meelezen door X" that follows another task without one, as in "uitwerking meelezen door"."""
    return _compiled(_TASK_BEGINS).sub(", ", text)


def _with_task(name: str) -> tuple[str, str | None]:
    for task, pattern in _TASKS:
        found = _compiled(pattern).search(name)
        if found and (found.start() == 0 or found.end() == len(name)):
            return (name[: found.start()] + name[found.end() :]).strip(" ,:()"), task
    return name, None


def _quantity(person: str) -> int | str | None:
    found = _compiled(_QUANTITY).match(person)
    if found is None:
        return None
    return int(found["number"]) if found["number"] else found["word"].lower()

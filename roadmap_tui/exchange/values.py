"""Reading the few columns that hold a choice, a number or a date instead of words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time

from roadmap_tui.model.fields import Kind

_STATUS: dict[str, str] = {
    "todo": "nog niet gestart, niet gestart, te doen, open, nieuw, gepland, todo, to do, not started, new, planned",
    "active": "loopt, bezig, in uitvoering, gestart, lopend, onderhanden, active, in progress, started, doing",
    "done": "afgerond, gereed, klaar, voltooid, afgesloten, uitgevoerd, done, completed, complete, finished, closed",
    "on_hold": "aangehouden, on hold, uitgesteld, gepauzeerd, wacht, wachten, on_hold, paused, waiting, postponed",
    "cancelled": "vervallen, geannuleerd, ingetrokken, cancelled, canceled, dropped",
}
_CODES = {word.strip(): code for code, words in _STATUS.items() for word in words.split(",")}
_YES = {"ja", "j", "x", "yes", "y", "true", "waar", "1", "optie", "optioneel", "option", "optional", "v", "✓", "✔"}
_DATE = re.compile(r"^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}))(?:[ T]00:00(?::00)?)?$")
_MOVED = re.compile(
    r"(?P<word>vanaf |from |uiterlijk |by |)(?P<first>\d\d-\d\d-\d{4})(?: (?:t/m|through) (?P<last>\d\d-\d\d-\d{4}))?"
    r" \(was: (?P<words>.+)\)",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE = ("uiterlijk ", "by ")


def status_code(text: str) -> str | None:
    """The status an activity can have, or None when the words are not known."""
    return _CODES.get(" ".join(text.casefold().split()))


def is_yes(text: str) -> bool:
    """Whether a cell that is ticked or says yes."""
    return text.strip().casefold() in _YES


def percentage(text: str) -> str | None:
    """A share as a whole number from 0 to 100, or None."""
    match = re.fullmatch(r"(\d{1,3})(?:[.,]\d+)?\s*%?", text.strip())
    return str(int(match[1])) if match and int(match[1]) <= 100 else None


def whole(text: str) -> str | None:
    """A whole number as digits, or None."""
    text = text.strip()
    return str(int(text)) if re.fullmatch(r"\d{1,5}", text) else None


def decimal(text: str) -> str | None:
    """A number of hours with a decimal point, or None."""
    match = re.fullmatch(r"(\d{1,6})(?:[.,](\d{1,4}))?\s*(?:u|uur|uren|h|hrs?|hours?)?\.?", text.strip().casefold())
    return f"{match[1]}.{match[2]}" if match and match[2] else match[1] if match else None


READERS: dict[Kind, Callable[[str], str | None]] = {
    Kind.CHOICE: status_code,
    Kind.PERCENT: percentage,
    Kind.NUMBER: whole,
    Kind.DECIMAL: decimal,
}
"""How a column of each kind is read; the only choice that an activity has is its status."""


def iso_date(text: str) -> str | None:
    """A single full date (dd-mm-yyyy or yyyy-mm-dd) as an ISO date, or None."""
    match = _DATE.match(text.strip())
    if not match:
        return None
    year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def moved(text: str) -> tuple[str, str, str]:
    """Words with the dates that overrule them, as an export writes these: "dates (was: words)".

    Gives the words and the ISO dates of start and end, "" where there is none.
    """
    match = _MOVED.fullmatch(text)
    if match is None:
        return text, "", ""
    first, last = (iso_date(match[name] or "") or "" for name in ("first", "last"))
    word = match["word"].casefold()
    start = "" if word in _BEFORE else first
    return match["words"], start, last or (first if not word or word in _BEFORE else "")


def dutch_date(iso: str) -> str:
    """An ISO date as people here write it: dd-mm-yyyy."""
    year, month, day = iso.split("-")
    return f"{day}-{month}-{year}"


def cell_text(value: object, number_format: str = "") -> str:
    """A spreadsheet value as a person would type it: dd-mm-yyyy, whole numbers without a point, 50%."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        clock = "" if value.time() == time() else value.strftime(" %H:%M")
        return f"{value.day:02}-{value.month:02}-{value.year:04}{clock}"
    if isinstance(value, date):
        return f"{value.day:02}-{value.month:02}-{value.year:04}"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, (int, float)):
        share = number_format.rstrip().endswith("%")
        number = f"{value * 100 if share else value:.10g}"
        return number.replace(".", ",") + ("%" if share else "")
    return str(value)

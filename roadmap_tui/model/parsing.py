"""From what a person types to what is stored: one parser per field kind, for command line, form and paste."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import DEFAULT_LANGUAGE, N_, _, translate
from roadmap_tui.model.cleaning import clean_line, clean_text
from roadmap_tui.model.fields import Choice, Field, Kind
from roadmap_tui.model.record import Record, shown_fields

_ISO_DATE = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_DUTCH_DATE = r"(?:[a-z]{2,9}\s+)?(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})"
_OFFSET = r"(?i)(T|S)(?:([+-])(\d{1,3})([wd]))?"
_LAG = (
    r"(?i)([+-]?\s*\d{1,3})\s*"
    r"(?:(w|wk|wkn|week|weken|weeks)|d|wd|dag|dagen|werkdag|werkdagen|day|days|working ?days?|workdays?)"
)
_DAYS_A_WEEK = 5
_YES = {"yes", "y", "true", "1", "ja", "j", "x", "on"}
_NO = {"no", "n", "false", "0", "nee", "", "off", "-"}
_FIRST_YEAR, _LAST_YEAR = 1990, 2199
_NEAR, _VERY_NEAR = 0.6, 0.8
_MOST_NAMED = 30
_SHORTEST_BEGINNING = 2


def parse_value(field: Field, text: str) -> Any:
    """The stored form of `text`; None where it is empty. Raises UsageError with a sentence that helps."""
    match field.kind:
        case Kind.LONG | Kind.EFFORT | Kind.PEOPLE | Kind.WHEN:
            return clean_text(text) or None
        case Kind.FLAG:
            return _parse_flag(field, text) or None
    text = clean_line(text)
    if not text:
        return None
    match field.kind:
        case Kind.DATE:
            return parse_date(text, _(field.label)).isoformat()
        case Kind.NUMBER:
            return _parse_whole(field, text, field.low, field.high)
        case Kind.PERCENT:
            return _parse_whole(field, text.rstrip("% "), 0, 100)
        case Kind.SCALE:
            return _parse_whole(field, text, 1, 5)
        case Kind.DECIMAL:
            return _parse_decimal(field, text)
        case Kind.CHOICE:
            return parse_choice(field, text)
        case Kind.OFFSET:
            return _parse_offset(field, text)
        case Kind.LAG:
            return _parse_lag(field, text)
    return text


def split_references(text: str) -> list[str]:
    """The words of a field that points to several records: apart by a comma, a semicolon or on lines of their own."""
    return [word for part in re.split(r"[,;\n]", text) if (word := clean_line(part))]


def _parse_flag(field: Field, text: str) -> bool:
    word = text.strip().lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise UsageError(_('{field} is yes or no, not "{value}".').format(field=_(field.label), value=text.strip()))


def parse_date(text: str, label: str) -> date:
    """A date as dd-mm-yyyy (also with / or .) or ISO 8601. Raises UsageError."""
    iso, dutch = re.fullmatch(_ISO_DATE, text), re.fullmatch(_DUTCH_DATE, text.lower())
    parts = [int(part) for part in iso.groups()] if iso else []
    if dutch:
        parts = [int(part) for part in reversed(dutch.groups())]
    try:
        if parts and _FIRST_YEAR <= parts[0] <= _LAST_YEAR:
            return date(*parts)
    except ValueError:
        pass
    raise UsageError(_('{field} must be a date such as 31-12-2026, not "{value}".').format(field=label, value=text))


def _parse_whole(field: Field, text: str, low: int, high: int) -> int:
    if re.fullmatch(r"\d{1,6}", text) and low <= int(text) <= high:
        return int(text)
    raise UsageError(
        _('{field} must be a whole number from {low} to {high}, not "{value}".').format(
            field=_(field.label), low=low, high=high, value=text
        )
    )


def _parse_decimal(field: Field, text: str) -> float:
    if re.fullmatch(r"\d{1,3}(\.\d{3}){1,2}(,\d{1,2})?", text):
        text = text.replace(".", "")
    if re.fullmatch(r"\d{1,7}([.,]\d{1,2})?", text):
        return float(text.replace(",", "."))
    raise UsageError(_('{field} must be a number such as 1,5, not "{value}".').format(field=_(field.label), value=text))


def _parse_offset(field: Field, text: str) -> str:
    found = re.fullmatch(_OFFSET, text.replace(" ", ""))
    if found is None:
        raise UsageError(
            _('{field} is written as T-6w, T+2w or S+4w (w weeks, d days), not "{value}".').format(
                field=_(field.label), value=text
            )
        )
    return found[0][0].upper() + found[0][1:].lower()


def _parse_lag(field: Field, text: str) -> str:
    found = re.fullmatch(_LAG, text)
    if found is None:
        raise UsageError(
            _('{field} is written as 3d or 2w (d working days, w weeks; -1w overlaps), not "{value}".').format(
                field=_(field.label), value=text
            )
        )
    return f"{_count(found)}{'w' if found[2] else 'd'}"


def _count(found: re.Match[str]) -> int:
    return int(found[1].replace(" ", ""))


def working_days(text: str) -> int | None:
    """A waiting time such as 2w, -3d, "3 wd" or "2 weken" in working days, five to a week; None where it is none."""
    found = re.fullmatch(_LAG, text.strip())
    if found is None:
        return None
    return _count(found) * (_DAYS_A_WEEK if found[2] else 1)


def normalise(word: str) -> str:
    """A word for comparing: lower case, without remarks in parentheses, with single spaces."""
    return " ".join(re.sub(r"\([^)]*\)", " ", word).replace("_", " ").casefold().split())


def _words_of(label: str) -> set[str]:
    return {normalise(label), normalise(_(label)), normalise(translate(label, DEFAULT_LANGUAGE))}


def parse_choice(field: Field, text: str) -> str:
    """The code of the choice that `text` names, as a code or a label in either language. Raises UsageError."""
    wanted = normalise(text)
    for option in field.choices:
        if wanted == normalise(option.code) or wanted in _words_of(option.label):
            return option.code
    labels = ", ".join(_(option.label) for option in field.choices)
    raise UsageError(
        _('{field} cannot be "{value}". Choose from: {choices}.').format(
            field=_(field.label), value=text, choices=labels
        )
    )


def choice_label(field: Field, code: str) -> str:
    """The word people see for a stored code; an unknown code shows itself."""
    option: Choice | None = field.choice(code)
    return _(option.label) if option else code


def named(word: str, fields: Mapping[str, Field]) -> Field | None:
    """The field among `fields` that `word` names, by its name or by its label in either language."""
    if word in fields:
        return fields[word]
    wanted = normalise(word)
    for field in fields.values():
        labels = (field.label, N_("Title")) if field.name == "title" else (field.label,)
        if wanted == normalise(field.name) or any(wanted in _words_of(label) for label in labels):
            return field
    return None


def find_field(record_type: type[Record], word: str) -> Field:
    """The field of a record type that `word` names. Raises UsageError."""
    fields = {field.name: field for field in shown_fields(record_type)}
    found = named(word, fields)
    if found is not None:
        return found
    raise UsageError(
        _('{kind} has no field "{word}".{hint}').format(
            kind=_(record_type.LABEL),
            word=word,
            hint=suggestion(word, [_(field.label) for field in fields.values()], fields),
        )
    )


def suggestion(word: str, options: Iterable[str], also: Iterable[str] = ()) -> str:
    """A sentence with the valid word that `word` begins or nearly is, or with all options where none is near.

    `also` are valid words that may be meant but need not be listed; they come second and must be nearer, because
    they are often English where the options are not.
    """
    options = list(dict.fromkeys(options))
    if near := near_word(word, options, also):
        return " " + _('Do you mean "{word}"?').format(word=near)
    first = ", ".join(options[:_MOST_NAMED])
    if len(options) <= _MOST_NAMED:
        return " " + _("Choose from: {choices}.").format(choices=first)
    return " " + _("Choose from: {choices} and {count} more.").format(choices=first, count=len(options) - _MOST_NAMED)


def near_word(word: str, options: Iterable[str], also: Iterable[str] = ()) -> str:
    """The valid word that is probably meant; empty where none is near."""
    return _nearest(word, options, _NEAR) or _nearest(word, also, _VERY_NEAR)


def _nearest(word: str, options: Iterable[str], cutoff: float) -> str:
    """The shortest option that `word` begins, else the one most like it; empty where none is like it."""
    from difflib import get_close_matches

    wanted = word.strip().lower()
    by_lower = {option.lower(): option for option in options}
    begun = [option for option in by_lower if option.startswith(wanted)] if len(wanted) >= _SHORTEST_BEGINNING else []
    near = sorted(begun, key=len) or get_close_matches(wanted, by_lower, n=1, cutoff=cutoff)
    return by_lower[near[0]] if near else ""

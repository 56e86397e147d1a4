"""How a record's fields are declared: label, help, kind, choices and width in one place.

A record type is a `msgspec.Struct` whose fields carry one of the declarations below in `Annotated`. Validation,
columns, forms, the command line, exports, the JSON schema and the reference pages all follow from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

import msgspec


class Kind(StrEnum):
    """What a field holds, and so how it is edited, parsed and shown."""

    TEXT = "text"
    LONG = "long"
    WHEN = "when"
    EFFORT = "effort"
    PEOPLE = "people"
    OFFSET = "offset"
    LAG = "lag"
    DATE = "date"
    NUMBER = "number"
    DECIMAL = "decimal"
    PERCENT = "percent"
    SCALE = "scale"
    FLAG = "flag"
    CHOICE = "choice"
    REF = "ref"
    REFS = "refs"
    INTERNAL = "internal"


class Tone(StrEnum):
    """The meaning of a piece of text; painters choose the colour."""

    STRONG = "strong"
    NORMAL = "normal"
    MUTED = "muted"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


class Choice(msgspec.Struct, frozen=True):
    """One value of a choice field: its stored code, its label (an English message id) and how it is marked."""

    code: str
    label: str
    glyph: str = ""
    tone: Tone = Tone.NORMAL


class Field(msgspec.Struct, frozen=True):
    """One declared field, as the rest of the program reads it; `part` is the set of sections it is shown in."""

    name: str
    label: str
    help: str
    kind: Kind
    choices: tuple[Choice, ...] = ()
    width: int = 12
    target: str = ""
    part: str = ""
    personal: bool = False
    required: bool = False
    synonyms: tuple[str, ...] = ()
    low: int = 0
    high: int = 99_999

    def choice(self, code: str) -> Choice | None:
        """The choice stored as `code`, or None where the file holds a word this version does not know."""
        return next((choice for choice in self.choices if choice.code == code), None)


def _declare(kind: Kind, label: str, description: str, **extra: Any) -> msgspec.Meta:
    return msgspec.Meta(title=label, description=description or None, extra={"kind": kind, **extra})


def text(label: str, description: str = "", **extra: Any) -> msgspec.Meta:
    """One line of text."""
    return _declare(Kind.TEXT, label, description, **extra)


def long_text(label: str, description: str = "", **extra: Any) -> msgspec.Meta:
    """Text of several lines."""
    return _declare(Kind.LONG, label, description, **extra)


def when(label: str, description: str = "", **extra: Any) -> msgspec.Meta:
    """A moment or period in people's own words, read by planning/when."""
    return _declare(Kind.WHEN, label, description, **extra)


def effort(label: str, description: str = "", **extra: Any) -> msgspec.Meta:
    """Sessions and hours in people's own words, read by planning/effort."""
    return _declare(Kind.EFFORT, label, description, **extra)


def people(label: str, description: str = "", **extra: Any) -> msgspec.Meta:
    """Roles, persons or departments in people's own words, read by planning/people."""
    return _declare(Kind.PEOPLE, label, description, **extra)


def offset(label: str, description: str = "", **extra: Any) -> msgspec.Meta:
    """A distance from start or go-live, such as T-12w."""
    return _declare(Kind.OFFSET, label, description, **extra)


def lag(label: str, description: str = "", **extra: Any) -> msgspec.Meta:
    """A waiting time in working days or weeks, such as 3d or -1w."""
    return _declare(Kind.LAG, label, description, **extra)


def date_field(label: str, description: str = "", **extra: Any) -> msgspec.Meta:
    """A calendar date, stored as ISO 8601."""
    return _declare(Kind.DATE, label, description, width=10, **extra)


def number(label: str, description: str = "", **extra: Any) -> msgspec.Meta:
    """A whole number."""
    return _declare(Kind.NUMBER, label, description, **{"width": 5, **extra})


def decimal(label: str, description: str = "", **extra: Any) -> msgspec.Meta:
    """A number with decimals."""
    return _declare(Kind.DECIMAL, label, description, **{"width": 6, **extra})


def percent(label: str, description: str = "", **extra: Any) -> msgspec.Meta:
    """A share of the whole, 0 to 100."""
    return _declare(Kind.PERCENT, label, description, width=5, **extra)


def scale(label: str, description: str = "", **extra: Any) -> msgspec.Meta:
    """A judgement from 1 to 5."""
    return _declare(Kind.SCALE, label, description, width=2, **extra)


def flag(label: str, description: str = "", **extra: Any) -> msgspec.Meta:
    """Yes or no."""
    return _declare(Kind.FLAG, label, description, width=3, **extra)


def choice(label: str, choices: Sequence[Choice], description: str = "", **extra: Any) -> msgspec.Meta:
    """One of a few fixed values."""
    return _declare(Kind.CHOICE, label, description, choices=tuple(choices), **extra)


def ref(label: str, target: str, description: str = "", **extra: Any) -> msgspec.Meta:
    """The id of a record in table `target`."""
    return _declare(Kind.REF, label, description, target=target, **extra)


def refs(label: str, target: str, description: str = "", **extra: Any) -> msgspec.Meta:
    """The ids of any number of records in table `target`; empty where there are none."""
    return _declare(Kind.REFS, label, description, target=target, **extra)


def internal(label: str) -> msgspec.Meta:
    """A field that the program keeps for itself; no form shows it."""
    return _declare(Kind.INTERNAL, label, "")


def field_from_meta(name: str, meta: msgspec.Meta) -> Field:
    """The declaration in `meta` as a Field."""
    extra: Mapping[str, Any] = meta.extra or {}
    return Field(name=name, label=meta.title or name, help=meta.description or "", **extra)

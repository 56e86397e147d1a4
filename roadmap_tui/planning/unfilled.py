"""Texts of a template that only say what to write there ("Fill in: ..."); they count as not written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Kind
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.model.registry import TABLES
from roadmap_tui.planning.findings import Finding, about

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_MARKS: Final = ("vul aan:", "fill in:")
_LENGTH: Final = 8
_BEGINNINGS: Final = frozenset("vVfF \t\n")


def is_unfilled(text: str) -> bool:
    """Whether a text still holds the question of a template instead of an answer."""
    return text.lstrip()[:_LENGTH].casefold() in _MARKS


@cache
def _texts_of(record_type: type[Record]) -> Callable[[Record], tuple[str, ...]]:
    """Gives the texts of a record of this type."""
    texts: Callable[[Record], tuple[str, ...]] = attrgetter("title", "title", *_written_fields(record_type))
    return texts


@cache
def _written_fields(record_type: type[Record]) -> tuple[str, ...]:
    return tuple(f.name for f in fields_of(record_type).values() if f.kind in (Kind.TEXT, Kind.LONG))


def unfilled_fields(record: Record) -> list[str]:
    """The names of the fields of a record that still hold the question of a template."""
    return [name for name in _written_fields(type(record)) if is_unfilled(getattr(record, name))]


def unfilled(records: Iterable[Record]) -> list[Record]:
    """The records that still hold a question of a template somewhere; quick, as it looks at all texts of a plan."""
    return [
        record
        for record in records
        if any(text and text[0] in _BEGINNINGS and is_unfilled(text) for text in _texts_of(type(record))(record))
    ]


def to_fill_in(outlook: Outlook) -> Iterator[Finding]:
    """What a template asks and nobody answered yet."""
    for record_type in TABLES.values():
        fields = fields_of(record_type)
        for record in unfilled(outlook.records(record_type.TABLE)):
            for name in unfilled_fields(record):
                message = _("{field} still holds the question of the template.").format(field=_(fields[name].label))
                why = _("Write your own answer in its place, or remove it.")
                yield about("to_fill_in", record, message, why, name)

"""Texts of a template that only say what to write there ("Fill in: ..."); they count as not written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Kind
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.model.registry import TABLES
from roadmap_tui.planning.findings import Finding, about

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_MARKS: Final = ("vul aan:", "fill in:")
_LENGTH: Final = 8


def is_unfilled(text: str) -> bool:
    """Whether a text still holds the question of a template instead of an answer."""
    return text.lstrip()[:_LENGTH].casefold() in _MARKS


@cache
def _written_fields(record_type: type[Record]) -> tuple[str, ...]:
    return tuple(f.name for f in fields_of(record_type).values() if f.kind in (Kind.TEXT, Kind.LONG))


def unfilled_fields(record: Record) -> list[str]:
    """The names of the fields of a record that still hold the question of a template."""
    return [name for name in _written_fields(type(record)) if is_unfilled(getattr(record, name))]


def unfilled(records: Iterable[Any]) -> list[Record]:
    """The records that still hold a question of a template somewhere."""
    return [record for record in records if unfilled_fields(record)]


def to_fill_in(outlook: Outlook) -> Iterator[Finding]:
    """What a template asks and nobody answered yet."""
    for record_type in TABLES.values():
        fields = fields_of(record_type)
        for record in outlook.records(record_type.TABLE):
            for name in unfilled_fields(record):
                message = _("{field} still holds the question of the template.").format(field=_(fields[name].label))
                why = _("Write your own answer in its place, or remove it.")
                yield about("to_fill_in", record, message, why, name)

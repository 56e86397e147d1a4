"""Stored records read into typed ones; what cannot be read is a finding, never a hidden record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from roadmap_tui.model.record import Record, default_of, fields_of

R = TypeVar("R", bound=Record)
_UNREADABLE = (msgspec.ValidationError, UnicodeError)


class BadValue(msgspec.Struct, frozen=True):
    """A stored value that its field cannot hold."""

    table: str
    id: int
    field: str
    value: Any


def read_record(
    record_type: type[R], record_id: int, stored: Mapping[str, Any], bad: list[BadValue] | None = None
) -> R:
    """The typed reading of `stored`; fields that cannot be read get their default and are added to `bad`."""
    try:
        record = msgspec.convert(stored, record_type)
    except _UNREADABLE:
        record = _read_field_by_field(record_type, record_id, stored, bad)
    msgspec.structs.force_setattr(record, "id", record_id)
    return record


def _read_field_by_field(
    record_type: type[R], record_id: int, stored: Mapping[str, Any], bad: list[BadValue] | None
) -> R:
    values: dict[str, Any] = {}
    for field in msgspec.structs.fields(record_type):
        if field.name not in stored or field.name == "id":
            continue
        value = stored[field.name]
        try:
            values[field.name] = msgspec.convert(value, field.type)
        except _UNREADABLE:
            values[field.name] = default_of(record_type, field.name)
            if bad is not None and value is not None:
                bad.append(BadValue(record_type.TABLE, record_id, field.name, value))
    return record_type(**values)


def unknown_choices(record: Record) -> list[str]:
    """The names of choice fields that hold a word this version does not know."""
    return [
        field.name
        for field in fields_of(type(record)).values()
        if field.choices and getattr(record, field.name) and field.choice(getattr(record, field.name)) is None
    ]

"""Lists that somebody shared as JSON, such as a toolkit with its personas and blueprints, taken in as they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import msgspec

from roadmap_tui.exchange.opening import content_of
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.cleaning import clean_text
from roadmap_tui.model.fields import Kind
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.reading import read_record
from roadmap_tui.model.record import Record, default_of, fields_of
from roadmap_tui.model.registry import TABLES

_MOST_DIGITS: Final = 2**53
Row = tuple[str, int, dict[str, Any]]


def shared_rows(path: Path) -> list[Row] | None:
    """The records (table, id, fields) of the lists in a JSON export; None for any other file, and for activities.

    Raises UnreadableError where the file cannot be opened. Values that a field cannot hold are left out.
    """
    data = content_of(path)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"{":
        return None
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    known = isinstance(content, dict) and Plan.TABLE in content and content.keys() <= TABLES.keys()
    if not known or Activity.TABLE in content:
        return None
    lists = {name: rows for name, rows in content.items() if name != Plan.TABLE and isinstance(rows, list)}
    return [(name, *found) for name, rows in lists.items() for row in rows if (found := _record(name, row))]


def _record(table: str, row: Any) -> tuple[int, dict[str, Any]] | None:
    """The id and the fields of one record; None where it has no id."""
    if not isinstance(row, dict) or type(row.get("id")) is not int or not 0 < row["id"] < _MOST_DIGITS:
        return None
    record = read_record(TABLES[table], row["id"], {name: value for name, value in row.items() if name != "id"})
    return row["id"], _fields(record)


def _fields(record: Record) -> dict[str, Any]:
    found = {}
    for name, field in fields_of(type(record)).items():
        value = getattr(record, name)
        if field.kind is Kind.INTERNAL or name == "number" or value == default_of(type(record), name):
            continue
        found[name] = clean_text(value) if isinstance(value, str) else msgspec.to_builtins(value)
    return found

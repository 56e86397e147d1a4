"""Changes to a plan: the only way in which its records ever change.

One user action is one group of changes with one revision; undo, history and merging all follow from that.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.header import BIN
from roadmap_tui.store.revisions import (
    RESERVED,
    Stored,
    create,
    is_deleted,
    mark_deleted,
    mark_restored,
    write,
)


class Change(msgspec.Struct, frozen=True):
    """New values for fields of one record, or its deletion or return.

    `seen` holds the revisions that the author had before them (None: all that there are), so that a value written
    meanwhile by somebody else is kept beside this one. A value of None empties a field.
    """

    table: str
    id: int
    fields: dict[str, Any] = {}
    seen: frozenset[str] | None = None
    action: Literal["set", "delete", "restore"] = "set"


class Group(msgspec.Struct, frozen=True):
    """The changes of one user action."""

    revision: str
    changes: tuple[Change, ...]


def find_stored(tables: Tables, table: str, record_id: int) -> Stored | None:
    """A record as stored, live or from the bin."""
    live = tables.get(table, {}).get(record_id)
    if live is not None:
        return live
    binned = tables.get(BIN, {}).get(record_id)
    return _unpack(binned) if binned is not None and binned.get("table") == table else None


def _unpack(binned: Stored) -> Stored:
    return {**binned.get("record", {}), RESERVED: binned[RESERVED]}


def _pack(table: str, record: Stored) -> Stored:
    fields = {name: value for name, value in record.items() if name != RESERVED}
    return {"table": table, "record": fields, RESERVED: record[RESERVED]}


def place(tables: Tables, table: str, record_id: int, record: Stored) -> None:
    """Put a record where it belongs: in its table, or in the bin when it is deleted."""
    deleted = is_deleted(record)
    target, other = (BIN, table) if deleted else (table, BIN)
    tables.setdefault(target, {})[record_id] = _pack(table, record) if deleted else record
    tables.get(other, {}).pop(record_id, None)


def apply(tables: Tables, group: Group) -> set[tuple[str, int]]:
    """Carry out a group on `tables` and return the (table, id) of every record it changed.

    Carrying out the same group twice changes nothing the second time.
    """
    touched: set[tuple[str, int]] = set()
    for change in group.changes:
        record = find_stored(tables, change.table, change.id)
        changed = _changed(record, change, group.revision)
        if changed is not None and changed is not record:
            place(tables, change.table, change.id, changed)
            touched.add((change.table, change.id))
    return touched


def _changed(record: Stored | None, change: Change, rev: str) -> Stored | None:
    if record is None:
        return create(change.fields, rev) if change.action == "set" else None
    if change.action == "delete":
        return record if is_deleted(record) else mark_deleted(record, rev)
    if change.action == "restore":
        return mark_restored(record, rev) if is_deleted(record) else record
    changed = record
    for field, value in change.fields.items():
        if record.get(field) != value or change.seen is not None:
            changed = write(changed, field, value, rev, change.seen)
    return changed

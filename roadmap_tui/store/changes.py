"""Changes to a plan: the only way in which its records ever change.

One user action is one group of changes with one revision; undo, history and merging all follow from that.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.placing import find_stored, place
from roadmap_tui.store.revisions import (
    Stored,
    create,
    has_deletion,
    is_deleted,
    mark_deleted,
    mark_restored,
    reopen,
    write,
)


class Change(msgspec.Struct, frozen=True):
    """New values for fields of one record, or its deletion or return.

    `seen` holds the revisions that the author had before them (None: all that there are), so that a value written
    meanwhile by somebody else is kept beside this one. A value of None empties a field. `asks` holds, by field, the
    values by revision between which somebody had chosen, where taking that back asks again.
    """

    table: str
    id: int
    fields: dict[str, Any] = {}
    seen: frozenset[str] | None = None
    action: Literal["set", "delete", "restore"] = "set"
    asks: dict[str, dict[str, Any]] = {}


class Group(msgspec.Struct, frozen=True):
    """The changes of one user action."""

    revision: str
    changes: tuple[Change, ...]


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
        return mark_restored(record, rev) if has_deletion(record) else record
    changed = record
    for field, value in change.fields.items():
        if record.get(field) != value or change.seen is not None:
            changed = write(changed, field, value, rev, change.seen)
    for field, sides in change.asks.items():
        changed = reopen(changed, field, sides, rev, change.seen)
    return changed

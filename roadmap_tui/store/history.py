"""Who changed what and when, read from the revisions and earlier values that every record keeps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.placing import stored_records
from roadmap_tui.store.revisions import (
    CREATION,
    DELETION,
    OUTSIDE,
    RESERVED,
    Stored,
    actor_of,
    field_names,
    heads,
    is_side,
    time_of,
)
from roadmap_tui.store.undo import Lineage

Action = Literal["added", "changed", "removed", "restored"]


class Written(msgspec.Struct, frozen=True):
    """One field before and after a change; None where it was empty or is no longer known."""

    field: str
    before: Any
    after: Any


class RecordChange(msgspec.Struct, frozen=True):
    """What one user action did to one record."""

    table: str
    id: int
    action: Action
    fields: tuple[Written, ...]


class Event(msgspec.Struct, frozen=True):
    """One user action: its revision, Unix time in milliseconds, actor, and whether it took another one back."""

    revision: str
    moment: int
    actor: str
    kind: Literal["change", "undo", "redo"]
    changes: tuple[RecordChange, ...]


def events(tables: Tables, since: int = 0, only: int = 0) -> list[Event]:
    """The user actions since a moment (Unix time in milliseconds), newest first; with `only` those on one record."""
    found: dict[str, list[RecordChange]] = {}
    revisions = set()
    for table, record_id, record in stored_records(tables):
        if table.startswith("_"):
            continue
        for rev, change in _changes(table, record_id, record):
            revisions.add(rev)
            if change.action == "changed" and not change.fields:
                continue
            if time_of(rev) >= since and only in (0, record_id):
                found.setdefault(rev, []).append(change)
    lineage = Lineage(revisions)
    return [_event(rev, found[rev], lineage) for rev in sorted(found, reverse=True)]


def _event(rev: str, changes: list[RecordChange], lineage: Lineage) -> Event:
    kind: Literal["change", "undo", "redo"] = "change"
    if rev in lineage.undoes:
        kind = "undo" if lineage.is_undo(rev) else "redo"
    ordered = tuple(sorted(changes, key=lambda change: (change.table, change.id)))
    return Event(rev, time_of(rev), actor_of(rev), kind, ordered)


def _changes(table: str, record_id: int, record: Stored) -> Iterator[tuple[str, RecordChange]]:
    """What each revision did to a record."""
    creation = record[RESERVED]["r"][CREATION]
    written: dict[str, list[Written]] = {creation: []}
    actions: dict[str, Action] = {creation: "added"}
    for field, rev, value in _values(record):
        if field == DELETION:
            actions[rev] = "removed" if isinstance(value, dict) else "restored"
            written.setdefault(rev, [])
        elif rev != creation:
            before = _before(record, field, rev)
            if before is None and value is None:
                written.setdefault(rev, [])
            elif before != value or actor_of(rev) != OUTSIDE:
                written.setdefault(rev, []).append(Written(field, before, value))
    for rev, fields in written.items():
        ordered = tuple(sorted(fields, key=lambda each: each.field))
        yield rev, RecordChange(table, record_id, actions.get(rev, "changed"), ordered)


def _before(record: Stored, field: str, rev: str) -> Any:
    """The value that a revision replaced; other current values are not it, for their authors did not know of it."""
    earlier = record[RESERVED].get("h", {}).items()
    replaced = {r: values[field] for r, values in earlier if field in values and r < rev and not is_side(r)}
    return replaced[max(replaced)] if replaced else None


def _values(record: Stored) -> Iterator[tuple[str, str, Any]]:
    """Every value that somebody wrote in a record, current or earlier, as (field, revision, value)."""
    for field in field_names(record):
        for rev, value in heads(record, field).items():
            if not is_side(rev):
                yield field, rev, value
    for rev, values in record[RESERVED].get("h", {}).items():
        if is_side(rev):
            continue
        for field, value in values.items():
            yield field, rev, value

"""Going back to an earlier state of a plan with new revisions, so that merging an old copy later does not undo it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from roadmap_tui.store.changes import Change
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.external import Row
from roadmap_tui.store.placing import find_stored, stored_records
from roadmap_tui.store.revisions import DELETION, RESERVED, Stored, erased_mark, heads, is_deleted, is_emptied


def changes_to(now: Tables, then: Tables, only: int = 0) -> tuple[Change, ...]:
    """What makes the records of `now` those of `then`: what came since goes to the bin, what went comes back.

    With `only` (an id) that record alone; then nothing is removed that `then` does not know.
    """
    changes: list[Change] = []
    known = set()
    for table, record_id, record in stored_records(then):
        if not table.startswith("_") and only in (0, record_id):
            known.add((table, record_id))
            changes += _changes(find_stored(now, table, record_id), table, record_id, record)
    if not only:
        changes += [Change(*row, action="delete") for row in _live(now) if row not in known]
    return tuple(changes)


def _changes(now: Stored | None, table: str, record_id: int, then: Stored) -> Iterator[Change]:
    if is_deleted(then):
        if now is not None and not is_deleted(now):
            yield Change(table, record_id, action="delete")
        return
    if now is not None and is_emptied(now):
        return
    if now is not None and is_deleted(now):
        yield Change(table, record_id, action="restore")
    fields = _differing(now or {}, then)
    if fields or now is None:
        yield Change(table, record_id, fields)


def _differing(now: Mapping[str, Any], then: Stored) -> dict[str, Any]:
    """The fields with another value then; what was erased for privacy since does not come back."""
    names = {*now, *then} - {RESERVED}
    marks = set(now.get(RESERVED, {}).get("k", ()))
    return {
        name: then.get(name)
        for name in sorted(names)
        if now.get(name) != then.get(name) and not any(erased_mark(name, rev) in marks for rev in heads(then, name))
    }


def _live(tables: Tables) -> Iterator[Row]:
    for table, rows in tables.items():
        if not table.startswith("_"):
            yield from ((table, record_id) for record_id in rows)


def from_bin(tables: Tables, table: str, record_id: int) -> tuple[Change, ...]:
    """What brings a removed record back, with all that went to the bin in the same step and was not erased since."""
    wanted = _deletions(find_stored(tables, table, record_id))
    return tuple(
        Change(other, other_id, action="restore")
        for other, other_id, record in stored_records(tables)
        if not other.startswith("_") and is_deleted(record) and not is_emptied(record) and _deletions(record) & wanted
    )


def _deletions(record: Stored | None) -> set[str]:
    values = heads(record, DELETION) if record else {}
    return {rev for rev, value in values.items() if isinstance(value, dict)}

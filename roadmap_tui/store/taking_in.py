"""What one state of a plan holds that another does not know, as groups of changes under their own revisions.

A save that finds it replaced more than it knew of takes the difference in this way and saves again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from roadmap_tui.store.changes import Change, Group, find_stored
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.header import BIN, META
from roadmap_tui.store.revisions import CREATION, RESERVED, Stored, field_names, heads, mark


def missing_groups(theirs: Tables, ours: Tables) -> list[Group]:
    """The groups that bring what `theirs` holds and `ours` neither has nor has replaced, oldest first."""
    found: dict[str, list[Change]] = {}
    for table, record_id in _records(theirs):
        record, known = find_stored(theirs, table, record_id), find_stored(ours, table, record_id)
        if record is None or record is known:
            continue
        for rev, fields, seen in _missing(record, known):
            found.setdefault(rev, []).append(Change(table, record_id, fields, seen))
    return [Group(rev, tuple(found[rev])) for rev in sorted(found)]


def _records(tables: Tables) -> Iterable[tuple[str, int]]:
    for table, rows in tables.items():
        if table == META:
            continue
        for record_id, record in rows.items():
            yield (str(record["table"]) if table == BIN else table), record_id


def _missing(record: Stored, known: Stored | None) -> Iterable[tuple[str, dict[str, Any], frozenset[str]]]:
    """Per revision the fields that `known` lacks, with those of its revisions that the writer had replaced."""
    written: dict[str, dict[str, Any]] = {}
    seen: set[str] = set()
    replaced_here = set(known[RESERVED].get("k", ())) if known else set()
    replaced_there = set(record[RESERVED].get("k", ()))
    if known is None:
        written[record[RESERVED]["r"][CREATION]] = {}
    for field in field_names(record):
        current = heads(known, field) if known else {}
        for rev, value in heads(record, field).items():
            if rev not in current and mark(field, rev) not in replaced_here:
                written.setdefault(rev, {})[field] = value
                seen.update(r for r in current if mark(field, r) in replaced_there)
    for rev, fields in written.items():
        yield rev, fields, frozenset(seen)

"""Bringing copies of a plan together, and what is left to decide after that.

A difference is where people wrote different things without knowing of each other; nothing chooses for them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from roadmap_tui.errors import NotSavedError, UsageError
from roadmap_tui.i18n import _
from roadmap_tui.store.changes import Change
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.external import Row
from roadmap_tui.store.header import META, ROOT, header_of, is_newer
from roadmap_tui.store.join import join_tables
from roadmap_tui.store.loading import load
from roadmap_tui.store.news import differing
from roadmap_tui.store.placing import find_stored, stored_records
from roadmap_tui.store.reading import read_bytes
from roadmap_tui.store.revisions import (
    CREATION,
    DELETION,
    RESERVED,
    Stored,
    fingerprint,
    has_deletion,
    heads,
    seen_revisions,
)

REMOVED = "removed"
_UNASKED = frozenset({"order", "origin"})


class Difference(msgspec.Struct, frozen=True):
    """One field of a live record that holds several values, by revision, newest first.

    The field `removed` asks about a record that one person removed and another changed or brought back.
    """

    table: str
    id: int
    field: str
    heads: dict[str, Any]

    @property
    def stored_field(self) -> str:
        """The name under which a record keeps the revisions of the field."""
        return DELETION if self.field == REMOVED else self.field

    @property
    def values(self) -> list[Any]:
        """The different values, newest first."""
        found: list[Any] = []
        for value in self.heads.values():
            if not any(_same(value, other) for other in found):
                found.append(value)
        return found


class Merged(msgspec.Struct, frozen=True):
    """What bringing copies into a plan does: the plan after it, and the live records that it adds, changes and removes.

    A record that comes back from the bin counts as added. `adds` says whether the plan changes at all.
    """

    tables: Tables
    added: tuple[Row, ...]
    updated: tuple[Row, ...]
    removed: tuple[Row, ...]
    adds: bool


def merge_files(tables: Tables, copies: Iterable[Path], *, separated: bool = False) -> Merged:
    """The plan with all copies taken in; with `separated` also a copy that was made a plan of its own since.

    Raises UsageError for another plan, UnreadableError for a damaged file.
    """
    joined = tables
    for path in copies:
        theirs = load(read_bytes(path), path, joined).tables
        if header_of(theirs)["doc"] != header_of(tables)["doc"]:
            theirs = _as_copy(tables, theirs, path, separated)
        if is_newer(header_of(theirs)):
            raise NotSavedError(
                _('"{path}" was saved with a newer version of Roadmap; update Roadmap first.').format(path=path)
            )
        joined = join_tables(joined, theirs)
    return compare(tables, joined)


def _as_copy(tables: Tables, theirs: Tables, path: Path, separated: bool) -> Tables:
    """A plan with another document id as a copy of this one, where it began as one. Raises UsageError."""
    if not _beginnings(tables) & _beginnings(theirs):
        raise UsageError(
            _(
                '"{path}" is another plan, not a copy of this one. To take over its activities: '
                'roadmap export "{path}" --to rows.xlsx, and then: roadmap import rows.xlsx --into PLAN'
            ).format(path=path)
        )
    if not separated:
        raise UsageError(
            _(
                '"{path}" began as a copy of this plan but was made a plan of its own. '
                "To take it in all the same add --other-document; see first what that does with --dry-run."
            ).format(path=path)
        )
    if is_newer(header_of(theirs)):
        return theirs
    return {**theirs, META: tables[META]}


def _beginnings(tables: Tables) -> set[tuple[int, str]]:
    """The records about the plan itself, with their making: copies of one plan have these in common."""
    return {(i, record[RESERVED]["r"][CREATION]) for table, i, record in stored_records(tables) if table == ROOT}


def compare(before: Tables, after: Tables) -> Merged:
    """What `after`, which holds all of `before`, does to it."""
    added, updated, removed = [], [], []
    changed = differing(before, after)
    for table, record_id in changed:
        if table.startswith("_"):
            continue
        was, now = (record_id in tables.get(table, {}) for tables in (before, after))
        if now and not was:
            added.append((table, record_id))
        elif was and not now:
            removed.append((table, record_id))
        elif now and _state(before, table, record_id) != _state(after, table, record_id):
            updated.append((table, record_id))
    return Merged(after, tuple(sorted(added)), tuple(sorted(updated)), tuple(sorted(removed)), bool(changed))


def _state(tables: Tables, table: str, record_id: int) -> tuple[str, frozenset[str]]:
    record = tables[table][record_id]
    return fingerprint(record), frozenset(heads(record, DELETION))


def decide(tables: Tables, table: str, record_id: int, fields: Mapping[str, Any]) -> tuple[Change, ...]:
    """The changes that settle differences in fields of a record with values that a person chose.

    They replace all values that wait, and none that comes in later. Raises UsageError for a field without a difference.
    """
    record = find_stored(tables, table, record_id)
    asked = dict(waiting(record)) if record else {}
    for field in fields:
        if field not in asked:
            raise UsageError(_('There is no difference to settle in "{field}" of this record.').format(field=field))
    seen = seen_revisions(record) if record else frozenset()
    chosen = {field: value for field, value in fields.items() if field != REMOVED}
    changes = [Change(table, record_id, chosen, seen)] if chosen else []
    if REMOVED in fields:
        changes.append(Change(table, record_id, action="delete" if fields[REMOVED] else "restore"))
    return tuple(changes)


def differences(tables: Tables) -> list[Difference]:
    """All that waits for a decision. Places in a list and notes of an import are never asked about."""
    found = []
    for table, rows in tables.items():
        if not table.startswith("_"):
            for record_id, record in rows.items():
                meta = record[RESERVED]
                if "c" in meta or DELETION in meta["r"]:
                    found += [Difference(table, record_id, field, values) for field, values in waiting(record)]
    return sorted(found, key=lambda each: (each.table, each.id, each.field))


def waiting(record: Stored) -> Iterator[tuple[str, dict[str, Any]]]:
    """The fields of a live record that wait for a decision, with their values by revision, newest first."""
    if has_deletion(record):
        deletions = heads(record, DELETION)
        asked = {rev: isinstance(deletions[rev], dict) for rev in sorted(deletions, reverse=True)}
        if all(asked.values()):
            asked[max(rev for name, rev in record[RESERVED]["r"].items() if name != DELETION)] = False
        yield REMOVED, asked
    for field in record[RESERVED].get("c", ()):
        if field == DELETION or field in _UNASKED:
            continue
        values = heads(record, field)
        newest_first = {rev: values[rev] for rev in sorted(values, reverse=True)}
        if not all(_same(value, next(iter(newest_first.values()))) for value in values.values()):
            yield field, newest_first


def _same(one: Any, other: Any) -> bool:
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)

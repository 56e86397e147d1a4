"""What is left to decide after a join: where people wrote different things without knowing of each other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.revisions import DELETION, RESERVED, Stored, has_deletion, heads

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
    def values(self) -> list[Any]:
        """The different values, newest first."""
        found: list[Any] = []
        for value in self.heads.values():
            if not any(_same(value, other) for other in found):
                found.append(value)
        return found


def differences(tables: Tables) -> list[Difference]:
    """All that waits for a decision. Places in a list and notes of an import are never asked about."""
    found = []
    for table, rows in tables.items():
        if not table.startswith("_"):
            for record_id, record in rows.items():
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

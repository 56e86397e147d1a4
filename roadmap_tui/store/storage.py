"""A TinyDB storage over the same commit as everything else, for scripts and queries.

`open_database(path)` behaves like any TinyDB; what it writes becomes explicit changes with revisions, and a removed
record moves to the bin.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from roadmap_tui.model.handles import handle
from roadmap_tui.model.ids import new_id
from roadmap_tui.store.changes import Change
from roadmap_tui.store.document import Document
from roadmap_tui.store.revisions import RESERVED, Stored, revision

_Content = dict[str, dict[str, dict[str, Any]]]


class PlanTable(Table):
    """A TinyDB table with ids that are unique across copies, and no cache that could grow stale."""

    default_query_cache_capacity = 0

    def _get_next_id(self) -> int:
        return new_id()


class PlanDatabase(TinyDB):
    """TinyDB with `PlanTable` tables."""

    table_class = PlanTable


class PlanStorage(Storage):
    """Reads a plan without its revision data and turns writes into groups of changes."""

    def __init__(self, path: Path | str, lock_folder: Path, actor: int, now: Callable[[], float] = time.time) -> None:
        self._document = Document.open(Path(path))
        self._lock_folder = lock_folder
        self._actor = handle(actor)
        self._now = now

    def read(self) -> _Content:
        """The live tables, without revision data and without the program's own tables."""
        self._document.refresh()
        return {
            name: {str(record_id): _plain(record) for record_id, record in rows.items()}
            for name, rows in self._document.tables.items()
            if not name.startswith("_")
        }

    def write(self, data: _Content) -> None:
        """Save the difference between `data` and what was read as one group."""
        changes = tuple(_differences(self.read(), data))
        if changes:
            rev = revision(int(self._now() * 1000), self._actor, os.urandom(4).hex())
            self._document.commit(rev, changes)
            self._document.save(self._lock_folder)


def _plain(record: Stored) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name != RESERVED}


def _differences(before: _Content, after: _Content) -> list[Change]:
    changes = []
    for table in before.keys() | after.keys():
        old, new = before.get(table, {}), after.get(table, {})
        for key, record in new.items():
            known = old.get(key, {})
            fields = {
                name: record.get(name) for name in known.keys() | record.keys() if known.get(name) != record.get(name)
            }
            if fields or key not in old:
                changes.append(Change(table, int(key), fields))
        changes.extend(Change(table, int(key), action="delete") for key in old.keys() - new.keys())
    return changes


def open_database(path: Path | str, lock_folder: Path, actor: int) -> PlanDatabase:
    """The plan at `path` as a TinyDB whose writes are safe, recorded and undoable."""
    return PlanDatabase(Path(path), lock_folder, actor, storage=PlanStorage)

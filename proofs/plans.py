"""Small plans for the proofs, changes to them that know their revision, and what became of those changes."""

from __future__ import annotations

import itertools
import os
from pathlib import Path
from typing import NamedTuple

from roadmap_tui.errors import DamagedError
from roadmap_tui.model.handles import handle
from roadmap_tui.store.changes import Change
from roadmap_tui.store.document import Document
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.placing import find_stored
from roadmap_tui.store.rebuilding import rebuild
from roadmap_tui.store.revisions import DELETION, heads, mark, revision

NAME = "plan.roadmap.json"
SHARED = 101
_START = 1_780_000_000_000


class Written(NamedTuple):
    """One value that a writer was told is saved."""

    table: str
    id: int
    field: str
    rev: str


class Writer:
    """One person who changes a plan: an own revision for every change."""

    def __init__(self, number: int) -> None:
        self._actor = handle(number)
        self._ticks = itertools.count(1)
        self._base = number << 32

    def write(self, document: Document, table: str, record_id: int, **fields: object) -> list[Written]:
        """Set fields of a record in memory, knowing only what this writer sees."""
        rev = self._revision()
        touched = document.commit(rev, (Change(table, record_id, dict(fields)),))
        return [Written(table, record_id, field, rev) for field in fields if touched]

    def delete(self, document: Document, table: str, record_id: int) -> list[Written]:
        """Remove a record in memory."""
        rev = self._revision()
        document.commit(rev, (Change(table, record_id, action="delete"),))
        return [Written(table, record_id, DELETION, rev)]

    def step(self, document: Document, count: int) -> list[Written]:
        """One change out of a mixture: records of one's own added, changed and removed, and one that all change."""
        own = self._base + count // 5
        text = "x" * (count * 7919 % 4000)
        if count % 5 == 4:
            return self.delete(document, "risks", own)
        if count % 5 == 3:
            return self.write(
                document,
                "activities",
                SHARED,
                title=f"{self._actor} {count}",
                remarks=f"{count} {self._actor} {text[:500]}",
            )
        return self.write(document, "risks", own, title=str(count), description=text)

    def _revision(self) -> str:
        count = next(self._ticks)
        return revision(_START + count, self._actor, os.urandom(4).hex())


def sample(path: Path, activities: int = 5) -> Document:
    """A saved plan with so many activities, ids 101, 102, ..."""
    document = Document.new(path, revision(_START, handle(1), "00000001"))
    changes = [Change("plan", 50, {"title": "Zaaksysteem vervangen", "go_live": "2026-11-02"})]
    for index in range(activities):
        fields = {"number": f"A{index + 1}", "title": f"Activiteit {index + 1}", "lead": "Projectleider é"}
        changes.append(Change("activities", SHARED + index, fields | {"remarks": "Nog af te stemmen. " * 5}))
    document.commit(revision(_START, handle(1), "00000002"), tuple(changes))
    document.save(path.parent / "locks")
    return document


def found_at(path: Path, state: Path | None = None) -> Tables:
    """The plan as a program finds it that starts now; one that is damaged is put together from what lies around."""
    try:
        return Document.open(path).tables
    except DamagedError:
        if state is None:
            raise
        return rebuild(path, state).tables


def missing(tables: Tables, written: list[Written]) -> list[Written]:
    """What of it neither stands in the plan nor was replaced by somebody who had seen it."""
    return [each for each in written if not _stands(tables, each)]


def _stands(tables: Tables, each: Written) -> bool:
    record = find_stored(tables, each.table, each.id)
    if record is None:
        return False
    return each.rev in heads(record, each.field) or mark(each.field, each.rev) in record["_"].get("k", ())

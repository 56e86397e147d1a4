"""Undo and redo from the file itself: both append new revisions, so they work across restarts and copies.

An undo's revision names in its tail what it undoes; a redo is the undo of an undo.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from roadmap_tui.store.changes import Change
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.header import ACTORS, META, ROOT
from roadmap_tui.store.placing import find_stored, stored_records
from roadmap_tui.store.revisions import (
    CREATION,
    DELETION,
    RESERVED,
    Stored,
    actor_of,
    earlier_value,
    heads,
    is_deleted,
    is_emptied,
    tail_of,
    undo_tail,
)

Site = tuple[str, int, str]


class Inverse(msgspec.Struct, frozen=True):
    """What takes a group back: the changes, and how many fields were left because they changed since.

    A field of which the earlier value is no longer known is left too.
    """

    target: str
    changes: tuple[Change, ...]
    left: int


def groups(tables: Tables) -> dict[str, list[Site]]:
    """Every known revision with the (table, id, field) it wrote; what was erased for good cannot be taken back."""
    found: dict[str, list[Site]] = {}
    for table, record_id, record in stored_records(tables):
        if table not in (META, ACTORS) and not is_emptied(record):
            for rev, field in _written(record):
                found.setdefault(rev, []).append((table, record_id, field))
    return found


def _written(record: Stored) -> Iterable[tuple[str, str]]:
    meta = record[RESERVED]
    for field, rev in meta["r"].items():
        yield rev, field
    for rev, values in meta.get("h", {}).items():
        if rev != meta["r"][CREATION]:
            for field in values:
                yield rev, field


class Lineage:
    """Which revision undoes which, and so which of them stand."""

    def __init__(self, revisions: Iterable[str]) -> None:
        ordered = sorted(revisions)
        targets = {undo_tail(rev): rev for rev in ordered}
        self.undoes = {rev: targets[tail_of(rev)] for rev in ordered if targets.get(tail_of(rev), rev) < rev}
        self.undone_by = {target: rev for rev, target in sorted(self.undoes.items())}

    def stands(self, rev: str) -> bool:
        """Whether the effect of `rev` holds: it was not undone, or its undo was itself undone."""
        by = self.undone_by.get(rev)
        return by is None or not self.stands(by)

    def is_undo(self, rev: str) -> bool:
        """Whether `rev` takes an ordinary change back; a redo, which takes an undo back, does not."""
        target = self.undoes.get(rev)
        return target is not None and not self.is_undo(target)

    def origin(self, record: Stored, field: str, rev: str) -> str:
        """The change whose value `rev` brought back, following undo and redo; `rev` itself for a change."""
        for _step in range(len(self.undoes) + 1):
            before = earlier_value(record, field, self.undoes[rev]) if rev in self.undoes else None
            if before is None:
                break
            rev = before[0]
        return rev


def last_undoable(tables: Tables, actor: str) -> str | None:
    """The newest revision of `actor` that stands and is a change, not an undo or redo.

    The making of the plan itself cannot be undone: that would leave a file with nothing in it.
    """
    revisions = groups(tables)
    lineage = Lineage(revisions)
    beginning = {rev for rev, sites in revisions.items() if any(s[0] == ROOT and s[2] == CREATION for s in sites)}
    own = (rev for rev in sorted(revisions, reverse=True) if actor_of(rev) == actor and rev not in beginning)
    return next((rev for rev in own if rev not in lineage.undoes and lineage.stands(rev)), None)


def last_redoable(tables: Tables, actor: str) -> str | None:
    """The newest undo of `actor` that stands, as long as the actor changed nothing else after it."""
    revisions = groups(tables)
    lineage = Lineage(revisions)
    for rev in sorted(revisions, reverse=True):
        if actor_of(rev) != actor:
            continue
        if rev not in lineage.undoes:
            return None
        if lineage.is_undo(rev) and lineage.stands(rev):
            return rev
    return None


def is_unmade(record: Stored) -> bool:
    """Whether a record is in the bin because its making was undone, and not because somebody removed it."""
    revs = record[RESERVED]["r"]
    return tail_of(revs.get(DELETION, "")) == undo_tail(revs[CREATION])


def inverse(tables: Tables, rev: str) -> Inverse:
    """The changes that take `rev` back wherever nothing was written over it since."""
    known = groups(tables)
    lineage = Lineage(known)
    changes: dict[tuple[str, int], Change] = {}
    left = 0
    sites = sorted(known.get(rev, []), key=lambda site: (site[0], site[1], site[2] not in (CREATION, DELETION)))
    for table, record_id, field in sites:
        record = find_stored(tables, table, record_id)
        if record is None or changes.get((table, record_id), Change(table, record_id)).action == "delete":
            continue
        if field in (CREATION, DELETION):
            changes[table, record_id] = _turn(table, record_id, record, field, rev)
        elif lineage.origin(record, field, _head(record, field)) == lineage.origin(record, field, rev):
            earlier = earlier_value(record, field, rev)
            if earlier is None:
                left += 1
                continue
            others = changes.get((table, record_id), Change(table, record_id)).fields
            changes[table, record_id] = Change(table, record_id, {**others, field: earlier[1]})
        else:
            left += 1
    return Inverse(rev, tuple(changes.values()), left)


def _turn(table: str, record_id: int, record: Stored, field: str, rev: str) -> Change:
    """A removal brought back, or a making or return removed again; others may have changed the record since."""
    deletion = heads(record, DELETION).get(rev) if field == DELETION else None
    brings_back = is_deleted(record) or isinstance(deletion, dict)
    return Change(table, record_id, action="restore" if brings_back else "delete")


def _head(record: Stored, field: str) -> str:
    rev: str = record[RESERVED]["r"].get(field, "")
    return rev

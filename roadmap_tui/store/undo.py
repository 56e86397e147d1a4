"""Undo and redo from the file itself: both append new revisions, so they work across restarts and copies.

An undo's revision names in its tail what it undoes; a redo is the undo of an undo.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from roadmap_tui.store.changes import Change
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.header import ACTORS, BIN, META, ROOT
from roadmap_tui.store.placing import removed_records
from roadmap_tui.store.revisions import (
    CREATION,
    DELETION,
    RESERVED,
    Stored,
    earlier_value,
    heads,
    is_deleted,
    is_emptied,
    is_side,
    settled_sides,
    side_revision,
    tail_of,
    time_of,
    undo_tail,
)


class Inverse(msgspec.Struct, frozen=True):
    """What takes a group back: the changes, and how many fields were left because they changed since.

    A field of which the earlier value is no longer known is left too.
    """

    target: str
    changes: tuple[Change, ...]
    left: int


def _undoable(tables: Tables) -> Iterator[tuple[str, dict[int, Stored]]]:
    """The records of each table, removed ones too, but for what is no work of anybody."""
    for table, rows in tables.items():
        if table not in (META, ACTORS, BIN):
            yield table, rows
    for table, record_id, record in removed_records(tables):
        if table not in (META, ACTORS):
            yield table, {record_id: record}


def _revisions(tables: Tables, actor: str) -> list[str]:
    """Every known revision of one actor, in order, but for those of records that were erased for good."""
    found: set[str] = set()
    for _table, rows in _undoable(tables):
        for record in rows.values():
            meta = record[RESERVED]
            if len(meta) == 1:
                found.update(meta["r"].values())
            elif not is_emptied(record):
                found.update(meta["r"].values(), meta.get("h", ()))
    word = f"-{actor}-"
    return sorted(rev for rev in found if word in rev and not is_side(rev))


def _written(record: Stored, rev: str) -> list[str]:
    """The fields that a revision wrote in a record."""
    meta = record[RESERVED]
    found = {field for field, current in meta["r"].items() if current == rev}
    if rev != meta["r"][CREATION] and "h" in meta:
        found |= meta["h"].get(rev, {}).keys()
    return sorted(found)


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
        for _step in range(2 * len(self.undoes) + 1):
            before = self._before(record, field, rev)
            if before is None:
                break
            rev = before
        return rev

    def _before(self, record: Stored, field: str, rev: str) -> str | None:
        """The revision of the value that `rev` brought back; None where it is no undo or redo."""
        if is_side(rev):
            undo = next((each for each in self.undoes if time_of(each) == time_of(rev)), "")
            sides = settled_sides(record, field, self.undoes.get(undo, ""))
            return next((side for side in sides if side_revision(undo, side) == rev), None)
        if rev not in self.undoes:
            return None
        if sides := settled_sides(record, field, self.undoes[rev]):
            return max(sides)
        earlier = earlier_value(record, field, self.undoes[rev])
        return earlier[0] if earlier else None


def first_written(record: Stored, field: str, rev: str) -> str:
    """The revision in which the value of `rev`, which an undo may have brought back, was first written."""
    return _lineage_of(record).origin(record, field, rev)


def _lineage_of(record: Stored) -> Lineage:
    """What undoes what in one record, which is all that its values depend on."""
    meta = record[RESERVED]
    others = (rev for values in meta.get("c", {}).values() for rev in values)
    return Lineage(rev for rev in {*meta["r"].values(), *others, *meta.get("h", {})} if not is_side(rev))


def last_undoable(tables: Tables, actor: str) -> str | None:
    """The newest revision of `actor` that stands and is a change, not an undo or redo.

    The making of the plan itself cannot be undone: that would leave a file with nothing in it.
    """
    own = _revisions(tables, actor)
    lineage = Lineage(own)
    beginning = {record[RESERVED]["r"][CREATION] for record in tables.get(ROOT, {}).values()}
    return next(
        (r for r in reversed(own) if r not in lineage.undoes and r not in beginning and lineage.stands(r)), None
    )


def last_redoable(tables: Tables, actor: str) -> str | None:
    """The newest undo of `actor` that stands, as long as the actor changed nothing else after it."""
    own = _revisions(tables, actor)
    lineage = Lineage(own)
    for rev in reversed(own):
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
    changes: list[Change] = []
    left = 0
    for table, rows in _undoable(tables):
        for record_id, record in rows.items():
            meta = record[RESERVED]
            if (rev in meta["r"].values() or rev in meta.get("h", ())) and not is_emptied(record):
                taken, missed = _taken_back(record, Change(table, record_id), rev)
                changes += taken
                left += missed
    return Inverse(rev, tuple(changes), left)


def _taken_back(record: Stored, blank: Change, rev: str) -> tuple[list[Change], int]:
    """What takes `rev` back in one record, and in how many fields it cannot be taken back any more."""
    replace = msgspec.structs.replace
    fields = _written(record, rev)
    lineage = _lineage_of(record)
    if CREATION in fields:
        return ([], 1) if is_deleted(record) else ([replace(blank, action="delete")], 0)
    turns: list[Change] = []
    values: dict[str, Any] = {}
    asks: dict[str, dict[str, Any]] = {}
    seen: set[str] = set()
    left = 0
    for field in fields:
        sides = settled_sides(record, field, rev)
        earlier = earlier_value(record, field, rev)
        current = _current(lineage, record, field, rev)
        if not current or not (sides or earlier or field == DELETION):
            left += 1
            continue
        seen |= current
        if len(sides) > 1 or (sides and field == DELETION):
            asks[field] = sides
        elif field != DELETION:
            values[field] = earlier[1] if earlier else None
        elif _was_removed(lineage, record, rev):
            return [replace(blank, action="delete")], left
        else:
            turns.append(replace(blank, action="restore"))
    if values or asks:
        turns.append(replace(blank, fields=values, asks=asks, seen=frozenset(seen)))
    return turns, left


def _was_removed(lineage: Lineage, record: Stored, rev: str) -> bool:
    """Whether the record was in the bin before `rev` removed it, brought it back, or asked again about it."""
    if settled_sides(record, DELETION, lineage.undoes.get(rev, "")):
        earlier = earlier_value(record, DELETION, rev)
        return earlier is not None and isinstance(earlier[1], dict)
    found = heads(record, DELETION)
    return not isinstance(found.get(rev, found[max(found)]), dict)


def _current(lineage: Lineage, record: Stored, field: str, rev: str) -> set[str]:
    """The current revisions of a field that are the effect of `rev`; none where something was written over it since."""
    found = heads(record, field)
    top = record[RESERVED]["r"].get(field, "")
    if field == DELETION and rev in found:
        return set(found)
    if lineage.origin(record, field, top) != lineage.origin(record, field, rev):
        return set()
    return {top} | {each for each in found if is_side(each) and time_of(each) == time_of(top)}

"""Bringing two states of one plan together so that nothing anybody wrote is lost.

The state of a field is a set of heads and, per record, a set of marks of revisions that somebody replaced knowingly.
The join takes the union of both and leaves out what is marked. It needs no common ancestor, and in whatever order and
however often copies are joined, the same bytes come out: it is commutative, associative and idempotent. For the same
reason values that are equal by accident stay two heads, and of one revision with two values (which only a forged file
can hold) the greater counts. Records joined must be in the one form that revisions.py writes.
"""

from __future__ import annotations

import json
from typing import Any

from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.header import HEADER_ID, META
from roadmap_tui.store.placing import find_stored, place, stored_records
from roadmap_tui.store.revisions import (
    CREATION,
    RESERVED,
    Stored,
    assemble,
    erased_mark,
    field_names,
    heads,
    mark,
    newest_of,
    with_heads,
)

_JOINED = frozenset({"r", "k", "c", "h", "s"})
_VERSIONS = ("read", "write")


def join_tables(ours: Tables, theirs: Tables) -> Tables:
    """Both states together; records that `theirs` adds nothing to are the very ones of `ours`."""
    joined = {name: dict(rows) for name, rows in ours.items()}
    for name in theirs:
        joined.setdefault(name, {})
    for table, record_id, record in stored_records(theirs):
        known = find_stored(ours, table, record_id)
        if known is None:
            place(joined, table, record_id, record)
        elif known is not record:
            is_header = table == META and record_id == HEADER_ID
            both = join_header(known, record) if is_header else join_record(known, record)
            if both is not known:
                place(joined, table, record_id, both)
    return joined


def join_record(ours: Stored, theirs: Stored) -> Stored:
    """Two states of one record together; the very object of one side where the other adds nothing."""
    if ours == theirs:
        return ours
    joined = _join(ours, theirs)
    return ours if joined == ours else theirs if joined == theirs else joined


def settled(record: Stored) -> Stored:
    """`record` in the one form that the join relies on, whatever wrote it."""
    return _joined(record, record, every=True)


def join_header(ours: Stored, theirs: Stored) -> Stored:
    """The header of both; of the versions that a program needs to read and to write it, the highest."""
    if _encoded(ours) == _encoded(theirs):
        return ours
    joined = join_record(_without_versions(ours), _without_versions(theirs))
    found = {name: [side[name] for side in (ours, theirs) if side.get(name) is not None] for name in _VERSIONS}
    both = {**joined, **{name: max(values, key=_strictness) for name, values in found.items() if values}}
    return ours if _encoded(both) == _encoded(ours) else both


def _strictness(version: Any) -> tuple[bool, int, str]:
    is_number = type(version) is int
    return not is_number, version if is_number else 0, _encoded(version)


def _without_versions(header: Stored) -> Stored:
    for name in _VERSIONS:
        header = with_heads(header, name, {})
    return header


def _join(ours: Stored, theirs: Stored) -> Stored:
    return _joined(ours, theirs, every=False)


def _joined(ours: Stored, theirs: Stored, *, every: bool) -> Stored:
    """The union of both without what is marked, which values that both hold never are; `every` looks at those too."""
    left, right = ours[RESERVED], theirs[RESERVED]
    marks = {*left.get("k", ()), *right.get("k", ())}
    erased = {found for found in marks if found.startswith("x")}
    history = _union_of_histories(left.get("h", {}), right.get("h", {}))
    untouched = {} if every else _untouched(ours, theirs)
    fields = {}
    for field in (field_names(ours) | field_names(theirs)) - untouched.keys():
        mine, other = heads(ours, field), heads(theirs, field)
        if mine == other and not every:
            fields[field] = mine
            continue
        fields[field] = found = _union(mine, other)
        doubtful = found if every else mine.keys() ^ other.keys()
        for rev in [rev for rev in doubtful if marks and mark(field, rev) in marks]:
            history[rev] = _union(history.get(rev, {}), {field: found.pop(rev)})
    joined = assemble(min(left["r"][CREATION], right["r"][CREATION]), fields) | untouched
    if erased:
        history = _without_erased(history, erased)
    extra = {name: value for name, value in _union(left, right).items() if name not in _JOINED}
    meta = {"k": sorted(marks), "h": newest_of(history)}
    joined[RESERVED] |= {name: value for name, value in meta.items() if value} | extra
    return joined


def _untouched(ours: Stored, theirs: Stored) -> Stored:
    """The fields that stand in both as they were when the record was made."""
    left, right = ours[RESERVED], theirs[RESERVED]
    if left["r"][CREATION] != right["r"][CREATION]:
        return {}
    written = {RESERVED, *left["r"], *right["r"], *left.get("c", ()), *right.get("c", ())}
    return {
        field: value
        for field, value in ours.items()
        if field not in written and value is not None and theirs.get(field) == value
    }


def _union(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    """The entries of both; where they differ under one name, the greater."""
    both = {**ours, **theirs}
    for name in ours.keys() & theirs.keys():
        if ours[name] != theirs[name]:
            both[name] = max(ours[name], theirs[name], key=_weight)
    return both


def _weight(value: Any) -> tuple[bool, str]:
    return value is not None, _encoded(value)


def _encoded(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def _union_of_histories(ours: dict[str, Stored], theirs: dict[str, Stored]) -> dict[str, Stored]:
    return {rev: _union(ours.get(rev, {}), theirs.get(rev, {})) for rev in ours.keys() | theirs.keys()}


def _without_erased(history: dict[str, Stored], erased: set[str]) -> dict[str, Stored]:
    kept = {}
    for rev, values in history.items():
        rest = {field: value for field, value in values.items() if erased_mark(field, rev) not in erased}
        if rest:
            kept[rev] = rest
    return kept

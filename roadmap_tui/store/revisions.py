"""Who wrote what, per field: the revision data that every record carries under the one reserved key `_`.

A field's state is its heads {revision: value}; a revision is `time-actor-random`, sortable as text. A record keeps
  r  the revision of each field; `*` is the record's creation and covers every field not listed, `!` its deletion
  k  marks of revisions that somebody replaced knowingly
  c  other heads of a field, written at the same time by somebody who had not seen this one
  h  values of earlier revisions, newest first to be kept
  s  the seal: a hash that shows whether something else wrote the record (see encoding.py)
An empty value (null) and an absent field are the same. Nothing here ever needs migrating for merging or undo.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

Stored = dict[str, Any]
RESERVED = "_"
CREATION = "*"
DELETION = "!"
HISTORY_DEPTH = 60
_TIME_DIGITS = 15
_END_OF_TIME = 250_000_000_000_000


def revision(milliseconds: int, actor: str, tail: str) -> str:
    """A revision: 15 digits of Unix time in milliseconds, the actor's handle, eight hexadecimal digits."""
    return f"{milliseconds:015d}-{actor}-{tail}"


def time_of(rev: str) -> int:
    """The Unix time in milliseconds of a revision; 0 for one that is not well formed or beyond the calendar."""
    head = rev.split("-", 1)[0]
    moment = int(head) if len(head) == _TIME_DIGITS and head.isdecimal() else 0
    return moment if moment < _END_OF_TIME else 0


def actor_of(rev: str) -> str:
    """The handle of the actor who wrote a revision."""
    parts = rev.split("-")
    return parts[1] if len(parts) == 3 else ""


def tail_of(rev: str) -> str:
    """The random part of a revision, which for an undo names what it undoes."""
    return rev.rsplit("-", 1)[-1]


def undo_tail(rev: str) -> str:
    """The tail that marks a revision as the undoing of `rev`."""
    return blake2b(f"undo\x1f{rev}".encode(errors="surrogatepass"), digest_size=4).hexdigest()


def mark(field: str, rev: str) -> str:
    """The short mark under `k` that says somebody replaced `rev` of `field` knowingly."""
    return blake2b(f"{field}\x1f{rev}".encode(errors="surrogatepass"), digest_size=6).hexdigest()


def create(fields: Stored, rev: str) -> Stored:
    """A new record holding `fields`."""
    return {**{name: value for name, value in fields.items() if value is not None}, RESERVED: {"r": {CREATION: rev}}}


def adopt(fields: Stored) -> Stored:
    """A record that something else wrote without revision data, taken in under a revision made from its content."""
    content = repr(sorted((name, value) for name, value in fields.items() if name != RESERVED))
    rev = revision(0, "0000000000", blake2b(content.encode(errors="surrogatepass"), digest_size=4).hexdigest())
    return create({name: value for name, value in fields.items() if name != RESERVED}, rev)


def heads(record: Stored, field: str) -> dict[str, Any]:
    """The current values of a field by revision: one, or several where people wrote at the same time.

    A field that nobody wrote is empty since the creation of the record; only a deletion needs writing to exist.
    """
    meta = record[RESERVED]
    revs = meta["r"]
    rev = revs.get(field) or (revs.get(CREATION) if field != DELETION else None)
    found = {rev: record.get(field)} if rev else {}
    found.update(meta.get("c", {}).get(field, {}))
    return found


def seen_revisions(record: Stored) -> frozenset[str]:
    """Every revision that somebody looking at this record has before them."""
    meta = record[RESERVED]
    others = (rev for values in meta.get("c", {}).values() for rev in values)
    return frozenset((*meta["r"].values(), *others))


def write(record: Stored, field: str, value: Any, rev: str, seen: Iterable[str] | None = None) -> Stored:
    """`record` with `value` in `field`, replacing the heads in `seen` (None: all); others stay as concurrent values.

    Writing a revision a second time, or one that was replaced since, changes nothing.
    """
    meta = record[RESERVED]
    current = heads(record, field)
    if rev in current or mark(field, rev) in meta.get("k", ()):
        return record
    known = current.keys() if seen is None else current.keys() & set(seen)
    remaining = {rev: value} | {r: v for r, v in current.items() if r not in known}
    changed = _with_heads(record, field, remaining)
    new_meta = changed[RESERVED]
    if known:
        new_meta["k"] = sorted({*meta.get("k", ()), *(mark(field, r) for r in known)})
        new_meta["h"] = _with_history(meta.get("h", {}), field, {r: current[r] for r in known})
    return changed


def _with_heads(record: Stored, field: str, remaining: dict[str, Any]) -> Stored:
    top = max(remaining)
    meta = {key: value for key, value in record[RESERVED].items() if key != "s"}
    changed = {**record, RESERVED: {**meta, "r": {**meta["r"], field: top}}}
    changed.pop(field, None)
    if remaining[top] is not None and field != DELETION:
        changed[field] = remaining[top]
    others = {r: v for r, v in remaining.items() if r != top or (field == DELETION and v is not None)}
    concurrent = {**meta.get("c", {}), field: others}
    changed[RESERVED]["c"] = {name: values for name, values in concurrent.items() if values}
    if not changed[RESERVED]["c"]:
        del changed[RESERVED]["c"]
    return changed


def _with_history(history: dict[str, Stored], field: str, replaced: dict[str, Any]) -> dict[str, Stored]:
    merged = dict(history)
    for rev, value in replaced.items():
        merged[rev] = {**merged.get(rev, {}), field: value}
    return {rev: merged[rev] for rev in sorted(merged)[-HISTORY_DEPTH:]}


def field_names(record: Stored) -> set[str]:
    """The names of all fields that anybody ever wrote, with `!` where the record was deleted."""
    meta = record[RESERVED]
    return {*record, *meta["r"], *meta.get("c", {})} - {RESERVED, CREATION}


def fingerprint(record: Stored) -> str:
    """A hash of the heads of all fields: what somebody who deletes the record has seen of it."""
    names = field_names(record) - {DELETION}
    seen = sorted(f"{name}\x1f{rev}" for name in names for rev in heads(record, name))
    return blake2b("\x1e".join(seen).encode(errors="surrogatepass"), digest_size=8).hexdigest()


def mark_deleted(record: Stored, rev: str) -> Stored:
    """`record` deleted by somebody who saw it as it is."""
    return write(record, DELETION, {"seen": fingerprint(record)}, rev)


def mark_restored(record: Stored, rev: str) -> Stored:
    """`record` brought back."""
    return write(record, DELETION, None, rev)


def is_deleted(record: Stored) -> bool:
    """Whether the record belongs in the bin: deleted, and not changed by somebody who did not know."""
    if DELETION not in record[RESERVED]["r"]:
        return False
    values = list(heads(record, DELETION).values())
    current = fingerprint(record)
    return all(isinstance(value, dict) for value in values) and any(value.get("seen") == current for value in values)


def newest_revision(record: Stored) -> str:
    """The latest revision anywhere in the record."""
    revs: dict[str, str] = record[RESERVED]["r"]
    return max(revs.values())


def earlier_value(record: Stored, field: str, rev: str) -> tuple[str, Any] | None:
    """The revision before `rev` of a field, with its value; None where that is no longer known."""
    known = {r: values[field] for r, values in record[RESERVED].get("h", {}).items() if field in values and r < rev}
    known |= {r: value for r, value in heads(record, field).items() if r < rev}
    return max(known.items(), key=lambda item: item[0]) if known else None

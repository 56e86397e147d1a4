"""Who wrote what, per field: the revision data that every record carries under the one reserved key `_`.

A field's state is its heads {revision: value}; a revision is `time-actor-random`, sortable as text. A record keeps
  r  the revision of each field; `*` is the record's creation and covers every field not listed, `!` its deletion
  k  marks of revisions that somebody replaced knowingly, and of those between which somebody chose
  c  other heads of a field, written at the same time by somebody who had not seen this one
  h  values of earlier revisions, newest first to be kept
  s  the seal: a hash that shows whether something else wrote the record (see encoding.py)
An empty value (null) and an absent field are the same. Nothing here ever needs migrating for merging or undo.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

Stored = dict[str, Any]
RESERVED = "_"
CREATION = "*"
DELETION = "!"
HISTORY_DEPTH = 60
UNKNOWN = "0000000000"
OUTSIDE = "0000000ext"
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


@lru_cache(maxsize=1 << 16)
def undo_tail(rev: str) -> str:
    """The tail that marks a revision as the undoing of `rev`."""
    from hashlib import blake2b

    return blake2b(f"undo\x1f{rev}".encode(errors="surrogatepass"), digest_size=4).hexdigest()


def mark(field: str, rev: str) -> str:
    """The short mark under `k` that says somebody replaced `rev` of `field` knowingly."""
    from hashlib import blake2b

    return blake2b(f"{field}\x1f{rev}".encode(errors="surrogatepass"), digest_size=6).hexdigest()


def erased_mark(field: str, rev: str) -> str:
    """The mark under `k` that says the value of `rev` must never return, not even as an earlier value."""
    return f"x{mark(field, rev)}"


def settled_mark(field: str, rev: str, side: str) -> str:
    """The mark under `k` that says `rev` chose between values of `field` of which `side` was one."""
    return "q" + mark(field, f"{rev}\x1f{side}")


def side_revision(rev: str, side: str) -> str:
    """The revision of a value that an undo, `rev`, brings back beside its newest: that of the choice it was part of."""
    from hashlib import blake2b

    tail = blake2b(f"side\x1f{rev}\x1f{side}".encode(errors="surrogatepass"), digest_size=4).hexdigest()
    return revision(time_of(rev), UNKNOWN, tail)


def is_side(rev: str) -> bool:
    """Whether a revision only goes along with that of an undo, and is no action of anybody by itself."""
    return actor_of(rev) == UNKNOWN and time_of(rev) > 0


def create(fields: Stored, rev: str) -> Stored:
    """A new record holding `fields`."""
    return {**{name: value for name, value in fields.items() if value is not None}, RESERVED: {"r": {CREATION: rev}}}


def own_fields(record: Stored) -> Stored:
    """The fields of a record that something else wrote; names that revision data needs for itself get a `_` behind."""
    reserved = (CREATION, DELETION)
    return {f"{n}_" if n in reserved else n: value for n, value in record.items() if n != RESERVED}


def adopt(fields: Stored) -> Stored:
    """A record that something else wrote without revision data, taken in under a revision made from its content."""
    from hashlib import blake2b

    own = own_fields(fields)
    content = json.dumps(own, sort_keys=True)
    return create(own, revision(0, UNKNOWN, blake2b(content.encode(), digest_size=4).hexdigest()))


def is_adopted(record: Stored) -> bool:
    """Whether something else made the record, without revision data."""
    creation = record[RESERVED]["r"][CREATION]
    return actor_of(creation) == UNKNOWN and time_of(creation) == 0


def outside_revision(*content: object) -> str:
    """The revision, made from its content, of what Roadmap adds to a record that something else made."""
    from hashlib import blake2b

    words = "\x1f".join(map(str, content))
    return revision(1, OUTSIDE, blake2b(words.encode(errors="surrogatepass"), digest_size=4).hexdigest())


def heads(record: Stored, field: str) -> dict[str, Any]:
    """The current values of a field by revision: one, several where people wrote at the same time, or none.

    A field that the creation left empty and nobody wrote has none; one that somebody emptied holds null.
    """
    meta = record[RESERVED]
    rev = meta["r"].get(field)
    value = record.get(field) if field != DELETION else None
    if rev is None and value is not None:
        rev = meta["r"][CREATION]
    found = {} if rev is None else {rev: value}
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
    changed = with_heads(record, field, {rev: value} | {r: v for r, v in current.items() if r not in known})
    new_meta = changed[RESERVED]
    replaced = {r: current[r] for r in known}
    if known:
        chosen = {settled_mark(field, rev, r) for r in known} if _is_question(record, field, replaced) else ()
        new_meta["k"] = sorted({*meta.get("k", ()), *(mark(field, r) for r in known), *chosen})
    if not current and field != DELETION:
        replaced = {meta["r"][CREATION]: None}
    if replaced:
        new_meta["h"] = _with_history(meta.get("h", {}), field, replaced)
    return changed


def _is_question(record: Stored, field: str, values: dict[str, Any]) -> bool:
    """Whether these current values leave something to decide."""
    if field == DELETION:
        return has_deletion(record) and not is_deleted(record)
    first = next(iter(values.values()))
    return any(value != first for value in values.values())


def settled_sides(record: Stored, field: str, rev: str) -> dict[str, Any]:
    """The values by revision between which `rev` chose, as far as they are still known; none where it chose nothing."""
    marks = set(record[RESERVED].get("k", ()))
    earlier = {r: values[field] for r, values in record[RESERVED].get("h", {}).items() if field in values}
    return {r: value for r, value in earlier.items() if settled_mark(field, rev, r) in marks} if marks else {}


def reopen(record: Stored, field: str, sides: dict[str, Any], rev: str, seen: Iterable[str] | None = None) -> Stored:
    """`record` with the values of a choice that is taken back standing beside each other again, in place of `seen`."""
    newest = max(sides)
    changed = write(record, field, sides[newest], rev, seen)
    if changed is record:
        return record
    others = {side_revision(rev, side): value for side, value in sides.items() if side != newest}
    return with_heads(changed, field, heads(changed, field) | others)


def with_heads(record: Stored, field: str, values: dict[str, Any]) -> Stored:
    """`record` with exactly these current values of a field, the newest one shown."""
    meta = {key: value for key, value in record[RESERVED].items() if key != "s"}
    meta["r"] = {name: rev for name, rev in meta["r"].items() if name != field}
    meta["c"] = {name: found for name, found in meta.get("c", {}).items() if name != field}
    changed = {name: value for name, value in record.items() if name != field} | {RESERVED: meta}
    _put_heads(changed, field, values)
    if not meta["c"]:
        del meta["c"]
    return changed


def assemble(creation: str, fields: dict[str, dict[str, Any]]) -> Stored:
    """A record from its creation and the current values of each field."""
    meta: dict[str, Any] = {"r": {CREATION: creation}, "c": {}}
    record: Stored = {RESERVED: meta}
    for field, values in fields.items():
        _put_heads(record, field, values)
    if not meta["c"]:
        del meta["c"]
    return record


def _put_heads(record: Stored, field: str, values: dict[str, Any]) -> None:
    """Enter the current values of a field in a record under construction; there is one way to write them."""
    if not values:
        return
    meta = record[RESERVED]
    top = max(values)
    shown = values[top] if field != DELETION else None
    if shown is not None:
        record[field] = shown
    if shown is None or top != meta["r"][CREATION]:
        meta["r"][field] = top
    others = {r: v for r, v in values.items() if r != top or (field == DELETION and v is not None)}
    if others:
        meta["c"][field] = others


def _with_history(history: dict[str, Stored], field: str, replaced: dict[str, Any]) -> dict[str, Stored]:
    merged = dict(history)
    for rev, value in replaced.items():
        merged[rev] = {**merged.get(rev, {}), field: value}
    return newest_of(merged)


def newest_of(history: dict[str, Stored]) -> dict[str, Stored]:
    """The part of a history that is kept: its newest revisions, so that joining histories in any order agrees."""
    return {rev: history[rev] for rev in sorted(history)[-HISTORY_DEPTH:]}


def field_names(record: Stored) -> set[str]:
    """The names of all fields that anybody ever wrote, with `!` where the record was deleted."""
    meta = record[RESERVED]
    return {*record, *meta["r"], *meta.get("c", {})} - {RESERVED, CREATION}


def fingerprint(record: Stored) -> str:
    """A hash of the heads of all fields: what somebody who deletes the record has seen of it."""
    names = field_names(record) - {DELETION}
    seen = sorted(f"{name}\x1f{rev}" for name in names for rev in heads(record, name))
    from hashlib import blake2b

    return blake2b("\x1e".join(seen).encode(errors="surrogatepass"), digest_size=8).hexdigest()


def mark_deleted(record: Stored, rev: str) -> Stored:
    """`record` deleted by somebody who saw it as it is."""
    return write(record, DELETION, {"seen": fingerprint(record)}, rev)


def mark_restored(record: Stored, rev: str) -> Stored:
    """`record` brought back."""
    return write(record, DELETION, None, rev)


def has_deletion(record: Stored) -> bool:
    """Whether somebody deleted the record and nobody took that back, even where somebody else changed it since."""
    return any(isinstance(value, dict) for value in heads(record, DELETION).values())


def is_deleted(record: Stored) -> bool:
    """Whether the record belongs in the bin: deleted, and not changed by somebody who did not know."""
    if DELETION not in record[RESERVED]["r"]:
        return False
    values = list(heads(record, DELETION).values())
    current = fingerprint(record)
    return all(isinstance(value, dict) for value in values) and any(value.get("seen") == current for value in values)


def is_emptied(record: Stored) -> bool:
    """Whether all that the record held was erased for good; a number and a place say nothing of anybody."""
    filled = record.keys() - {RESERVED, "number", "order"}
    return not filled and any(found.startswith("x") for found in record[RESERVED].get("k", ()))


def newest_revision(record: Stored) -> str:
    """The latest revision anywhere in the record."""
    revs: dict[str, str] = record[RESERVED]["r"]
    return max(revs.values())


def earlier_value(record: Stored, field: str, rev: str) -> tuple[str, Any] | None:
    """The revision before `rev` of a field, with its value; None where that is no longer known."""
    known = {r: values[field] for r, values in record[RESERVED].get("h", {}).items() if field in values and r < rev}
    known |= {r: value for r, value in heads(record, field).items() if r < rev}
    known = {r: value for r, value in known.items() if not is_side(r)}
    return max(known.items(), key=lambda item: item[0]) if known else None

"""What something else wrote in a plan file, by hand or through plain TinyDB, taken in as changes that people can see.

Every record we write carries a seal; one that does not fit shows that something else wrote the record. Each value that
is not the one known under its revision then gets a revision of its own, made from the value itself, so that everybody
who opens the same edited file gets the same bytes. What is known is the plan in memory, or else the safety copy where
it holds the record with the very same revisions. Where nothing is known every value of the record gets one, which can
raise a needless question later but never loses anything. A line that disappeared says nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from roadmap_tui.store.encoding import Tables, seal, seal_of_line
from roadmap_tui.store.header import BIN, META
from roadmap_tui.store.join import settled
from roadmap_tui.store.revisions import (
    CREATION,
    DELETION,
    OUTSIDE,
    RESERVED,
    Stored,
    adopt,
    assemble,
    field_names,
    heads,
    mark,
    newest_of,
    own_fields,
    revision,
    time_of,
)

Row = tuple[str, int]
Lines = dict[str, dict[int, bytes]]

TABLE_LINE = re.compile(rb'"([a-z_0-9]+)":\{')
RECORD_LINE = re.compile(rb'"([1-9][0-9]{0,29})":\{')
_SEAL = b',"s":"'
_SEAL_END = len(_SEAL) + 9


def sealed_lines(data: bytes) -> Lines:
    """The lines of a file, by table and id, whose seal fits what they say; only lines as we write them count."""
    found: Lines = {}
    rows: dict[int, bytes] = {}
    table = b""
    for line in data.split(b"\n"):
        record = RECORD_LINE.match(line)
        if record:
            line = line.removesuffix(b",")
            if _fits(table, line):
                rows[int(record[1])] = line
        elif head := TABLE_LINE.match(line):
            table = head[1]
            rows = found.setdefault(table.decode(), {})
    return found


def _fits(table: bytes, line: bytes) -> bool:
    at = line.find(_SEAL)
    said = line[at + len(_SEAL) : at + _SEAL_END]
    return at > 0 and said == seal_of_line(table, line[:at] + line[at + _SEAL_END :]).encode() + b'"'


def unsealed_rows(tables: Tables, lines: Lines) -> list[Row]:
    """The rows, as (table, key), that something else wrote or changed."""
    found = []
    for table, rows in tables.items():
        trusted = lines.get(table, {})
        found += [(table, key) for key, row in rows.items() if key not in trusted and not _is_whole(table, key, row)]
    return found


def as_sealed(tables: Tables, rows: Iterable[Row], copies: Iterable[bytes]) -> dict[Row, Stored]:
    """The records of these rows as we wrote them, from copies of the plan; only where the revisions are the same.

    Then nothing but values differs, so what differs is exactly what something else changed.
    """
    wanted = {(table, key): _revision_data(tables[table][key]) for table, key in rows}
    found: dict[Row, Stored] = {}
    for data in copies:
        lines = sealed_lines(data)
        for (table, key), meta in wanted.items():
            line = lines.get(table, {}).get(key) if (table, key) not in found else None
            if line is None:
                continue
            row = json.loads(b"{" + line + b"}")[str(key)]
            if _revision_data(row) != meta:
                continue
            if table != BIN:
                found[table, key] = {**row, RESERVED: meta}
            elif _owner(row) == _owner(tables[table][key]):
                found[table, key] = {**row["record"], RESERVED: meta}
    return found


def _revision_data(row: Stored) -> Stored:
    return {name: value for name, value in row.get(RESERVED, {}).items() if name != "s"}


def _owner(row: Stored) -> tuple[Any, Any]:
    return row.get("table"), row.get("id")


def _is_whole(table: str, key: int, row: Stored) -> bool:
    said = row[RESERVED].get("s")
    if said is None:
        return bool(row[RESERVED] == adopt(row)[RESERVED])
    return bool(said == seal(table, key, row))


def taken_in(table: str, record_id: int, record: Stored, known: Stored | None) -> Stored:
    """A record that something else changed, with a revision for each value that `known` does not have so.

    The header is no change of anybody; it only gets the form that the join relies on.
    """
    if table == META:
        return settled(record)
    meta = record[RESERVED]
    record = {**own_fields(record), RESERVED: meta}
    values = _known_values(known) if known else {}
    moment = max(map(time_of, _all_revisions(record))) + 1
    marks, history = set(meta.get("k", ())), {rev: dict(found) for rev, found in meta.get("h", {}).items()}
    fields: dict[str, dict[str, Any]] = {}
    for field in field_names(record) | (field_names(known) if known else set()):
        fields[field] = found = heads(record, field)
        if field == DELETION:
            continue
        if not found and known and mark(field, meta["r"][CREATION]) not in marks:
            found = _emptied(field, meta["r"][CREATION], known)
        for rev, value in list(found.items()):
            if (field, rev) in values and _encoded(values[field, rev]) == _encoded(value):
                continue
            content = f"{table}\x1f{record_id}\x1f{field}\x1f{rev}\x1f{_encoded(value)}"
            own = revision(moment, OUTSIDE, _tail(content))
            del found[rev]
            found[own] = value
            marks.add(mark(field, rev))
            if (field, rev) in values:
                history.setdefault(rev, {})[field] = values[field, rev]
        fields[field] = found
    changed = assemble(meta["r"][CREATION], fields)
    kept = {name: value for name, value in meta.items() if name not in ("r", "c", "s")}
    changed[RESERVED] = {**kept, "k": sorted(marks), "h": newest_of(history), **changed[RESERVED]}
    return settled(changed)


def _tail(content: str) -> str:
    from hashlib import blake2b

    return blake2b(content.encode(errors="surrogatepass"), digest_size=4).hexdigest()


def _emptied(field: str, creation: str, known: Stored) -> dict[str, Any]:
    """What is left of a field that is gone from the record while it stood in it since its creation."""
    return {creation: None} if heads(known, field).get(creation) is not None else {}


def _known_values(known: Stored) -> dict[tuple[str, str], Any]:
    found = {(field, rev): value for rev, old in known[RESERVED].get("h", {}).items() for field, value in old.items()}
    for field in field_names(known):
        found |= {(field, rev): value for rev, value in heads(known, field).items()}
    return found


def _all_revisions(record: Stored) -> list[str]:
    meta = record[RESERVED]
    return [*meta["r"].values(), *(rev for values in meta.get("c", {}).values() for rev in values)]


def _encoded(value: Any) -> str:
    return json.dumps(value, sort_keys=True)

"""Where a record stands: in its table, or in the bin while it is deleted. To everything else the two are one record.

The bin is a table too, so that plain TinyDB sees only what is live. Its rows go by the id of their record; where two
tables removed records of one id, all but the first table's take an id made from table and id.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_tui.model.ids import derived_id
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.header import BIN
from roadmap_tui.store.revisions import RESERVED, Stored, is_deleted

_ID = "id"


def find_stored(tables: Tables, table: str, record_id: int) -> Stored | None:
    """A record as stored, live or from the bin."""
    live = tables.get(table, {}).get(record_id)
    if live is not None:
        return live
    if record_id not in tables.get(BIN, {}):
        return None
    return _removed(tables, record_id).get(table)


def place(tables: Tables, table: str, record_id: int, record: Stored) -> None:
    """Put a record where it belongs: in its table, or in the bin when it is deleted."""
    deleted = is_deleted(record)
    removed = _removed(tables, record_id)
    if deleted:
        tables.get(table, {}).pop(record_id, None)
        _put_removed(tables, record_id, {**removed, table: record})
    else:
        tables.setdefault(table, {})[record_id] = record
        if table in removed:
            _put_removed(tables, record_id, {name: found for name, found in removed.items() if name != table})


def stored_records(tables: Tables) -> Iterator[tuple[str, int, Stored]]:
    """Every record with its table and id, live ones and those in the bin."""
    for table, rows in tables.items():
        if table != BIN:
            for record_id, record in rows.items():
                yield table, record_id, record
    yield from removed_records(tables)


def removed_records(tables: Tables) -> Iterator[tuple[str, int, Stored]]:
    """Every record in the bin with its table and id."""
    for key, row in tables.get(BIN, {}).items():
        yield row["table"], row.get(_ID, key), _unpack(row)


def _removed(tables: Tables, record_id: int) -> dict[str, Stored]:
    """The records in the bin that go by this id in their tables."""
    rows = tables.get(BIN, {})
    first = rows.get(record_id)
    if first is None or first.get(_ID, record_id) != record_id:
        return {}
    found = {str(first["table"]): _unpack(first)}
    for table in tables:
        row = rows.get(_second_key(table, record_id))
        if row is not None and row.get(_ID) == record_id:
            found[table] = _unpack(row)
    return found


def _put_removed(tables: Tables, record_id: int, removed: dict[str, Stored]) -> None:
    """Write all rows of the bin that go by this id; the order in which they came there makes no difference."""
    rows = tables.setdefault(BIN, {})
    rows.pop(record_id, None)
    for table in tables:
        rows.pop(_second_key(table, record_id), None)
    for place_in_line, table in enumerate(sorted(removed)):
        if place_in_line == 0:
            rows[record_id] = _pack(table, removed[table])
        else:
            rows[_second_key(table, record_id)] = {**_pack(table, removed[table]), _ID: record_id}
            tables.setdefault(table, {})


def _second_key(table: str, record_id: int) -> int:
    return derived_id(BIN, table, str(record_id))


def _unpack(row: Stored) -> Stored:
    return {**row["record"], RESERVED: row[RESERVED]}


def _pack(table: str, record: Stored) -> Stored:
    fields = {name: value for name, value in record.items() if name != RESERVED}
    return {"table": table, "record": fields, RESERVED: record[RESERVED]}

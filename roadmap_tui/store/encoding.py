"""The bytes of a plan file: a TinyDB 4 JSON file with one record per line, sorted, pure ASCII.

The same state gives the same bytes on every machine, so that a file under version control changes one line per
changed record. Plain `TinyDB(path)` opens, queries and updates the result.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from roadmap_tui.errors import NotSavedError
from roadmap_tui.i18n import _
from roadmap_tui.store.revisions import RESERVED, Stored

Tables = dict[str, dict[int, Stored]]

_encode = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


def seal(table: str, record_id: int, record: Stored) -> str:
    """The seal that fits a record in its place; another one means that something else wrote or moved it."""
    meta = {key: value for key, value in record[RESERVED].items() if key != "s"}
    return seal_of_line(table.encode(errors="surrogatepass"), _line(record_id, {**record, RESERVED: meta}))


def seal_of_line(table: bytes, line: bytes) -> str:
    """Eight hexadecimal digits over the name of the table and a line with the id and the record without its seal."""
    from hashlib import blake2b

    return blake2b(table + b"\x1f" + line, digest_size=4).hexdigest()


def check_values(fields: Stored) -> None:
    """Raise NotSavedError where `fields` holds what JSON cannot, such as a number that is infinite."""
    try:
        _encode(fields)
    except (ValueError, TypeError, RecursionError) as error:
        raise NotSavedError(
            _("This value cannot be stored in a plan ({reason}); nothing was changed.").format(reason=str(error)[:80])
        ) from None


def encode_line(table: str, record_id: int, record: Stored) -> bytes:
    """The line of one record, sealed. Raises ValueError or TypeError for a value that JSON cannot hold."""
    return _line(record_id, {**record, RESERVED: {**record[RESERVED], "s": seal(table, record_id, record)}})


def _line(record_id: int, record: Stored) -> bytes:
    return f'"{record_id}":{_encode(record)}'.encode()


def join_lines(tables: Mapping[str, Iterable[tuple[int, bytes]]]) -> bytes:
    """The whole file from encoded lines; tables and records are sorted here."""
    parts = []
    for name in sorted(tables):
        lines = b",\n".join(line for _, line in sorted(tables[name]))
        parts.append(_encode(name).encode() + b":{" + (b"\n" + lines + b"\n" if lines else b"") + b"}")
    return b"{\n" + b",\n".join(parts) + b"\n}\n"


def encode_file(tables: Tables) -> bytes:
    """The bytes of a whole plan."""
    return join_lines(
        {name: [(i, encode_line(name, i, record)) for i, record in rows.items()] for name, rows in tables.items()}
    )

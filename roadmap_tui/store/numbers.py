"""Numbers that stay unambiguous where a merge brought two records of one number together."""

from __future__ import annotations

import msgspec

from roadmap_tui.model.handles import told_apart
from roadmap_tui.model.record import Record
from roadmap_tui.store.revisions import CREATION, RESERVED, Stored

Rows = dict[int, tuple[Stored, Record]]


def tell_apart(rows: Rows) -> None:
    """Give the younger of two records with one number a letter behind it, in the reading and not in the file."""
    own = {record_id: _stored_number(stored) for record_id, (stored, _record) in rows.items()}
    other: dict[int, str] = {}
    if len(set(own.values())) < len(own):
        other = told_apart((key, number, rows[key][0][RESERVED]["r"][CREATION]) for key, number in own.items())
    for record_id, (stored, record) in rows.items():
        number = other.get(record_id, own[record_id])
        if record.number != number:
            rows[record_id] = (stored, msgspec.structs.replace(record, number=number))


def _stored_number(stored: Stored) -> str:
    number = stored.get("number")
    return number if isinstance(number, str) else ""

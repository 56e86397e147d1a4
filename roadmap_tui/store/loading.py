"""From the bytes of a plan file to tables in the one form that the join relies on.

Beyond strict reading this takes in what something else wrote, and rebuilds a file in which git left conflict markers.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from roadmap_tui.errors import UnreadableError
from roadmap_tui.i18n import _
from roadmap_tui.store import rescue
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.external import Lines, Row, sealed_lines, taken_in, unsealed_rows
from roadmap_tui.store.header import BIN, header_of
from roadmap_tui.store.join import join_record, join_tables, settled
from roadmap_tui.store.placing import find_stored, place, removed_records
from roadmap_tui.store.reading import parse
from roadmap_tui.store.revisions import RESERVED, is_deleted


class Loaded(msgspec.Struct, frozen=True):
    """The tables of a file, the records that something else changed in it, and its lines that need no encoding.

    `rescued` says that the file held two versions, with the conflict markers of git between them.
    """

    tables: Tables
    outside: frozenset[Row] = frozenset()
    lines: Lines = {}
    rescued: bool = False


def load(data: bytes, path: Path, known: Tables | None = None) -> Loaded:
    """The plan in `data`; `known` is an earlier state of it. Raises UnreadableError; `path` is for the message."""
    try:
        tables = parse(data, path)
    except UnreadableError:
        if not rescue.has_markers(data):
            raise
        return _rescued(data, path, known)
    lines = sealed_lines(data)
    outside = _take_in(tables, unsealed_rows(tables, lines), known)
    for rows in tables.values():
        for row in rows.values():
            row[RESERVED].pop("s", None)
    _unite_with_bin(tables)
    return Loaded(tables, frozenset(outside), lines)


def _rescued(data: bytes, path: Path, known: Tables | None) -> Loaded:
    """Both versions of a file with conflict markers, joined."""
    found = rescue.sides(data)
    if found is None:
        raise UnreadableError(
            _('"{path}" holds conflict markers of git that cannot be put right; choose one version with git.').format(
                path=path
            )
        )
    ours, theirs = (load(side, path, known) for side in found)
    if header_of(ours.tables)["doc"] != header_of(theirs.tables)["doc"]:
        raise UnreadableError(
            _('"{path}" holds two different plans with conflict markers of git between them.').format(path=path)
        )
    return Loaded(join_tables(ours.tables, theirs.tables), ours.outside | theirs.outside, {}, True)


def _take_in(tables: Tables, rows: list[Row], known: Tables | None) -> set[Row]:
    """Give what something else wrote in these rows its own revisions; answers the records that it changed."""
    changed = set()
    for table, key in rows:
        row = tables[table][key]
        if table == BIN:
            name, record_id = str(row["table"]), int(row.get("id", key))
            record = {**row["record"], RESERVED: row[RESERVED]}
        else:
            name, record_id, record = table, key, row
        before = find_stored(known, name, record_id) if known else None
        found = taken_in(name, record_id, record, before)
        if found[RESERVED]["r"] != record[RESERVED]["r"] or found[RESERVED].get("c") != record[RESERVED].get("c"):
            changed.add((name, record_id))
        other = tables.get(name, {}).get(record_id) if table == BIN else None
        place(tables, name, record_id, found if other is None else join_record(settled(other), found))
    return changed


def _unite_with_bin(tables: Tables) -> None:
    """One record that stands both in its table and in the bin, as a merge line by line can leave it, becomes one."""
    for table, record_id, removed in list(removed_records(tables)):
        live = tables.get(table, {}).get(record_id)
        if live is not None:
            place(tables, table, record_id, join_record(settled(live), settled(removed)))
        elif not is_deleted(removed):
            place(tables, table, record_id, removed)

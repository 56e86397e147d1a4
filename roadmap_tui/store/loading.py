"""From the bytes of a plan file to tables in the one form that the join relies on.

Beyond strict reading this takes in what something else wrote, and rebuilds a file in which git left conflict markers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from roadmap_tui.errors import DamagedError, UnreadableError
from roadmap_tui.i18n import _
from roadmap_tui.store import rescue
from roadmap_tui.store.encoding import Tables, join_lines
from roadmap_tui.store.external import (
    RECORD_LINE,
    TABLE_LINE,
    Lines,
    Row,
    as_sealed,
    sealed_lines,
    taken_in,
    unsealed_rows,
)
from roadmap_tui.store.header import BIN, META, header_of
from roadmap_tui.store.join import join_record, join_tables, settled
from roadmap_tui.store.placing import find_stored, place, removed_records
from roadmap_tui.store.reading import parse
from roadmap_tui.store.revisions import RESERVED, Stored, is_deleted

Copies = Callable[[str], Iterable[bytes]]
LineCache = dict[str, dict[int, tuple[Stored, bytes]]]


class Loaded(msgspec.Struct, frozen=True):
    """The tables of a file, the records that something else changed in it, and its lines that need no encoding.

    `rescued` says that the file held two versions, with the conflict markers of git between them.
    """

    tables: Tables
    outside: frozenset[Row] = frozenset()
    lines: Lines = {}
    rescued: bool = False


def line_cache(tables: Tables, lines: Lines) -> LineCache:
    """The lines of records that were read from a file and need no encoding as long as they stay the same."""
    return {
        table: {key: (tables[table][key], line) for key, line in rows.items() if key in tables.get(table, {})}
        for table, rows in lines.items()
    }


def glance(data: bytes, path: Path) -> Loaded:
    """The plan in `data` for somebody who only looks: seals are not checked, so what it gives may not be saved.

    Raises UnreadableError; `path` is for the message.
    """
    if rescue.has_markers(data):
        return load(data, path)
    tables = parse(data, path)
    _unite_with_bin(tables)
    return Loaded(tables)


def load(
    data: bytes,
    path: Path,
    known: Tables | None = None,
    cache: LineCache | None = None,
    copies: Copies | None = None,
) -> Loaded:
    """The plan in `data`; `known` is an earlier state of it, `cache` holds records by the lines that say the same.

    `copies` answers by document id what else may hold earlier states; it is asked only where something else wrote.
    Raises UnreadableError; `path` is for the message.
    """
    try:
        tables, lines = (_read_changed_lines(data, path, cache) if cache else None) or _read(data, path)
    except UnreadableError:
        if not rescue.has_markers(data):
            raise
        return _rescued(data, path, known)
    doubtful = unsealed_rows(tables, lines)
    earlier = as_sealed(tables, doubtful, copies(str(header_of(tables)["doc"]))) if doubtful and copies else {}
    outside = _take_in(tables, doubtful, known, earlier)
    for rows in tables.values():
        for row in rows.values():
            row[RESERVED].pop("s", None)
    _unite_with_bin(tables)
    return Loaded(tables, frozenset(outside), lines)


def _read(data: bytes, path: Path) -> tuple[Tables, Lines]:
    return parse(data, path), sealed_lines(data)


def _read_changed_lines(data: bytes, path: Path, cache: LineCache) -> tuple[Tables, Lines] | None:
    """What `data` holds, with only the lines parsed that are not in the cache; None where we did not lay it out."""
    tables: Tables = {}
    lines: Lines = {}
    fresh: Lines = {}
    name = ""
    for line in data.split(b"\n"):
        if (record := RECORD_LINE.match(line)) and name:
            key, text = int(record[1]), line.removesuffix(b",")
            lines[name][key] = text
            found = cache.get(name, {}).get(key)
            if found is not None and found[1] == text:
                tables[name][key] = found[0]
            else:
                fresh.setdefault(name, {})[key] = text
        elif head := TABLE_LINE.match(line):
            name = head[1].decode()
            tables[name], lines[name] = {}, {}
    if META not in lines or join_lines({table: rows.items() for table, rows in lines.items()}) != data:
        return None
    parsed, sealed = _read(
        join_lines({META: lines[META].items()} | {t: rows.items() for t, rows in fresh.items()}), path
    )
    for table, rows in parsed.items():
        tables[table] |= {key: row for key, row in rows.items() if key not in tables[table]}
    for table, changed in fresh.items():
        for key in changed.keys() - sealed.get(table, {}).keys():
            del lines[table][key]
    return tables, lines


def _rescued(data: bytes, path: Path, known: Tables | None) -> Loaded:
    """Both versions of a file with conflict markers, joined."""
    found = rescue.sides(data)
    if found is None:
        raise DamagedError(
            _(
                '"{path}" holds conflict markers of git that cannot be put right; '
                'choose one version with git, or see what can be brought back: roadmap restore "{path}"'
            ).format(path=path)
        )
    ours, theirs = (load(side, path, known) for side in found)
    if header_of(ours.tables)["doc"] != header_of(theirs.tables)["doc"]:
        raise UnreadableError(
            _('"{path}" holds two different plans with conflict markers of git between them.').format(path=path)
        )
    return Loaded(join_tables(ours.tables, theirs.tables), ours.outside | theirs.outside, {}, True)


def _take_in(tables: Tables, rows: list[Row], known: Tables | None, earlier: dict[Row, Stored]) -> set[Row]:
    """Give what something else wrote in these rows its own revisions; answers the records that it changed."""
    changed = set()
    for table, key in rows:
        row = tables[table][key]
        if table == BIN:
            name, record_id = str(row["table"]), int(row.get("id", key))
            record = {**row["record"], RESERVED: row[RESERVED]}
        else:
            name, record_id, record = table, key, row
        before = find_stored(known, name, record_id) if known else earlier.get((table, key))
        found = taken_in(name, record_id, record, before)
        if found != before:
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

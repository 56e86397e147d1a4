"""What can still be read of a damaged plan file, record by record, whatever happened to the rest.

A record is looked for by its shape, `"id":{...}` below the name of a table; commas, brackets and line ends between
records are not relied on. Text is tried as UTF-8, as UTF-16 without its mark, and line by line as Windows' cp1252.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from roadmap_tui.errors import UnreadableError
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.external import Row
from roadmap_tui.store.header import HEADER_ID, META, header_of, new_header
from roadmap_tui.store.join import join_tables
from roadmap_tui.store.loading import load
from roadmap_tui.store.placing import find_stored, place, stored_records
from roadmap_tui.store.reading import parse
from roadmap_tui.store.revisions import RESERVED, UNKNOWN, revision

_ENTRY = re.compile(r'"([^"\\]{1,60})"\s*:\s*(?=\{)')
_FIRST_RECORD = re.compile(r'\{\s*"[0-9]{1,30}"\s*:\s*\{')
_NOISE = re.compile(rb"[\x80-\xff]{3,}")
_decode = json.JSONDecoder(strict=True).raw_decode


class Readable(msgspec.Struct, frozen=True):
    """The part of a damaged file that makes sense: its tables, and the records that something else wrote or changed.

    `has_header` says whether it still tells which plan it is; where not, the header in `tables` is a new one.
    """

    tables: Tables
    outside: frozenset[Row]
    has_header: bool


def readable_part(data: bytes, path: Path, known: Tables | None = None) -> Readable | None:
    """What can be read of a damaged file, with `known` an undamaged state of the same plan; None for nothing at all."""
    layers = _layers(_text(data))
    header = next((found for layer in layers if (found := _header(layer))), None)
    if not any(rows for layer in layers for table, rows in layer.items() if table != META):
        return None
    fallback = header or (known or {}).get(META, {}).get(HEADER_ID) or new_header(revision(0, UNKNOWN, "00000000"))
    joined: Tables | None = None
    outside: set[Row] = set()
    for layer in layers:
        layer[META] = {str(HEADER_ID): fallback}
        loaded = load(_whole(_sound(layer, path)), path, known)
        outside |= loaded.outside | _told_otherwise(joined, loaded.tables)
        joined = loaded.tables if joined is None else join_tables(joined, loaded.tables)
    return Readable(joined or {}, frozenset(outside), header is not None)


def sound_rows(damaged: bytes, path: Path, known: Tables) -> Tables:
    """The rows of a damaged file of the plan `known` that are as Roadmap wrote them; empty where there are none."""
    own = readable_part(damaged, path, known)
    if own is None or not own.has_header or header_of(own.tables)["doc"] != header_of(known)["doc"]:
        return {}
    sound: Tables = {}
    for table, record_id, record in stored_records(own.tables):
        if (table, record_id) not in own.outside:
            place(sound, table, record_id, record)
    return sound


def _told_otherwise(joined: Tables | None, layer: Tables) -> set[Row]:
    """The records that stand in the file again with something else: nobody who uses Roadmap writes that."""
    found = set()
    for table, record_id, record in stored_records(layer):
        other = find_stored(joined or {}, table, record_id)
        if table != META and other is not None and other != record:
            found.add((table, record_id))
    return found


def document_of(data: bytes) -> str:
    """The document id in a damaged file; empty where it does not say."""
    for layer in _layers(_text(data)):
        if header := _header(layer):
            return str(header["doc"])
    return ""


def _header(layer: dict[str, dict[str, Any]]) -> dict[str, Any] | None:
    """The header of a layer, without its revision data where that makes no sense; None where there is none."""
    found = layer.get(META, {}).get(str(HEADER_ID), {})
    if not isinstance(found, dict):
        return None
    plain = {name: value for name, value in found.items() if name != RESERVED}
    return next((each for each in (found, plain) if _is_plan({META: {str(HEADER_ID): each}}, Path())), None)


def _text(data: bytes) -> str:
    half = len(data) // 2 or 1
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        if zeros.count(0) > half * 0.9 and data.strip(b"\0"):
            return data.decode(encoding, "replace")
    return "\n".join(map(_line, data.split(b"\n")))


def _line(line: bytes) -> str:
    """A line as text; a run of bytes that are no letters of anybody spoils the record that it stands in."""
    try:
        return line.decode()
    except UnicodeDecodeError:
        return _NOISE.sub(b"\0", line).decode("cp1252", "replace")


def _layers(text: str) -> list[dict[str, dict[str, Any]]]:
    """The records in the text by table and id; a record that stands there again goes to the next layer."""
    layers: list[dict[str, dict[str, Any]]] = [{}]
    for table, record_id, record in _records(text):
        layer = next((each for each in layers if record_id not in each.get(table, {})), None)
        if layer is None:
            layers.append(layer := {})
        layer.setdefault(table, {})[record_id] = record
    return layers


def _records(text: str) -> Iterator[tuple[str, str, Any]]:
    """Every whole record with its table and id, in the order of the text."""
    table, at = "", 0
    while match := _ENTRY.search(text, at):
        name, at = match[1], match.end()
        if not (name.isdecimal() and name.isascii()):
            if _FIRST_RECORD.match(text, at):
                table, at = name, at + 1
            continue
        if not table:
            continue
        try:
            record, at = _decode(text, at)
        except (ValueError, RecursionError):
            continue
        yield table, name, record


def _sound(layer: dict[str, dict[str, Any]], path: Path) -> dict[str, dict[str, Any]]:
    """`layer` without the records that a plan file may not hold."""
    if _is_plan(layer, path):
        return layer
    header = layer[META]
    return {META: header} | {
        table: {key: row for key, row in rows.items() if _is_plan({META: header, table: {key: row}}, path)}
        for table, rows in layer.items()
        if table != META
    }


def _is_plan(layer: dict[str, dict[str, Any]], path: Path) -> bool:
    try:
        parse(_whole(layer), path)
    except UnreadableError:
        return False
    return True


def _whole(layer: dict[str, dict[str, Any]]) -> bytes:
    return json.dumps(layer).encode()

"""Strict reading of a plan file: what is damaged or foreign is refused and left as it is."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from math import isfinite
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from roadmap_tui.errors import DamagedError, UnreadableError
from roadmap_tui.i18n import _, reason
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.header import BIN, ForeignError, foreign_file, header_of
from roadmap_tui.store.revisions import CREATION, RESERVED, Stored, adopt

MAX_BYTES = 500_000_000
_MAX_ID_DIGITS = 30
_BLANK = b" \t\r\n\0"
_NESTED = frozenset({dict, list})
_SIMPLE = {"r", "s"}
_WITH_ROWS = (".csv", ".docx", ".md", ".xlsx")
_HEAD, _MARK, _TAIL = 65_536, b'"format":"roadmap"', b"}\n}\n"

T = TypeVar("T")


class _TwiceError(ValueError):
    """A name that occurs twice in one object."""


def read_bytes(path: Path) -> bytes:
    """The content of the file. Raises UnreadableError with one sentence for whatever is wrong with it."""
    return _reached(path, Path.read_bytes)


def seems_whole(path: Path) -> bool:
    """Whether the file begins and ends as we write it, which costs next to nothing to see. Raises UnreadableError."""
    return _reached(path, _has_both_ends)


def _has_both_ends(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if not (head.startswith(b'{\n"_') and _MARK in head):
            return False
        file.seek(-len(_TAIL), os.SEEK_END)
        return file.read() == _TAIL


def _reached(path: Path, take: Callable[[Path], T]) -> T:
    try:
        if path.is_dir():
            raise UnreadableError(_('"{path}" is a folder; name the plan file in it.').format(path=path))
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableError(_('"{path}" is too large to be a plan.').format(path=path))
        return take(path)
    except FileNotFoundError:
        raise UnreadableError(
            _('"{path}" does not exist; make a plan with: roadmap new {path}').format(path=path)
        ) from None
    except OSError as error:
        raise UnreadableError(_('"{path}" cannot be read: {reason}.').format(path=path, reason=reason(error))) from None


def parse(data: bytes, path: Path) -> Tables:
    """The tables in `data`. Raises UnreadableError; `path` is for the message only."""
    try:
        tables = _tables(_decode(data, path))
        header_of(tables)
    except ForeignError:
        raise foreign_file(path) from None
    except UnreadableError:
        raise
    except (ValueError, RecursionError) as error:
        if path.suffix.lower() in _WITH_ROWS:
            words = _('"{path}" is no plan; to take over its rows: roadmap import "{path}" --into PLAN')
            raise UnreadableError(words.format(path=path)) from None
        raise DamagedError(
            _(
                '"{path}" is damaged and was left as it is{place}; see what can be brought back: '
                'roadmap restore "{path}"'
            ).format(path=path, place=_place(error))
        ) from None
    return tables


def _place(error: Exception) -> str:
    """Where reading broke off, for who wants to repair the file by hand."""
    if isinstance(error, json.JSONDecodeError):
        return " " + _("(it breaks off at line {line})").format(line=error.lineno)
    if isinstance(error, _TwiceError):
        return " " + _('("{name}" stands in it twice)').format(name=str(error)[:40])
    return ""


def _decode(data: bytes, path: Path) -> Any:
    if not data[:200].strip(_BLANK) and not data.strip(_BLANK):
        words = _('"{path}" is empty and was left as it is; see what can be brought back: roadmap restore "{path}"')
        raise DamagedError(words.format(path=path))
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    text = data.decode(encoding)
    with _without_collector():
        content = json.loads(text, parse_constant=_refuse, parse_float=_finite)
        names = text.count('":') - text.count('\\":')
        if _count_usual(content) != names and _count_names(content) != names:
            content = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse, parse_float=_finite)
    return content


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the garbage collector from walking through a plan that is being built."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _count_names(content: Any) -> int:
    """How many names stand in all objects together; fewer than in the text means that one occurs twice.

    The text is counted by its `":`, which is exact for what we write; where it is not, the slow reading decides.
    """
    total = 0
    level: list[Iterable[Any]] = [[content]]
    while level:
        inner = [value for values in level for value in values if type(value) in _NESTED]
        objects = [value for value in inner if type(value) is dict]
        total += sum(map(len, objects))
        level = [value.values() if type(value) is dict else value for value in inner]
    return total


def _count_usual(content: Any) -> int:
    """What `_count_names` finds where records hold nothing nested but their revision data; else too few."""
    if type(content) is not dict or any(type(rows) is not dict for rows in content.values()):
        return 0
    records = [record for rows in content.values() for record in rows.values() if type(record) is dict]
    revision_data = [record[RESERVED] for record in records if RESERVED in record]
    own = len(content) + sum(map(len, content.values())) + sum(map(len, records))
    return own + _count_names(revision_data)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _value in pairs]
        raise _TwiceError(next(name for name in names if names.count(name) > 1))
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a number")


def _finite(number: str) -> float:
    value = float(number)
    return value if isfinite(value) else _refuse(number)


def _tables(content: Any) -> Tables:
    if not isinstance(content, dict):
        raise foreign_file()
    tables: Tables = {}
    for name, rows in content.items():
        if not isinstance(rows, dict):
            raise foreign_file()
        tables[name] = {_record_id(key): _record(record) for key, record in rows.items()}
    for binned in tables.get(BIN, {}).values():
        if not (isinstance(binned.get("table"), str) and isinstance(binned.get("record"), dict)):
            raise ValueError("a record in the bin is incomplete")
    return tables


def _record_id(key: str) -> int:
    if not (key.isdecimal() and key.isascii() and len(key) <= _MAX_ID_DIGITS):
        raise foreign_file()
    if key[0] == "0":
        raise ValueError("an id starts with zero")
    return int(key)


def _record(record: Any) -> Stored:
    if not isinstance(record, dict):
        raise foreign_file()
    meta = record.get(RESERVED)
    if meta is None:
        return adopt(record)
    if not (isinstance(meta, dict) and _is_complete(meta)):
        raise ValueError("revision data of a record is incomplete")
    return record


def _is_complete(meta: dict[str, Any]) -> bool:
    """Whether revision data has the shape that revisions.py describes; names it does not know are kept."""
    revs = meta.get("r")
    if not isinstance(revs, dict) or CREATION not in revs:
        return False
    for rev in revs.values():
        if type(rev) is not str:
            return False
    if len(meta) <= 2 and meta.keys() <= _SIMPLE:
        return True
    marks = meta.get("k", [])
    return isinstance(marks, list) and all(type(mark) is str for mark in marks) and _nested(meta, "c", "h")


def _nested(meta: dict[str, Any], *keys: str) -> bool:
    return all(
        isinstance(meta.get(key, {}), dict) and all(isinstance(values, dict) for values in meta.get(key, {}).values())
        for key in keys
    )

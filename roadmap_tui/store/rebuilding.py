"""The best state of a plan whose file is damaged, empty or gone, from everything that is left of it.

Taken together are: what can be read of the file, complete files of interrupted saves beside it, the journal, the safety
copies of this very path, and where there is none of those the newest whole backup. Nothing is written until asked.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec

from roadmap_tui.errors import NotSavedError, UnreadableError, UsageError
from roadmap_tui.i18n import _, reason
from roadmap_tui.store.backup import backup_folder, backups, keep_backup, path_key, read_backup
from roadmap_tui.store.damage import document_of, readable_part
from roadmap_tui.store.encoding import Tables, encode_file
from roadmap_tui.store.external import Row
from roadmap_tui.store.header import META, header_of, is_newer
from roadmap_tui.store.join import join_tables
from roadmap_tui.store.loading import load
from roadmap_tui.store.news import differing
from roadmap_tui.store.reading import read_bytes
from roadmap_tui.store.safety import SafetyCopy, safety_copies
from roadmap_tui.store.saving import (
    check_writable,
    keep_aside,
    leftovers,
    read_current,
    replace_file,
    write_in_place,
)

Kind = Literal["file", "unfinished", "safety", "backup"]


class Source(msgspec.Struct, frozen=True):
    """One place that something came from, and how many records it brought or completed."""

    kind: Kind
    path: Path
    records: int
    moment: datetime | None = None


class Rebuilt(msgspec.Struct, frozen=True):
    """The plan as it can be brought back, where it came from, and the bytes that now stand at `path`.

    `outside` are the records that something else changed in the damaged file.
    """

    path: Path
    damaged: bytes | None
    tables: Tables
    sources: tuple[Source, ...]
    outside: frozenset[Row] = frozenset()


def rebuild(path: Path, state: Path) -> Rebuilt:
    """The best state of the plan at `path`. Raises UnreadableError where nothing is left, UsageError where all is well.

    A file of another program is refused with the error that opening it gives.
    """
    damaged = _damaged_bytes(path)
    others = _others(path, state, document_of(damaged or b""))
    known: Tables | None = None
    for _kind, _path, tables in others:
        known = tables if known is None else join_tables(known, tables)
    own = readable_part(damaged, path, known) if damaged else None
    sources = []
    joined: Tables = {}
    if own is not None:
        joined = own.tables
        sources.append(Source("file", path, _count(joined)))
    for kind, place, tables in others:
        before, joined = joined, join_tables(joined, tables) if joined else tables
        brought = sum(1 for table, _id in differing(before, joined) if not table.startswith("_"))
        if brought:
            sources.append(Source(kind, place, brought, _moment(place)))
    if not joined:
        raise UnreadableError(
            _(
                'Nothing can be brought back of "{path}": nothing in it can be read, and there is no safety copy or '
                "backup of it on this computer. Ask a colleague for their copy."
            ).format(path=path)
        )
    return Rebuilt(path, damaged, joined, tuple(sources), own.outside if own else frozenset())


def _damaged_bytes(path: Path) -> bytes | None:
    """The bytes of the damaged file, None where there is no file. Raises UsageError for a sound one."""
    from roadmap_tui.errors import DamagedError

    if not path.exists():
        return None
    data = read_bytes(path)
    try:
        load(data, path)
    except DamagedError:
        return data
    raise UsageError(_('"{path}" is not damaged.').format(path=path))


def _others(path: Path, state: Path, document_id: str) -> list[tuple[Kind, Path, Tables]]:
    """The whole states of the plan that lie elsewhere; without an id that of the newest safety copy counts."""
    found: list[tuple[Kind, Path, Tables]] = []
    candidates: list[tuple[Kind, Path]] = [("safety", each) for each in safety_copies(state, path)]
    candidates += [("unfinished", each) for each in reversed(leftovers(path))]
    for kind, place in candidates:
        with suppress(OSError, UnreadableError):
            tables = load(place.read_bytes(), place).tables
            header = header_of(tables)
            document_id = document_id or str(header["doc"])
            if header["doc"] == document_id and not is_newer(header):
                found.append((kind, place, tables))
    found.sort(key=lambda each: each[0] != "unfinished")
    return found or _from_backup(path, state, document_id)


def _from_backup(path: Path, state: Path, document_id: str) -> list[tuple[Kind, Path, Tables]]:
    """The newest whole backup of the file."""
    key = path_key(path)
    folders = [backup_folder(state, document_id)] if document_id else (state / "plans").glob("*/backups")
    kept = [each for folder in folders for each in backups(folder) if each.key == key or (document_id and not each.key)]
    for each in sorted(kept, key=lambda backup: backup.moment, reverse=True):
        with suppress(UnreadableError):
            return [("backup", each.path, load(read_backup(each.path), each.path).tables)]
    return []


def _moment(path: Path) -> datetime | None:
    with suppress(OSError):
        return datetime.fromtimestamp(path.stat().st_mtime)
    return None


def _count(tables: Tables) -> int:
    return sum(len(rows) for table, rows in tables.items() if not table.startswith("_") and table != META)


def write(found: Rebuilt, state: Path, now: datetime) -> Path | None:
    """Put a rebuilt plan in its place and answer where the damaged file is kept; None where there was no file.

    Raises NotSavedError, with everything as it was, where that fails or the file changed since it was looked at.
    """
    path = Path(os.path.realpath(found.path))
    try:
        if read_current(path) != found.damaged:
            raise NotSavedError(_('"{path}" changed just now; look at it again.').format(path=path))
        if check_writable(path):
            return _write_beside(found, path, now)
        return _write_in_place(found, path, state, now)
    except OSError as error:
        raise NotSavedError(
            _('Not saved: {reason}. The file "{path}" is as it was; try again.').format(path=path, reason=reason(error))
        ) from error


def _write_beside(found: Rebuilt, path: Path, now: datetime) -> Path | None:
    kept = keep_beside(path, found.damaged, now) if found.damaged is not None else None
    replaced = replace_file(path, encode_file(found.tables), must_be_new=found.damaged is None)
    if replaced != found.damaged and replaced is not None:
        keep_aside(path, replaced)
    return kept


def keep_beside(path: Path, damaged: bytes, now: datetime) -> Path:
    """Put the bytes of a damaged file in a file of their own beside it. Raises OSError."""
    kept = path.with_name(f"{path.stem}.damaged-{now:%Y%m%d-%H%M%S}{path.suffix}")
    replace_file(kept, damaged, must_be_new=True)
    return kept


def _write_in_place(found: Rebuilt, path: Path, state: Path, now: datetime) -> Path:
    """In a folder that takes no new files: the damaged file goes to the backups, the plan first to the journal."""
    data, damaged = encode_file(found.tables), found.damaged or b""
    safety = SafetyCopy(state, str(header_of(found.tables)["doc"]), path)
    kept = keep_backup(damaged, path, safety.backups, "damaged", now)
    safety.write_journal(data)
    if not write_in_place(path, data, damaged):
        raise NotSavedError(_('"{path}" changed just now; look at it again.').format(path=path))
    safety.drop_journal()
    return kept

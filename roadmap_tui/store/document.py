"""One plan in memory: its tables, the groups of changes that are not in the file yet, and how both meet the file.

Records are never altered in place, so a save can encode a snapshot in another thread while changes go on.
A file that somebody else changed meanwhile is read again and our unsaved groups are carried out on top of it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from threading import RLock

from roadmap_tui.errors import NotSavedError, UnreadableError
from roadmap_tui.i18n import _
from roadmap_tui.store.changes import Change, Group, apply
from roadmap_tui.store.encoding import Tables, check_values, encode_line, join_lines
from roadmap_tui.store.header import HEADER_ID, META, header_of, is_newer, new_header
from roadmap_tui.store.reading import parse, read_bytes
from roadmap_tui.store.revisions import Stored, newest_revision
from roadmap_tui.store.saving import brief_lock, check_writable, read_current, replace_file
from roadmap_tui.store.taking_in import missing_groups

_MAX_ROUNDS = 20


def _digest(data: bytes | None) -> bytes:
    return blake2b(data, digest_size=16).digest() if data is not None else b""


class Document:
    """The tables of one plan file and the road back to that file."""

    def __init__(self, path: Path, tables: Tables, digest: bytes) -> None:
        self.path = path
        self.tables = tables
        self.generation = 0
        self._digest = digest
        self._signature = self._stat() if digest else None
        self._newest = ""
        self._pending: list[Group] = []
        self._lines: dict[str, dict[int, tuple[Stored, bytes]]] = {}
        self._mutex = RLock()
        self._saving = RLock()

    @classmethod
    def open(cls, path: Path) -> Document:
        """The plan in the file at `path`. Raises UnreadableError."""
        data = read_bytes(path)
        return cls(path, parse(data, path), _digest(data))

    @classmethod
    def new(cls, path: Path, rev: str) -> Document:
        """An empty plan that will be a new file at `path`."""
        return cls(path, {META: {HEADER_ID: new_header(rev)}}, b"")

    @property
    def is_newer_format(self) -> bool:
        """Whether a newer version of this program made the file, so that this one may only read it."""
        return is_newer(header_of(self.tables))

    @property
    def document_id(self) -> str:
        """What stays the same in every copy of this plan."""
        return str(header_of(self.tables)["doc"])

    @property
    def unsaved(self) -> int:
        """How many groups of changes are not in the file yet."""
        return len(self._pending)

    @property
    def newest(self) -> str:
        """The latest revision in the plan, which any new one must follow."""
        if not self._newest:
            records = (record for rows in self.tables.values() for record in rows.values())
            self._newest = max((newest_revision(record) for record in records), default="")
        return self._newest

    def commit(self, revision: str, changes: tuple[Change, ...]) -> set[tuple[str, int]]:
        """Carry out one group in memory and remember it for the next save; returns the records touched.

        Raises NotSavedError, with nothing changed, for a newer format and for a value that no file can hold.
        """
        self._check_format()
        for change in changes:
            check_values(change.fields)
        group = Group(revision, changes)
        with self._mutex:
            touched = apply(self.tables, group)
            if touched:
                self._pending.append(group)
                self._newest = max(self._newest, revision)
                self.generation += 1
        return touched

    def _check_format(self) -> None:
        if self.is_newer_format:
            raise NotSavedError(
                _("This plan was made with a newer version of Roadmap; here you can read it but not change it.")
            )

    def save(self, lock_folder: Path) -> bool:
        """Put all pending groups in the file; True where changes of somebody else were taken in on the way.

        Raises NotSavedError with the reason; memory and file then are as they were.
        """
        with self._saving:
            if not self._pending and self._digest:
                return False
            self._check_format()
            try:
                check_writable(self.path)
                with brief_lock(self.path, lock_folder):
                    return self._save_until_verified()
            except OSError as error:
                raise NotSavedError(
                    _('Not saved: "{path}" cannot be written ({reason}). Your changes are kept; try again.').format(
                        path=self.path, reason=error.strerror or error
                    )
                ) from error

    def _save_until_verified(self) -> bool:
        """Write until what was replaced is what we knew of; each round takes in what somebody else wrote."""
        joined = False
        for _round in range(_MAX_ROUNDS):
            base = read_current(self.path)
            self._check_same_plan(base)
            if base is not None and _digest(base) != self._digest:
                self._rebase(base)
                joined = True
            done, data = self._snapshot()
            try:
                replaced = replace_file(self.path, data, must_be_new=base is None)
            except FileExistsError:
                continue
            self._digest, self._signature = _digest(data), self._stat()
            if replaced is None or replaced in (base, data):
                with self._mutex:
                    del self._pending[:done]
                return joined
            self._take_in(replaced)
            joined = True
        raise NotSavedError(_("Not saved: another program keeps changing the file. Your changes are kept; try again."))

    def _check_same_plan(self, data: bytes | None) -> None:
        """Refuse to write over a file that is not (a version of) this plan."""
        if data is None:
            return
        if not self._digest:
            raise NotSavedError(_('"{path}" exists already; choose another name.').format(path=self.path))
        if _digest(data) == self._digest:
            return
        try:
            other = header_of(parse(data, self.path))["doc"]
        except UnreadableError as error:
            raise NotSavedError(
                _("Not saved, your changes are kept in memory. {reason}").format(reason=error)
            ) from error
        if other != self.document_id:
            raise NotSavedError(
                _('Not saved: "{path}" now holds another plan. Your changes are kept in memory.').format(path=self.path)
            )

    def _rebase(self, data: bytes) -> None:
        """Take what the file holds as the new base and carry out the pending groups on it."""
        fresh = parse(data, self.path)
        with self._mutex:
            for group in self._pending:
                apply(fresh, group)
            self.tables = fresh
            self._newest = ""
            self.generation += 1

    def _take_in(self, data: bytes) -> None:
        """Carry out, and save with our own, what we replaced without having known of it."""
        with suppress(UnreadableError), self._mutex:
            groups = missing_groups(parse(data, self.path), self.tables)
            for group in groups:
                apply(self.tables, group)
            self._pending[:0] = groups
            self._newest = ""
            self.generation += 1

    def _snapshot(self) -> tuple[int, bytes]:
        with self._mutex:
            done = len(self._pending)
            tables = {name: dict(rows) for name, rows in self.tables.items()}
        return done, join_lines({name: self._encoded(name, rows) for name, rows in tables.items()})

    def _encoded(self, table: str, rows: dict[int, Stored]) -> list[tuple[int, bytes]]:
        """The lines of a table; only records that are not the very ones encoded before are encoded again."""
        before = self._lines.get(table, {})
        lines: dict[int, tuple[Stored, bytes]] = {}
        for record_id, record in rows.items():
            known = before.get(record_id)
            lines[record_id] = (
                known if known is not None and known[0] is record else (record, encode_line(record_id, record))
            )
        self._lines[table] = lines
        return [(record_id, line) for record_id, (_record, line) in lines.items()]

    def refresh(self) -> bool:
        """Take in what somebody else saved since; True where the plan changed.

        A file that is missing, damaged or another plan at this moment is left alone; the plan in memory stays.
        """
        if self._stat() == self._signature:
            return False
        with self._saving:
            signature = self._stat()
            try:
                data = read_current(self.path)
            except OSError:
                return False
            self._signature = signature
            if data is None or _digest(data) == self._digest:
                return False
            try:
                self._check_same_plan(data)
            except NotSavedError:
                return False
            self._rebase(data)
            self._digest = _digest(data)
            return True

    def _stat(self) -> tuple[int, int, int] | None:
        try:
            found = os.stat(self.path)
        except OSError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns

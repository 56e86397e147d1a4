"""One plan in memory: its tables, the groups of changes that are not in the file yet, and how both meet the file.

Records are never altered in place, so a save can encode a snapshot in another thread while changes go on.
A file that somebody else changed meanwhile is joined with what is in memory, and never written over.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from roadmap_tui.errors import DamagedError, NotSavedError, UnreadableError
from roadmap_tui.i18n import _, reason
from roadmap_tui.store.changes import Change, Group, apply
from roadmap_tui.store.encoding import Tables, check_values, encode_line, join_lines
from roadmap_tui.store.external import Row
from roadmap_tui.store.header import HEADER_ID, META, header_of, is_newer, new_header
from roadmap_tui.store.join import join_tables
from roadmap_tui.store.loading import Copies, Loaded, glance, line_cache, load
from roadmap_tui.store.news import News, differing, gained
from roadmap_tui.store.reading import read_bytes
from roadmap_tui.store.replacing import same_plan
from roadmap_tui.store.revisions import Stored, newest_revision
from roadmap_tui.store.saving import (
    brief_lock,
    check_writable,
    keep_aside,
    leftovers,
    read_current,
    read_only,
    remove_leftovers,
    replace_file,
    write_in_place,
)

if TYPE_CHECKING:
    from roadmap_tui.store.safety import SafetyCopy

_MAX_ROUNDS = 20


def _digest(data: bytes | None) -> bytes:
    if data is None:
        return b""
    from hashlib import blake2b

    return blake2b(data, digest_size=16).digest()


class Document:
    """The tables of one plan file and the road back to that file."""

    def __init__(self, path: Path, loaded: Loaded, digest: bytes) -> None:
        self.path = path
        self.tables = loaded.tables
        self.generation = 0
        self.outside = loaded.outside
        self.rescued = loaded.rescued
        self.damaged: bytes | None = None  # what stands in the file, where that was damaged at the last look
        self._put_back = False
        self._digest = digest
        self._signature = self._stat() if digest else None
        self._newest = ""
        self._made = 0
        self._saved = 0
        self._news: News = {}
        self._leftovers: list[Path] = []
        self._intruders: list[Path] = []
        self._lines = line_cache(loaded.tables, loaded.lines)
        self._mutex = RLock()
        self._saving = RLock()

    @classmethod
    def open(cls, path: Path, copies: Copies | None = None) -> Document:
        """The plan in the file at `path`; `copies` show what something else changed in it. Raises UnreadableError."""
        data = read_bytes(path)
        document = cls(path, load(data, path, copies=copies), _digest(data))
        document._take_in_leftovers()
        return document

    @classmethod
    def glance(cls, path: Path) -> Document:
        """The plan in the file at `path`, quickly and for reading only. Raises UnreadableError."""
        return cls(path, glance(read_bytes(path), path), b"")

    @classmethod
    def new(cls, path: Path, rev: str) -> Document:
        """An empty plan that will be a new file at `path`."""
        return cls(path, Loaded({META: {HEADER_ID: new_header(rev)}}), b"")

    @property
    def is_newer_format(self) -> bool:
        """Whether a newer version of this program made the file, so that this one may only read it."""
        return is_newer(header_of(self.tables))

    @property
    def document_id(self) -> str:
        """What stays the same in every copy of this plan."""
        return str(header_of(self.tables)["doc"])

    @property
    def has_file(self) -> bool:
        """Whether the plan was ever read from its file or written to it."""
        return bool(self._digest)

    @property
    def unsaved(self) -> int:
        """How many groups of changes are not in the file yet, or not any more."""
        return self._made - self._saved

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
        with self._mutex:
            touched = apply(self.tables, Group(revision, changes))
            if touched:
                self._made += 1
                self._newest = max(self.newest, revision)
                self.generation += 1
        return touched

    def join(self, theirs: Tables) -> bool:
        """Take in another state of this plan, to be saved with the next save; True where it adds something."""
        self._check_format()
        with self._mutex:
            news = self._join(theirs)
            self._made += bool(news)
        return bool(news)

    def write_again(self) -> bool:
        """Have the next save put the file back; False where it still is in its place."""
        with self._mutex:
            gone = bool(self._digest) and not os.path.lexists(self.path)
            self._made += gone
        return gone

    def write_over(self, damaged: bytes) -> None:
        """Have the next save write the plan where these bytes stand, which have been put aside."""
        with self._saving:
            self._digest, self.damaged, self._made = _digest(damaged), None, self._made + 1

    def state(self) -> bytes:
        """All of the plan as it is in memory, as a file holds it."""
        with self._saving:
            return self._snapshot()[2]

    def separate(self, revision: str) -> None:
        """Make this a plan of its own, with a fresh document id, from the next save on."""
        self._check_format()
        with self._mutex:
            self.tables = {**self.tables, META: {**self.tables[META], HEADER_ID: new_header(revision)}}
            self._made += 1
            self.generation += 1

    def _check_format(self) -> None:
        if self.is_newer_format:
            raise NotSavedError(
                _("This plan was made with a newer version of Roadmap; here you can read it but not change it.")
            )

    def save(self, lock_folder: Path, safety: SafetyCopy | None = None) -> bool:
        """Put all changes in the file; True where changes of somebody else were taken in on the way.

        With `safety` the user's own folder gets a copy of it, and a file in a folder that takes no new files is
        written in place. Raises NotSavedError with the reason; memory and file then are as they were.
        """
        with self._saving:
            if not self.unsaved and self._digest:
                return False
            self._check_format()
            try:
                in_folder = check_writable(self.path)
                if not in_folder and safety is None:
                    raise read_only(self.path)
                with brief_lock(self.path, lock_folder):
                    return self._save_until_verified(safety, in_folder)
            except OSError as error:
                self._take_in_leftovers()
                raise NotSavedError(
                    _('Not saved: {reason}. The file "{path}" is as it was; try again.').format(
                        path=self.path, reason=reason(error)
                    )
                ) from error

    def _save_until_verified(self, safety: SafetyCopy | None, in_folder: bool) -> bool:
        """Write until what was replaced is what we knew of; each round takes in what somebody else wrote."""
        joined = False
        for _round in range(_MAX_ROUNDS):
            left: list[Path] = []
            base = read_current(self.path)
            theirs = self._if_changed(base)
            if theirs is not None:
                joined |= bool(self._take_in(theirs))
            made, tables, data = self._snapshot()
            try:
                if safety is None or in_folder:
                    known = (None, base, data)
                    replaced = replace_file(self.path, data, must_be_new=base is None, known=known, left=left)
                elif self._write_in_place(data, base, safety):
                    replaced = base
                else:
                    continue
            except FileExistsError:
                continue
            missed = base is None and bool(self._digest)
            self._digest, self._signature = _digest(data), self._stat()
            if replaced is not None and replaced not in (base, data):
                self._take_in_replaced(replaced)
                self._intruders += left
                joined = True
            elif self._stands(data):
                with self._mutex:
                    self._saved = max(self._saved, made)
                    self._put_back |= missed
                if safety is not None:
                    safety.saved(base, data, partial(self.lacking, tables=tables))
                    safety.drop_journal()
                remove_leftovers(self._leftovers)
                while self._intruders:
                    with suppress(OSError):
                        self._intruders.pop().unlink()
                return joined
        raise NotSavedError(_("Not saved: another program keeps changing the file. Your changes are kept; try again."))

    def _write_in_place(self, data: bytes, base: bytes | None, safety: SafetyCopy) -> bool:
        """Write the file itself where its folder takes no new files; False where it changed meanwhile."""
        if base is None:
            raise read_only(self.path)
        safety.write_journal(data)
        return write_in_place(self.path, data, base)

    def _stands(self, data: bytes) -> bool:
        """Whether the file, read back, holds `data`; False where somebody else wrote the plan in the meantime.

        Raises NotSavedError where it is damaged; only part of what we wrote may be written over at the next attempt.
        """
        found = read_current(self.path)
        if found == data:
            return True
        self._signature = None
        if found is not None:
            if data.startswith(found.rstrip(b"\0")):
                self._digest = _digest(found)
            try:
                load(found, self.path)
            except UnreadableError as error:
                raise NotSavedError(
                    _("Not saved, your changes are kept in memory. {reason}").format(reason=error)
                ) from error
        return False

    def lacking(self, data: bytes, tables: Tables | None = None) -> News:
        """What `data`, another state of this plan, holds that `tables` (None: memory) does not; nothing if not ours."""
        if tables is None and _digest(data) == self._digest:
            return {}
        tables = self.tables if tables is None else tables
        try:
            theirs = self.read_state(data, self.path)
        except UnreadableError:
            return {}
        if header_of(theirs)["doc"] != self.document_id or is_newer(header_of(theirs)):
            return {}
        return gained(tables, join_tables(tables, theirs))

    def read_state(self, data: bytes, path: Path) -> Tables:
        """The tables of another state of this plan; only lines that are not in memory already are read.

        Raises UnreadableError; `path` is for the message.
        """
        return load(data, path, self.tables, self._lines).tables

    def _if_changed(self, data: bytes | None) -> Tables | None:
        """The plan in `data` where that is not what we left; NotSavedError where it is not this plan at all."""
        self.damaged = None
        if data is None or (self._digest and _digest(data) == self._digest):
            return None
        if not self._digest:
            raise NotSavedError(_('"{path}" exists already; choose another name.').format(path=self.path))
        try:
            return same_plan(data, self.path, self.tables, self._lines)
        except NotSavedError as error:
            self.damaged = data if isinstance(error.__cause__, DamagedError) else None
            raise

    def _take_in_replaced(self, data: bytes) -> None:
        """Join what we replaced without having known of it; what is not this plan is put beside it."""
        try:
            theirs = self._if_changed(data)
        except NotSavedError:
            keep_aside(self.path, data)
        else:
            if theirs is not None:
                self._take_in(theirs)

    def _take_in_leftovers(self) -> None:
        """Join what interrupted saves of this plan left beside it; it is in the file after the next save."""
        for path in leftovers(self.path):
            with suppress(OSError, UnreadableError):
                theirs = load(path.read_bytes(), path, self.tables, self._lines).tables
                if header_of(theirs)["doc"] == self.document_id and not is_newer(header_of(theirs)):
                    self._made += bool(self._join(theirs))
                    self._leftovers.append(path)

    def _take_in(self, theirs: Tables) -> News:
        """Join what the file holds and answer what that adds. What it lacks waits for the next save."""
        with self._mutex:
            ours = {name: dict(rows) for name, rows in self.tables.items()}
        joined = join_tables(ours, theirs)
        lacking = differing(theirs, joined)
        with self._mutex:
            news = self._join(joined)
            if lacking and not self.unsaved:
                self._made += 1
        return news

    def _join(self, theirs: Tables) -> News:
        joined = join_tables(self.tables, theirs)
        news = differing(self.tables, joined)
        if news:
            self.tables = joined
            self._newest = ""
            self._news |= news
            self.generation += 1
        return news

    def take_news(self) -> News:
        """What was taken in from others since this was last asked."""
        with self._mutex:
            news, self._news = self._news, {}
        return news

    def take_put_back(self) -> bool:
        """Whether a save found the file gone and put it back, since this was last asked."""
        with self._mutex:
            found, self._put_back = self._put_back, False
        return found

    def _snapshot(self) -> tuple[int, Tables, bytes]:
        with self._mutex:
            made = self._made
            tables = {name: dict(rows) for name, rows in self.tables.items()}
        return made, tables, join_lines({name: self._encoded(name, rows) for name, rows in tables.items()})

    def _encoded(self, table: str, rows: dict[int, Stored]) -> list[tuple[int, bytes]]:
        """The lines of a table; only records that are not the very ones encoded before are encoded again."""
        before = self._lines.get(table, {})
        lines: dict[int, tuple[Stored, bytes]] = {}
        for record_id, record in rows.items():
            known = before.get(record_id)
            lines[record_id] = (
                known if known is not None and known[0] is record else (record, encode_line(table, record_id, record))
            )
        self._lines[table] = lines
        return [(record_id, line) for record_id, (_record, line) in lines.items()]

    def refresh(self) -> set[Row]:
        """Take in what somebody else saved since, and answer the (table, id) of the records that changed by it.

        A file that is missing, damaged (see `damaged`) or another plan is left alone; the plan in memory stays. Where
        the file lacks what we saved in it before, that waits for the next save.
        """
        if self._stat() == self._signature:
            self.damaged = None
            return set()
        with self._saving:
            signature = self._stat()
            try:
                data = read_current(self.path)
                theirs = self._if_changed(data)
            except (OSError, NotSavedError):
                return set()
            self._signature = signature
            if data is None or theirs is None:
                return set()
            self._digest = _digest(data)
            return set(self._take_in(theirs))

    def _stat(self) -> tuple[int, int, int] | None:
        try:
            found = os.stat(self.path)
        except OSError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns

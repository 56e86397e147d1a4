"""What this user's own folder keeps of one plan file: the state last saved, and what waits for a decision about it.

All is keyed by document id and real path, for a copy of the plan elsewhere is a file of its own. The safety copy never
stops or fails a save; the journal does, because the file is written in place only when the journal is complete.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from roadmap_tui.store.backup import SAVING, is_due, keep_backup, path_key, plan_folder
from roadmap_tui.store.saving import sync_folder

Lacks = Callable[[bytes], object]


class SafetyCopy:
    """The safety copy, the journal and the backups of one file."""

    def __init__(self, state: Path, document_id: str, path: Path) -> None:
        self.document_id = document_id
        self._path = Path(os.path.realpath(path))
        folder = plan_folder(state, document_id)
        self.backups = folder / "backups"
        self.folder = folder / "copies"
        self.key = path_key(path)
        self.current = self.folder / f"{self.key}.json"
        self.journal = self.folder / f"{self.key}.journal"
        self._known: tuple[int, int, int] | None = None
        self._due: bytes | None = None

    def waiting(self) -> list[Path]:
        """The earlier safety copies that hold something the file lacked, oldest first, until a person decides."""
        return sorted(self.folder.glob(f"{self.key}.waiting-*"))

    def copies(self) -> list[Path]:
        """The safety copy, after all that waits; they need not be there."""
        return [*self.waiting(), self.current]

    def states(self) -> Iterator[bytes]:
        """What the safety copy and all that waits hold, the newest first."""
        for path in reversed(self.copies()):
            with suppress(OSError):
                yield path.read_bytes()

    def saved(self, before: bytes | None, data: bytes, lacks: Lacks) -> None:
        """Keep what now stands in the file. A safety copy with something that it `lacks` is put aside, not replaced."""
        with suppress(OSError):
            if before is not None and before != data and is_due(self.backups, datetime.now()):
                self._due = before
            self._put_aside(lacks)
            self._known = _write(self.current, data)
            for path in self.waiting():
                if not lacks(path.read_bytes()):
                    path.unlink()

    def keep(self, data: bytes, lacks: Lacks) -> None:
        """Keep a state that could not be put in the file, so that the next start asks about it. Raises OSError."""
        self._put_aside(lacks)
        self._known = _write(self.current, data, durable=True)

    def rotate(self) -> None:
        """Make the backup that is due, if any. Takes time with large plans."""
        data, self._due = self._due, None
        if data is not None:
            with suppress(OSError):
                keep_backup(data, self._path, self.backups, SAVING, datetime.now())

    def write_journal(self, data: bytes) -> None:
        """The whole state, safely on disk before the file itself is written in place. Raises OSError."""
        _write(self.journal, data, durable=True)
        for folder in (self.folder, *list(self.folder.parents)[:3]):
            sync_folder(folder)

    def drop_journal(self) -> None:
        """The file holds what the journal does."""
        with suppress(OSError):
            self.journal.unlink(missing_ok=True)

    def forget(self, now: datetime, reason: str) -> None:
        """Make backups of the safety copy and all that waits, and remove them. Raises OSError."""
        for path in (*self.copies(), self.journal):
            with suppress(FileNotFoundError):
                keep_backup(path.read_bytes(), self._path, self.backups, reason, now)
                path.unlink()
        self._known = None

    def _put_aside(self, lacks: Lacks) -> None:
        if _signature(self.current) in (None, self._known):
            return
        data = self.current.read_bytes()
        if lacks(data):
            name = f"{self.key}.waiting-{blake2b(data, digest_size=4).hexdigest()}"
            os.replace(self.current, self.folder / name)


def safety_copies(state: Path, path: Path) -> list[Path]:
    """What is kept of the file at `path` whatever its document id, newest first; for a file that cannot say its id."""
    key = path_key(path)
    found = [*(state / "plans").glob(f"*/copies/{key}.json"), *(state / "plans").glob(f"*/copies/{key}.journal")]
    found += (state / "plans").glob(f"*/copies/{key}.waiting-*")
    return sorted(found, key=_age, reverse=True)


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _signature(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _write(path: Path, data: bytes, durable: bool = False) -> tuple[int, int, int]:
    """Put `data` at `path` in one step and answer by what it can be recognised."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}-{os.urandom(3).hex()}.tmp")
    try:
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            if durable:
                os.fsync(descriptor)
            found = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        os.replace(unfinished, path)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return found.st_ino, found.st_size, found.st_mtime_ns

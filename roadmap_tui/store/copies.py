"""Copies of a plan that lie beside it, as file services and people leave them: plan-HOST.json, plan (2).json and so on.

They are known by the document id they hold, not by their names, for every service has its own way of naming.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from roadmap_tui.store.backup import make_backup

_START = 4096
_MOST_BYTES = 100_000_000
_TABLES = (b'"_meta"', b'"_actors"', b'"_bin"')


def copies_beside(path: Path, document_id: str) -> list[Path]:
    """The other files in the folder of `path` that hold this document, by name. Temporary files are none."""
    own = Path(os.path.realpath(path))
    wanted = document_id.encode()
    found = []
    with suppress(OSError):
        for entry in os.scandir(path.parent):
            with suppress(OSError):
                other = Path(entry.path)
                looks_right = entry.name.lower().endswith(".json") and not entry.name.startswith(".~")
                if looks_right and entry.is_file() and Path(os.path.realpath(other)) != own and _holds(other, wanted):
                    found.append(other)
    return sorted(found)


def _holds(path: Path, wanted: bytes) -> bool:
    """Whether a file holds the document; only where its start looks like a plan is more than that start read."""
    with open(path, "rb") as stream:
        start = stream.read(_START)
        if wanted in start:
            return True
        return any(table in start for table in _TABLES) and wanted in stream.read(_MOST_BYTES)


def put_away(copy: Path, folder: Path, now: datetime) -> Path:
    """Move a copy to the folder of backups and answer where it is. Raises NotSavedError, with the copy still there."""
    kept = make_backup(copy, folder, "copy", now)
    with suppress(OSError):
        copy.unlink()
    return kept


class LeftLying:
    """The copies that somebody wanted to leave where they are, remembered by their content."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __contains__(self, data: bytes) -> bool:
        try:
            return _digest(data) in self._file.read_text(encoding="ascii").split()
        except (OSError, ValueError):
            return False

    def add(self, data: bytes) -> None:
        """Do not ask about this content again; where that cannot be remembered it is asked again."""
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with open(self._file, "a", encoding="ascii") as stream:
                stream.write(_digest(data) + "\n")


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()

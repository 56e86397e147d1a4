"""A name taken out of what this user's own folder keeps of a plan: backups, safety copies and whatever waits there."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from roadmap_tui.errors import UnreadableError
from roadmap_tui.store.encoding import encode_file
from roadmap_tui.store.erasing import Redact, erase
from roadmap_tui.store.external import Row
from roadmap_tui.store.loading import load
from roadmap_tui.store.saving import replace_file

_GZIP = b"\x1f\x8b"


def clear_files(folder: Path, redact: Redact, whole: Collection[Row]) -> tuple[int, list[Path]]:
    """Erase in every file in the folders of `folder`: how many changed or went, and which could not be changed.

    A file that cannot be read as a plan cannot be checked either, so it goes.
    """
    count, failed = 0, []
    for path in sorted(each for each in folder.glob("*/*") if each.is_file()):
        try:
            data = path.read_bytes()
            cleared = _cleared(data, path, redact, whole)
            if cleared == data:
                continue
            if cleared is None:
                path.unlink()
            else:
                replace_file(path, cleared)
            count += 1
        except OSError:
            failed.append(path)
    return count, failed


def _cleared(data: bytes, path: Path, redact: Redact, whole: Collection[Row]) -> bytes | None:
    """What the file holds after erasing; the same bytes where there was nothing to erase, None where it must go."""
    packed = data.startswith(_GZIP)
    with suppress(UnreadableError, EOFError, zlib.error, gzip.BadGzipFile):
        tables = load(gzip.decompress(data) if packed else data, path).tables
        erased = erase(tables, redact, whole)
        if not erased.finds:
            return data
        found = encode_file(erased.tables)
        return gzip.compress(found, 3, mtime=0) if packed else found
    return None

"""A name taken out of what this user's own folder keeps of a plan: backups, safety copies and whatever waits there.

Only the lines that may hold the name are read; all others stay the bytes that they are.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from roadmap_tui.errors import UnreadableError
from roadmap_tui.store.encoding import encode_file, encode_line, join_lines
from roadmap_tui.store.erasing import Redact, erase
from roadmap_tui.store.external import RECORD_LINE, TABLE_LINE, Lines, Row
from roadmap_tui.store.header import BIN, META
from roadmap_tui.store.loading import load
from roadmap_tui.store.saving import replace_file

_GZIP = b"\x1f\x8b"
_BEYOND = "\uffff"


def clear_files(
    folder: Path, pattern: re.Pattern[str], redact: Redact, whole: Collection[Row]
) -> tuple[int, list[Path]]:
    """Erase in every file in the folders of `folder`: how many changed or went, and which could not be changed.

    `redact` takes out what `pattern` finds. A file that cannot be read as a plan cannot be checked either, so it goes.
    """
    eraser = _Eraser(pattern, redact, whole)
    count, failed = 0, []
    for path in _files(folder):
        try:
            data = path.read_bytes()
            cleared = eraser.cleared(data, path)
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


def holding_files(folder: Path, pattern: re.Pattern[str], redact: Redact) -> list[Path]:
    """The files in the folders of `folder` that can be read and hold a name; nothing is changed."""
    eraser = _Eraser(pattern, redact, ())
    found = []
    for path in _files(folder):
        with suppress(OSError):
            data = path.read_bytes()
            if eraser.cleared(data, path) not in (data, None):
                found.append(path)
    return found


def _files(folder: Path) -> list[Path]:
    return sorted(each for each in folder.glob("*/*") if each.is_file())


class _Eraser:
    """Takes one name out of many files that are mostly the same, and looks at each line of theirs once."""

    def __init__(self, pattern: re.Pattern[str], redact: Redact, whole: Collection[Row]) -> None:
        self._pattern, self._redact, self._whole = pattern, redact, whole
        self._reads_all = any(letter > _BEYOND for letter in pattern.pattern)
        self._known: dict[bytes, bool] = {}

    def cleared(self, data: bytes, path: Path) -> bytes | None:
        """What the file holds after erasing; the same bytes where there was nothing to erase, None where it must go."""
        packed = data.startswith(_GZIP)
        with suppress(UnreadableError, EOFError, zlib.error, gzip.BadGzipFile):
            plain = gzip.decompress(data) if packed else data
            lines = _own_lines(plain)
            found = self._whole_file(plain, path) if lines is None else self._lines(lines, path)
            if found is None:
                return data
            return gzip.compress(found, 3, mtime=0) if packed else found
        return None

    def _whole_file(self, plain: bytes, path: Path) -> bytes | None:
        """A file without the names; None where there was nothing to erase."""
        erased = erase(load(plain, path).tables, self._redact, self._whole)
        return encode_file(erased.tables) if erased.finds else None

    def _lines(self, lines: Lines, path: Path) -> bytes | None:
        """As `_whole_file`, from the lines that may hold a name; all those of the bin, for its rows hang together."""
        doubtful = {
            table: {key: line for key, line in rows.items() if (table, key) in self._whole or self._may_hold(line)}
            for table, rows in lines.items()
        }
        if not any(doubtful.values()):
            return None
        doubtful |= {table: lines[table] for table in (META, BIN) if table in lines}
        part = load(join_lines({table: rows.items() for table, rows in doubtful.items()}), path).tables
        erased = erase(part, self._redact, self._whole)
        if not erased.finds:
            return None
        kept = {
            table: [(key, line) for key, line in rows.items() if key not in doubtful[table]]
            for table, rows in lines.items()
        }
        new = {
            table: [(key, encode_line(table, key, record)) for key, record in rows.items()]
            for table, rows in erased.tables.items()
        }
        return join_lines({table: [*kept.get(table, []), *new.get(table, [])] for table in kept | new})

    def _may_hold(self, line: bytes) -> bool:
        found = self._known.get(line)
        if found is None:
            found = self._known[line] = self._reads_all or self._finds(line)
        return found

    def _finds(self, line: bytes) -> bool:
        """Whether a line may hold what is looked for; a line is sooner read for nothing than not read."""
        if b"\\/" in line:
            return True
        try:
            text = line.decode("unicode_escape" if b"\\" in line else "ascii")
        except UnicodeDecodeError:
            return True
        return self._pattern.search(text) is not None


def _own_lines(data: bytes) -> Lines | None:
    """The lines of a file by table and id; None where it is not laid out as we do."""
    lines: Lines = {}
    rows: dict[int, bytes] = {}
    for line in data.split(b"\n"):
        if record := RECORD_LINE.match(line):
            rows[int(record[1])] = line.removesuffix(b",")
        elif head := TABLE_LINE.match(line):
            rows = lines.setdefault(head[1].decode(), {})
    is_ours = META in lines and data.isascii()
    return lines if is_ours and join_lines({table: each.items() for table, each in lines.items()}) == data else None

"""Compressed copies of a plan in this user's own state folder: before something big, and now and then while saving.

While saving there is one in five minutes at most. They thin out with age: all of the last hour stay, one per hour of
the last day, per day of the last month and per month of the last year. What was kept before something big stays for a
month in any case. All together they stay under a fixed size; the oldest go first.
"""

from __future__ import annotations

import gzip
import os
import re
import zlib
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from hashlib import blake2b
from pathlib import Path

import msgspec

from roadmap_tui.errors import NotSavedError, UnreadableError
from roadmap_tui.i18n import _
from roadmap_tui.i18n import reason as reason_of

SAVING = "save"
_STAMP = "%Y%m%d-%H%M%S-%f"
_NAME = re.compile(r"(\d{8}-\d{6}-\d{6})-(?:([0-9a-f]{8})-)?([a-z]+)\.json\.gz")
_INTERVAL = timedelta(minutes=5)
_STEPS = (
    (timedelta(hours=1), _STAMP),
    (timedelta(days=1), "%Y%m%d%H"),
    (timedelta(days=31), "%Y%m%d"),
    (timedelta(days=366), "%Y%m"),
)
_MONTH = timedelta(days=31)
_MAX_BYTES = 200_000_000
_ALWAYS = 3
_FAST = 3


class Backup(msgspec.Struct, frozen=True):
    """One compressed copy: when it was made (local time), why, and the key of the file that it is a copy of."""

    path: Path
    moment: datetime
    reason: str
    key: str = ""


def plan_folder(state: Path, document_id: str) -> Path:
    """Where this user's own copies of a plan lie; whatever a file says its id is, it names no other folder."""
    return state / "plans" / blake2b(document_id.encode(errors="surrogatepass"), digest_size=10).hexdigest()


def backup_folder(state: Path, document_id: str) -> Path:
    """Where the backups of a plan lie."""
    return plan_folder(state, document_id) / "backups"


def path_key(path: Path) -> str:
    """Eight hexadecimal digits for the real path of a file."""
    return blake2b(os.fsencode(os.path.realpath(path)), digest_size=4).hexdigest()


def make_backup(path: Path, folder: Path, reason: str, now: datetime) -> Path:
    """A compressed copy of the file at `path`, read back to be sure. Raises NotSavedError where that fails."""
    try:
        return keep_backup(path.read_bytes(), path, folder, reason, now)
    except OSError as error:
        raise NotSavedError(
            _('Nothing was changed, because no backup could be made in "{folder}" ({reason}).').format(
                folder=folder, reason=reason_of(error)
            )
        ) from error


def keep_backup(data: bytes, path: Path, folder: Path, reason: str, now: datetime) -> Path:
    """`data`, which stood at `path`, as a backup that was read back. Raises OSError."""
    found = folder / f"{now.strftime(_STAMP)}-{path_key(path)}-{reason}.json.gz"
    unfinished = found.with_suffix(f".{os.getpid()}.tmp")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with open(unfinished, "xb") as stream:
            stream.write(gzip.compress(data, _FAST, mtime=0))
            stream.flush()
            os.fsync(stream.fileno())
        if gzip.decompress(unfinished.read_bytes()) != data:
            raise OSError(_("what was written is not whole"))
        os.replace(unfinished, found)
    except (EOFError, zlib.error) as error:
        raise OSError(str(error)) from error
    finally:
        with suppress(OSError):
            unfinished.unlink()
    prune(folder, now)
    return found


def backups(folder: Path) -> list[Backup]:
    """The backups in a folder, newest first."""
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    found = []
    for name in names:
        if parts := _NAME.fullmatch(name):
            with suppress(ValueError):
                moment = datetime.strptime(parts[1], _STAMP)
                found.append(Backup(folder / name, moment, parts[3], parts[2] or ""))
    return sorted(found, key=lambda each: (each.moment, each.path.name), reverse=True)


def read_backup(path: Path) -> bytes:
    """The plan file that a backup holds. Raises UnreadableError."""
    try:
        data = path.read_bytes()
        return gzip.decompress(data) if path.suffix == ".gz" else data
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError(
            _('The copy "{path}" cannot be read: {reason}.').format(path=path, reason=reason_of(error))
        ) from None


def is_due(folder: Path, now: datetime) -> bool:
    """Whether the newest backup is old enough for another one; a clock that was put back does not stop them."""
    newest = next(iter(backups(folder)), None)
    return newest is None or not timedelta() <= now - newest.moment < _INTERVAL


def prune(folder: Path, now: datetime) -> None:
    """Remove the backups that are not kept any longer."""
    found = backups(folder)
    kept = kept_of(found, now)
    total = 0
    for place, each in enumerate(found):
        with suppress(OSError):
            total += each.path.stat().st_size
            if place >= _ALWAYS and (each not in kept or total > _MAX_BYTES):
                each.path.unlink()


def kept_of(found: Iterable[Backup], now: datetime) -> set[Backup]:
    """The backups that age alone does not remove: the newest of each stretch of time."""
    kept = set()
    taken: set[str] = set()
    for each in sorted(found, key=lambda backup: backup.moment, reverse=True):
        age = now - each.moment
        layout = next((layout for limit, layout in _STEPS if age < limit), None)
        if layout is None:
            continue
        stretch = each.moment.strftime(layout)
        if stretch not in taken or (each.reason != SAVING and age < _MONTH):
            kept.add(each)
        taken.add(stretch)
    return kept

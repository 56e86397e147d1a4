"""Putting bytes in a file so that a crash, a full disk or another writer never leaves half a file.

Order: temporary file beside the target, fsync, exchange the two in one step, look at what was replaced, fsync the
folder. Where files cannot be exchanged the old file is hard-linked aside before a replace, and where there are no
links either its bytes are read first; both leave a window of microseconds for a writer that takes no lock.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from roadmap_tui.errors import NotSavedError
from roadmap_tui.i18n import _
from roadmap_tui.store.swapping import swap_files

_WINDOWS_RETRIES = 6
_IN_FLIGHT = 10.0
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF, errno.EACCES, errno.EPERM, errno.ENOSYS}


def read_current(path: Path) -> bytes | None:
    """The bytes now at `path`, or None where there is no file."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def check_writable(path: Path) -> bool:
    """Whether the folder takes new files; where it does not, the file itself can only be written in place.

    Raises NotSavedError where the file or both are marked read-only, or the folder is gone.
    """
    path = Path(os.path.realpath(path))
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        if not path.parent.is_dir():
            raise NotSavedError(
                _(
                    'Not saved: the folder "{path}" is not there, or its drive is not connected. '
                    "Your changes are kept in memory; try again when it is back."
                ).format(path=path.parent)
            ) from None
        mode = path.parent.stat().st_mode
    in_folder = os.access(path.parent, os.W_OK)
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not (in_folder or os.access(path, os.W_OK)):
        raise read_only(path)
    return in_folder


def read_only(path: Path) -> NotSavedError:
    """The error for a file that may not be written."""
    words = _('"{path}" is read-only; nothing was changed. Save a copy elsewhere or ask for write access.')
    return NotSavedError(words.format(path=path))


def write_in_place(path: Path, data: bytes, before: bytes | None) -> bool:
    """Write over the content of the file; False, with nothing changed, where that is not `before` any more.

    A crash half-way leaves half a file, so the caller must have put `data` somewhere safe. Raises OSError, after
    putting back what was there.
    """
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        if _content(descriptor) != before:
            return False
        try:
            _overwrite(descriptor, data)
        except OSError:
            _overwrite(descriptor, before)
            raise
        return True
    finally:
        os.close(descriptor)


def _content(descriptor: int) -> bytes:
    parts = []
    while part := os.read(descriptor, 1 << 20):
        parts.append(part)
    return b"".join(parts)


def _overwrite(descriptor: int, data: bytes) -> None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    _write_all(descriptor, data)
    os.ftruncate(descriptor, len(data))
    os.fsync(descriptor)


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def replace_file(
    path: Path,
    data: bytes,
    *,
    must_be_new: bool = False,
    known: Collection[bytes | None] | None = None,
    left: list[Path] | None = None,
) -> bytes | None:
    """Put `data` at `path` and return the bytes that stood there at that moment (None: no file).

    A replaced file whose bytes are not among `known` stays beside the plan and is added to `left`, so that a crash
    before its content is joined loses nothing. Raises FileExistsError with `must_be_new` where a file is there,
    OSError for what the system refuses.
    """
    path = Path(os.path.realpath(path))
    temporary = path.with_name(f".~{path.name}.{os.getpid()}-{os.urandom(4).hex()}.tmp")
    aside = temporary.with_suffix(".old")
    kept: Path | None = None
    try:
        _write_durably(temporary, data, path)
        if must_be_new:
            os.link(temporary, path) if _can_link() else _rename_new(temporary, path)
            replaced = None
        else:
            found = _swap(temporary, path, aside)
            kept = found if isinstance(found, Path) else None
            replaced = read_current(found) if isinstance(found, Path) else found
            if known is None or replaced in known:
                kept = None
        sync_folder(path.parent)
    finally:
        for leftover in {temporary, aside} - {kept}:
            with suppress(OSError):
                leftover.unlink()
    if kept is not None and left is not None:
        left.append(kept)
    return replaced


def leftovers(path: Path) -> list[Path]:
    """The files that interrupted saves of this plan left beside it, newest last."""
    path = Path(os.path.realpath(path))
    try:
        names = os.listdir(path.parent)
    except OSError:
        return []
    found = (path.with_name(name) for name in names if name.startswith(f".~{path.name}."))
    return sorted((each for each in found if each.suffix in (".tmp", ".old")), key=_age, reverse=True)


def remove_leftovers(paths: Iterable[Path]) -> None:
    """Remove them, but for those so young that another program may be writing them."""
    for path in paths:
        if _age(path) > _IN_FLIGHT:
            with suppress(OSError):
                path.unlink()


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0.0


def keep_aside(path: Path, data: bytes) -> Path:
    """Put bytes that we replaced by accident in a file of their own beside `path`, and answer which."""
    from hashlib import blake2b

    found = path.with_name(f"{path.stem}.replaced-{blake2b(data, digest_size=4).hexdigest()}{path.suffix}")
    with suppress(FileExistsError):
        replace_file(found, data, must_be_new=True)
    return found


def _can_link() -> bool:
    return hasattr(os, "link")


def _rename_new(temporary: Path, path: Path) -> None:
    if path.exists():
        raise FileExistsError(path)
    os.rename(temporary, path)


def _write_durably(temporary: Path, data: bytes, target: Path) -> None:
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with suppress(OSError, AttributeError):
            os.fchmod(descriptor, mode)
        _write_all(descriptor, data)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _swap(temporary: Path, path: Path, aside: Path) -> Path | bytes | None:
    """Put the temporary file at `path`; answers where the file that stood there is now, or its bytes, or None."""
    if swap_files(temporary, path):
        return temporary
    replaced: Path | bytes | None = aside
    try:
        os.link(path, aside)
    except FileNotFoundError:
        replaced = None
    except (OSError, AttributeError):
        replaced = read_current(path)
    _replace_patiently(temporary, path)
    return replaced


def _replace_patiently(temporary: Path, path: Path) -> None:
    """Replace; on Windows a virus scanner or indexer may hold the file for a moment, so try again for a while."""
    for attempt in range(_WINDOWS_RETRIES):
        try:
            os.replace(temporary, path)
        except PermissionError:
            if sys.platform != "win32" or attempt == _WINDOWS_RETRIES - 1:
                raise
            time.sleep(0.05 * 2**attempt)
        else:
            return


def sync_folder(folder: Path) -> None:
    """Have the names in the folder survive a power cut, where the system can do that. Raises OSError."""
    if sys.platform == "win32":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


@contextmanager
def brief_lock(path: Path, folder: Path) -> Iterator[None]:
    """Keep our own processes from saving at the same moment; without the lock saving is still right, only slower."""
    from hashlib import blake2b

    from filelock import FileLock, Timeout

    name = blake2b(os.fsencode(os.path.realpath(path)), digest_size=8).hexdigest()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / f"{name}.lock", timeout=2)
        lock.acquire()
    except (OSError, Timeout):
        yield
        return
    try:
        yield
    finally:
        with suppress(OSError):
            lock.release()

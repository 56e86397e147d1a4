"""Copies of a plan file kept in this user's own state folder before something big happens to it."""

from __future__ import annotations

import gzip
import os
from contextlib import suppress
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from roadmap_tui.errors import NotSavedError
from roadmap_tui.i18n import _
from roadmap_tui.i18n import reason as reason_of

_KEPT = 60


def backup_folder(state: Path, document_id: str) -> Path:
    """Where the backups of a plan lie; whatever a file says its id is, it names no other folder."""
    return state / "plans" / blake2b(document_id.encode(errors="surrogatepass"), digest_size=10).hexdigest() / "backups"


def make_backup(path: Path, folder: Path, reason: str, now: datetime) -> Path:
    """A compressed copy of the file at `path`, read back to be sure. Raises NotSavedError where that fails."""
    found = folder / f"{now:%Y%m%d-%H%M%S-%f}-{reason}.json.gz"
    try:
        data = path.read_bytes()
        folder.mkdir(parents=True, exist_ok=True)
        with open(found, "xb") as stream:
            stream.write(gzip.compress(data, mtime=0))
            stream.flush()
            os.fsync(stream.fileno())
        whole = gzip.decompress(found.read_bytes()) == data
    except (OSError, EOFError) as error:
        raise NotSavedError(
            _('Nothing was changed, because no backup could be made in "{folder}" ({reason}).').format(
                folder=folder, reason=reason_of(error)
            )
        ) from error
    if not whole:
        raise NotSavedError(_('Nothing was changed, because the backup "{path}" is not whole.').format(path=found))
    _prune(folder)
    return found


def _prune(folder: Path) -> None:
    """Keep the newest backups only."""
    for old in sorted(folder.glob("*.json.gz"))[:-_KEPT]:
        with suppress(OSError):
            old.unlink()

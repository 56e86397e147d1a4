"""The plans that were opened last, so that a bare `roadmap` and the start screen can offer them again."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from os.path import isfile
from pathlib import Path

from roadmap_tui.resources import read_json
from roadmap_tui.user.profile import state_folder

_FILE = "recent.json"
_LIMIT = 10


def recent_plans() -> list[Path]:
    """The plans opened last that still exist, newest first."""
    return [path for path in _remembered() if isfile(path)]


def remember(path: Path) -> None:
    """Put `path` first among the recent plans; without a writable state folder nothing is remembered."""
    found = path.resolve()
    rows = [found, *(other for other in _remembered() if other != found)][:_LIMIT]
    target = state_folder() / _FILE
    temporary = target.with_name(f".{_FILE}.{os.getpid()}.tmp")
    with suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps([str(row) for row in rows]), encoding="utf-8")
        os.replace(temporary, target)


def _remembered() -> list[Path]:
    try:
        rows = read_json(state_folder() / _FILE)
    except (OSError, ValueError):
        return []
    return [Path(row) for row in rows if isinstance(row, str)] if isinstance(rows, list) else []

"""What a user has been shown once, so that it is not offered again."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from roadmap_tui.user.profile import state_folder

_FOLDER = "seen"


def has_seen(name: str) -> bool:
    """Whether something was shown before on this computer."""
    return _file(name).exists()


def note_seen(name: str) -> None:
    """Remember that something was shown; without a writable state folder nothing is remembered."""
    with suppress(OSError):
        _file(name).parent.mkdir(parents=True, exist_ok=True)
        _file(name).touch()


def _file(name: str) -> Path:
    return state_folder() / _FOLDER / name

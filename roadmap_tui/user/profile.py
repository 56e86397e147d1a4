"""Who is at the keyboard, and where this user's own files are kept."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import msgspec

from roadmap_tui.model.ids import new_id


class Profile(msgspec.Struct, frozen=True):
    """The user's name as others see it, the random id that stands in revisions, and the state folder."""

    name: str
    actor: int
    state: Path

    @property
    def locks(self) -> Path:
        """Where the short locks of our own processes lie."""
        return self.state / "locks"

    @property
    def drafts(self) -> Path:
        """Where forms that were not saved wait for the next start."""
        return self.state / "drafts"


@cache
def state_folder() -> Path:
    """This user's state folder: ROADMAP_STATE, else where the system keeps such files."""
    if chosen := os.environ.get("ROADMAP_STATE"):
        return Path(chosen)
    from platformdirs import user_state_path

    return user_state_path("roadmap", appauthor=False)


def load_profile(name: str = "") -> Profile:
    """The profile of this user; `name` comes from the settings, else from the system account.

    Where the state folder cannot be written the actor id lasts for this run only.
    """
    return Profile(name or _account_name(), _actor_id(state_folder() / "actor"), state_folder())


def _account_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def _actor_id(file: Path) -> int:
    try:
        return int(file.read_text(encoding="ascii")) & (2**48 - 1)
    except (OSError, ValueError):
        pass
    actor = new_id()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(str(actor), encoding="ascii")
    except OSError:
        return actor
    return actor

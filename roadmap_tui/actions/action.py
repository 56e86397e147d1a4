"""What an action is."""

from __future__ import annotations

import msgspec


class Action(msgspec.Struct, frozen=True):
    """One thing a user can do. `keys` are in Textual's notation; label and help are English message ids."""

    id: str
    keys: tuple[str, ...]
    label: str
    scope: str
    help: str = ""
    footer: bool = False
    palette: bool = True

"""Sets of keys to begin with; the user's own keys go before them."""

from __future__ import annotations

from collections.abc import Mapping

STANDARD = "standard"
PRESETS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    STANDARD: {},
    "vim": {
        "page_down": ("ctrl+d", "pagedown"),
        "page_up": ("ctrl+u", "pageup"),
        "scroll_page_down": ("ctrl+d", "pagedown", "space"),
        "scroll_page_up": ("ctrl+u", "pageup"),
        "redo": ("ctrl+r", "U"),
        "next_pane": ("tab", "ctrl+w"),
        "delete": ("d", "delete"),
        "quit": ("q", "Z"),
    },
}
"""What differs from the default keys, by action; j k h l g G / u y p x i mean in every set what they mean in vi."""


def preset_keys(name: str) -> dict[str, list[str]]:
    """The keys of a set; a name that is none gives those of the standard set."""
    return {action: list(keys) for action, keys in PRESETS.get(name, {}).items()}

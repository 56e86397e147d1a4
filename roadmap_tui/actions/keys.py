"""Keys as people write and read them, and as Textual names them."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap_tui.i18n import N_, _

KEY_LABELS: Mapping[str, str] = {
    "slash": "/",
    "colon": ":",
    "question_mark": "?",
    "exclamation_mark": "!",
    "asterisk": "*",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "full_stop": ".",
    "comma": ",",
    "enter": "Enter",
    "escape": "Esc",
    "space": N_("space"),
    "tab": "Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "delete": "Del",
    "backspace": "Backspace",
}
_UNICODE_NAMES = {"solidus": "slash", "hyphen_minus": "minus", "plus_sign": "plus", "low_line": "underscore"}
_MODIFIERS = ("ctrl", "shift", "alt")


def key_label(key: str, ascii_only: bool = False) -> str:
    """A key as people know it: ?, Ctrl+P, ↑."""
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    capital = bool(modifiers) or (name[:1] == "f" and name[1:].isdigit())
    shown = _(KEY_LABELS[name]) if name in KEY_LABELS else name.upper() if capital else name
    if ascii_only and not shown.isascii():
        shown = name.capitalize()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), shown])


def key_name(text: str) -> str:
    """A key as people write it (?, Ctrl+P, PgUp) in Textual's notation; empty where it is not a key."""
    import unicodedata

    *modifiers, base = text.strip().split("+") if len(text.strip()) > 1 else [text.strip()]
    modifiers = [modifier.strip().lower() for modifier in modifiers]
    if not base or any(modifier not in _MODIFIERS for modifier in modifiers):
        return ""
    if len(base) == 1:
        named = base if base.isalnum() else unicodedata.name(base, "").lower().replace(" ", "_").replace("-", "_")
        base = _UNICODE_NAMES.get(named, named).removesuffix("_") or ""
        return "+".join([*modifiers, base.lower() if "ctrl" in modifiers else base]) if base else ""
    word = base.lower()
    word = {"esc": "escape", "pgup": "pageup", "pgdn": "pagedown", "del": "delete", "ins": "insert"}.get(word, word)
    known = word in KEY_LABELS or word in ("insert", "underscore") or (word[0] == "f" and word[1:].isdigit())
    return "+".join([*modifiers, word]) if known else ""

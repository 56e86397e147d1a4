"""One table of glyphs: what is drawn where the terminal knows Unicode, and what where it does not."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from roadmap_tui.model.fields import Choice, Field, Tone


class Ink(StrEnum):
    """What a cell is drawn with: words and lines, what lies behind, the full ink of known days, the soft of periods."""

    LINE = "line"
    BACK = "back"
    FULL = "full"
    SOFT = "soft"


class Glyphs(msgspec.Struct, frozen=True):
    """The signs of one terminal; every sign is one cell wide."""

    signs: Mapping[str, str]
    bar: str
    levels: str
    track: str
    cursor: str
    mark: str
    ellipsis: str
    dot: str
    rule: str
    right: str
    thumb: str
    diamond: str
    warning: str
    good: str
    checked: str
    unchecked: str
    ascending: str
    descending: str

    def sign(self, name: str) -> str:
        """The sign declared as `name` on a choice; a blank where there is none."""
        return self.signs.get(name, " ")


UNICODE = Glyphs(
    signs={
        "todo": "○",
        "active": "►",
        "done": "✓",
        "hold": "=",
        "cancelled": "×",
        "delivered": "●",
        "alert": "!",
        "up": "↑",
        "same": "=",
        "down": "↓",
        "late": "!",
        "differs": "≠",
        "good": "✓",
        "warn": "!",
        "bad": "!",
        "solid": "▆",
        "part": "▄",
        "period": "▂",
        "solid_left": "▖",
        "solid_right": "▗",
        "part_left": "▖",
        "part_right": "▗",
        "fade_1": "▅",
        "fade_2": "▃",
        "fade_3": "▁",
        "repeat": "╻",
        "ghost": "▔",
        "group_left": "┌",
        "group_middle": "─",
        "group_right": "┐",
        "critical": "┃",
        "together": "&",
        "waits_for": "←",
        "waiting": "→",
        "link_along": "─",
        "link_up_down": "│",
        "link_turn_down": "┐",
        "link_turn_up": "┘",
        "link_in_down": "└",
        "link_in_up": "┌",
        "link_on_down": "▾",
        "link_on_up": "▴",
        "free_day": "░",
        "left_half": "▌",
        "right_half": "▐",
        "choice": "◇",
        "hollow": "╌",
        "milestone": "◆",
        "onward": "▸",
        "backward": "◂",
        "earlier": "‹",
        "later": "›",
        "today": "│",
        "flag": "▼",
        "grid": "·",
    },
    bar=" ╾━",
    levels="▁▂▃▄▅▆▇█",
    track="─",
    cursor="▌",
    mark="*",
    ellipsis="…",
    dot="·",
    rule="─",
    right="›",
    thumb="▐",
    diamond="◆",
    warning="!",
    good="✓",
    checked="[x]",
    unchecked="[ ]",
    ascending="↑",
    descending="↓",
)
_SIDES = (("", "▄"), ("_left", "▖"), ("_right", "▗"))
_BARS = {f"{name}{side}": sign for name in ("solid", "part", "period") for side, sign in _SIDES}
_FADES = {"fade_1": "▃", "fade_2": "▂", "fade_3": "▁"}
SHADED = msgspec.structs.replace(UNICODE, signs={**UNICODE.signs, **_BARS, **_FADES})
ASCII = Glyphs(
    signs={
        "todo": "o",
        "active": ">",
        "done": "+",
        "hold": "=",
        "cancelled": "x",
        "delivered": "#",
        "alert": "!",
        "up": "^",
        "same": "=",
        "down": "v",
        "late": "!",
        "differs": "#",
        "good": "+",
        "warn": "!",
        "bad": "!",
        "solid": "#",
        "part": "=",
        "period": "-",
        "fade_1": "=",
        "fade_2": "-",
        "fade_3": ".",
        "repeat": "'",
        "ghost": "~",
        "group_left": "+",
        "group_middle": "-",
        "group_right": "+",
        "critical": "|",
        "together": "&",
        "waits_for": "<",
        "waiting": ">",
        "link_along": "-",
        "link_up_down": "|",
        "link_turn_down": "+",
        "link_turn_up": "+",
        "link_in_down": "+",
        "link_in_up": "+",
        "link_on_down": "v",
        "link_on_up": "^",
        "free_day": ".",
        "left_half": "|",
        "right_half": "|",
        "choice": "o",
        "hollow": "-",
        "milestone": "*",
        "onward": ">",
        "backward": "<",
        "earlier": "<",
        "later": ">",
        "today": ":",
        "flag": "v",
        "grid": ".",
    },
    bar=" -=",
    levels=".:-=+*#@",
    track=".",
    cursor=">",
    mark="*",
    ellipsis="~",
    dot="-",
    rule="-",
    right=">",
    thumb="|",
    diamond="<",
    warning="!",
    good="+",
    checked="[x]",
    unchecked="[ ]",
    ascending="^",
    descending="v",
)


def glyphs_for(ascii_only: bool, shades: bool = False) -> Glyphs:
    """The table that fits the terminal; with `shades` colours tell bars apart, so that all can have the same height."""
    return ASCII if ascii_only else SHADED if shades else UNICODE


def choice_sign(field: Field, code: str, glyphs: Glyphs) -> tuple[str, Tone]:
    """The sign and tone of a stored choice; an unknown code gets a question mark."""
    option: Choice | None = field.choice(code)
    if option is None:
        return ("?" if code else " "), Tone.WARN
    return glyphs.sign(option.glyph), option.tone

"""One table of glyphs: what is drawn where the terminal knows Unicode, and what where it does not."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from roadmap_tui.model.fields import Choice, Field, Tone


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
        "good": "✓",
        "warn": "!",
        "bad": "!",
        "solid": "▆",
        "part": "▄",
        "period": "▂",
        "low_left": "▖",
        "low_right": "▗",
        "fade_1": "▅",
        "fade_2": "▃",
        "fade_3": "▁",
        "repeat": "╻",
        "ghost": "▔",
        "group_left": "┌",
        "group_middle": "─",
        "group_right": "┐",
        "critical": "┃",
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
    bar=" ╸━",
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
        "good": "+",
        "warn": "!",
        "bad": "!",
        "solid": "#",
        "part": "=",
        "period": "-",
        "low_left": "#",
        "low_right": "#",
        "fade_1": "=",
        "fade_2": "-",
        "fade_3": ".",
        "repeat": "'",
        "ghost": "~",
        "group_left": "+",
        "group_middle": "-",
        "group_right": "+",
        "critical": "|",
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


def glyphs_for(ascii_only: bool) -> Glyphs:
    """The table that fits the terminal."""
    return ASCII if ascii_only else UNICODE


def choice_sign(field: Field, code: str, glyphs: Glyphs) -> tuple[str, Tone]:
    """The sign and tone of a stored choice; an unknown code gets a question mark."""
    option: Choice | None = field.choice(code)
    if option is None:
        return ("?" if code else " "), Tone.WARN
    return glyphs.sign(option.glyph), option.tone

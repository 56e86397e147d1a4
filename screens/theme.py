"""The look: a few colours with a meaning each, dark, light, and in the terminal's own sixteen colours."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec
from rich.style import Style

from roadmap_tui.model.fields import Tone
from roadmap_tui.view.glyphs import Ink

if TYPE_CHECKING:
    from textual.theme import Theme


class Look(msgspec.Struct, frozen=True):
    """The styles that line-drawing widgets paint with; tones and bars set the foreground, the others the background."""

    name: str
    tones: Mapping[Tone, Style]
    bars: Mapping[Ink, Mapping[Tone, Style]]
    cursor: Style
    row: Style
    cursor_away: Style
    marked: Style
    heading: Style
    rail: Style


class _Colours(msgspec.Struct, frozen=True):
    background: str
    surface: str
    panel: str
    foreground: str
    strong: str
    muted: str
    accent: str
    good: str
    warn: str
    bad: str
    cursor: str
    cursor_away: str
    marked: str
    rail: str
    row: str
    active_bar: str
    waiting_bar: str


_DARK = _Colours(
    background="#14171b",
    surface="#1a1e23",
    panel="#22272e",
    foreground="#c6ccd4",
    strong="#f2f5f8",
    muted="#7f8a97",
    accent="#5fb0e8",
    good="#7cc36a",
    warn="#e2ab4a",
    bad="#f0716f",
    cursor="#1f4668",
    cursor_away="#252b33",
    marked="#2b2f1f",
    rail="#3a424c",
    row="#1c232b",
    active_bar="#b9cfe6",
    waiting_bar="#7f9ab5",
)
_LIGHT = _Colours(
    background="#fbfbfa",
    surface="#f3f4f5",
    panel="#e8eaed",
    foreground="#2b3138",
    strong="#05080c",
    muted="#67717d",
    accent="#0a66b0",
    good="#21702a",
    warn="#8a5600",
    bad="#b8232a",
    cursor="#cfe4f7",
    cursor_away="#e6e9ed",
    marked="#f4efd6",
    rail="#c6ccd3",
    row="#eef3f8",
    active_bar="#2c5a86",
    waiting_bar="#6e91b3",
)
THEMES = ("dark", "light", "ansi")
_SOFT = 0.55


def _look(name: str, colours: _Colours) -> Look:
    tones = {
        Tone.STRONG: Style(color=colours.strong, bold=True),
        Tone.NORMAL: Style(color=colours.foreground),
        Tone.MUTED: Style(color=colours.muted),
        Tone.ACCENT: Style(color=colours.accent, bold=True),
        Tone.GOOD: Style(color=colours.good),
        Tone.WARN: Style(color=colours.warn),
        Tone.BAD: Style(color=colours.bad, bold=True),
    }
    inks = {
        Tone.STRONG: colours.strong,
        Tone.NORMAL: colours.active_bar,
        Tone.MUTED: colours.waiting_bar,
        Tone.ACCENT: colours.accent,
        Tone.GOOD: colours.good,
        Tone.WARN: colours.warn,
        Tone.BAD: colours.bad,
    }
    return Look(
        name=name,
        tones=tones,
        bars={
            Ink.LINE: tones,
            Ink.BACK: dict.fromkeys(Tone, Style(color=colours.rail)),
            Ink.FULL: {tone: Style(color=ink) for tone, ink in inks.items()},
            Ink.SOFT: {tone: Style(color=_mixed(ink, colours.background)) for tone, ink in inks.items()},
        },
        cursor=Style(bgcolor=colours.cursor),
        cursor_away=Style(bgcolor=colours.cursor_away),
        marked=Style(bgcolor=colours.marked),
        heading=Style(color=colours.muted),
        rail=Style(color=colours.rail),
        row=Style(bgcolor=colours.row),
    )


def _mixed(ink: str, paper: str) -> str:
    """A colour between two others, nearer to the first."""
    pairs = zip(_parts(ink), _parts(paper), strict=True)
    return "#" + "".join(f"{round(one * _SOFT + other * (1 - _SOFT)):02x}" for one, other in pairs)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


_ANSI_TONES = {
    Tone.STRONG: Style(bold=True),
    Tone.NORMAL: Style(),
    Tone.MUTED: Style(dim=True),
    Tone.ACCENT: Style(color="bright_cyan", bold=True),
    Tone.GOOD: Style(color="green"),
    Tone.WARN: Style(color="yellow"),
    Tone.BAD: Style(color="bright_red", bold=True),
}
_ANSI_LOOK = Look(
    name="ansi",
    tones=_ANSI_TONES,
    bars=dict.fromkeys(Ink, _ANSI_TONES),
    row=Style(),
    cursor=Style(reverse=True),
    cursor_away=Style(underline=True),
    marked=Style(bold=True),
    heading=Style(underline=True),
    rail=Style(dim=True),
)
LOOKS: Mapping[str, Look] = {"dark": _look("dark", _DARK), "light": _look("light", _LIGHT), "ansi": _ANSI_LOOK}


def wants_plain_colours(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the terminal has sixteen colours or none, so that its own colours serve best."""
    if environment.get("NO_COLOR") or environment.get("TEXTUAL_COLOR_SYSTEM") in ("standard", "windows"):
        return True
    term = environment.get("TERM", "")
    rich_enough = environment.get("COLORTERM") or "256" in term or environment.get("WT_SESSION") or os.name == "nt"
    return not rich_enough and term in ("linux", "xterm", "vt100", "vt220", "ansi", "screen", "tmux", "dumb", "cygwin")


def textual_theme(name: str) -> Theme:
    """The theme for Textual's own widgets that goes with a look."""
    from textual.theme import BUILTIN_THEMES, Theme

    if name == "ansi":
        own = {"soft": "ansi_default", "rail": "ansi_default", "raised": "ansi_default"}
        return Theme(
            name="roadmap-ansi",
            ansi=True,
            primary="ansi_cyan",
            secondary="ansi_cyan",
            warning="ansi_yellow",
            error="ansi_bright_red",
            success="ansi_green",
            accent="ansi_bright_cyan",
            foreground="ansi_default",
            background="ansi_default",
            surface="ansi_default",
            panel="ansi_default",
            variables={**BUILTIN_THEMES["ansi-dark"].variables, **own, **_SHARED},
        )
    colours = _LIGHT if name == "light" else _DARK
    return Theme(
        name=f"roadmap-{name}",
        dark=name != "light",
        primary=colours.accent,
        secondary=colours.accent,
        accent=colours.accent,
        warning=colours.warn,
        error=colours.bad,
        success=colours.good,
        foreground=colours.foreground,
        background=colours.background,
        surface=colours.surface,
        panel=colours.panel,
        variables={
            "soft": colours.muted,
            "rail": colours.rail,
            "raised": colours.panel,
            "input-selection-background": f"{colours.accent} 35%",
            **_SHARED,
        },
    )


_SHARED = {"block-cursor-text-style": "none"}

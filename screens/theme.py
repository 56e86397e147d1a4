"""The look: a theme's colours as styles to paint with, and one look in the terminal's own sixteen colours."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec
from rich.style import Style

from roadmap_tui.model.fields import Tone
from roadmap_tui.user.palettes import Colours, is_dark, mixed
from roadmap_tui.view.glyphs import Ink
from screens.heat import SIXTEEN, Heat, heat_of

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
    heat: Heat


_SOFT = 0.55
_MANY_COLOURS = ("256", "direct", "kitty", "ghostty", "foot", "alacritty", "wezterm", "iterm")


def look_of(name: str, colours: Colours) -> Look:
    """How everything is drawn in the colours of a theme."""
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
            Ink.SOFT: {tone: Style(color=mixed(ink, colours.background, _SOFT)) for tone, ink in inks.items()},
        },
        cursor=Style(bgcolor=colours.cursor),
        cursor_away=Style(bgcolor=colours.cursor_away),
        marked=Style(bgcolor=colours.marked),
        heading=Style(color=colours.muted),
        rail=Style(color=colours.rail),
        row=Style(bgcolor=colours.row),
        heat=heat_of(colours),
    )


_ANSI_TONES = {
    Tone.STRONG: Style(bold=True),
    Tone.NORMAL: Style(),
    Tone.MUTED: Style(dim=True),
    Tone.ACCENT: Style(color="bright_cyan", bold=True),
    Tone.GOOD: Style(color="green"),
    Tone.WARN: Style(color="yellow"),
    Tone.BAD: Style(color="bright_red", bold=True),
}
ANSI_LOOK = Look(
    name="ansi",
    tones=_ANSI_TONES,
    bars=dict.fromkeys(Ink, _ANSI_TONES),
    row=Style(),
    cursor=Style(reverse=True),
    cursor_away=Style(underline=True),
    marked=Style(bold=True),
    heading=Style(underline=True),
    rail=Style(dim=True),
    heat=SIXTEEN,
)


def wants_plain_colours(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the terminal has sixteen colours or none, so that its own colours serve best."""
    if environment.get("NO_COLOR") or environment.get("TEXTUAL_COLOR_SYSTEM") in ("standard", "windows"):
        return True
    term = environment.get("TERM", "")
    named = any(word in term for word in _MANY_COLOURS)
    return not (named or environment.get("COLORTERM") or environment.get("WT_SESSION") or os.name == "nt")


def ansi_theme() -> Theme:
    """The theme for Textual's own widgets in the terminal's sixteen colours."""
    from textual.theme import BUILTIN_THEMES, Theme

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


def textual_theme(name: str, colours: Colours) -> Theme:
    """The theme for Textual's own widgets in the colours of a theme."""
    from textual.theme import Theme

    return Theme(
        name=f"roadmap-{name}",
        dark=is_dark(colours),
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

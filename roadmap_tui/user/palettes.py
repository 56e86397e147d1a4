"""The colours of the themes: each has one meaning, and is told apart by its lightness as well as by its hue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec


class Colours(msgspec.Struct, frozen=True):
    """The colours of one theme as "#rrggbb": surfaces, inks on them, and the bars of the timeline."""

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
    row: str
    rail: str
    active_bar: str
    waiting_bar: str


SURFACES: Final = ("background", "surface", "panel", "cursor", "cursor_away", "marked", "row")
INKS: Final = ("foreground", "strong", "muted", "accent", "good", "warn", "bad")
READABLE: Final = 4.5
"""The least contrast of text on its surface (WCAG 2.2, 1.4.3 at level AA)."""
VERY_READABLE: Final = 7.0
"""The least contrast in the themes with high contrast (WCAG 2.2, 1.4.6 at level AAA)."""

DARK: Final = Colours(
    background="#14171b",
    surface="#1a1e23",
    panel="#22272e",
    foreground="#c6ccd4",
    strong="#f2f5f8",
    muted="#9aa6b2",
    accent="#6bb8ee",
    good="#5fd35f",
    warn="#f5c431",
    bad="#fb8a94",
    cursor="#183a58",
    cursor_away="#252b33",
    marked="#2b2f1f",
    row="#1c232b",
    rail="#3a424c",
    active_bar="#b9cfe6",
    waiting_bar="#7f9ab5",
)
LIGHT: Final = Colours(
    background="#fbfbfa",
    surface="#f3f4f5",
    panel="#e8eaed",
    foreground="#2b3138",
    strong="#05080c",
    muted="#525c69",
    accent="#0a5ca0",
    good="#206f4a",
    warn="#6a4200",
    bad="#c2100a",
    cursor="#cfe4f7",
    cursor_away="#e2e6eb",
    marked="#f4efd6",
    row="#eef3f8",
    rail="#c6ccd3",
    active_bar="#2c5a86",
    waiting_bar="#5f83a8",
)
CONTRAST: Final = Colours(
    background="#000000",
    surface="#000000",
    panel="#101418",
    foreground="#f2f2f2",
    strong="#ffffff",
    muted="#c8d0d8",
    accent="#8ad4ff",
    good="#2fda46",
    warn="#ffd21f",
    bad="#ffa799",
    cursor="#00294a",
    cursor_away="#1c2229",
    marked="#2a2a00",
    row="#0c1116",
    rail="#7a8694",
    active_bar="#dcecff",
    waiting_bar="#9db8d4",
)
CONTRAST_LIGHT: Final = Colours(
    background="#ffffff",
    surface="#ffffff",
    panel="#f0f2f4",
    foreground="#14181d",
    strong="#000000",
    muted="#3a424c",
    accent="#003f7a",
    good="#0d5038",
    warn="#452b0c",
    bad="#8f1300",
    cursor="#d3e8fb",
    cursor_away="#e8ecf0",
    marked="#fbf6d8",
    row="#f0f5fa",
    rail="#7a8694",
    active_bar="#123f6b",
    waiting_bar="#4a6f94",
)
BUILT_IN: Final[Mapping[str, Colours]] = {
    "dark": DARK,
    "light": LIGHT,
    "contrast": CONTRAST,
    "contrast-light": CONTRAST_LIGHT,
}


def parts(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of "#rrggbb", each from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(ink: str, paper: str, share: float) -> str:
    """A colour between two others; `share` is how much there is of the first, from 0 to 1."""
    pairs = zip(parts(ink), parts(paper), strict=True)
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02x}" for one, other in pairs)


def luminance(colour: str) -> float:
    """The relative luminance of a colour, from 0 for black to 1 for white (WCAG 2.2)."""
    red, green, blue = (_linear(part / 255) for part in parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def is_dark(colours: Colours) -> bool:
    """Whether the text is lighter than what it stands on."""
    return luminance(colours.background) < luminance(colours.foreground)

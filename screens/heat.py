"""The shades of the workload for each look: from a little to much, and one that is only for too much."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from rich.style import Style


class Heat(msgspec.Struct, frozen=True):
    """Five shades, lightest first, and the style of what is more than there is."""

    shades: tuple[Style, ...]
    too_much: Style


def _heat(ink: str, shades: tuple[str, ...], too_much: tuple[str, str]) -> Heat:
    return Heat(
        shades=tuple(Style(color=ink, bgcolor=shade) for shade in shades),
        too_much=Style(color=too_much[0], bgcolor=too_much[1], bold=True),
    )


_SIXTEEN = Heat(
    shades=(
        Style(dim=True),
        Style(),
        Style(bold=True),
        Style(color="bright_cyan", bold=True),
        Style(color="bright_cyan", bold=True, underline=True),
    ),
    too_much=Style(color="bright_red", bold=True, reverse=True),
)
HEATS: Mapping[str, Heat] = {
    "dark": _heat("#f2f5f8", ("#1b2833", "#1e384c", "#224b67", "#276084", "#2e78a5"), ("#ffd9d7", "#7a2a2d")),
    "light": _heat("#05080c", ("#e9f2f9", "#d2e5f3", "#b4d3ea", "#8fbde0", "#68a5d4"), ("#6d0d13", "#f4bfc0")),
    "ansi": _SIXTEEN,
}

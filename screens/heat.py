"""The shades of the workload: from a little to much, and one that is only for too much."""

from __future__ import annotations

import msgspec
from rich.style import Style

from roadmap_tui.user.palettes import Colours, mixed

SHARES = (0.08, 0.18, 0.28, 0.38, 0.48)
"""How much of the accent colour is in each shade, lightest first."""
TOO_MUCH = 0.32
"""How much of the colour for bad news is in the shade of what is more than there is."""


class Heat(msgspec.Struct, frozen=True):
    """Five shades, lightest first, and the style of what is more than there is."""

    shades: tuple[Style, ...]
    too_much: Style


def heat_of(colours: Colours) -> Heat:
    """The shades in the colours of a theme."""
    paper, ink = colours.background, colours.strong
    return Heat(
        shades=tuple(Style(color=ink, bgcolor=mixed(colours.accent, paper, share)) for share in SHARES),
        too_much=Style(color=ink, bgcolor=mixed(colours.bad, paper, TOO_MUCH), bold=True),
    )


SIXTEEN = Heat(
    shades=(
        Style(dim=True),
        Style(),
        Style(bold=True),
        Style(color="bright_cyan", bold=True),
        Style(color="bright_cyan", bold=True, underline=True),
    ),
    too_much=Style(color="bright_red", bold=True, reverse=True),
)

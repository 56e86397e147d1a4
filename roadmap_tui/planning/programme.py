"""The sections of a programme that steers a merger or co-operation, in the order of seed document S1."""

from __future__ import annotations

from typing import Final

from roadmap_tui.i18n import N_
from roadmap_tui.planning import programme_needs as needs
from roadmap_tui.planning.sections import Shape

SHAPES: Final = (
    Shape(
        "steering", N_("Steering"), N_("Who decides, and who has an interest?"),
        ("organisation_note",), ("stakeholders",), needs.steering,
    ),
)  # fmt: skip

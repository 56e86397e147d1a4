"""The sections of a journey map (routekaart), in the order of the work in seed document S0."""

from __future__ import annotations

from typing import Final

from roadmap_tui.i18n import N_
from roadmap_tui.planning import journey_map_needs as needs
from roadmap_tui.planning.sections import Shape

SHAPES: Final = (
    Shape(
        "map", N_("Journey map"), N_("Whose journey is it, in how many milestones, and how far is it?"),
        ("map_title", "map_version", "map_status", "map_per_session"), ("map_milestones",), needs.map_itself,
    ),
    Shape(
        "layers", N_("Layers"), N_("What is there already for each milestone, and what must be developed?"),
        (), ("layers", "components"), needs.layers,
    ),
    Shape(
        "fit_gap", N_("Fit/gap"), N_("How is it now, how should it be, and what must happen in between?"),
        (), ("fit_gap", "personas", "bottlenecks"), needs.fit_gap,
    ),
    Shape(
        "testing", N_("Testing and reading along"), N_("Do residents, professionals and readers recognise it?"),
        ("map_residents", "map_professionals", "map_tests_note"), ("reviews", "review_comments"), needs.testing,
    ),
    Shape(
        "case", N_("Business case"), N_("What does the layer of information and systems cost, and what does it bring?"),
        ("map_case_note",), ("business_case",), needs.case,
    ),
    Shape(
        "report", N_("Final report"), N_("What was found, and is the base for the implementation plan there?"),
        ("map_report",), (), needs.report,
    ),
)  # fmt: skip

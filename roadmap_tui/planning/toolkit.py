"""The five blocks of the redesign of a service, in the order of seed document S2."""

from __future__ import annotations

from typing import Final

from roadmap_tui.i18n import N_
from roadmap_tui.planning import toolkit_needs as needs
from roadmap_tui.planning.sections import Shape

SHAPES: Final = (
    Shape(
        "strategy", N_("Strategy and themes"), N_("With which theme do you begin, and when does it have effect?"),
        ("advice_bottlenecks", "advice_solution", "advice_case", "advice"),
        ("themes", "kpis", "kpi_values", "experts"), needs.strategy,
    ),
    Shape(
        "journeys", N_("Customer journeys and service blueprints"), N_("For whom is it, and what does each step need?"),
        (), ("personas", "bottlenecks", "persona_factors", "journeys", "journey_steps", "lanes", "blueprint"),
        needs.journeys,
    ),
    Shape(
        "consequences", N_("Consequences"), N_("What must be tackled before the ideal journey can exist?"),
        (), ("consequences", "content_plan", "measuring_plan"), needs.consequences,
    ),
    Shape(
        "engagement", N_("Organisation and support"), N_("Who steers, and who must be taken along in time?"),
        (), ("governance_roles", "engagement"), needs.engagement,
    ),
    Shape(
        "roadmap", N_("Roadmap and approach"), N_("What comes first, what is the least that works, what can wait?"),
        ("working_method", "working_method_note", "priority_scale", "urgency_weight"), ("roadmap_items",),
        needs.roadmap,
    ),
)  # fmt: skip

"""The sections of a programme that steers a merger or co-operation, in the order of seed document S1."""

from __future__ import annotations

from typing import Final

from roadmap_tui.i18n import N_
from roadmap_tui.planning import programme_needs as needs
from roadmap_tui.planning.sections import Shape

SHAPES: Final = (
    Shape(
        "together", N_("Together"), N_("What is brought together, by whom and from when?"),
        ("programme_kind", "go_live", "programme_note"), ("organisations",), needs.together,
    ),
    Shape(
        "challenges", N_("Challenges"), N_("What must the programme bring about?"),
        (), ("challenges",), needs.challenges,
    ),
    Shape(
        "frameworks", N_("Frameworks"), N_("Within which visions and rules is everything built?"),
        (), ("frameworks", "framework_items"), needs.frameworks,
    ),
    Shape(
        "projects", N_("Project book"), N_("Which projects are there, and do they keep to the frameworks?"),
        (), ("projects",), needs.projects,
    ),
    Shape(
        "teams", N_("Building teams"), N_("Who builds, and how far is each of the four duties?"),
        (), ("teams",), needs.teams,
    ),
    Shape(
        "office", N_("Project office"), N_("Who steers the work and guards the frameworks?"),
        ("office_note",), ("office",), needs.office,
    ),
    Shape(
        "processes", N_("Work processes"), N_("How does each municipality do it now, and how will it be done?"),
        (), ("processes", "situations"), needs.processes,
    ),
    Shape(
        "applications", N_("Applications"), N_("Which of the many applications is the one that stays?"),
        ("procurement_note",), ("applications",), needs.applications,
    ),
    Shape(
        "laws", N_("Laws"), N_("Which laws must everything comply with?"),
        (), ("laws",), needs.laws,
    ),
    Shape(
        "steering", N_("Steering"), N_("Who decides, who has an interest, and how are people taken along?"),
        ("organisation_note", "change_approach"), ("stakeholders", "log"), needs.steering,
    ),
    Shape(
        "means", N_("Planning, money and people"), N_("What happens when, what may it cost, and who has the time?"),
        ("planning_note",), ("capacity", "budget", "activities"), needs.means,
    ),
)  # fmt: skip

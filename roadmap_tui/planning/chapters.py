"""The ten chapters of an implementation plan, in the order of seed document S4, and how complete each is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from roadmap_tui.i18n import N_
from roadmap_tui.planning import chapter_needs as needs
from roadmap_tui.planning.sections import Section, Shape, read_sections

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

SHAPES: Final = (
    Shape(
        "goal", N_("Goal"), N_("What do you want to achieve, and when is it a success?"),
        ("goal",), ("criteria",), needs.goal,
    ),
    Shape(
        "background", N_("Background and stakeholders"), N_("Why now, and who has a stake in it?"),
        ("context",), ("stakeholders",), needs.background,
    ),
    Shape(
        "boundaries", N_("Project boundaries"), N_("What is part of it, and what is not?"),
        ("responsibility",), ("scope",), needs.boundaries,
    ),
    Shape(
        "results", N_("Results"), N_("What is delivered?"),
        ("results_note",), ("milestones", "runsheet", "dap", "norms", "training", "support"), needs.results,
    ),
    Shape(
        "preconditions", N_("Preconditions"), N_("What must others arrange?"),
        ("preconditions_note",), ("preconditions",), needs.preconditions,
    ),
    Shape(
        "activities", N_("Project activities"), N_("What is done to deliver the results?"),
        ("way_of_working",), ("activities",), needs.activities,
    ),
    Shape(
        "organisation", N_("Project organisation"), N_("Who does what, and what did you agree?"),
        ("organisation_note", "internal_communication", "external_communication"), ("people", "agreements"),
        needs.organisation,
    ),
    Shape(
        "communication", N_("Communication plan"), N_("Who hears what, when, how and from whom?"),
        ("communication_note",), ("communications",), needs.communication,
    ),
    Shape(
        "planning", N_("Planning"), N_("What happens when?"),
        ("planning_note",), (), needs.planning,
    ),
    Shape(
        "risks", N_("Risks"), N_("What may go wrong, and what do you do about it?"),
        ("risks_note",), ("risks", "measures"), needs.risks,
    ),
)  # fmt: skip


def chapters(outlook: Outlook) -> tuple[Section, ...]:
    """All ten chapters as they are today."""
    return read_sections(outlook, SHAPES)


def of_table(table: str) -> Shape | None:
    """The chapter that the records of a table stand in."""
    return next((shape for shape in SHAPES if table in shape.tables), None)

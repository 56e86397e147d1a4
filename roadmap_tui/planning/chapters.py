"""The ten chapters of an implementation plan, in the order of seed document S4, and how complete each is.

A chapter has texts (fields of the plan, so that two people can write different ones) and lists of records. It is
empty where nobody wrote anything, complete where nothing of what S4 asks is missing, and thin in between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal

import msgspec

from roadmap_tui.i18n import N_, _
from roadmap_tui.planning import chapter_needs as needs
from roadmap_tui.planning.chapter_needs import Need

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

State = Literal["empty", "thin", "complete"]


class Shape(msgspec.Struct, frozen=True):
    """What a chapter is made of: its title and question (message ids), its texts and its tables."""

    code: str
    label: str
    question: str
    texts: tuple[str, ...]
    tables: tuple[str, ...]
    needs: Callable[[Any], Iterable[Need]]


class Chapter(msgspec.Struct, frozen=True):
    """A chapter as it is now: how many of its needs are met, and what is missing in one line each."""

    shape: Shape
    place: int
    state: State
    done: int
    total: int
    missing: tuple[str, ...]
    records: int

    @property
    def progress(self) -> int:
        """Percent of what S4 asks that is there."""
        return 100 * self.done // self.total if self.total else 0


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


def chapters(outlook: Outlook) -> tuple[Chapter, ...]:
    """All ten chapters as they are today."""
    return tuple(_read(outlook, shape, place) for place, shape in enumerate(SHAPES, 1))


def _read(outlook: Outlook, shape: Shape, place: int) -> Chapter:
    found = list(shape.needs(outlook))
    missing = tuple(need.sentence for need in found if not need.met)
    records = sum(len(outlook.records(table)) for table in shape.tables)
    written = any(getattr(outlook.plan, name).strip() for name in shape.texts)
    if not missing:
        state: State = "complete"
    else:
        begun = written or records > 0 or (not shape.tables and len(missing) < len(found))
        state = "thin" if begun else "empty"
    return Chapter(shape, place, state, len(found) - len(missing), len(found), missing, records)


def state_label(state: State) -> str:
    """How complete a chapter is, in the user's language."""
    return {"empty": _("Empty"), "thin": _("Thin"), "complete": _("Complete")}[state]


def of_table(table: str) -> Shape | None:
    """The chapter that the records of a table stand in."""
    return next((shape for shape in SHAPES if table in shape.tables), None)


def summary(found: Sequence[Chapter]) -> str:
    """How the plan as a whole stands, in one sentence."""
    counts = {state: sum(1 for chapter in found if chapter.state == state) for state in ("complete", "thin", "empty")}
    return _("{complete} complete, {thin} thin, {empty} empty").format(**counts)


def missing_lines(found: Iterable[Chapter]) -> Iterator[tuple[Chapter, str]]:
    """Everything that is missing, chapter by chapter."""
    return ((chapter, sentence) for chapter in found for sentence in chapter.missing)

"""Every set of sections of a plan: the ten chapters, and the parts of screen 8.

To add a set, write a module in planning/ with a tuple `SHAPES` of `sections.Shape` (title, question, texts of the
plan, tables and needs; see planning/programme.py) and add one line to `SETS` here. Screen 8, the sections' screens,
the summaries and the document follow from that line.

The module of a set is imported when the set is opened, so a plan that does not use it pays nothing for it. For the
same reason `starts` and `texts` name the tables and the fields of the plan that show that a set is in use, without
those it shares with others. A text of a section is a field of model/plan.py declared with `part=<code of the set>`,
which keeps it out of the form of the plan itself.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

import msgspec

from roadmap_tui.i18n import N_
from roadmap_tui.planning.sections import Section, Shape, read_sections

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook


class SectionSet(msgspec.Struct, frozen=True):
    """A set of sections: its name, what it is for and how to begin (message ids), and where its shapes stand."""

    code: str
    label: str
    purpose: str
    begin: str
    module: str
    starts: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    kind: str = ""

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """The sections of this set, in their own order."""
        found: tuple[Shape, ...] = import_module(f"roadmap_tui.planning.{self.module}").SHAPES
        return found

    def in_use(self, outlook: Outlook) -> bool:
        """Whether the plan is of the kind that this set is for, or holds any of its records."""
        plan = outlook.plan
        if plan.kind == self.kind or any(getattr(plan, name) for name in self.texts):
            return True
        return any(outlook.records(table) for table in self.starts)

    def sections(self, outlook: Outlook) -> tuple[Section, ...]:
        """All sections of this set as they are today."""
        return read_sections(outlook, self.shapes)


CHAPTERS: Final = SectionSet(
    "chapters",
    N_("Chapters"),
    N_("The implementation plan in ten chapters."),
    N_("Begin with the goal."),
    "chapters",
    kind="implementation",
)
PROGRAMME: Final = SectionSet(
    "programme",
    N_("Programme"),
    N_("Steers a merger of municipalities: frameworks, projects, building teams, processes and applications."),
    N_("Begin with the kind and the municipalities, or make a new plan from the template herindeling."),
    "programme",
    starts=(
        "challenges", "frameworks", "projects", "teams", "office", "processes", "applications", "laws", "capacity",
    ),
    texts=("programme_kind",),
    kind="programme",
)  # fmt: skip
JOINT: Final = SectionSet(
    "joint",
    N_("Joint roadmap"),
    N_("Leads one municipality step by step to its activity list, to lay beside those of others."),
    N_("Begin with where you stand, or make a new plan from the template online-strategie."),
    "joint.steps",
    starts=("analysis", "requirements", "meetings", "feedback", "rulings", "ratings", "factors", "collaborations"),
    texts=("interests", "documents", "choices_made"),
    kind="joint",
)
TOOLKIT: Final = SectionSet(
    "toolkit",
    N_("Redesign of a service"),
    N_("From persona to roadmap: themes, customer journeys, blueprints, consequences and what comes first."),
    N_("Begin with the themes, or make a new plan from the template i4sociaal."),
    "toolkit",
    starts=("themes", "kpis", "journeys", "consequences", "roadmap_items", "engagement"),
    texts=("advice",),
    kind="toolkit",
)
JOURNEY_MAP: Final = SectionSet(
    "journey_map",
    N_("Journey map"),
    N_("The milestones of a resident's journey by layers of work, with fit/gap and business case."),
    N_("Begin with the milestones, or make a new plan from the template routekaart."),
    "journey_map",
    starts=("map_milestones", "layers", "components", "fit_gap", "reviews"),
    texts=("map_title",),
)
SETS: Final[tuple[SectionSet, ...]] = (CHAPTERS, PROGRAMME, TOOLKIT, JOURNEY_MAP, JOINT)
"""All sets; those after the chapters stand on screen 8 in this order, the ones in use first."""


def set_named(code: str) -> SectionSet:
    """The set with this code. Raises KeyError."""
    return next(each for each in SETS if each.code == code)


def home_of(table: str) -> tuple[SectionSet, Shape] | None:
    """The set and the section that the records of a table stand in; the chapters come first."""
    return next(((each, shape) for each in SETS for shape in each.shapes if table in shape.tables), None)


def in_order_of_use(outlook: Outlook) -> list[tuple[SectionSet, bool]]:
    """The sets of screen 8 with whether each is in use, those in use first."""
    found = [(each, each.in_use(outlook)) for each in SETS if each is not CHAPTERS]
    return sorted(found, key=lambda pair: not pair[1])

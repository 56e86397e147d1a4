"""The whole implementation plan as one document, in the order of seed document S4, ready for any text format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from roadmap_tui.exchange import document_lists as lists
from roadmap_tui.exchange.cells import one_line
from roadmap_tui.exchange.grid import Grid, text_of
from roadmap_tui.exchange.parts import Records
from roadmap_tui.i18n import _
from roadmap_tui.model.parsing import choice_label
from roadmap_tui.model.person import Person
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import fields_of
from roadmap_tui.planning.chapters import Chapter, chapters

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 for a chapter, 2 for a part of it."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Prose:
    """Text of several lines; lines that begin with a bullet are list items. A note stands out less."""

    text: str
    note: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table, with its own title left to the heading above it."""

    grid: Grid


Block = Heading | Prose | Table


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter; a wide one is printed across the page."""

    code: str
    blocks: list[Block]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """Title, subtitle, facts for the front page, and the chapters."""

    title: str
    subtitle: str
    organisation: str
    facts: list[tuple[str, str]]
    parts: list[Part] = field(default_factory=list)


_WIDE = ("planning", "risks")
_Lists = Callable[["Outlook", Records], list[tuple[str, Grid | str]]]
_LISTS: dict[str, _Lists] = {
    "goal": lists.goal,
    "background": lists.background,
    "boundaries": lists.boundaries,
    "results": lists.results,
    "preconditions": lists.preconditions,
    "activities": lists.activities,
    "organisation": lists.organisation,
    "communication": lists.communication,
    "planning": lists.planning,
    "risks": lists.risks,
}


def plan_document(records: Records, outlook: Outlook) -> Document:
    """The plan as a document; `records` may leave options or names out, `outlook` tells what follows from the plan."""
    plan = next((row for row in records(Plan.TABLE) if isinstance(row, Plan)), Plan())
    parts = [_part(chapter, plan, records, outlook) for chapter in chapters(outlook)]
    return Document(
        one_line(plan.title) or _("Plan without a title"),
        one_line(plan.subtitle) or _("Implementation plan"),
        one_line(plan.organisation),
        _facts(plan, records, outlook),
        parts,
    )


def _part(chapter: Chapter, plan: Plan, records: Records, outlook: Outlook) -> Part:
    shape = chapter.shape
    blocks: list[Block] = [Heading(f"{chapter.place}. {_(shape.label)}")]
    blocks += _texts(plan, shape.texts)
    for title, content in _LISTS[shape.code](outlook, records):
        blocks += [Heading(title, 2)] if title else []
        blocks.append(Prose(content) if isinstance(content, str) else Table(content))
    if len(blocks) == 1:
        lines = [_("This chapter still has to be written."), *(f"· {sentence}" for sentence in chapter.missing)]
        blocks.append(Prose("\n".join(lines), note=True))
    return Part(shape.code, blocks, wide=shape.code in _WIDE and any(isinstance(block, Table) for block in blocks))


def _texts(plan: Plan, names: Sequence[str]) -> list[Block]:
    """The texts of a chapter; where there are several, each under its own heading."""
    found: list[Block] = []
    for place, name in enumerate(names):
        text = str(getattr(plan, name)).strip()
        if text:
            found += [Heading(_(fields_of(Plan)[name].label), 2)] if place else []
            found.append(Prose(text))
    return found


def _facts(plan: Plan, records: Records, outlook: Outlook) -> list[tuple[str, str]]:
    people = [row for row in records(Person.TABLE) if isinstance(row, Person)]
    facts: list[tuple[str, Any]] = [
        (_("Client"), _names(people, "client")),
        (_("Contractor"), _names(people, "contractor")),
        (_("Version"), one_line(plan.version)),
        (_("Status"), choice_label(fields_of(Plan)["status"], plan.status)),
        (_("Start"), plan.start),
        (_("Go-live"), plan.go_live),
        (_("Date of this document"), outlook.today),
    ]
    return [(label, text) for label, value in facts if (text := text_of(value))]


def _names(people: Sequence[Person], group: str) -> str:
    return ", ".join(_name(person) for person in people if person.group == group)


def _name(person: Person) -> str:
    title, role = one_line(person.title), one_line(person.role)
    place = choice_label(fields_of(Person)["group"], person.group)
    told = person.kind == "person" and role and role.casefold() != place.casefold()
    return f"{title} ({role.lower()})" if told else title

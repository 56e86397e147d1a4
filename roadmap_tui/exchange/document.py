"""The whole implementation plan as one document, in the order of seed document S4, ready for any text format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from roadmap_tui.exchange import document_lists as lists
from roadmap_tui.exchange.blocks import Block, Document, Heading, Part, Prose, Table, Timeline
from roadmap_tui.exchange.cells import one_line
from roadmap_tui.exchange.grid import Grid, text_of
from roadmap_tui.exchange.parts import Records
from roadmap_tui.i18n import _
from roadmap_tui.model.governance import ChangeRequest, PlanVersion
from roadmap_tui.model.parsing import choice_label
from roadmap_tui.model.person import Person
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import fields_of
from roadmap_tui.planning.chapters import chapters
from roadmap_tui.planning.sections import Section

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook


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
    plan = plan_of(records)
    parts = [_part(chapter, plan, records, outlook) for chapter in chapters(outlook)]
    parts += [part for part in (_budget(outlook, records), _changes(outlook, records)) if part.blocks]
    return Document(
        one_line(plan.title) or _("Plan without a title"),
        one_line(plan.subtitle) or _("Implementation plan"),
        one_line(plan.organisation),
        _facts(plan, records, outlook),
        parts,
        stamp=stamp(plan, outlook),
        versions=_versions(records),
    )


def plan_of(records: Records) -> Plan:
    """The record about the plan itself."""
    return next((row for row in records(Plan.TABLE) if isinstance(row, Plan)), Plan())


def stamp(plan: Plan, outlook: Outlook) -> str:
    """Version, status and date in one line, for the head of every page."""
    version = _("version {version}").format(version=one_line(plan.version)) if plan.version.strip() else ""
    status = choice_label(fields_of(Plan)["status"], plan.status).lower()
    return ", ".join(part for part in (version, status, text_of(outlook.today)) if part)


def _versions(records: Records) -> Grid | None:
    widths = {"title": 10, "issued": 14, "author": 26, "changes": 60}
    found = lists.listed(records, PlanVersion.TABLE, **widths)
    return found[0][1] if found and isinstance(found[0][1], Grid) else None


def _budget(outlook: Outlook, records: Records) -> Part:
    """An annex with the money: what was granted, spent and expected, with totals."""
    found = blocks_of(lists.budget(outlook, records))
    return Part("budget", [Heading(_("Annex: budget")), *found] if found else [])


def _changes(outlook: Outlook, records: Records) -> Part:
    """An annex with what was changed after approval."""
    found = blocks_of(lists.change_requests(records))
    return Part(ChangeRequest.TABLE, [Heading(_("Annex: change requests")), *found] if found else [])


def blocks_of(found: lists.Lists) -> list[Block]:
    """Lists as blocks, each under its own heading."""
    blocks: list[Block] = []
    for title, content in found:
        blocks += [Heading(title, 2)] if title else []
        blocks.append(Prose(content) if isinstance(content, str) else Table(content))
    return blocks


def _part(chapter: Section, plan: Plan, records: Records, outlook: Outlook) -> Part:
    shape = chapter.shape
    blocks: list[Block] = [Heading(f"{chapter.place}. {_(shape.label)}")]
    blocks += _texts(plan, shape.texts)
    found = blocks_of(_LISTS[shape.code](outlook, records))
    blocks += [Timeline()] if shape.code == "planning" and found else []
    blocks += found
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

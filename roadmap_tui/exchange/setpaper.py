"""A set of sections, such as a programme, as one document: every section with its texts and its lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from roadmap_tui.exchange import document_lists as lists
from roadmap_tui.exchange import redesign_lists as redesign
from roadmap_tui.exchange.beyond import NOTHING, Beyond
from roadmap_tui.exchange.blocks import Block, Document, Heading, Part, Prose, Table
from roadmap_tui.exchange.cells import one_line
from roadmap_tui.exchange.document import blocks_of, plan_of, stamp
from roadmap_tui.exchange.grid import Grid, Value, text_of
from roadmap_tui.exchange.grid import Heading as Column
from roadmap_tui.exchange.parts import Records, value_of
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Field, Kind
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import fields_of, shown_fields
from roadmap_tui.model.registry import TABLES
from roadmap_tui.planning.findings import all_of
from roadmap_tui.planning.section_sets import SectionSet
from roadmap_tui.planning.sections import Section, Shape

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_SHORT, _LONG = 7, 2
_LONG_WIDTH: Final = 40
_SEVERAL: Final = 26
_OWN: Final[Mapping[str, Callable[[Outlook, Records], lists.Lists]]] = {
    "stakeholders": lists.background,
    "activities": lists.planning,
    "budget": lists.budget,
    "log": lists.log,
    "kpis": redesign.indicators,
    "bottlenecks": redesign.solved,
    "blueprint": redesign.blueprints,
    "roadmap_items": redesign.order,
    "components": redesign.layer_matrix,
    "business_case": redesign.case,
}
"""Tables that have a list of their own in the implementation plan."""


def set_document(group: SectionSet, records: Records, outlook: Outlook, beyond: Beyond = NOTHING) -> Document:
    """All sections of a set; one without content says so in one line, with what it lacks."""
    plan = plan_of(records)
    parts = [_part(group, section, plan, records, outlook, beyond) for section in group.sections(outlook)]
    facts = [(_("Start"), plan.start), (_("Go-live"), plan.go_live), (_("Date of this document"), outlook.today)]
    return Document(
        one_line(plan.title) or _("Plan without a title"),
        one_line(plan.subtitle) or _(group.label),
        one_line(plan.organisation),
        [(label, text_of(value)) for label, value in facts if value],
        parts,
        stamp=stamp(plan, outlook),
    )


def _part(group: SectionSet, section: Section, plan: Plan, records: Records, outlook: Outlook, beyond: Beyond) -> Part:
    shape = section.shape
    blocks: list[Block] = [Heading(f"{section.place}. {_(shape.label)}"), *_texts(plan, shape)]
    for table in shape.tables:
        found = _OWN[table](outlook, records) if table in _OWN else _list(table, records, beyond)
        blocks += blocks_of([(title or _(TABLES[table].PLURAL), content) for title, content in found])
    blocks += _pictures(group.code, shape.code, outlook, beyond)
    if len(blocks) == 1:
        lines = [_("This part still has to be written."), *(f"· {sentence}" for sentence in section.missing)]
        blocks.append(Prose("\n".join(lines), note=True))
    return Part(shape.code, blocks, wide=any(isinstance(block, Table) for block in blocks))


def _texts(plan: Plan, shape: Shape) -> list[Block]:
    """The texts of a section, each under its own heading; short facts on lines of their own."""
    found: list[Block] = []
    facts = []
    for name in shape.texts:
        field = fields_of(Plan)[name]
        text = text_of(value_of(field, getattr(plan, name), {}))
        if not text.strip():
            continue
        if field.kind is Kind.LONG:
            found += [Heading(_(field.label), 2), Prose(text)]
        else:
            facts.append(f"{_(field.label)}: {text}")
    return [*([Prose("\n".join(facts))] if facts else []), *found]


def _list(table: str, records: Records, beyond: Beyond) -> lists.Lists:
    """The records of a table with the fields that hold something: the short ones, and the first long texts."""
    record_type, rows = TABLES[table], list(records(table))
    if not rows:
        return []
    fields = [field for field in _told(shown_fields(record_type)) if any(getattr(row, field.name) for row in rows)]
    titles = {
        field.target: {row.id: one_line(row.title) for row in records(field.target)} for field in fields if field.target
    }
    columns = (
        Column(_("No."), width=8),
        *(Column(_(f.label), width=_width(f), strong=not i) for i, f in enumerate(fields)),
    )
    cells: list[list[Value]] = [
        [row.number, *(value_of(field, getattr(row, field.name), titles.get(field.target, {})) for field in fields)]
        for row in rows
    ]
    if beyond.updated is not None:
        columns = (*columns, Column(_("Last updated"), width=12))
        cells = [[*cell, beyond.updated(table, row.id)] for cell, row in zip(cells, rows, strict=True)]
    return [(_(record_type.PLURAL), Grid("", "", columns, cells))]


def _told(fields: tuple[Field, ...]) -> list[Field]:
    short = [field for field in fields if field.kind not in (Kind.LONG, Kind.FLAG)][:_SHORT]
    return [*short, *[field for field in fields if field.kind is Kind.LONG][:_LONG]]


def _width(field: Field) -> int:
    return _LONG_WIDTH if field.kind is Kind.LONG else max(field.width, _SEVERAL if field.kind is Kind.REFS else 12)


def _pictures(group: str, section: str, outlook: Outlook, beyond: Beyond) -> list[Block]:
    """What a section shows beside its lists: the traffic lights and the matrix of the project book."""
    if (group, section) == ("programme", "means"):
        return _months(outlook)
    if (group, section) != ("programme", "projects"):
        return []
    from roadmap_tui.model.programme import Challenge, Project
    from roadmap_tui.view.conformity import conformity_table
    from roadmap_tui.view.lights import light_rows, light_word

    rows = [row for row in light_rows(outlook, beyond.live) if not isinstance(row.about, Challenge)]
    found: list[Block] = []
    if rows:
        cells = [[f"{row.number} {one_line(row.title)}", light_word(row.standing.light)[1], row.why] for row in rows]
        names = (
            Column(_("Project"), width=44, strong=True),
            Column(_("Traffic light"), width=14),
            Column(_("Why"), width=44),
        )
        own = any(each.file.strip() for each in all_of(outlook, Project))
        found += [
            Heading(_("Traffic lights"), 2),
            *(_read_note(outlook, beyond) if own else []),
            Table(Grid("", "", names, [list(row) for row in cells])),
        ]
    headings, matrix = conformity_table(outlook)
    if matrix:
        widths = (Column(headings[0], width=40, strong=True), *(Column(name, width=8) for name in headings[1:]))
        found += [
            Heading(_("Conformity with frameworks"), 2),
            Table(Grid("", "", widths, [list(row) for row in matrix])),
        ]
    return found


def _read_note(outlook: Outlook, beyond: Beyond) -> list[Block]:
    """Whether the plans of the projects count in the lights, and as they were on which day."""
    if beyond.live:
        words = _("The projects' own plans were read on {day}.").format(day=text_of(outlook.today))
    else:
        words = _("The projects' own plans were not read for this document.")
    return [Prose(words, note=True)]


def _months(outlook: Outlook) -> list[Block]:
    """What is asked of the departments month by month."""
    from roadmap_tui.view.capacity import capacity_table

    headings, rows = capacity_table(outlook)
    if not rows:
        return []
    columns = (Column(headings[0], width=18, strong=True), *(Column(name, width=20) for name in headings[1:]))
    title = _("Days a week that are asked, per month")
    return [Heading(title, 2), Table(Grid("", "", columns, [list(row) for row in rows]))]

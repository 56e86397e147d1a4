"""Comparing a plan with the supplier's standard plan, and adding what that one lacks (seed document S4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from roadmap_tui.editing import edits
from roadmap_tui.errors import UnreadableError, UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Kind
from roadmap_tui.model.ids import new_id
from roadmap_tui.model.milestone import Checkpoint, Milestone
from roadmap_tui.model.record import fields_of
from roadmap_tui.model.registry import TABLES
from roadmap_tui.model.steering import LogEntry
from roadmap_tui.planning.chapters import SHAPES, chapters
from roadmap_tui.planning.results import missing_results
from roadmap_tui.planning.sections import Shape
from roadmap_tui.planning.standardplan import STATE_LABELS, Comparison, Part, compare

if TYPE_CHECKING:
    from roadmap_tui.exchange.templates import NewRecord
    from roadmap_tui.session import Session
    from roadmap_tui.store.changes import Change

_TEMPLATE = "software"
Row = tuple[str, int, Mapping[str, Any]]


class Addition(NamedTuple):
    """What one lacking part adds to the plan: texts of the plan by field, and records."""

    part: Part
    texts: dict[str, str]
    rows: list[Row]


def read_supplier(path: Path) -> Comparison:
    """What the supplier's plan at `path` holds.

    Raises UnreadableError where it cannot be read, or where it holds none of the chapters and results.
    """
    from roadmap_tui.exchange.outline import read_outline

    found = compare(read_outline(path))
    if not any(part.there for part in found.parts):
        message = _("{name} has none of the ten chapters and seven results; is this the supplier's plan?")
        raise UnreadableError(message.format(name=path.name))
    return found


def is_in_plan(session: Session, part: Part) -> bool:
    """Whether this plan already has what a part stands for."""
    if part.kind == "result":
        return part.code not in {result.code for result in missing_results(_milestones(session))}
    return next(each for each in chapters(session.outlook) if each.shape.code == part.code).state != "empty"


def additions(session: Session, found: Comparison) -> list[Addition]:
    """What the lacking parts add: texts and lists of the template where this plan has nothing of its own yet."""
    from roadmap_tui.exchange.templates import build, load_template

    lacking = [part for part in found.parts if not part.there and not is_in_plan(session, part)]
    if not lacking:
        return []
    records = build(load_template(_TEMPLATE), session.today)
    made = [Addition(part, *_content(session, part, records)) for part in lacking]
    return _connected([each for each in made if each.texts or each.rows])


def add_lacking(session: Session, found: Comparison, source: str) -> tuple[list[Addition], tuple[Change, ...]]:
    """The additions and the changes that make them, with an action in the log that tells what the supplier lacks.

    Raises UsageError where the supplier's plan lacks nothing.
    """
    lacking = [part for part in found.parts if not part.there]
    if not lacking:
        raise UsageError(_("The supplier's plan has all chapters and results; there is nothing to add."))
    made = additions(session, found)
    added = {each.part.code for each in made}
    texts = {name: text for each in made for name, text in each.texts.items()}
    rows = [row for each in made for row in each.rows]
    rows.append((LogEntry.TABLE, new_id(), _action(session, source, lacking, added)))
    changes = edits.add_many(session.tables, rows)
    if texts:
        changes += edits.set_fields(session.plan, texts)
    return made, changes


def _milestones(session: Session) -> list[Milestone]:
    return [record for record in session.records(Milestone.TABLE) if isinstance(record, Milestone)]


def _content(session: Session, part: Part, records: Iterable[NewRecord]) -> tuple[dict[str, str], list[Row]]:
    if part.kind == "result":
        return {}, list(_milestone_rows(part.code, records))
    shape = next(each for each in SHAPES if each.code == part.code)
    empty = {table for table in shape.tables if table != Milestone.TABLE and not session.records(table)}
    rows: list[Row] = [(each.table, each.id, each.fields) for each in records if each.table in empty]
    return dict(_texts(session, shape, records)), rows


def _texts(session: Session, shape: Shape, records: Iterable[NewRecord]) -> Iterator[tuple[str, str]]:
    """The texts of a chapter that are still empty, as the template has them or as the question they answer."""
    given = next(each.fields for each in records if each.table == "plan")
    fields = fields_of(type(session.plan))
    for name in shape.texts:
        if not str(getattr(session.plan, name)).strip():
            question = _(fields[name].help)
            yield name, str(given.get(name) or _("To be written: {question}").format(question=question))


def _milestone_rows(code: str, records: Iterable[NewRecord]) -> Iterator[Row]:
    """The milestone that a template has for a result, with its checklist."""
    milestone = next((each for each in records if each.fields.get("code") == code), None)
    if milestone is None:
        return
    yield milestone.table, milestone.id, milestone.fields
    for each in records:
        if each.table == Checkpoint.TABLE and each.fields.get("milestone") == milestone.id:
            yield each.table, each.id, each.fields


def _connected(made: list[Addition]) -> list[Addition]:
    """The additions without references to records of the template that are not added themselves."""
    present = {record_id for each in made for _table, record_id, _fields in each.rows}

    def kept(table: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        known = fields_of(TABLES[table])
        found = dict(fields)
        for name, value in fields.items():
            kind = known[name].kind if name in known else None
            if kind is Kind.REF and value not in present:
                del found[name]
            elif kind is Kind.REFS:
                found[name] = [each for each in value if each in present]
        return found

    return [
        Addition(each.part, each.texts, [(table, record_id, kept(table, own)) for table, record_id, own in each.rows])
        for each in made
    ]


def _action(session: Session, source: str, lacking: Iterable[Part], added: set[str]) -> dict[str, Any]:
    lines = [
        f"{_(part.label)}: {_(STATE_LABELS[part.state])}; "
        + (_("added to this plan") if part.code in added else _("this plan has it"))
        for part in lacking
    ]
    return {
        "title": _("Discuss with the supplier what their standard plan lacks"),
        "kind": "action",
        "noted": session.today.isoformat(),
        "remarks": "\n".join([_("Compared with {source}.").format(source=source), *lines]),
    }

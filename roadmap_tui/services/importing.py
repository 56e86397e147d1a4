"""Carrying out an import on a plan: what exchange/importing decides becomes one undoable change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from roadmap_tui.editing import edits
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Kind
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.model.registry import TABLES
from roadmap_tui.store.changes import Change

if TYPE_CHECKING:
    from roadmap_tui.exchange.importing import ImportPlan, ImportState
    from roadmap_tui.exchange.shared import Row
    from roadmap_tui.exchange.source import SourceTable
    from roadmap_tui.session import Session

_YEAR = re.compile(r"(?<!\d)(20[2-9]\d)(?!\d)")


def state_of(session: Session) -> ImportState:
    """What the plan holds now, as an import needs it."""
    from roadmap_tui.exchange.importing import ImportState

    plan = session.plan
    return ImportState(
        activities=session.tables.get(Activity.TABLE, {}),
        removed=session.removed(Activity.TABLE),
        milestones=session.tables.get(Milestone.TABLE, {}),
        plan=session.tables.get(Plan.TABLE, {}).get(plan.id, {}),
        document=session.document.document_id,
    )


def carry_out(session: Session, found: ImportPlan, given: Mapping[str, Any]) -> None:
    """Make the changes of an import and give the plan its fields, as one action; nothing is saved yet."""
    tables = session.tables
    changes = list(
        edits.add_records(tables, Activity.TABLE, [row.fields for row in found.added], [row.id for row in found.added])
    )
    for row in (*found.updated, *found.noted):
        if (activity := session.record(Activity.TABLE, row.id)) is not None:
            changes.extend(edits.set_fields(activity, row.fields))
    own = {**found.plan_fields, **given}
    if own and session.plan.id:
        changes.extend(edits.set_fields(session.plan, own))
    session.commit(changes)


def year_in(table: SourceTable) -> int | None:
    """The year that the moments in a table name most often; None where they name none."""
    texts: list[str] = [table.title, table.subtitle, *(row.cells.get("when", "") for row in table.rows)]
    found = Counter(int(year) for text in texts for year in _YEAR.findall(text))
    return found.most_common(1)[0][0] if found else None


def new_plan_fields(table: SourceTable, title: str, year: int) -> dict[str, Any]:
    """The plan that an import makes where there is none yet."""
    fields = {"title": table.title or title, "subtitle": table.subtitle, "kind": "approach", "year": year}
    return {name: value for name, value in fields.items() if value}


class Taken(NamedTuple):
    """What taking in shared lists does: the changes, and how many records are new, here already, or thrown away."""

    changes: tuple[Change, ...]
    added: int
    known: int
    removed: int


def take_in_shared(session: Session, rows: Sequence[Row]) -> Taken:
    """The changes that add shared records under their own ids; what stands here already is left as it is.

    References to records that are neither here nor shared are left out.
    """
    here = {table: session.tables.get(table, {}).keys() for table in TABLES}
    gone = {(table, each) for table in {row[0] for row in rows} for each in session.removed(table)}
    used = {each for ids in here.values() for each in ids}
    new: dict[tuple[str, int], dict[str, Any]] = {}
    for table, record_id, fields in rows:
        if record_id not in used and (table, record_id) not in gone:
            new[table, record_id] = fields
            used.add(record_id)
    added = [
        (table, key, _with_known_references(TABLES[table], fields, lambda t, i: i in here[t] or (t, i) in new))
        for (table, key), fields in new.items()
    ]
    removed = sum(1 for table, key, _fields in rows if (table, key) in gone)
    return Taken(edits.add_many(session.tables, added), len(added), len(rows) - len(added) - removed, removed)


def _with_known_references(
    record_type: type[Record], fields: Mapping[str, Any], is_known: Callable[[str, int], bool]
) -> dict[str, Any]:
    found = dict(fields)
    for name, field in fields_of(record_type).items():
        if field.kind is Kind.REFS and name in found:
            found[name] = [each for each in found[name] if is_known(field.target, each)]
        elif field.kind is Kind.REF and name in found and not is_known(field.target, found[name]):
            del found[name]
    return found

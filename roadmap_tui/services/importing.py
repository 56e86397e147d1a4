"""Carrying out an import on a plan: what exchange/importing decides becomes one undoable change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from roadmap_tui.editing import edits
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.plan import Plan

if TYPE_CHECKING:
    from roadmap_tui.exchange.importing import ImportPlan, ImportState
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

"""What people do to the matrix of projects and frameworks; each answers the changes to make."""

from __future__ import annotations

from roadmap_tui.editing import edits
from roadmap_tui.model.programme import Conformity, Framework, Project
from roadmap_tui.planning.programme_state import ConformityRow
from roadmap_tui.store.changes import Change
from roadmap_tui.store.encoding import Tables


def judge(tables: Tables, row: ConformityRow, framework: Framework, verdict: str) -> tuple[Change, ...]:
    """Whether a project or building team keeps to a framework; an empty verdict takes the cell away."""
    cell = row.cells.get(framework.id)
    if cell is not None:
        if not verdict:
            return (Change(Conformity.TABLE, cell.id, action="delete"),)
        return edits.set_fields(cell, {"verdict": verdict}) if verdict != cell.verdict else ()
    if not verdict:
        return ()
    owner = "project" if isinstance(row.record, Project) else "team"
    fields = {"framework": framework.id, owner: row.record.id, "verdict": verdict}
    return edits.add_records(tables, Conformity.TABLE, [fields])

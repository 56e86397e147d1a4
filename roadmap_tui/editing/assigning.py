"""What people do to the responsibility matrix; each answers the changes to make."""

from __future__ import annotations

from roadmap_tui.editing import edits
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.person import Person
from roadmap_tui.model.responsibility import Responsibility
from roadmap_tui.planning.responsibilities import MatrixRow
from roadmap_tui.store.changes import Change
from roadmap_tui.store.encoding import Tables


def assign(tables: Tables, row: MatrixRow, person: Person, involvement: str) -> tuple[Change, ...]:
    """What a person is to a row; an empty involvement takes the letter away.

    Accountable and doing the work go together: the second of the two makes it both.
    """
    cell = row.cells.get(person.id)
    if cell is None:
        if not involvement:
            return ()
        field = "activity" if isinstance(row.record, Activity) else "milestone"
        fields = {"person": person.id, field: row.record.id, "involvement": involvement}
        return edits.add_records(tables, Responsibility.TABLE, [fields])
    if not involvement:
        return (Change(Responsibility.TABLE, cell.id, action="delete"),)
    if {cell.involvement, involvement} == {"accountable", "responsible"}:
        involvement = "both"
    return edits.set_fields(cell, {"involvement": involvement}) if involvement != cell.involvement else ()


def add_activity(tables: Tables, activity: Activity, person: Person) -> tuple[Change, ...]:
    """A row for an activity, with one person accountable."""
    return assign(tables, MatrixRow(activity, {}), person, "accountable")

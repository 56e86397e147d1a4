"""The VERI or RACI matrix: who is what to each result, and where nobody or more than one is accountable."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import msgspec

from roadmap_tui.model.activity import Activity
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.person import Person
from roadmap_tui.model.record import Record
from roadmap_tui.model.responsibility import Responsibility
from roadmap_tui.planning.findings import all_of

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

ACCOUNTABLE: Final = ("accountable", "both")
WORKING: Final = ("responsible", "both")
_TAKING_PART: Final = ("client", "contractor", "steering", "team", "supplier")


class MatrixRow(msgspec.Struct, frozen=True):
    """A milestone or an activity with the cells that are filled in, by the id of the person."""

    record: Record
    cells: dict[int, Responsibility]

    @property
    def accountable(self) -> list[int]:
        """The people who are accountable; exactly one is right."""
        return [person for person, cell in self.cells.items() if cell.involvement in ACCOUNTABLE]

    @property
    def working(self) -> list[int]:
        """The people who do the work."""
        return [person for person, cell in self.cells.items() if cell.involvement in WORKING]


class ResponsibilityMatrix(msgspec.Struct, frozen=True):
    """Rows in the order of the plan, milestones first, and the people or roles that are its columns."""

    rows: tuple[MatrixRow, ...]
    people: tuple[Person, ...]

    @property
    def used(self) -> bool:
        """Whether anybody filled in a cell."""
        return any(row.cells for row in self.rows)


def responsibility_matrix(outlook: Outlook) -> ResponsibilityMatrix:
    """The milestones of the plan, and the activities that have a letter, against everybody who takes part.

    Of two cells for the same pair the one that was made last counts.
    """
    cells: dict[tuple[str, int], dict[int, Responsibility]] = {}
    for cell in all_of(outlook, Responsibility):
        for table, target in ((Milestone.TABLE, cell.milestone), (Activity.TABLE, cell.activity)):
            if target is not None and cell.person is not None:
                cells.setdefault((table, target), {})[cell.person] = cell
    records: list[Record] = [m for m in all_of(outlook, Milestone) if m.status != "cancelled"]
    records += [a for a in all_of(outlook, Activity) if (Activity.TABLE, a.id) in cells and a.status != "cancelled"]
    people = _columns(all_of(outlook, Person), {person for row in cells.values() for person in row})
    known = {person.id for person in people}
    rows = (
        MatrixRow(each, {p: c for p, c in cells.get((each.TABLE, each.id), {}).items() if p in known})
        for each in records
    )
    return ResponsibilityMatrix(tuple(rows), people)


def _columns(people: Sequence[Person], named: set[int]) -> tuple[Person, ...]:
    """Everybody with a letter or with a place in the project; everybody where nobody has a place."""
    if not any(each.group in _TAKING_PART for each in people):
        return tuple(people)
    return tuple(each for each in people if each.id in named or each.group in _TAKING_PART)

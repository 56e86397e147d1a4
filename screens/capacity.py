"""Time of departments: when is how much asked of whom, the placement of staff included?"""

from __future__ import annotations

from typing import ClassVar

from roadmap_tui.actions.scopes import APP, DEPARTMENTS
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.harmonisation import Capacity
from roadmap_tui.model.record import Record
from roadmap_tui.view.capacity import legend, words_for
from roadmap_tui.view.text import Line, Run
from screens.cell_matrices import CellMatrixScreen
from screens.keys import bindings
from screens.widgets.capacity_grid import CapacityGrid


class CapacityScreen(CellMatrixScreen):
    """Departments by months, what stands under the cursor in words, and what the signs mean."""

    PLACE: ClassVar[str] = "capacity_months"
    SCOPES: ClassVar[tuple[str, ...]] = (DEPARTMENTS, APP)
    BINDINGS = bindings(DEPARTMENTS)
    GRID = CapacityGrid

    @property
    def grid(self) -> CapacityGrid:
        """The departments by months."""
        return self.query_one(CapacityGrid)

    def standing(self) -> Line:
        return [Run("  " + legend(self.roadmap.glyphs), Tone.MUTED)]

    def here(self) -> Line:
        place, found = self.grid.place, self.grid.matrix
        if place is None:
            return []
        row, column = place
        return words_for(found.at(row, column), found.departments[row], found.months[column])

    async def action_open_department(self) -> None:
        """The list of what departments are asked for. Raises UsageError where there are none."""
        place = self.grid.place
        if place is None:
            raise UsageError(_("Choose a row first."))
        name = self.grid.matrix.departments[place[0]]
        rows = self.session.records(Capacity.TABLE)
        self.roadmap.show_record(next(record for record in rows if record.title.strip() == name))

    def select_record(self, record: Record) -> None:
        """Put the cursor on the department of a record."""
        self.grid.select(record.title)

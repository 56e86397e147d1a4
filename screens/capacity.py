"""Time of departments: when is how much asked of whom, the placement of staff included?"""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from roadmap_tui.actions.scopes import APP, DEPARTMENTS
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.harmonisation import Capacity
from roadmap_tui.model.record import Record
from roadmap_tui.view.capacity import legend, words_for
from roadmap_tui.view.text import Line, Run
from screens.base import PlanScreen
from screens.keys import bindings
from screens.sections import StandingLine
from screens.widgets.capacity_grid import CapacityGrid


class CapacityScreen(PlanScreen):
    """Departments by months, what stands under the cursor in words, and what the signs mean."""

    PLACE: ClassVar[str] = "capacity_months"
    SCOPES: ClassVar[tuple[str, ...]] = (DEPARTMENTS, APP)
    BINDINGS = bindings(DEPARTMENTS)
    AUTO_FOCUS = "CapacityGrid"

    def body(self) -> ComposeResult:
        yield StandingLine(self._legend)
        yield CapacityGrid()
        yield StandingLine(self._here)

    @property
    def grid(self) -> CapacityGrid:
        """The departments by months."""
        return self.query_one(CapacityGrid)

    def _legend(self) -> Line:
        return [Run("  " + legend(self.roadmap.glyphs), Tone.MUTED)]

    def _here(self) -> Line:
        place, found = self.grid.place, self.grid.found
        if place is None:
            return []
        row, column = place
        return words_for(found.at(row, column), found.departments[row], found.months[column])

    def refresh_plan(self) -> None:
        self.grid.show()
        self._refresh_lines()

    @on(CapacityGrid.Moved)
    def _refresh_lines(self) -> None:
        for line in self.query(StandingLine):
            line.refresh()

    async def action_open_department(self) -> None:
        """The list of what departments are asked for. Raises UsageError where there are none."""
        place = self.grid.place
        if place is None:
            raise UsageError(_("Choose a row first."))
        name = self.grid.found.departments[place[0]]
        rows = self.session.records(Capacity.TABLE)
        self.roadmap.show_record(next(record for record in rows if record.title.strip() == name))

    def select_record(self, record: Record) -> None:
        """Put the cursor on the department of a record."""
        self.grid.select(record.title)

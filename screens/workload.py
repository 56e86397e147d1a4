"""Workload: how many hours are asked of whom, and when is that too much?"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult

from roadmap_tui.actions.scopes import APP, LOAD, OPTIONS, PICTURE
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.planning.workload import By, Grouping, workload
from roadmap_tui.view.text import Line, Run, wrap
from roadmap_tui.view.workload_grid import Grid, about_cell, asked_in, note, remarks, summary
from screens.base import PlanScreen
from screens.computing import work_out
from screens.keys import bindings
from screens.widgets.facts_line import FactsLine
from screens.widgets.heat_view import HeatView
from screens.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from roadmap_tui.planning.workload import Load

_HEADS, _AROUND, _LEAST = 2, 8, 5


class WorkloadScreen(PlanScreen):
    """The hours of everybody per week or month; under them what the cell under the cursor holds."""

    PLACE: ClassVar[str] = "workload"
    SCOPES: ClassVar[tuple[str, ...]] = (PICTURE, LOAD, OPTIONS, APP)
    BINDINGS = bindings(PICTURE, LOAD, OPTIONS)
    AUTO_FOCUS = "HeatView"

    def __init__(self, place: str = "") -> None:
        super().__init__(place)
        self._by: By = "week"
        self._grouping: Grouping = "person"
        self._without = False

    def body(self) -> ComposeResult:
        yield FactsLine("summary")
        yield FactsLine("note")
        yield HeatView()
        yield TextPane(id="about", focusable=False)

    @property
    def view(self) -> HeatView:
        """The grid."""
        return self.query_one(HeatView)

    def refresh_plan(self) -> None:
        outlook, by, without, grouping = self.session.outlook, self._by, self._without, self._grouping
        glyphs = self.roadmap.glyphs
        work_out(self, lambda: Grid(workload(outlook, by, without, grouping), glyphs), self._show)

    def _show(self, grid: Grid) -> None:
        glyphs = self.roadmap.glyphs
        line = self.query_one("#summary", FactsLine)
        line.show(lambda width: summary(grid, self._without, self._grouping, glyphs))
        self.query_one("#note", FactsLine).show(note)
        self.view.show(grid, self.session.outlook.today)
        self._divide()
        self._tell()

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self.call_after_refresh(self._divide)

    def _divide(self) -> None:
        """The grid gets the lines it needs, at least half of what there is."""
        grid = self.view.grid
        if grid is None:
            return
        room = max(_LEAST, self.size.height - _AROUND)
        self.view.styles.height = max(_LEAST, min(len(grid.found.loads) + _HEADS, room * 3 // 5))

    @on(HeatView.Moved)
    def _tell(self) -> None:
        self.query_one("#about", TextPane).show(self._about)

    def _about(self, width: int) -> list[Line]:
        grid, glyphs = self.view.grid, self.roadmap.glyphs
        if grid is None:
            return []
        if not grid.found.loads:
            words = _("No hours are asked of anybody: fill in Sessions and Wanted from.")
            lines = [[Run(part, Tone.MUTED)] for part in wrap(words, width)]
            return [*lines, [], *remarks(grid.found, width, glyphs)]
        if not grid.periods:
            return [[Run(_("No hours have a moment yet."), Tone.MUTED)], [], *remarks(grid.found, width, glyphs)]
        lines = about_cell(grid, self.view.row, self.view.column, width, glyphs)
        more = remarks(grid.found, width, glyphs)
        return [[], *lines, *([[]] if more else []), *more]

    @property
    def _load(self) -> Load:
        grid = self.view.grid
        if grid is None or not grid.found.loads or not grid.periods:
            raise UsageError(_("No hours are asked of anybody: fill in Sessions and Wanted from."))
        return grid.found.loads[self.view.row]

    def action_show(self) -> None:
        """The activity that asks most in this cell, on its own screen. Raises UsageError where nothing is asked."""
        grid = self.view.grid
        load = self._load
        start = grid.periods[self.view.column] if grid is not None else self.session.outlook.today
        asked = asked_in(load, start)
        if not asked:
            raise UsageError(_("Nothing is asked here."))
        self.roadmap.show_record(asked[0][0])

    def select_record(self, record: Record) -> None:
        """Put the cursor on a person, where hours are asked of them."""
        grid = self.view.grid
        for row, load in enumerate(grid.found.loads if grid is not None else ()):
            if any(member.id == record.id for member in load.members):
                self.view.row = row
                self.view.refresh()

    def action_by_role(self) -> None:
        """Per person, or added up per role."""
        self._grouping = "role" if self._grouping == "person" else "person"
        self.refresh_plan()

    def action_by_month(self) -> None:
        """A column per week, or per month."""
        self._by = "month" if self._by == "week" else "week"
        self.refresh_plan()

    def action_toggle_options(self) -> None:
        """With or without the options; nothing is changed."""
        if not self.session.outlook.health.options:
            raise UsageError(_("No options take part in this plan."))
        self._without = not self._without
        self.refresh_plan()

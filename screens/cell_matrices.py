"""What the matrices share: a legend, the grid, and the cell under the cursor in words."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult

from roadmap_tui.view.text import Line
from screens.base import PlanScreen
from screens.sections import StandingLine
from screens.widgets.cell_grid import CellGrid


class CellMatrixScreen(PlanScreen):
    """Subclasses name the grid and give the two lines around it."""

    AUTO_FOCUS = "CellGrid"
    GRID: ClassVar[type[CellGrid[Any]]]

    def body(self) -> ComposeResult:
        yield StandingLine(self.standing)
        yield self.GRID()
        yield StandingLine(self.here)

    def standing(self) -> Line:
        """What the signs mean."""
        raise NotImplementedError

    def here(self) -> Line:
        """The cell in words: a heading may be cut, this is not."""
        raise NotImplementedError

    def refresh_plan(self) -> None:
        self.query_one(CellGrid).show()
        self._refresh_lines()

    @on(CellGrid.Moved)
    def _refresh_lines(self) -> None:
        for line in self.query(StandingLine):
            line.refresh()

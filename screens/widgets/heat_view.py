"""A grid of hours, shaded: names stay on the left while the weeks or months pass by; the cursor is on one cell."""

from __future__ import annotations

from datetime import date

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.view.text import Run, fit
from roadmap_tui.view.workload_grid import CELL, NAME, TOTAL, Grid, period_of
from screens.widgets.walking import FAR, Walking

_MARGIN, _HEADS, _GAP = 2, 2, 1
_LEFT = _MARGIN + NAME + TOTAL + _GAP


class HeatView(Walking):
    """Shows a Grid; only the rows and columns in sight are drawn."""

    KEYS_IN_ORDER = True
    DEFAULT_CSS = "HeatView { height: 1fr; width: 1fr; }"

    class Moved(Message):
        """The cursor is on another cell."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.grid: Grid | None = None
        self.row, self.column = 0, 0
        self._top, self._first = 0, 0

    def show(self, grid: Grid, today: date) -> None:
        """Show another grid: the cursor stays with its name and its date, and begins at today."""
        before = self.grid
        name = before.found.loads[self.row].name if before is not None and before.found.loads else ""
        day = before.periods[self.column] if before is not None and before.periods else today
        self.grid = grid
        names = [load.name for load in grid.found.loads]
        self.row = names.index(name) if name in names else max(0, min(self.row, len(names) - 1))
        self.column = period_of(grid, day)
        if before is None:
            self._first = self.column
        self._keep_in_sight()
        self.refresh()

    @property
    def columns_visible(self) -> int:
        """How many weeks or months fit."""
        return max(1, (self.size.width - _LEFT) // CELL)

    @property
    def _rows_visible(self) -> int:
        return max(1, self.size.height - _HEADS)

    # moving

    @property
    def page(self) -> int:
        return self._rows_visible

    def action_cursor_first(self) -> None:
        self.walk(0, -FAR)

    def action_cursor_last(self) -> None:
        self.walk(0, FAR)

    def walk(self, down: int, right: int) -> None:
        if self.grid is None or not self.grid.found.loads or not self.grid.periods:
            return
        self.row = max(0, min(len(self.grid.found.loads) - 1, self.row + down))
        self.column = max(0, min(len(self.grid.periods) - 1, self.column + right))
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Moved())

    def _keep_in_sight(self) -> None:
        if self.grid is None or not self.size.width:
            return
        rows, columns = self._rows_visible, self.columns_visible
        self._top = max(0, min(max(self._top, self.row - rows + 1), self.row, len(self.grid.found.loads) - rows))
        self._top = max(self._top, self.row - rows + 1)
        if not self._first <= self.column < self._first + columns:
            self._first = self.column - columns // 3
        self._first = max(0, min(self._first, len(self.grid.periods) - columns))

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor visible."""
        self._keep_in_sight()
        self.post_message(self.Moved())

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a cell."""
        if self.grid is None or event.y < _HEADS:
            return
        column = self._first + (event.x - _LEFT) // CELL if event.x >= _LEFT else self.column
        self.walk(event.y - _HEADS + self._top - self.row, column - self.column)

    # drawing

    def render_line(self, y: int) -> Strip:
        """The two heads, or one row."""
        width, grid = self.size.width, self.grid
        if grid is None:
            return self.strip([], width)
        if y < _HEADS:
            heads = grid.heads(self._first, self.columns_visible)
            label = fit(_("Hours"), TOTAL, right=True) if y else ""
            return self.strip([Run(" " * (_MARGIN + NAME) + fit(label, TOTAL) + " " + heads[y], Tone.MUTED)], width)
        row = y - _HEADS + self._top
        return self._row(grid, row, width) if row < len(grid.found.loads) else self.strip([], width)

    def _row(self, grid: Grid, row: int, width: int) -> Strip:
        here, heat = row == self.row, self.look.heat
        background = (self.look.cursor if self.has_focus else self.look.cursor_away) if here else Style()
        sign = self.glyphs.cursor if here and self.has_focus else " "
        segments = [Segment(sign.ljust(_MARGIN), self.tone(Tone.ACCENT, background))]
        segments += self.segments(grid.label(row), background)
        segments.append(Segment(" " * _GAP))
        for column in range(self._first, min(len(grid.periods), self._first + self.columns_visible)):
            cell = grid.cell(row, column)
            style = heat.shades[cell.shade - 1] if cell.shade else self.look.tones[Tone.MUTED]
            if cell.overload:
                style = heat.too_much
            if here and column == self.column and self.has_focus:
                segments.append(Segment(self.glyphs.cursor, self.look.tones[Tone.ACCENT] + self.look.cursor))
                segments.append(Segment(cell.text, style + self.look.cursor))
            else:
                segments.append(Segment(" " + cell.text, style))
        return self.finished(segments, width)

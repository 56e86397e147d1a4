"""The overview's lists in columns, with one cursor that goes through all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Region
from textual.strip import Strip

from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.view.text import Line, Run, fit, line_width, trim
from screens.keys import KeyNames
from screens.widgets.lines import merged
from screens.widgets.walking import Walking

if TYPE_CHECKING:
    from roadmap_tui.view.board import BoardLine
    from roadmap_tui.view.overview import Overview

_MARGIN = 1
_KEYS_WIDTH = 9


class OverviewBoard(Walking):
    """The answer on top, the lists under it; the cursor belongs to a record and stays with it."""

    DEFAULT_CSS = "OverviewBoard { height: 1fr; width: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self._found: Overview | None = None
        self._head: list[Line] = []
        self._columns: list[list[BoardLine]] = []
        self._place = (0, 0)
        self._cursor_id = 0

    def show(self, found: Overview) -> None:
        """Show how the plan stands, with the cursor on the record where it was."""
        self._found = found
        self._lay_out()

    @property
    def is_filled(self) -> bool:
        """Whether there is something to show yet."""
        return self._found is not None

    @property
    def _top(self) -> int:
        """The line on which the lists begin."""
        return len(self._head) + 1

    @property
    def record(self) -> Record | None:
        """The record under the cursor."""
        return self._line(*self._place).record

    def height_needed(self, width: int, most: int) -> int:
        """How many lines show everything in this width, at most `most`."""
        if self._found is None:
            return most
        from roadmap_tui.view.board import board, headline

        inner = width - 2 * _MARGIN
        head = len(headline(self._found, inner, self.glyphs)) + 1
        return min(most, head + max(len(column) for column in board(self._found, inner, most - head, self.glyphs)))

    def select(self, record_id: int) -> bool:
        """Put the cursor on a record; False where it is not shown."""
        place = next((place for place in self._places() if self._id_at(place) == record_id), None)
        if place is not None:
            self._go(place)
        return place is not None

    # moving

    def _places(self) -> list[tuple[int, int]]:
        """Where there are records, column by column."""
        return [(x, y) for x, lines in enumerate(self._columns) for y, line in enumerate(lines) if line.record]

    def walk(self, down: int, right: int) -> None:
        if right:
            self._to_column(self._place[0] + right)
            return
        rows = [place for place in self._places() if place[0] == self._place[0]]
        if self._place in rows:
            self._go(rows[max(0, min(len(rows) - 1, rows.index(self._place) + down))])

    def _to_column(self, column: int) -> None:
        rows = [place for place in self._places() if place[0] == column]
        if rows:
            self._go(min(rows, key=lambda place: abs(place[1] - self._place[1])))

    def _go(self, place: tuple[int, int]) -> None:
        if place == self._place:
            return
        before, self._place = self._place, place
        self._cursor_id = self._id_at(place)
        for _x, y in {before, place}:
            self.refresh(Region(0, y + self._top, self.size.width, 1))

    # drawing

    def _line(self, column: int, row: int) -> BoardLine:
        lines = self._columns[column] if column < len(self._columns) else []
        if row < len(lines):
            return lines[row]
        from roadmap_tui.view.board import BoardLine

        return BoardLine([])

    def _id_at(self, place: tuple[int, int]) -> int:
        record = self._line(*place).record
        return record.id if record else 0

    def _lay_out(self) -> None:
        if self._found is None or not self.size.width:
            return
        from roadmap_tui.view.board import beginning, board, headline

        width = self.size.width - 2 * _MARGIN
        self._head = headline(self._found, width, self.glyphs)
        self._columns = board(self._found, width, max(0, self.size.height - self._top), self.glyphs)
        if first_steps := beginning(self._found):
            self._columns = [[self._with_keys(line) for line in first_steps]]
        else:
            self._columns = [
                [line if line.record or len(line.runs) > 1 else self._with_keys(line) for line in column]
                for column in self._columns
            ]
        places = self._places()
        same = [place for place in places if self._id_at(place) == self._cursor_id]
        if self._place not in same:
            self._place = (same or places or [(0, 0)])[0]
        self._cursor_id = self._id_at(self._place)
        self.refresh()

    def _with_keys(self, line: BoardLine) -> BoardLine:
        """A line on how to begin, with the keys as the user has them; two parts stand in columns of their own."""
        names = KeyNames(self.roadmap.keys, self.roadmap.settings.ascii)
        if len(line.runs) < 2:
            return line._replace(runs=[run._replace(text=run.text.format_map(names)) for run in line.runs])
        keys, words = line.runs
        return line._replace(runs=[keys._replace(text=fit(keys.text.format_map(names), _KEYS_WIDTH)), words])

    def on_resize(self, event: events.Resize) -> None:
        """Divide the new room."""
        self._lay_out()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a line; twice opens it."""
        from roadmap_tui.view.board import column_widths

        widths = column_widths(self.size.width - 2 * _MARGIN)
        gap = (self.size.width - 2 * _MARGIN - sum(widths)) // max(1, len(widths) - 1)
        ends = [sum(widths[: column + 1]) + column * gap + _MARGIN for column in range(len(widths))]
        column = next((column for column, end in enumerate(ends) if event.x < end), len(widths) - 1)
        place = (column, event.y - self._top)
        if place in self._places():
            self._go(place)
            if event.chain == 2:
                self.app.run_worker(self.app.run_action("show", self.screen))

    def render_line(self, y: int) -> Strip:
        """A line of the headline or of the lists."""
        width = self.size.width
        if y < len(self._head):
            return self.strip([Run(" " * _MARGIN), *self._head[y]], width)
        return self._list_line(y - self._top, width)

    def _list_line(self, row: int, width: int) -> Strip:
        if row < 0 or not self.is_filled:
            return self.strip([], width)
        from roadmap_tui.view.board import column_widths

        room = width - 2 * _MARGIN
        widths = column_widths(room) if len(self._columns) > 1 else [room]
        strips = [self.strip([Run(" " * _MARGIN)], _MARGIN)]
        for column, share in enumerate(widths):
            if column:
                gap = (room - sum(widths)) // (len(widths) - 1)
                strips.append(self.strip([], gap))
            strips.append(self._half(column, row, share))
        return Strip(merged(segment for strip in [*strips, self.strip([], _MARGIN)] for segment in strip), width)

    def _half(self, column: int, row: int, width: int) -> Strip:
        line = self._line(column, row)
        if (column, row) != self._place or line.record is None:
            return self.strip(line.runs, width)
        background = self.look.cursor if self.has_focus else self.look.cursor_away
        sign = self.glyphs.cursor if self.has_focus else " "
        first = Run(line.runs[0].text[1:], line.runs[0].tone)
        runs = trim([Run(sign, Tone.ACCENT), first, *line.runs[1:]], width, self.glyphs.ellipsis)
        return self.strip([*runs, Run(" " * (width - line_width(runs)))], width, background)

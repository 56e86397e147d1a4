"""A grid of text: rows and columns of records, with what stands in each cell; arrows walk from entry to entry."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.view.grid_pictures import Entry, Picture
from roadmap_tui.view.text import Line, Run, fit, line_width, one_line, trim, wrap
from screens.widgets.walking import Walking

_HEAD, _MARGIN, _GAP = 2, 2, 2
_NARROWEST = 17
_MOST_TITLE, _LEAST_TITLE = 20, 14


class TextGrid(Walking):
    """Shows a picture of cells; the cursor is one entry in a cell, or an empty cell."""

    DEFAULT_CSS = "TextGrid { height: 1fr; width: 1fr; }"

    class Moved(Message):
        """The cursor is somewhere else."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: Picture | None = None
        self._empty = ""
        self._row = self._column = self._entry = self._top = self._left = 0
        self._lines: list[tuple[int, int]] = []

    def show(self, picture: Picture, empty: str) -> None:
        """Show another picture, with the cursor where it was; `empty` is said where there are no cells."""
        self._picture, self._empty = picture, empty
        self._lay_out()
        self._go(self._row, self._column, self._entry)

    @property
    def row(self) -> Record | None:
        """The record of the row under the cursor."""
        rows = self._picture.grid.rows if self._picture else ()
        return rows[self._row] if self._row < len(rows) else None

    @property
    def column(self) -> Record | None:
        """The record of the column under the cursor."""
        columns = self._picture.grid.columns if self._picture else ()
        return columns[self._column] if self._column < len(columns) else None

    @property
    def record(self) -> Record | None:
        """The record of the entry under the cursor."""
        entries = self._entries(self._row, self._column)
        return entries[self._entry].record if self._entry < len(entries) else None

    def select(self, record_id: int) -> bool:
        """Put the cursor on an entry, or on the first cell of a row or column."""
        if self._picture is None:
            return False
        grid = self._picture.grid
        for row, line in enumerate(grid.rows):
            for column, heading in enumerate(grid.columns):
                ids = [entry.id for entry in grid.at(row, column)]
                if record_id in (*ids, line.id, heading.id):
                    self._go(row, column, ids.index(record_id) if record_id in ids else 0)
                    return True
        return False

    def _entries(self, row: int, column: int) -> list[Entry]:
        grid = self._picture.grid if self._picture else None
        if self._picture is None or grid is None or row >= len(grid.rows) or column >= len(grid.columns):
            return []
        return self._picture.entries(row, column, self.glyphs)

    # geometry

    @property
    def _title_width(self) -> int:
        return max(_LEAST_TITLE, min(_MOST_TITLE, self.size.width // 5))

    @property
    def _shown(self) -> int:
        room = self.size.width - _MARGIN - self._title_width - _GAP
        return max(1, min(room // (_NARROWEST + _GAP), len(self._picture.grid.columns) if self._picture else 1))

    @property
    def _cell(self) -> int:
        """The cells of text in one column."""
        room = self.size.width - _MARGIN - self._title_width - _GAP
        return max(8, room // self._shown - _GAP)

    def _cell_lines(self, row: int, column: int) -> list[tuple[int, Line]]:
        """The lines of a cell, each with the place of its entry."""
        found = self._entries(row, column)
        if not found:
            return [(0, [Run(self.glyphs.dot, Tone.MUTED)])]
        ellipsis = self.glyphs.ellipsis
        return [(place, line) for place, entry in enumerate(found) for line in entry.lines(self._cell, ellipsis)]

    def _title_lines(self, row: int) -> list[str]:
        record = self._picture.grid.rows[row] if self._picture else None
        return wrap(f"{record.number} {one_line(record.title)}", self._title_width) if record else []

    def _lay_out(self) -> None:
        """Which line of which row stands on each line; rows keep their height while the columns scroll."""
        self._lines = []
        grid = self._picture.grid if self._picture else None
        if grid is None or not self.size.width:
            return
        for row in range(len(grid.rows)):
            cells = [len(self._cell_lines(row, column)) for column in range(len(grid.columns))]
            height = max([len(self._title_lines(row)), *cells])
            self._lines += [(row, line) for line in range(height + 1)]

    # moving

    def action_cursor_up(self) -> None:
        if self._entry:
            self._go(self._row, self._column, self._entry - 1)
        elif self._row:
            self._go(self._row - 1, self._column, len(self._entries(self._row - 1, self._column)) - 1)

    def action_cursor_down(self) -> None:
        if self._entry + 1 < len(self._entries(self._row, self._column)):
            self._go(self._row, self._column, self._entry + 1)
        elif self._picture is not None and self._row + 1 < len(self._picture.grid.rows):
            self._go(self._row + 1, self._column, 0)

    def action_cursor_first(self) -> None:
        self._go(0, 0, 0)

    @property
    def page(self) -> int:
        return 3

    def walk(self, down: int, right: int) -> None:
        self._go(self._row + down, self._column + right, 0)

    def _go(self, row: int, column: int, entry: int) -> None:
        grid = self._picture.grid if self._picture else None
        self._row = max(0, min(row, len(grid.rows) - 1 if grid else 0))
        self._column = max(0, min(column, len(grid.columns) - 1 if grid else 0))
        self._entry = max(0, min(entry, len(self._entries(self._row, self._column)) - 1))
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Moved())

    def _keep_in_sight(self) -> None:
        self._left = max(min(self._left, self._column), self._column - self._shown + 1, 0)
        places = [place for place, (row, _line) in enumerate(self._lines) if row == self._row]
        if places:
            room = max(1, self.size.height - _HEAD)
            self._top = max(min(self._top, places[0]), min(places[-1] - room + 1, places[0]), 0)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the cells out in the new width."""
        self._lay_out()
        self._keep_in_sight()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a cell."""
        place = event.y - _HEAD + self._top
        if 0 <= place < len(self._lines):
            row, line = self._lines[place]
            column = (event.x - _MARGIN - self._title_width - _GAP) // (self._cell + _GAP) + self._left
            cell = self._cell_lines(row, max(0, column)) if self._picture else []
            self._go(row, column, cell[line][0] if line < len(cell) else 0)

    def cell_region(self) -> Region:
        """Where the cell under the cursor stands on the screen."""
        x = _MARGIN + self._title_width + _GAP + (self._column - self._left) * (self._cell + _GAP)
        first = next((place for place, (row, _line) in enumerate(self._lines) if row == self._row), 0)
        own = self._cell_lines(self._row, self._column)
        within = next((place for place, (entry, _line) in enumerate(own) if entry == self._entry), 0)
        y = _HEAD + first + within - self._top
        region = self.content_region
        return Region(region.x + x, region.y + max(_HEAD, min(y, self.size.height - 1)), self._cell, 1)

    # drawing

    def render_line(self, y: int) -> Strip:
        """The headings, a blank line, and the rows with a blank line between them."""
        width, picture = self.size.width, self._picture
        if picture is None or not picture.grid.rows or not picture.grid.columns:
            lines = wrap(self._empty, max(20, width - 2 * _MARGIN))
            words = lines[y - 1] if 0 < y <= len(lines) else ""
            return self.strip([Run(" " * _MARGIN + words, Tone.MUTED)], width)
        if y < _HEAD:
            return self._heading(picture, width) if not y else self.strip([], width)
        place = y - _HEAD + self._top
        return self._line(*self._lines[place], width) if place < len(self._lines) else self.strip([], width)

    def _heading(self, picture: Picture, width: int) -> Strip:
        tones = self.look.tones
        columns = picture.grid.columns
        before = self.glyphs.sign("earlier") if self._left else " "
        after = self.glyphs.sign("later") if self._left + self._shown < len(columns) else " "
        segments = [Segment(" " * (_MARGIN + self._title_width) + f"{before} ", tones[Tone.MUTED])]
        for place in range(self._left, self._left + self._shown):
            tone = Tone.ACCENT if place == self._column and self.has_focus else Tone.STRONG
            text = fit(one_line(columns[place].title), self._cell, self.glyphs.ellipsis)
            segments.append(Segment(text + " " * _GAP, tones[tone]))
        segments[-1] = Segment(segments[-1].text[:-_GAP] + f" {after}", segments[-1].style)
        return self.finished(segments, width)

    def _line(self, row: int, line: int, width: int) -> Strip:
        here, tones = row == self._row, self.look.tones
        titles = self._title_lines(row)
        title = titles[line] if line < len(titles) else ""
        mark = self.glyphs.cursor if here and not line and self.has_focus else " "
        segments = [
            Segment(mark.ljust(_MARGIN), tones[Tone.ACCENT]),
            Segment(fit(title, self._title_width) + " " * _GAP, tones[Tone.STRONG if here else Tone.NORMAL]),
        ]
        for column in range(self._left, self._left + self._shown):
            segments += self._cell_segments(row, column, line)
            segments.append(Segment(" " * _GAP, tones[Tone.NORMAL]))
        return self.finished(segments, width)

    def _cell_segments(self, row: int, column: int, line: int) -> list[Segment]:
        lines = self._cell_lines(row, column)
        entry, runs = lines[line] if line < len(lines) else (-1, [])
        runs = trim(runs, self._cell, self.glyphs.ellipsis)
        runs = [*runs, Run(" " * (self._cell - line_width(runs)))]
        if (row, column, entry) != (self._row, self._column, self._entry):
            return self.segments(runs)
        return self.segments(runs, self.look.cursor if self.has_focus else self.look.cursor_away)

"""The record table: draws only the rows that are visible, so that ten thousand feel like a hundred."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from roadmap_tui.actions.scopes import TABLE
from roadmap_tui.i18n import _
from roadmap_tui.model.cleaning import safe
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.view.columns import Column, panned
from roadmap_tui.view.empty import empty_words
from roadmap_tui.view.listing import Listing
from roadmap_tui.view.text import Run, fit, line_width, trim, wrap
from screens.keys import KeyNames, bindings
from screens.widgets.lines import Painted

_GUTTER, _RAIL = 2, 1
_SCROLL_SHARE = 3
_NARROW = 90
_EMPTY_WIDTH = 76


class RecordTable(Painted, ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of a Listing under a fixed header. The cursor belongs to a record and stays with it.

    At the edge the rows move on by a third of the height at once, which keeps a held key cheap over a slow line.
    """

    KEYS_IN_ORDER = True
    BINDINGS = bindings(TABLE)
    DEFAULT_CSS = "RecordTable { height: 1fr; width: 1fr; scrollbar-size: 0 0; overflow: hidden hidden; }"

    class Moved(Message):
        """The cursor is on another record, or on none."""

        def __init__(self, table: RecordTable, record: Record | None) -> None:
            super().__init__()
            self.table = table
            self.record = record

        @property
        def control(self) -> RecordTable:
            """The table whose cursor moved."""
            return self.table

    class Opened(Message):
        """A row was clicked twice."""

    def __init__(self, listing: Listing, empty: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self.listing = listing
        self.empty = empty
        self.all_hidden = ""
        self.marked: set[int] = set()
        self._mark_from: int | None = None
        self._row = 0
        self._cursor_id: int | None = None
        self._top = 0
        self._columns: list[tuple[Column, int]] = []
        self._divided: tuple[object, ...] = ()
        self._painted: dict[int, tuple[object, ...]] = {}
        self._painted_columns: tuple[object, ...] = ()
        self._skipped, self._more = 0, False

    # what is shown

    @property
    def record(self) -> Record | None:
        """The record under the cursor."""
        rows = self.listing.rows
        return rows[self._row] if 0 <= self._row < len(rows) else None

    @property
    def chosen(self) -> list[Record]:
        """The marked records, else the one under the cursor."""
        if self.marked:
            return [record for record in self.listing.rows if record.id in self.marked]
        return [self.record] if self.record else []

    @property
    def rows_visible(self) -> int:
        """How many rows fit under the header."""
        return max(1, self.size.height - 1)

    def show(self, changed: bool = True) -> None:
        """Draw the listing as it is now, with the cursor on the record where it was.

        Where no record `changed`, only the lines that now show another one are drawn.
        """
        place = self.listing.row_of(self._cursor_id) if self._cursor_id is not None else None
        before = self._cursor_id
        count = len(self.listing.rows)
        self._row = place if place is not None else max(0, min(self._row, count - 1))
        self._cursor_id = self.record.id if self.record else None
        self.marked &= {record.id for record in self.listing.rows} if self.marked else set()
        self._keep_in_sight()
        if changed:
            self.refresh()
        else:
            self._refresh_differences()
        if before != self._cursor_id or place is None or self.record is not None:
            self.post_message(self.Moved(self, self.record))

    def _state_of(self, y: int, rail: range) -> tuple[object, ...]:
        """What a line shows: the record, whether the cursor is on it, whether the rail marks it, and the columns."""
        rows, row = self.listing.rows, self._top + y - 1
        return rows[row].id if row < len(rows) else None, row == self._row, y - 1 in rail, self._divided

    def _refresh_differences(self) -> None:
        """Draw the lines that show something else than was painted last."""
        self._divide(self.size.width)
        if self._painted_columns != self._divided or not self.listing.rows:
            self.refresh()
            return
        rail = self._rail_lines()
        for y in range(1, self.size.height):
            if self._painted.get(y) != self._state_of(y, rail):
                self.refresh(Region(0, y, self.size.width, 1))

    def begin_at(self, record_id: int | None) -> None:
        """Have the cursor on this record once rows are shown, where it is among them."""
        self._cursor_id = record_id

    def select(self, record_id: int) -> bool:
        """Put the cursor on a record; False where it is not shown."""
        place = self.listing.row_of(record_id)
        if place is None:
            return False
        self._go(place)
        return True

    # moving

    def action_cursor_up(self) -> None:
        self._go(self._row - 1)

    def action_cursor_down(self) -> None:
        self._go(self._row + 1)

    def action_cursor_left(self) -> None:
        """Columns that were passed come back; else the list to the left takes over where there is one."""
        if self._skipped:
            self._pan(-1)
        else:
            self.screen.focus_previous(RecordTable)

    def action_cursor_right(self) -> None:
        """Columns that did not fit come into sight; else the list to the right takes over where there is one."""
        if self._more and self._is_alone:
            self._pan(1)
        else:
            self.screen.focus_next(RecordTable)

    @property
    def _is_alone(self) -> bool:
        """Whether there is no other list that the arrows could go to."""
        return len(self.screen.query(RecordTable)) == 1

    def _pan(self, step: int) -> None:
        self._skipped += step
        self.refresh()

    def action_page_up(self) -> None:
        self._go(self._row - self.rows_visible)

    def action_page_down(self) -> None:
        self._go(self._row + self.rows_visible)

    def action_cursor_first(self) -> None:
        self._go(0)

    def action_cursor_last(self) -> None:
        self._go(len(self.listing.rows) - 1)

    def _go(self, row: int) -> None:
        row = max(0, min(row, len(self.listing.rows) - 1))
        if row == self._row and self._cursor_id is not None:
            return
        old, self._row = self._row, row
        self._cursor_id = self.record.id if self.record else None
        if self._keep_in_sight():
            self.refresh()
        else:
            self._refresh_row(old)
            self._refresh_row(row)
        self.post_message(self.Moved(self, self.record))

    def step(self, rows: int) -> bool:
        """Go some rows on; False where there is none."""
        before = self._row
        self._go(self._row + rows)
        return self._row != before

    def cell_places(self) -> dict[str, Region]:
        """Where on the screen the cells of the row under the cursor stand, by the name of their column."""
        found, x = {}, self.region.x + _GUTTER
        for column, width in self._columns:
            found[column.name] = Region(x, self.region.y + self._row - self._top + 1, width, 1)
            x += width + self._gap
        return found

    def _keep_in_sight(self) -> bool:
        """Scroll so that the cursor is visible; True where the rows moved."""
        visible, last = self.rows_visible, max(0, len(self.listing.rows) - self.rows_visible)
        top, step = self._top, max(1, visible // _SCROLL_SHARE)
        if self._row < top:
            top = self._row if top - self._row > visible else max(0, self._row - step)
        elif self._row >= top + visible:
            top = self._row - visible + 1 + (step if self._row - top - visible < visible else 0)
        top = max(0, min(top, last))
        moved, self._top = top != self._top, top
        return moved

    def _refresh_row(self, row: int) -> None:
        y = row - self._top + 1
        if 1 <= y < self.size.height:
            self.refresh(Region(0, y, self.size.width, 1))

    def toggle_mark(self) -> None:
        """Mark or unmark the row under the cursor and go to the next."""
        if self.record is not None:
            self.marked ^= {self.record.id}
            self._mark_from = self.record.id
            self._refresh_row(self._row)
            self._go(self._row + 1)

    def mark_range(self) -> None:
        """Mark every row from the last one that was marked up to the cursor, or the cursor's alone."""
        first = self.listing.row_of(self._mark_from) if self._mark_from is not None and self.marked else None
        start, stop = sorted((self._row if first is None else first, self._row))
        self.marked |= {record.id for record in self.listing.rows[start : stop + 1]}
        self._mark_from = self._cursor_id
        self.refresh()

    def mark_all(self) -> None:
        """Mark all rows; where they are marked, none."""
        every = {record.id for record in self.listing.rows}
        self.marked = set() if self.marked == every else every
        self.refresh()

    # events

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor visible in the new height."""
        self.virtual_size = Size(event.size.width, event.size.height)
        self._keep_in_sight()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a row; twice opens it."""
        row = event.y - 1 + self._top
        if event.y >= 1 and row < len(self.listing.rows):
            self._go(row)
            if event.chain == 2:
                self.post_message(self.Opened())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._go(self._row + 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._go(self._row - 3)

    # drawing

    def render_line(self, y: int) -> Strip:
        """The header, or one row."""
        width = self.size.width
        self._divide(width)
        if y == 0:
            self._painted_columns = self._divided
            return self._header(width)
        self._painted[y] = self._state_of(y, self._rail_lines())
        row = self._top + y - 1
        if row < len(self.listing.rows):
            return self._drawn_row(row, y, width)
        words = wrap(self._empty_message(), min(_EMPTY_WIDTH, width - 2 * _GUTTER)) if not self.listing.rows else []
        message = words[y - 2] if 0 <= y - 2 < len(words) else ""
        return self.strip([Run("  " + message, Tone.MUTED)], width)

    def _divide(self, width: int) -> None:
        """Share the width among the columns, where that was not done for this width."""
        wanted = (width, self.listing.columns, self.listing.hollow, self._skipped, self.listing.needs)
        if wanted != self._divided:
            self._divided, room = wanted, width - _GUTTER - _RAIL
            columns, hollow = self.listing.columns, self.listing.hollow
            self._columns, self._more = panned(columns, room, self._gap, hollow, self._skipped, self.listing.needs)

    @property
    def _gap(self) -> int:
        return 1 if self.size.width < _NARROW else 2

    def _empty_message(self) -> str:
        if getattr(self.screen, "computation", None) is not None:
            return ""
        if self.listing.total:
            return _("Nothing holds these words; Esc shows everything again.")
        words = self.all_hidden or empty_words(self.listing.table) or self.empty
        words = words or _("Nothing here yet; {new} adds the first.")
        return words.format_map(KeyNames(self.roadmap.keys, self.roadmap.settings.ascii))

    def _header(self, width: int) -> Strip:
        style, gap = self.look.heading, " " * self._gap
        before = self.glyphs.sign("earlier") if self._skipped else ""
        segments = [Segment(before.ljust(_GUTTER), style)]
        for column, size in self._columns:
            label = _(column.label) if size > 2 else ""
            if column.name == self.listing.sort:
                glyphs = self.glyphs
                label = f"{label} {glyphs.descending if column.descending else glyphs.ascending}".strip()
            segments.append(Segment(fit(label, size, self.glyphs.ellipsis, column.right) + gap, style))
        behind = self.glyphs.sign("later") if self._more and self._is_alone else " "
        strip = Strip(segments).adjust_cell_length(width - _RAIL, style)
        return self.finished([*strip, Segment(behind, style)], width, style)

    def _drawn_row(self, row: int, y: int, width: int) -> Strip:
        record = self.listing.rows[row]
        background = self._background(row, record)
        is_cursor, is_marked = row == self._row, record.id in self.marked
        glyphs, gap = self.glyphs, Segment(" " * self._gap, background)
        cursor = glyphs.cursor if is_cursor and self.has_focus else " "
        segments = [
            Segment(cursor, self.tone(Tone.ACCENT, background)),
            Segment(glyphs.mark if is_marked else " ", self.tone(Tone.ACCENT, background)),
        ]
        for column, size in self._columns:
            line = trim(self.listing.cell(row, column, size), size, glyphs.ellipsis)
            padding = " " * (size - line_width(line))
            if column.right:
                segments.append(Segment(padding, background))
            segments.extend(Segment(safe(run.text), self.tone(run.tone, background)) for run in line)
            segments.append(gap if column.right else Segment(padding + gap.text, background))
        strip = Strip(segments).adjust_cell_length(width - _RAIL, background)
        return self.finished([*strip, self._rail(y)], width)

    def _background(self, row: int, record: Record) -> Style:
        if row == self._row and self.has_focus:
            return self.look.cursor
        if row == self._row:
            return self.look.cursor_away
        return self.look.marked if record.id in self.marked else Style()

    def _rail(self, y: int) -> Segment:
        """The last cell of a row: where in the list this page is."""
        return Segment(self.glyphs.thumb if y - 1 in self._rail_lines() else " ", self.look.rail)

    def _rail_lines(self) -> range:
        """The lines on which the rail marks this page; none where all rows are in sight."""
        count, visible = len(self.listing.rows), self.rows_visible
        if count <= visible:
            return range(0)
        size = max(1, visible * visible // count)
        start = round(self._top * (visible - size) / max(1, count - visible))
        return range(start, start + size)

"""Rows under a fixed heading that are drawn only when in sight; the cursor goes from record to record."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.view.rows import Row
from roadmap_tui.view.text import Line, Run
from screens.widgets.walking import Walking

_MARGIN = 2


class RowsView(Walking):
    """Rows of which some belong to a record; without any, the arrows scroll."""

    DEFAULT_CSS = "RowsView { height: 1fr; width: 1fr; }"

    class Moved(Message):
        """The cursor is on another record."""

    def __init__(self, id: str | None = None, empty: str = "") -> None:
        super().__init__(id=id)
        self._empty = empty
        self._make: Callable[[int], Sequence[Row]] = lambda width: ()
        self._heading: Callable[[int], Line] | None = None
        self._is_filled = False
        self._rows: Sequence[Row] = ()
        self._stops: list[int] = []
        self._place = 0
        self._top = 0
        self._cursor_id = 0

    def show(self, make: Callable[[int], Sequence[Row]], heading: Callable[[int], Line] | None = None) -> None:
        """Show other rows, with the cursor on the record where it was."""
        self._make, self._heading, self._is_filled = make, heading, True
        self._lay_out()

    @property
    def inner_width(self) -> int:
        """The cells that a row gets."""
        return max(8, self.size.width - _MARGIN - 1)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def record(self) -> Record | None:
        """The record under the cursor."""
        return self._rows[self._stops[self._place]].record if self._stops else None

    def select(self, record_id: int) -> bool:
        """Put the cursor on a record; False where it is not shown."""
        for place, row in enumerate(self._stops):
            record = self._rows[row].record
            if record is not None and record.id == record_id:
                self._go(place)
                return True
        return False

    def _lay_out(self) -> None:
        if not self.size.width:
            return
        self._rows = self._make(self.inner_width)
        self._stops = [place for place, row in enumerate(self._rows) if row.record is not None]
        places = [p for p, row in enumerate(self._stops) if self._id_at(row) == self._cursor_id]
        if self._place not in places:
            self._place = places[0] if places else max(0, min(self._place, len(self._stops) - 1))
        self._cursor_id = self.record.id if self.record else 0
        self._keep_in_sight()
        self.refresh()

    def _id_at(self, row: int) -> int:
        record = self._rows[row].record
        return record.id if record is not None else 0

    # moving

    @property
    def page(self) -> int:
        return max(1, self.size.height - (self._heading is not None))

    def walk(self, down: int, right: int) -> None:
        if self._stops:
            self._go(max(0, min(len(self._stops) - 1, self._place + down)))
        else:
            self._show_from(self._top + down)

    def _go(self, place: int) -> None:
        if place == self._place:
            self._show_from(0 if place == 0 else self._top)
            return
        before, self._place = self._place, place
        self._cursor_id = self._id_at(self._stops[place])
        if self._keep_in_sight():
            self.refresh()
        else:
            self._refresh_row(self._stops[before])
            self._refresh_row(self._stops[place])
        self.post_message(self.Moved())

    def _show_from(self, top: int) -> None:
        top = max(0, min(top, len(self._rows) - self.page))
        if top != self._top:
            self._top = top
            self.refresh()

    def _keep_in_sight(self) -> bool:
        """Scroll so that the cursor is visible; True where the rows moved. At the edge a third of the page at once."""
        visible, top = self.page, self._top
        if self._stops:
            row, step = self._stops[self._place], max(1, visible // 3)
            if row < top:
                top = 0 if self._place == 0 else max(0, row - step)
            elif row >= top + visible:
                top = row - visible + step
        top = max(0, min(top, len(self._rows) - visible))
        moved, self._top = top != self._top, top
        return moved

    def _refresh_row(self, row: int) -> None:
        y = row - self._top + (self._heading is not None)
        if 0 <= y < self.size.height:
            self.refresh(Region(0, y, self.size.width, 1))

    # events

    def on_resize(self, event: events.Resize) -> None:
        """Lay the rows out in the new width."""
        self._lay_out()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a row; twice opens it."""
        row = event.y - (self._heading is not None) + self._top
        if row in self._stops:
            self._go(self._stops.index(row))
            if event.chain == 2:
                self.app.run_worker(self.app.run_action("show", self.screen))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.walk(3, 0)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.walk(-3, 0)

    # drawing

    def render_line(self, y: int) -> Strip:
        """The heading, or one row."""
        width = self.size.width
        if y == 0 and self._heading is not None:
            return self.strip([Run(" " * _MARGIN), *self._heading(self.inner_width)], width)
        row = y - (self._heading is not None) + self._top
        if row >= len(self._rows):
            words = self._empty if row == 0 and self._is_filled else ""
            return self.strip([Run(" " * _MARGIN + words, Tone.MUTED)], width)
        line = self._rows[row].draw(self.inner_width)
        quiet = self._heading is None and not self.has_focus
        if quiet or not self._stops or row != self._stops[self._place]:
            return self.strip([Run(" " * _MARGIN), *line], width)
        sign = self.glyphs.cursor if self.has_focus else " "
        background = self.look.cursor if self.has_focus else self.look.cursor_away
        return self.strip([Run(sign.ljust(_MARGIN), Tone.ACCENT), *line], width, background)

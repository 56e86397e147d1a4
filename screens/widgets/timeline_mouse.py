"""The timeline under the mouse: click a row, drag a bar or one of its ends, turn the wheel to move, pan and zoom."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from textual import events
from textual.message import Message

from roadmap_tui.model.record import Record
from roadmap_tui.planning.moving import Edge
from roadmap_tui.view.timeline_text import HEADER_LINES
from roadmap_tui.view.timescale import EIGHTHS, TimeScale
from screens.widgets.timeline_cursor import TimelineCursor

_WHEEL_ROWS = 3
_ROOM_FOR_ENDS = 3


class Grip(NamedTuple):
    """What the mouse has hold of: a record, which part of its bar, and the cell and scale where it took hold."""

    record: Record
    edge: Edge
    cell: int
    scale: TimeScale

    def days_to(self, cell: int) -> int:
        """How many days lie between where it took hold and a cell."""
        eighths, week = (cell - self.cell) * EIGHTHS, self.scale.eighths_per_week
        return round(eighths * 7 / week)


class TimelineMouse(TimelineCursor):
    """A timeline that answers to the mouse. What is dragged is told to the screen, which carries the bar."""

    grip: Grip | None = None
    _days = 0
    _is_dragging = False

    class Dragged(Message):
        """A bar is dragged; `days` from where it was taken hold of."""

        def __init__(self, record: Record, edge: Edge, days: int) -> None:
            super().__init__()
            self.record, self.edge, self.days = record, edge, days

    class Released(Message):
        """The bar that was dragged is let go."""

    def _row_at(self, y: int) -> int | None:
        row = y - HEADER_LINES + self.top
        is_row = self.timeline is not None and y >= HEADER_LINES and row < len(self.timeline.rows)
        return row if is_row else None

    def _grip_at(self, x: int, y: int) -> Grip | None:
        """The bar under a cell of the chart; its ends where it is wide enough to tell them apart."""
        row = self._row_at(y)
        record = self.timeline.rows[row].record if self.timeline is not None and row is not None else None
        span = self.timeline.span(record) if self.timeline is not None and record is not None else None
        if record is None or span is None:
            return None
        left, right = self.scale.span(span[0], max(span))
        first, last = left // EIGHTHS, max(left, right - 1) // EIGHTHS
        if not first <= x <= last:
            return None
        has_ends = last - first + 1 >= _ROOM_FOR_ENDS
        edge: Edge = "end" if has_ends and x == last else "start" if has_ends and x == first else "bar"
        return Grip(record, edge, x, self.scale)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a bar; nothing moves before the mouse does."""
        self._is_dragging = False
        if event.button == 1 and event.widget is self._chart:
            self.grip = self._grip_at(event.x, event.y)
            if self.grip is not None:
                self._days = 0
                self._chart.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag what was taken hold of."""
        grip = self.grip
        if grip is None or (days := grip.days_to(event.x)) == self._days:
            return
        self._days, self._is_dragging = days, True
        self.select(grip.record.id)
        self.post_message(self.Dragged(grip.record, grip.edge, days))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go."""
        if self.grip is not None:
            self.let_go()
            if self._is_dragging:
                self.post_message(self.Released())

    def let_go(self) -> None:
        """Hold nothing any more."""
        if self.grip is not None:
            self.grip = None
            self._chart.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a row; twice opens it."""
        row = self._row_at(event.y)
        if row is None or self._is_dragging:
            return
        self.go(row)
        if event.chain == 2:
            self.app.run_worker(self.app.run_action("show", self.screen))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Down the rows; later with Shift, further away with Ctrl."""
        event.stop()
        self._turn(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Up the rows; earlier with Shift, closer with Ctrl."""
        event.stop()
        self._turn(event, -1)

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """Later."""
        event.stop()
        self.show_window(self.scale.panned(1))

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """Earlier."""
        event.stop()
        self.show_window(self.scale.panned(-1))

    def _turn(self, event: events.MouseEvent, step: int) -> None:
        if event.ctrl:
            self.show_window(self.scale.zoomed(-step, self._day_at(event.x)))
        elif event.shift:
            self.show_window(self.scale.panned(step))
        else:
            self.go(self.place + step * _WHEEL_ROWS, step)

    def _day_at(self, x: int) -> date:
        """The day under the mouse, which keeps its place while zooming."""
        return self.scale.day_at(max(0, min(x, self.scale.width - 1)))

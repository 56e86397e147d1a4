"""The cursor of the timeline: it belongs to a record and stays with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from roadmap_tui.view.timeline import Timeline
from roadmap_tui.view.timeline_links import neighbours
from screens.widgets.timeline_frame import TimelineFrame

_SCROLL_SHARE = 3


class TimelineCursor(TimelineFrame):
    """A timeline with a cursor on one of its rows; headings are passed over."""

    def show(self, timeline: Timeline, is_free: Callable[[date], bool] | None = None) -> None:
        """Show this timeline, with the cursor on the record where it was."""
        self.timeline, self.is_free = timeline, is_free
        place = timeline.index_of(self.cursor_id)
        self.place = place if place is not None else self._nearest_row(min(self.place, len(timeline.rows) - 1), 1)
        self.cursor_id = row.id if (row := self.row) else 0
        if self.fitted and self._scale is not None and not self.shows_all(timeline):
            self._scale = None
        self._keep_in_sight()
        self.redraw()

    def preview(self, spans: Mapping[int, tuple[date, date]], follow: bool = True) -> None:
        """Show some records on other days, by id; none ends it. `follow` keeps the one under the cursor in sight."""
        if self.timeline is not None and (spans or self.timeline.preview):
            self.timeline = self.timeline.previewing(spans)
            if follow and (span := spans.get(self.cursor_id)) is not None:
                self._scale = self.scale.showing(*span)
            self.redraw_chart()

    def select(self, record_id: int) -> bool:
        """Put the cursor on a record; False where it is not shown."""
        place = self.timeline.index_of(record_id) if self.timeline else None
        if place is None:
            return False
        self.go(place)
        return True

    # moving through the rows

    def action_cursor_up(self) -> None:
        self.go(self.place - 1, -1)

    def action_cursor_down(self) -> None:
        self.go(self.place + 1)

    def action_page_up(self) -> None:
        self.go(self.place - self.rows_visible, -1)

    def action_page_down(self) -> None:
        self.go(self.place + self.rows_visible)

    def action_cursor_first(self) -> None:
        self.go(0)

    def action_cursor_last(self) -> None:
        self.go(len(self.timeline.rows) - 1 if self.timeline else 0)

    def _nearest_row(self, row: int, step: int) -> int:
        """`row`, or the next in the direction of `step` that is not a heading; else the next in the other one."""
        rows = self.timeline.rows if self.timeline else ()
        row = max(0, min(row, len(rows) - 1))
        for direction in (step, -step):
            place = row
            while 0 <= place < len(rows):
                if rows[place].record is not None:
                    return place
                place += direction
        return 0

    def go(self, row: int, step: int = 1) -> None:
        """Put the cursor on a row; `step` says which way to look where that is a heading."""
        row = self._nearest_row(row, step)
        if row == self.place:
            return
        old, self.place = self.place, row
        self.cursor_id = self.row.id if self.row else 0
        linked = {**self.linked, **neighbours(self.timeline, self.row)} if self.timeline else {}
        if self._keep_in_sight():
            self.redraw()
        elif linked:
            self.redraw_chart()
            rows = (self.timeline.index_of(record_id) for record_id in linked) if self.timeline else ()
            self.refresh_rows(old, row)
            self.refresh_labels(*(row for row in rows if row is not None))
        else:
            self.redraw_rows(old, row)
        self.post_message(self.Moved())

    def _keep_in_sight(self) -> bool:
        """Scroll so that the cursor is visible, its heading with it; True where the rows moved."""
        count, visible = len(self.timeline.rows) if self.timeline else 0, self.rows_visible
        top, step = self.top, max(1, visible // _SCROLL_SHARE)
        if self.place < top:
            top = self.place if top - self.place > visible else self.place - step
        elif self.place >= top + visible:
            top = self.place - visible + 1 + (step if self.place - top - visible < visible else 0)
        if self.place <= 1:
            top = 0
        top = max(0, min(top, count - visible))
        moved, self.top = top != self.top, top
        return moved

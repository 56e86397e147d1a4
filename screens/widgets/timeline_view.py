"""The timeline widget: a fixed column with what, a chart with when; only what is visible is drawn and sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.geometry import Region
from textual.message import Message

from roadmap_tui.actions import TABLE, TIMELINE
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.record import Record
from roadmap_tui.view.timeline import Timeline
from roadmap_tui.view.timeline_cells import BLANK, Cells, backdrop
from roadmap_tui.view.timeline_links import neighbours, overlaid, strokes
from roadmap_tui.view.timeline_rows import Row
from roadmap_tui.view.timeline_text import HEADER_LINES, Columns, chart_cells, columns, header
from roadmap_tui.view.timescale import TimeScale
from screens.keys import bindings
from screens.widgets.lines import Painted
from screens.widgets.timeline_panes import GUTTER, RAIL, ChartPane, LabelPane

_SCROLL_SHARE = 3
_PAGE_PANS = 6


class TimelineView(Painted, can_focus=True, inherit_bindings=False):
    """Rows of a Timeline under a header of months and weeks. The cursor belongs to a record and stays with it."""

    BINDINGS = bindings(TABLE, TIMELINE)
    DEFAULT_CSS = "TimelineView { height: 1fr; width: 1fr; layout: horizontal; }"

    class Moved(Message):
        """The cursor is on another row."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.timeline: Timeline | None = None
        self.is_free: Callable[[date], bool] | None = None
        self._scale: TimeScale | None = None
        self._fitted = True
        self._row = 0
        self._cursor_id = 0
        self.top = 0
        self.frame: list[Cells] = []
        self.linked: Mapping[int, str] = {}
        self._labels = LabelPane(self)
        self._chart = ChartPane(self)

    def compose(self) -> ComposeResult:
        """What on the left, when on the right."""
        yield self._labels
        yield self._chart

    # what is shown

    def show(self, timeline: Timeline, is_free: Callable[[date], bool] | None = None) -> None:
        """Show this timeline, with the cursor on the record where it was."""
        self.timeline, self.is_free = timeline, is_free
        place = timeline.index_of(self._cursor_id)
        self._row = place if place is not None else self._nearest_row(min(self._row, len(timeline.rows) - 1), 1)
        self._cursor_id = row.id if (row := self.row) else 0
        if self._fitted and self._scale is not None and not self._shows_all(timeline):
            self._scale = None
        self._keep_in_sight()
        self._redraw()

    def preview(self, spans: Mapping[int, tuple[date, date]]) -> None:
        """Show some records on other days, by id; none ends it."""
        if self.timeline is not None and (spans or self.timeline.preview):
            self.timeline = self.timeline.previewing(spans)
            if (span := spans.get(self._cursor_id)) is not None:
                self._scale = self.scale.showing(*span)
            self._redraw_chart()

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        rows = self.timeline.rows if self.timeline else ()
        return rows[self._row] if 0 <= self._row < len(rows) else None

    @property
    def record(self) -> Record | None:
        """The record under the cursor."""
        return self.row.record if self.row else None

    @property
    def columns(self) -> Columns:
        """How the width is divided."""
        divided = columns(self.size.width - GUTTER - RAIL)
        left = GUTTER + divided.label + divided.words
        return divided._replace(chart=max(1, min(divided.chart, self.size.width - left - RAIL)))

    @property
    def scale(self) -> TimeScale:
        """The window on time; at first the whole plan."""
        width = self.columns.chart
        if self._scale is None or (self._fitted and self._scale.width != width):
            assert self.timeline is not None
            self._scale = self.timeline.fitted(width)
        elif self._scale.width != width:
            self._scale = self._scale.resized(width)
        return self._scale

    @property
    def rows_visible(self) -> int:
        """How many rows fit under the header."""
        return max(1, self.size.height - HEADER_LINES)

    def select(self, record_id: int) -> bool:
        """Put the cursor on a record; False where it is not shown."""
        place = self.timeline.index_of(record_id) if self.timeline else None
        if place is None:
            return False
        self._go(place)
        return True

    # moving through the rows

    def action_cursor_up(self) -> None:
        self._go(self._row - 1, -1)

    def action_cursor_down(self) -> None:
        self._go(self._row + 1)

    def action_page_up(self) -> None:
        self._go(self._row - self.rows_visible, -1)

    def action_page_down(self) -> None:
        self._go(self._row + self.rows_visible)

    def action_cursor_first(self) -> None:
        self._go(0)

    def action_cursor_last(self) -> None:
        self._go(len(self.timeline.rows) - 1 if self.timeline else 0)

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

    def _go(self, row: int, step: int = 1) -> None:
        row = self._nearest_row(row, step)
        if row == self._row:
            return
        old, self._row = self._row, row
        self._cursor_id = self.row.id if self.row else 0
        linked = {**self.linked, **neighbours(self.timeline, self.row)} if self.timeline else {}
        if self._keep_in_sight():
            self._redraw()
        elif linked:
            self._redraw_chart()
            rows = (self.timeline.index_of(record_id) for record_id in linked) if self.timeline else ()
            self._refresh_labels(old, row, *(row for row in rows if row is not None))
        else:
            self._redraw_rows(old, row)
        self.post_message(self.Moved())

    def _keep_in_sight(self) -> bool:
        """Scroll so that the cursor is visible, its heading with it; True where the rows moved."""
        count, visible = len(self.timeline.rows) if self.timeline else 0, self.rows_visible
        top, step = self.top, max(1, visible // _SCROLL_SHARE)
        if self._row < top:
            top = self._row if top - self._row > visible else self._row - step
        elif self._row >= top + visible:
            top = self._row - visible + 1 + (step if self._row - top - visible < visible else 0)
        if self._row <= 1:
            top = 0
        top = max(0, min(top, count - visible))
        moved, self.top = top != self.top, top
        return moved

    # moving through time

    def action_cursor_left(self) -> None:
        self._pan(-1)

    def action_cursor_right(self) -> None:
        self._pan(1)

    def action_page_left(self) -> None:
        self._pan(-_PAGE_PANS)

    def action_page_right(self) -> None:
        self._pan(_PAGE_PANS)

    def action_zoom_in(self) -> None:
        self._look(self.scale.zoomed(1, self._anchor()))

    def action_zoom_out(self) -> None:
        self._look(self.scale.zoomed(-1, self._anchor()))

    def action_fit_plan(self) -> None:
        """The whole plan in view."""
        if self.timeline is not None:
            self._look(self.timeline.fitted(self.columns.chart), fitted=True)

    def action_show_today(self) -> None:
        """Today near the left of the chart."""
        if self.timeline is not None:
            today = self.timeline.today
            self._look(self.scale.starting(today).panned(-1) if not self._shows(today) else self.scale)

    def action_show_bar(self) -> None:
        """Where the row under the cursor is in time. Raises UsageError where that is not known."""
        span = self.timeline.span(self.record) if self.timeline and self.record else None
        if span is None:
            raise UsageError(_("This row has no date yet."))
        self._look(self.scale.showing(*span))

    def _pan(self, steps: int) -> None:
        self._look(self.scale.panned(steps))

    def _shows_all(self, timeline: Timeline) -> bool:
        """Whether the plan is still within the window; a window that fitted before only moves when it must."""
        first, last = timeline.period
        return self._shows(first) and self._shows(last)

    def _shows(self, day: date) -> bool:
        return self.scale.first <= day <= self.scale.last

    def _anchor(self) -> date:
        """The day that keeps its place while zooming: where the row begins, else today, else the middle."""
        span = self.timeline.span(self.record) if self.timeline and self.record else None
        for day in (span[0] if span else None, self.timeline.today if self.timeline else None):
            if day and self._shows(day):
                return day
        return self.scale.day_at(self.scale.width // 2)

    def _look(self, scale: TimeScale, fitted: bool = False) -> None:
        self._fitted = fitted
        if scale != self._scale:
            self._scale = scale
            self._redraw_chart()

    # events

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor visible in the new height."""
        self._keep_in_sight()
        self._redraw()

    def on_focus(self) -> None:
        self._refresh_labels(self._row)

    def on_blur(self) -> None:
        self._refresh_labels(self._row)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a row; twice opens it."""
        row = event.y - HEADER_LINES + self.top
        if event.y >= HEADER_LINES and self.timeline is not None and row < len(self.timeline.rows):
            self._go(row)
            if event.chain == 2:
                self.app.run_worker(self.app.run_action("show", self.screen))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._go(self._row + 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._go(self._row - 3, -1)

    # drawing

    def is_cursor(self, row: int) -> bool:
        """Whether the cursor is on this row."""
        return row == self._row

    def _build(self) -> list[Cells]:
        """The chart cells of every visible line, header first."""
        timeline = self.timeline
        if timeline is None or not self.size.width:
            return []
        self.linked = neighbours(timeline, self.row)
        lines = header(timeline, self.scale, self.glyphs)
        lines += self._chart_rows(range(self.top, min(self.top + self.rows_visible, len(timeline.rows))))
        lines += [[BLANK] * self.scale.width] * (self.size.height - len(lines))
        return lines

    def _chart_rows(self, places: Iterable[int]) -> Iterator[Cells]:
        """The chart cells of some rows; months are ruled behind the row under the cursor."""
        assert self.timeline is not None
        scale, glyphs, today = self.scale, self.glyphs, self.timeline.today
        plain = backdrop(scale, today, glyphs, self.is_free, grid=False)
        ruled = backdrop(scale, today, glyphs, self.is_free)
        in_sight = range(self.top, self.top + self.rows_visible)
        lines = strokes(self.timeline, self.row, scale, in_sight, glyphs)
        for place in places:
            behind = ruled if place == self._row else plain
            cells = chart_cells(self.timeline, self.timeline.rows[place], scale, behind, glyphs)
            yield overlaid(cells, lines, place, glyphs) if lines else cells

    def _redraw(self) -> None:
        """Everything anew."""
        self.frame = self._build()
        self._labels.styles.width = self.size.width - self.columns.chart - RAIL
        self._labels.refresh()
        self._chart.refresh()

    def _redraw_chart(self) -> None:
        """The chart anew; of every line only what comes before its last change is sent."""
        before, self.frame = self.frame, self._build()
        if len(before) != len(self.frame):
            self._redraw()
            return
        if before[:2] != self.frame[:2]:
            self._labels.refresh(Region(0, 0, self._labels.size.width, 2))
        self._refresh_chart(before)

    def _redraw_rows(self, *rows: int) -> None:
        """Some rows anew, on both sides."""
        before, self.frame = self.frame, list(self.frame)
        for row, cells in zip(rows, self._chart_rows(rows), strict=True):
            self.frame[row - self.top + HEADER_LINES] = cells
        self._refresh_chart(before)
        self._refresh_labels(*rows)

    def _refresh_chart(self, before: list[Cells]) -> None:
        changed = [(y, _last_change(old, new)) for y, (old, new) in enumerate(zip(before, self.frame, strict=True))]
        regions = [Region(0, y, last + 1, 1) for y, last in changed if last >= 0]
        if regions:
            self._chart.refresh(*regions)

    def _refresh_labels(self, *rows: int) -> None:
        for row in rows:
            y = row - self.top + HEADER_LINES
            if HEADER_LINES <= y < self.size.height:
                self._labels.refresh(Region(0, y, self._labels.size.width, 1))


def _last_change(old: Cells, new: Cells) -> int:
    """The last cell that differs; -1 where none does."""
    for place in range(min(len(old), len(new)) - 1, -1, -1):
        if old[place] is not new[place] and old[place] != new[place]:
            return place
    return -1

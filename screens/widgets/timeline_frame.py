"""The frame of the timeline: which part of the plan it shows, and how little of it has to be drawn anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from textual.app import ComposeResult
from textual.geometry import Region
from textual.message import Message

from roadmap_tui.model.record import Record
from roadmap_tui.view.timeline import Timeline
from roadmap_tui.view.timeline_cells import BLANK, Cells, backdrop
from roadmap_tui.view.timeline_links import neighbours, overlaid, strokes
from roadmap_tui.view.timeline_rows import Row
from roadmap_tui.view.timeline_text import HEADER_LINES, Columns, chart_cells, columns, header
from roadmap_tui.view.timescale import TimeScale
from screens.widgets.lines import Painted
from screens.widgets.timeline_panes import GUTTER, RAIL, ChartPane, LabelPane


class TimelineFrame(Painted):
    """A page of rows and a window on time; what does not change is not sent again."""

    DEFAULT_CSS = "TimelineFrame { height: 1fr; width: 1fr; layout: horizontal; }"

    class Moved(Message):
        """The cursor is on another row."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.timeline: Timeline | None = None
        self.is_free: Callable[[date], bool] | None = None
        self._scale: TimeScale | None = None
        self.fitted = True
        self.place = 0
        self.cursor_id = 0
        self.top = 0
        self.frame: list[Cells] = []
        self.linked: Mapping[int, str] = {}
        self._labels = LabelPane(self)
        self._chart = ChartPane(self)

    def compose(self) -> ComposeResult:
        """What on the left, when on the right."""
        yield self._labels
        yield self._chart

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        rows = self.timeline.rows if self.timeline else ()
        return rows[self.place] if 0 <= self.place < len(rows) else None

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
        if self._scale is None or (self.fitted and self._scale.width != width):
            assert self.timeline is not None
            self._scale = self.timeline.fitted(width)
        elif self._scale.width != width:
            self._scale = self._scale.resized(width)
        return self._scale

    @property
    def rows_visible(self) -> int:
        """How many rows fit under the header."""
        return max(1, self.size.height - HEADER_LINES)

    def shows_all(self, timeline: Timeline) -> bool:
        """Whether the plan is still within the window; a window that fitted before only moves when it must."""
        first, last = timeline.period
        return self.shows(first) and self.shows(last)

    def shows(self, day: date) -> bool:
        return self.scale.first <= day <= self.scale.last

    def show_window(self, scale: TimeScale, fitted: bool = False) -> None:
        """Another window on time; `fitted` where it shows the whole plan."""
        self.fitted = fitted
        if scale != self._scale:
            self._scale = scale
            self.redraw_chart()

    # drawing

    def is_cursor(self, row: int) -> bool:
        """Whether the cursor is on this row."""
        return row == self.place

    def _build(self) -> list[Cells]:
        """The chart cells of every visible line, header first."""
        timeline = self.timeline
        if timeline is None or not self.size.width:
            return []
        self.linked = neighbours(timeline, self.row)
        self._chart.settle()
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
            behind = ruled if place == self.place else plain
            cells = chart_cells(self.timeline, self.timeline.rows[place], scale, behind, glyphs)
            yield overlaid(cells, lines, place, glyphs) if lines else cells

    def redraw(self) -> None:
        """Everything anew."""
        self.frame = self._build()
        self._labels.styles.width = self.size.width - self.columns.chart - RAIL
        self._labels.refresh()
        self._chart.refresh()

    def redraw_chart(self) -> None:
        """The chart anew; of every line only what comes before its last change is sent."""
        before, self.frame = self.frame, self._build()
        if len(before) != len(self.frame):
            self.redraw()
            return
        if before[:2] != self.frame[:2]:
            self._labels.refresh(Region(0, 0, self._labels.size.width, 2))
        self._refresh_chart(before)

    def redraw_rows(self, *rows: int) -> None:
        """Some rows anew, on both sides."""
        before, self.frame = self.frame, list(self.frame)
        for row, cells in zip(rows, self._chart_rows(rows), strict=True):
            self.frame[row - self.top + HEADER_LINES] = cells
        self._refresh_chart(before)
        self.refresh_rows(*rows)

    def _refresh_chart(self, before: list[Cells]) -> None:
        changed = [(y, _last_change(old, new)) for y, (old, new) in enumerate(zip(before, self.frame, strict=True))]
        regions = [Region(0, y, last + 1, 1) for y, last in changed if last >= 0]
        if regions:
            self._chart.refresh(*regions)

    def refresh_rows(self, *rows: int) -> None:
        """Some rows anew from edge to edge, because the cursor came or went."""
        self.refresh_labels(*rows)
        if self.look.row:
            for row in rows:
                y = row - self.top + HEADER_LINES
                if HEADER_LINES <= y < self.size.height:
                    self._chart.refresh(Region(0, y, self._chart.size.width, 1))

    def refresh_labels(self, *rows: int) -> None:
        """The left part of some rows anew."""
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

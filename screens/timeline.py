"""Timeline: what happens when?"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult

from roadmap_tui.actions import APP, PICTURE, ROW, TIMELINE
from roadmap_tui.i18n import _
from roadmap_tui.model.record import Record
from roadmap_tui.view.text import Line, Run
from roadmap_tui.view.timeline import Timeline
from roadmap_tui.view.timeline_text import description, legend
from screens.pictures import PictureScreen
from screens.widgets.lines import OneLine
from screens.widgets.timeline_view import TimelineView

_TALL = 32


class RowLine(OneLine):
    """What there is to say about the row under the cursor."""

    def left(self, width: int) -> Line:
        view = self.screen.query_one(TimelineView)
        if view.timeline is None or view.row is None:
            return [Run(" " + _("There is nothing to draw yet."))]
        return [Run("  "), *description(view.timeline, view.row, self.glyphs)]


class LegendLine(OneLine):
    """What the shapes mean, on a terminal that has a line to spare."""

    DEFAULT_CSS = "LegendLine { margin-top: 1; }"

    def left(self, width: int) -> Line:
        return [Run("  "), *legend(width - 2, self.glyphs)]


class TimelineScreen(PictureScreen):
    """All activities and milestones against time."""

    PLACE: ClassVar[str] = "timeline"
    SCOPES: ClassVar[tuple[str, ...]] = (PICTURE, TIMELINE, ROW, APP)
    AUTO_FOCUS = "TimelineView"

    def body(self) -> ComposeResult:
        yield TimelineView()
        yield RowLine()
        yield LegendLine()

    def on_resize(self, event: events.Resize) -> None:
        """Show the legend where there is room."""
        self.query_one(LegendLine).display = event.size.height >= _TALL

    @property
    def view(self) -> TimelineView:
        """The picture."""
        return self.query_one(TimelineView)

    @property
    def record(self) -> Record | None:
        return self.view.record

    def refresh_plan(self) -> None:
        outlook = self.session.outlook
        calendar = outlook.context.known_calendar()

        def is_free(day: date) -> bool:
            return not calendar.is_working_day(day)

        self.view.show(Timeline(outlook), is_free)
        self.query_one(RowLine).refresh()

    def select_record(self, record: Record) -> None:
        """Put the cursor on a record."""
        self.view.select(record.id)

    @on(TimelineView.Moved)
    def _describe(self) -> None:
        self.query_one(RowLine).refresh()

"""The timeline widget: a fixed column with what, a chart with when; only what is visible is drawn and sent."""

from __future__ import annotations

from datetime import date

from textual import events

from roadmap_tui.actions.scopes import TABLE, TIMELINE
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from screens.keys import bindings
from screens.widgets.timeline_mouse import TimelineMouse

_PAGE_PANS = 6


class TimelineView(TimelineMouse, can_focus=True, inherit_bindings=False):
    """Rows of a Timeline under a header of months and weeks, for keyboard and mouse."""

    BINDINGS = bindings(TABLE, TIMELINE)
    KEYS_IN_ORDER = True

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
        self.show_window(self.scale.zoomed(1, self._anchor()))

    def action_zoom_out(self) -> None:
        self.show_window(self.scale.zoomed(-1, self._anchor()))

    def action_fit_plan(self) -> None:
        """The whole plan in view."""
        if self.timeline is not None:
            self.show_window(self.timeline.fitted(self.columns.chart), fitted=True)

    def action_show_today(self) -> None:
        """Today near the left of the chart."""
        if self.timeline is not None:
            today = self.timeline.today
            self.show_window(self.scale.starting(today).panned(-1) if not self.shows(today) else self.scale)

    def action_show_bar(self) -> None:
        """Where the row under the cursor is in time. Raises UsageError where that is not known."""
        span = self.timeline.span(self.record) if self.timeline and self.record else None
        if span is None:
            raise UsageError(_("This row has no date yet."))
        self.show_window(self.scale.showing(*span))

    def _pan(self, steps: int) -> None:
        self.show_window(self.scale.panned(steps))

    def _anchor(self) -> date:
        """The day that keeps its place while zooming: where the row begins, else today, else the middle."""
        span = self.timeline.span(self.record) if self.timeline and self.record else None
        for day in (span[0] if span else None, self.timeline.today if self.timeline else None):
            if day and self.shows(day):
                return day
        return self.scale.day_at(self.scale.width // 2)

    # events

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor visible in the new height."""
        self._keep_in_sight()
        self.redraw()

    def on_blur(self) -> None:
        self.refresh_labels(self.place)

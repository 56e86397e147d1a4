"""Trace: what does this come from, what comes from it, and which bottlenecks does nothing solve?"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from roadmap_tui.actions.scopes import APP, TRACING
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.planning.trace import Trace, trace_of
from roadmap_tui.view.text import Line, Run
from roadmap_tui.view.tracing import overview_rows, overview_words, record_rows
from screens.base import PlanScreen
from screens.keys import bindings
from screens.sections import StandingLine
from screens.widgets.rows_view import RowsView


class TraceScreen(PlanScreen):
    """All bottlenecks with what solves them, or the trace of one record; Enter walks on from the row."""

    PLACE: ClassVar[str] = "trace"
    SCOPES: ClassVar[tuple[str, ...]] = (TRACING, APP)
    BINDINGS = bindings(TRACING)
    AUTO_FOCUS = "RowsView"
    DEFAULT_CSS = "TraceScreen StandingLine { margin-bottom: 1; }"

    def __init__(self, place: str = "") -> None:
        super().__init__(place)
        self._walked: list[int] = []
        self._came_from = ""

    def body(self) -> ComposeResult:
        yield StandingLine(self._standing)
        yield RowsView()

    @property
    def view(self) -> RowsView:
        """The rows."""
        return self.query_one(RowsView)

    def _trace(self) -> Trace:
        return trace_of(self.session.outlook)

    def _standing(self) -> Line:
        words = overview_words(self.session.outlook, self._trace())
        return [Run("  " + words, Tone.STRONG if not self._walked else Tone.MUTED)]

    def begin(self, record: Record, came_from: str) -> None:
        """Show the trace of one record; Esc goes back to where it was asked for."""
        self._walked, self._came_from = [record.id], came_from
        self.refresh_plan()
        self.view.select(record.id)

    def refresh_plan(self) -> None:
        trace, context = self._trace(), self.view_context()
        while self._walked and trace.record(self._walked[-1]) is None:
            self._walked.pop()
        record = trace.record(self._walked[-1]) if self._walked else None
        self.view.show(
            lambda width: list(
                overview_rows(context.outlook, trace, context)
                if record is None
                else record_rows(record, trace, context)
            )
        )
        self.query_one(StandingLine).refresh()

    def _one(self) -> Record:
        if self.view.record is None:
            raise UsageError(_("Choose a row first."))
        return self.view.record

    def action_walk(self) -> None:
        """Trace from the record under the cursor."""
        record = self._one()
        if not self._walked or self._walked[-1] != record.id:
            self._walked.append(record.id)
            self.refresh_plan()
            self.view.select(record.id)

    async def action_step_back(self) -> None:
        """One step back: to the record before, to where it began, to all bottlenecks."""
        if self._walked:
            left = self._walked.pop()
        if not self._walked and self._came_from:
            place, self._came_from = self._came_from, ""
            await self.roadmap.action_go(place)
            return
        self.refresh_plan()
        if self._walked:
            self.view.select(left)

    def action_trace_record(self) -> None:
        """The record on its own screen."""
        self.roadmap.show_record(self._one())

    async def action_trace_edit(self) -> None:
        """Change the record in a form."""
        await self.roadmap.open_form(self._one())

    def select_record(self, record: Record) -> None:
        """Put the cursor on a record."""
        self.view.select(record.id)

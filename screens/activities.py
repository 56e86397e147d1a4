"""Activities: who does what, and when?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical

from roadmap_tui.actions.scopes import ACTIVITY, APP, ENTRY, LIST, TRACED
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.cleaning import clean_line
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.planning.quickadd.split import QuickLine, read_line
from roadmap_tui.planning.quickadd.vocabulary import Vocabulary, vocabulary_of
from roadmap_tui.view.details import totals_line
from roadmap_tui.view.listing import Listing
from roadmap_tui.view.quick_reading import read_parts
from roadmap_tui.view.text import Line
from screens.asking_year import ask_year
from screens.base import PlanScreen
from screens.keys import bindings
from screens.lists import ListScreen
from screens.paste import PasteScreen
from screens.tracing import Tracing
from screens.widgets.detail_pane import DetailPane
from screens.widgets.frame import MessageLine
from screens.widgets.lines import OneLine
from screens.widgets.quick_bar import QuickBar
from screens.widgets.record_table import RecordTable


class TotalsLine(OneLine):
    """Sessions and hours of the whole plan."""

    def left(self, width: int) -> Line:
        screen = self.screen
        return totals_line(screen.view_context(), width) if isinstance(screen, PlanScreen) else []


class ActivitiesScreen(Tracing, ListScreen):
    """The planning table; the row under the cursor in full beside it, or below where all columns need the width."""

    PLACE: ClassVar[str] = "activities"
    SCOPES: ClassVar[tuple[str, ...]] = (LIST, ACTIVITY, ENTRY, TRACED, APP)
    BINDINGS = bindings(ACTIVITY, ENTRY, TRACED)

    _vocabulary: tuple[int, Vocabulary] = (-1, Vocabulary())

    @property
    def idle_actions(self) -> frozenset[str]:
        """Traces, in a plan without anything that an activity can come from."""
        traced = any(self.session.tables.get(table) for table in ("bottlenecks", "roadmap_items", "fit_gap"))
        return frozenset() if traced else frozenset({"trace_back"})

    def traced_records(self) -> Sequence[Record]:
        return self.table.chosen

    def extra(self) -> ComposeResult:
        yield from super().extra()
        yield QuickBar()

    def body(self) -> ComposeResult:
        with Container(id="panes"):
            with Vertical(id="list"):
                empty = _("No activities yet; n adds the first.")
                yield RecordTable(Listing("activities"), empty, id="activities")
                yield TotalsLine()
            yield DetailPane(id="detail")

    # quick add and paste

    def action_quick_add(self) -> None:
        """One line becomes an activity."""
        self._open_bar("")

    def action_paste(self) -> None:
        """Show what a pasted table would do."""
        self._paste("")

    def on_paste(self, event: events.Paste) -> None:
        """A table or lines go to the preview, a single line to quick add."""
        event.stop()
        text = event.text.strip("\r\n")
        if "\n" in text or "\r" in text or "\t" in text:
            self.roadmap.attempt(lambda: self._paste(event.text))
        elif text.strip():
            self.roadmap.attempt(lambda: self._open_bar(clean_line(text)))

    def _open_bar(self, line: str) -> None:
        self.session.check_writable()
        self.query_one(QuickBar).open(line)
        self.query_one(MessageLine).rest(_("Enter adds it, Esc closes."), Tone.MUTED)

    def _paste(self, text: str) -> None:
        self.session.check_writable()
        self.app.push_screen(PasteScreen(text))

    def _read(self, line: str) -> QuickLine:
        session = self.session
        if self._vocabulary[0] != session.generation:
            self._vocabulary = session.generation, vocabulary_of(session.records)
        return read_line(clean_line(line), session.outlook.reader.when, self._vocabulary[1])

    @on(QuickBar.Changed)
    def _line_typed(self, event: QuickBar.Changed) -> None:
        self.query_one(QuickBar).show(
            read_parts(self._read(event.line), self.session.outlook.reader, self.roadmap.glyphs.dot)
        )

    @on(QuickBar.Submitted)
    def _line_done(self, event: QuickBar.Submitted) -> None:
        self.roadmap.attempt(lambda: self._add_line(event.line))

    def _add_line(self, line: str) -> None:
        """The activity below the cursor, ready for the next line."""
        session, below = self.session, self.table.record
        new = session.add(Activity.TABLE, self._read(line).fields, below)
        self.query_one(QuickBar).clear()
        self.roadmap.plan_changed()
        self.table.select(new)
        record = session.record(Activity.TABLE, new)
        if record is not None:
            self.say(_("Added: {what}").format(what=f"{record.number} {record.title}"))
            ask_year(self.roadmap, record)

    @on(QuickBar.Closed)
    def _line_left(self) -> None:
        self.query_one(QuickBar).close()
        self.set_focus(self.table)
        self.tell_rest()

    async def action_links(self) -> None:
        """What the activity waits for, and what waits for it."""
        record = self.one_record()
        if isinstance(record, Activity):
            await self.roadmap.open_links(record)

    def refresh_plan(self) -> None:
        super().refresh_plan()
        self.query_one(TotalsLine).refresh()

"""The line under the timeline: what there is to say about a row, and the bar that is being moved.

While a bar is in hand this line has the focus, so that the arrows move the bar and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from textual.message import Message

from roadmap_tui.actions.scopes import MOVE
from roadmap_tui.errors import RoadmapError, UsageError
from roadmap_tui.i18n import N_, _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.planning.consequences import Consequences
from roadmap_tui.planning.moving import Bar, Edge, effects, pick_up, to_write
from roadmap_tui.view.text import Line, Run
from roadmap_tui.view.timeline_moving import moving_line, preview
from roadmap_tui.view.timeline_text import description
from screens.keys import KeyNames, bindings
from screens.widgets.lines import OneLine
from screens.widgets.timeline_view import TimelineView

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook
    from screens.base import PlanScreen

_AT_ONCE, _PATIENCE = 1_000, 0.3
_EDGES: Mapping[Edge, str] = {"bar": N_("bar"), "end": N_("end"), "start": N_("start")}


class MovingLine(OneLine, can_focus=False):
    """Describes the row under the cursor; carries a bar from `pick_up` until it is put down or back."""

    BINDINGS = bindings(MOVE)
    KEYS_IN_ORDER = True
    DEFAULT_CSS = "MovingLine { background: $surface; }"

    class Carried(Message):
        """Where records would stand, by id; empty when nothing is carried any more."""

        def __init__(self, spans: Mapping[int, tuple[date, date]]) -> None:
            super().__init__()
            self.spans = spans

    class PutDown(Message):
        """What has to be written, as (table, id, fields), and how to say so."""

        def __init__(self, rows: Sequence[tuple[str, int, Mapping[str, Any]]], words: str) -> None:
            super().__init__()
            self.rows = rows
            self.words = words

    def __init__(self) -> None:
        super().__init__()
        self.bar: Bar | None = None
        self._effects: Consequences | None = None
        self._edge: Edge = "bar"
        self._asked = 0

    @property
    def _outlook(self) -> Outlook:
        return cast("PlanScreen", self.screen).session.outlook

    def left(self, width: int) -> Line:
        view = self.screen.query_one(TimelineView)
        if self.bar is not None:
            return [
                Run(f"  {_(_EDGES[self._edge])} ", Tone.MUTED),
                *moving_line(self._outlook, self.bar, self._effects, self.glyphs),
            ]
        if view.timeline is None or view.row is None:
            words = _("Nothing to draw yet; {go_activities} and then {quick_add} makes an activity.")
            return [Run("  " + words.format_map(KeyNames(self.roadmap.keys, self.roadmap.settings.ascii)))]
        return [Run("  "), *description(view.timeline, view.row, self.glyphs)]

    def pick_up(self, record: Record) -> None:
        """Take a bar in hand. Raises UsageError for what stays put."""
        self.bar, self._effects, self._edge = pick_up(self._outlook, record), None, "bar"
        self.can_focus = True
        self.screen.set_focus(self)
        self._show()

    def drag(self, record: Record, edge: Edge, days: int, to_month: bool) -> None:
        """Put the bar so many days from where the plan has it. Raises UsageError for what stays put."""
        if self.bar is None or self.bar.record.id != record.id:
            self.pick_up(record)
        self._edge = edge
        self._put(pick_up(self._outlook, record).dragged(edge, days, to_month))

    def drop(self) -> None:
        """Put the bar back where it was."""
        if self.bar is None:
            return
        self.bar, self._effects = None, None
        self.screen.set_focus(self.screen.query_one(TimelineView))
        self.can_focus = False
        self._show()

    def on_blur(self) -> None:
        self.drop()

    def _show(self) -> None:
        self.refresh()
        self.post_message(self.Carried(preview(self.bar, self._effects) if self.bar else {}))

    def _move(self, count: int, unit: str) -> None:
        if self.bar is None:
            return
        self._put(self.bar.moved(self._edge, count, unit))

    def _put(self, bar: Bar) -> None:
        """Hold the bar there, and look what follows from it."""
        self.bar = bar
        self._asked += 1
        if len(self._outlook.records("activities")) <= _AT_ONCE:
            self._look(self._asked)
        else:
            self._effects = None
            self._show()
            self.set_timer(_PATIENCE, lambda asked=self._asked: self._look(asked))

    def _look(self, asked: int) -> None:
        """Find out what follows, where nothing was asked since."""
        if self.bar is not None and asked == self._asked:
            self._effects = effects(self._outlook, self.bar)
            self._show()

    def action_day_later(self) -> None:
        self._move(1, "D")

    def action_day_earlier(self) -> None:
        self._move(-1, "D")

    def action_week_later(self) -> None:
        self._move(1, "W")

    def action_week_earlier(self) -> None:
        self._move(-1, "W")

    def action_month_later(self) -> None:
        self._move(1, "M")

    def action_month_earlier(self) -> None:
        self._move(-1, "M")

    def action_stretch(self) -> None:
        """From now on the end alone, then the start, then the whole bar. Raises UsageError where there are no ends."""
        if self.bar is not None:
            self.bar.stretched(0, "D")
            edges = list(_EDGES)
            self._edge = edges[(edges.index(self._edge) + 1) % len(edges)]
            self._show()

    def action_put_back(self) -> None:
        """Leave everything as it was."""
        self.drop()

    def action_put_down(self) -> None:
        """Keep the bar where it is, with all that moves along."""
        bar = self.bar
        if bar is None or not bar.is_moved:
            self.drop()
            return
        try:
            found = effects(self._outlook, bar)
        except RoadmapError as error:
            raise UsageError(str(error)) from error
        rows = to_write(bar, found)
        self.drop()
        words = _("{number} moved.").format(number=bar.record.number)
        if len(rows) > 1:
            words = _("{number} moved, and {count} more along with it.").format(
                number=bar.record.number, count=len(rows) - 1
            )
        self.post_message(self.PutDown(rows, words))

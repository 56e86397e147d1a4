"""Order of the roadmap: what comes first, and why?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult

from roadmap_tui.actions.scopes import APP, GROWING, PICTURE, ROW, TRACED
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.journeys import RoadmapItem
from roadmap_tui.model.record import Record
from roadmap_tui.planning.priorities import ranking
from roadmap_tui.view.priorities import ranking_rows
from roadmap_tui.view.text import Line, Run
from screens.keys import bindings
from screens.pictures import PictureScreen
from screens.sections import StandingLine
from screens.tracing import Tracing
from screens.widgets.rows_view import RowsView


class PrioritiesScreen(Tracing, PictureScreen):
    """Every item with its place and why it stands there, and all of them in a matrix."""

    PLACE: ClassVar[str] = "priorities"
    SCOPES: ClassVar[tuple[str, ...]] = (TRACED, GROWING, PICTURE, ROW, APP)
    BINDINGS = bindings(TRACED, GROWING)
    AUTO_FOCUS = "RowsView"
    DEFAULT_CSS = "PrioritiesScreen StandingLine { margin-bottom: 1; }"

    def body(self) -> ComposeResult:
        yield StandingLine(self._standing)
        yield RowsView()

    def _standing(self) -> Line:
        found = ranking(self.session.outlook)
        items = [each.item for each in found.items]
        words = _("{total} items: {mvp} in the MVP, {work} became activities, {left} not judged").format(
            total=len(items),
            mvp=sum(1 for item in items if item.mvp),
            work=sum(1 for item in items if item.activity is not None),
            left=sum(1 for each in found.items if not each.place),
        )
        return [Run("  " + words, Tone.STRONG)]

    @property
    def record(self) -> Record | None:
        return self.query_one(RowsView).record

    def traced_records(self) -> Sequence[Record]:
        return [self.one_record()]

    def refresh_plan(self) -> None:
        found, context = ranking(self.session.outlook), self.view_context()
        self.query_one(RowsView).show(lambda width: list(ranking_rows(found, context, width)))
        self.query_one(StandingLine).refresh()

    async def action_new_row(self) -> None:
        """A new item."""
        await self.roadmap.open_new(RoadmapItem.TABLE, self.record)

    def select_record(self, record: Record) -> None:
        """Put the cursor on an item."""
        self.query_one(RowsView).select(record.id)

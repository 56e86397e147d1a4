"""Programme overview: how does each project and building team stand?"""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical

from roadmap_tui.actions.scopes import APP, LIGHTS
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.services.project_plans import live_plans
from roadmap_tui.view.lights import LightRow, light_lines, light_rows, summary
from roadmap_tui.view.listing import Listing
from roadmap_tui.view.text import Line, Run
from screens.base import PlanScreen
from screens.keys import bindings
from screens.sections import StandingLine
from screens.widgets.record_table import RecordTable
from screens.widgets.text_pane import TextPane

_LEAST_ROWS = 5


class LightsScreen(PlanScreen):
    """Challenges, projects and building teams with a traffic light; plans of projects are read as they are now."""

    PLACE: ClassVar[str] = "lights"
    SCOPES: ClassVar[tuple[str, ...]] = (LIGHTS, APP)
    BINDINGS = bindings(LIGHTS)
    AUTO_FOCUS = "RecordTable"
    DEFAULT_CSS = """
    LightsScreen StandingLine { margin-bottom: 1; }
    LightsScreen #list { height: 3fr; }
    LightsScreen #beside { height: 1fr; min-height: 4; margin-top: 1; }
    """

    def __init__(self, place: str = "") -> None:
        super().__init__(place)
        self._rows: list[LightRow] = []

    def body(self) -> ComposeResult:
        empty = _("No project sheets and building teams yet; make them on the screen Programme (8).")
        yield StandingLine(self._summary)
        with Container(id="panes"):
            with Vertical(id="list"):
                yield RecordTable(Listing(LightRow.TABLE), empty, id="lights")
            with Vertical(id="beside"):
                yield TextPane(id="about", focusable=False)

    def _summary(self) -> Line:
        return [Run("  " + summary(self._rows), Tone.STRONG)]

    @property
    def table(self) -> RecordTable:
        """The list."""
        return self.query_one(RecordTable)

    @property
    def row(self) -> LightRow:
        """The row under the cursor. Raises UsageError where there is none."""
        if not isinstance(self.table.record, LightRow):
            raise UsageError(_("Choose a row first."))
        return self.table.record

    def refresh_plan(self) -> None:
        self._rows = light_rows(self.session.outlook, live_plans(self.session))
        self.table.listing.load(self._rows, self.view_context())
        self.table.show()
        self.query_one("#list").styles.max_height = max(_LEAST_ROWS, len(self._rows)) + 1
        self.query_one(StandingLine).refresh()

    @on(RecordTable.Moved)
    def _chosen(self) -> None:
        row, context = self.table.record, self.view_context()
        if isinstance(row, LightRow):
            self.query_one(TextPane).show(lambda width: light_lines(row, context, width))

    @on(RecordTable.Opened)
    async def _opened(self) -> None:
        await self.action_open_light()

    async def action_open_light(self) -> None:
        """Everything about the row."""
        await self.roadmap.open_detail(self.row.about, self.place)

    async def action_edit_light(self) -> None:
        """The form of the row."""
        await self.roadmap.open_form(self.row.about)

    def action_read_again(self) -> None:
        """Read the plans of the projects again."""
        self.refresh_plan()
        self._chosen()
        count = sum(1 for row in self._rows if row.live is not None)
        self.say(_("Plan files of projects read: {count}.").format(count=count))

    def select_record(self, record: Record) -> None:
        """Put the cursor on a record."""
        self.table.select(record.id)

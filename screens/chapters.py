"""Chapters: how complete is the implementation plan?"""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical

from roadmap_tui.actions.scopes import APP, CHAPTERS
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.planning import section_sets
from roadmap_tui.planning.sections import summary
from roadmap_tui.view.listing import Listing
from roadmap_tui.view.sections import SectionRow, group_lines, section_rows, summary_lines
from roadmap_tui.view.text import Line, Run
from screens.base import PlanScreen
from screens.keys import bindings
from screens.widgets.lines import OneLine
from screens.widgets.record_table import RecordTable
from screens.widgets.text_pane import TextPane


class SummaryLine(OneLine):
    """How the plan as a whole stands."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""

    def left(self, width: int) -> Line:
        return [Run("  " + self.words, Tone.STRONG)]


class ChaptersScreen(PlanScreen):
    """The ten chapters with what each still lacks; Enter opens one."""

    PLACE: ClassVar[str] = "chapters"
    ROWS: ClassVar[str] = "chapters"
    SCOPES: ClassVar[tuple[str, ...]] = (CHAPTERS, APP)
    BINDINGS = bindings(CHAPTERS)
    AUTO_FOCUS = "RecordTable"

    def body(self) -> ComposeResult:
        yield SummaryLine()
        with Container(id="panes"):
            with Vertical(id="list"):
                yield RecordTable(Listing(self.ROWS), id=self.ROWS)
            with Vertical(id="beside"):
                yield TextPane(id="about", focusable=False)

    @property
    def table(self) -> RecordTable:
        """The list of sections."""
        return self.query_one(RecordTable)

    @property
    def row(self) -> SectionRow | None:
        """The row under the cursor."""
        row = self.table.record
        return row if isinstance(row, SectionRow) else None

    def rows(self) -> list[SectionRow]:
        """What is listed."""
        return section_rows(section_sets.CHAPTERS, self.view_context())

    def words(self, rows: list[SectionRow]) -> str:
        """How it stands as a whole."""
        return summary([row.section for row in rows if row.section is not None])

    def refresh_plan(self) -> None:
        rows = self.rows()
        self.table.listing.load(rows, self.view_context())
        self.table.show()
        line = self.query_one(SummaryLine)
        line.words = self.words(rows)
        line.refresh()

    @on(RecordTable.Moved)
    def _chosen(self) -> None:
        row, context = self.row, self.view_context()
        if row is None:
            return
        section = row.section
        self.query_one(TextPane).show(
            lambda width: (
                group_lines(row, context, width) if section is None else summary_lines(section, context, width)
            )
        )

    @on(RecordTable.Opened)
    async def _opened(self) -> None:
        await self.action_open_chapter()

    async def action_open_chapter(self) -> None:
        """The section with its texts and lists."""
        from screens.chapter import ChapterScreen

        row = self.row
        if row is not None and row.section is not None:
            await self.app.push_screen(ChapterScreen(row.group, row.section.shape))

    async def action_edit_chapter(self) -> None:
        """The texts of the section in a form."""
        section = self.row.section if self.row is not None else None
        if section is not None and section.shape.texts:
            await self.roadmap.open_texts(_(section.shape.label), section.shape.texts)
        elif section is not None:
            self.say(_("This part has no text of its own; press Enter for its lists."))

    def select_record(self, record: Record) -> None:
        """Put the cursor on the section that a record stands in."""
        found = next(
            (
                row
                for row in self.table.listing.rows
                if isinstance(row, SectionRow) and row.section and record.TABLE in row.section.shape.tables
            ),
            None,
        )
        if found is not None:
            self.table.select(found.id)

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
from roadmap_tui.planning.chapters import Chapter, of_table, summary
from roadmap_tui.view.chapters import ChapterRow, chapter_rows, summary_lines
from roadmap_tui.view.listing import Listing
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
    SCOPES: ClassVar[tuple[str, ...]] = (CHAPTERS, APP)
    BINDINGS = bindings(CHAPTERS)
    AUTO_FOCUS = "RecordTable"

    def body(self) -> ComposeResult:
        yield SummaryLine()
        with Container(id="panes"):
            with Vertical(id="list"):
                yield RecordTable(Listing(ChapterRow.TABLE), id="chapters")
            with Vertical(id="beside"):
                yield TextPane(id="about", focusable=False)

    @property
    def table(self) -> RecordTable:
        """The list of chapters."""
        return self.query_one(RecordTable)

    @property
    def chapter(self) -> Chapter | None:
        """The chapter under the cursor."""
        row = self.table.record
        return row.chapter if isinstance(row, ChapterRow) else None

    def refresh_plan(self) -> None:
        context = self.view_context()
        rows = chapter_rows(context)
        self.table.listing.load(rows, context)
        self.table.show()
        line = self.query_one(SummaryLine)
        line.words = summary([row.chapter for row in rows])
        line.refresh()

    @on(RecordTable.Moved)
    def _chosen(self) -> None:
        chapter, context = self.chapter, self.view_context()
        pane = self.query_one(TextPane)
        if chapter is not None:
            pane.show(lambda width: summary_lines(chapter, context, width))

    @on(RecordTable.Opened)
    async def _opened(self) -> None:
        await self.action_open_chapter()

    async def action_open_chapter(self) -> None:
        """The chapter with its texts and lists."""
        from screens.chapter import ChapterScreen

        if self.chapter is not None:
            await self.app.push_screen(ChapterScreen(self.chapter.shape))

    async def action_edit_chapter(self) -> None:
        """The texts of the chapter in a form."""
        if self.chapter is not None:
            await self.roadmap.open_texts(_(self.chapter.shape.label), self.chapter.shape.texts)

    def select_record(self, record: Record) -> None:
        """Put the cursor on the chapter that a record stands in."""
        shape = of_table(record.TABLE)
        row = next(
            (row for row in self.table.listing.rows if isinstance(row, ChapterRow) and row.chapter.shape is shape), None
        )
        if row is not None:
            self.table.select(row.id)

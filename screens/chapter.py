"""One chapter, or a section of another set: its texts, and one of its lists at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.widget import Widget

from roadmap_tui.actions.scopes import APP, CHAPTER, GROWING, LIST, RATING, TRACED
from roadmap_tui.editing.growing import GROWING as GROWING_TABLES
from roadmap_tui.editing.rating import rating_sheet
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.joint import Rating
from roadmap_tui.model.record import Record
from roadmap_tui.model.registry import TABLES
from roadmap_tui.planning.section_sets import CHAPTERS, SectionSet
from roadmap_tui.planning.sections import Section, Shape
from roadmap_tui.view.listing import Listing
from roadmap_tui.view.sections import heading, missing_lines, text_lines
from screens.keys import bindings
from screens.lists import ListScreen
from screens.tracing import Tracing
from screens.widgets.chapter_lines import ChapterHeading, ListsLine
from screens.widgets.detail_pane import DetailPane
from screens.widgets.record_table import RecordTable
from screens.widgets.text_pane import TextPane

_MOST_TEXT, _ROOMY = 3, 100
_TALL, _LEAST_ROWS = 32, 5
_PICTURES = {
    "background": "stakeholders", "results": "milestones", "activities": "timeline", "planning": "timeline",
    "risks": "risks", "frameworks": "conformity", "projects": "lights", "teams": "lights", "means": "capacity_months",
    "journeys": "blueprint", "consequences": "trace", "roadmap": "priorities",
    "map": "layer_map", "layers": "layer_map", "fit_gap": "trace",
}  # fmt: skip
"""The screen that draws a section, by the code of its shape."""


class ChapterScreen(Tracing, ListScreen):
    """A chapter or other section; Tab goes from its texts to each of its lists."""

    SCOPES: ClassVar[tuple[str, ...]] = (LIST, CHAPTER, APP)
    BINDINGS = bindings(CHAPTER, TRACED, GROWING, RATING)

    def __init__(self, group: SectionSet, shape: Shape) -> None:
        super().__init__("chapters" if group is CHAPTERS else "programme")
        self.group, self.shape = group, shape
        self._tables = shape.tables or ("activities",)
        self._shown = self._tables[0]
        if group.code in ("toolkit", "journey_map"):
            self.SCOPES = (TRACED, GROWING, CHAPTER, LIST, APP)  # type: ignore[misc]
        elif not GROWING_TABLES.isdisjoint(shape.tables):
            self.SCOPES = (GROWING, CHAPTER, LIST, APP)  # type: ignore[misc]
        elif Rating.TABLE in shape.tables:
            self.SCOPES = (RATING, CHAPTER, LIST, APP)  # type: ignore[misc]

    def body(self) -> ComposeResult:
        yield ChapterHeading()
        yield TextPane(id="missing", focusable=False)
        yield TextPane(id="texts")
        yield ListsLine(
            _("Tab: next part   Esc: back to the chapters")
            if self.group is CHAPTERS
            else _("Tab: next part   Esc: back")
        )
        for table in self._tables:
            yield RecordTable(Listing(table), id=table)
        yield DetailPane(id="detail")

    @property
    def idle_actions(self) -> frozenset[str]:
        """Texts, a picture and work to make, for a section without; in little room also the step to the next one."""
        found = set() if self.shape.texts else {"edit_text"}
        if TRACED in self.SCOPES and self.size.width < _ROOMY:
            found.add("next_section")
        if GROWING_TABLES.isdisjoint(self._tables):
            found.add("make_activities")
        return frozenset(found if self.shape.code in _PICTURES else found | {"show_picture"})

    @property
    def chapter(self) -> Section:
        """The section as it is now."""
        return next(found for found in self.group.sections(self.session.outlook) if found.shape is self.shape)

    @property
    def table(self) -> RecordTable:
        """The list that is shown."""
        return self.query_one(f"#{self._shown}", RecordTable)

    def panes(self) -> list[Widget]:
        return [self.query_one("#texts", TextPane), *self.tables]

    def refresh_plan(self) -> None:
        super().refresh_plan()
        chapter, context = self.chapter, self.view_context()
        title = self.query_one(ChapterHeading)
        title.line = heading(chapter, context)
        title.refresh()
        missing = self.query_one("#missing", TextPane)
        missing.show(lambda width: missing_lines(chapter, context, width))
        texts = self.query_one("#texts", TextPane)
        texts.show(lambda width: text_lines(chapter, context, width))
        self._divide()

    def on_mount(self) -> None:
        self._show(self._shown)
        self.set_focus(self.table)

    def _divide(self) -> None:
        """Lines for what is missing and for the texts as they need, at most a third of the screen each."""
        height, width = self.size.height, max(8, self.size.width - 4)
        chapter, context = self.chapter, self.view_context()
        for name, lines in (
            ("missing", missing_lines(chapter, context, width)),
            ("texts", text_lines(chapter, context, width)),
        ):
            pane = self.query_one(f"#{name}", TextPane)
            most = max(2, height // 6) if name == "missing" else max(4, height // _MOST_TEXT)
            pane.styles.height = min(len(lines), most)
            pane.display = bool(lines)

    def _show(self, name: str) -> None:
        """Show one of the lists."""
        self._shown = name
        for each in self.tables:
            each.display = each.id == name
        lists = self.query_one(ListsLine)
        lists.names = [f"{_(TABLES[table].PLURAL)} {len(self.session.records(table))}" for table in self._tables]
        lists.shown = self._tables.index(name)
        lists.refresh()
        self._leave_room()

    def _leave_room(self) -> None:
        """On a tall screen the list takes no more lines than it has rows; below it stands the row in full."""
        tall, total = self.size.height >= _TALL, self.table.listing.total
        self.table.styles.max_height = max(_LEAST_ROWS, total) + 1 if tall else None
        detail = self.query_one(DetailPane)
        detail.display = tall and total > 0
        detail.call_after_refresh(lambda: self.show_detail(self.table.record))

    def row_chosen(self, table: RecordTable, record: Record | None) -> None:
        """The pane shows the row of the list that is shown."""
        if table is self.table:
            super().row_chosen(table, record)

    def on_resize(self, event: events.Resize) -> None:
        """Divide the new room."""
        self._divide()
        self._leave_room()

    def select_record(self, record: object) -> None:
        table = getattr(record, "TABLE", "")
        if table in self._tables:
            self._show(table)
        super().select_record(record)  # type: ignore[arg-type]

    def update_plan(self) -> None:
        super().update_plan()
        if self.is_mounted:
            self._show(self._shown)

    def action_next_pane(self) -> None:
        """From the texts to the first list, to the next, and back to the texts."""
        places = [*(["texts"] if self.shape.texts else []), *self._tables]
        here = "texts" if self.focused is self.query_one("#texts", TextPane) else self._shown
        following = places[(places.index(here) + 1) % len(places)]
        if following != "texts":
            self._show(following)
        self.set_focus(self.query_one(f"#{following}"))

    @property
    def _in_texts(self) -> bool:
        return self.focused is self.query_one("#texts", TextPane)

    def traced_records(self) -> Sequence[Record]:
        return self.table.chosen

    async def action_show_picture(self) -> None:
        """The grid, order or trace that draws this section. Raises UsageError where there is none."""
        place = _PICTURES.get(self.shape.code)
        if place is None:
            raise UsageError(_("This part has no picture."))
        await self.roadmap.action_go(place)

    def action_rate_all(self) -> None:
        """Ask who rates, make a row for every activity, and go through their scores cell by cell."""
        from screens.ask import AskScreen

        self.session.check_writable()
        if Rating.TABLE not in self._tables:
            raise UsageError(_("Activities are rated in the step Ratings."))

        def answered(text: str) -> None:
            changes = rating_sheet(self.session.records, self.session.tables, text)
            self.roadmap.commit(changes)
            self._show(Rating.TABLE)
            self.table.select(changes[0].id)
            self._column = "customer"
            self.call_after_refresh(self.action_edit_cell)

        more = _("Type a score, Tab goes to the next one, the arrow down to the next activity.")
        self.app.push_screen(AskScreen(_("Who rates the activities?"), _("Begin"), answered, more))

    async def action_edit_text(self) -> None:
        """The texts of the section in a form."""
        if not self.shape.texts:
            self.say(_("This part has no text of its own."))
            return
        await self.roadmap.open_texts(_(self.shape.label), self.shape.texts)

    async def action_next_section(self) -> None:
        """On to the next section of the set."""
        await self._step(1)

    async def action_previous_section(self) -> None:
        """Back to the section before."""
        await self._step(-1)

    async def _step(self, step: int) -> None:
        shapes = self.group.shapes
        place = next(number for number, each in enumerate(shapes) if each.code == self.shape.code) + step
        if not 0 <= place < len(shapes):
            self.say(_("This is the last part.") if step > 0 else _("This is the first part."))
            return
        await self.app.switch_screen(ChapterScreen(self.group, shapes[place]))

    async def action_edit(self) -> None:
        await (self.action_edit_text() if self._in_texts else super().action_edit())

    async def action_open(self) -> None:
        await (self.action_edit_text() if self._in_texts else super().action_open())

    def action_clear(self) -> None:
        """Clear marks and filter; where there are none, back to the chapters."""
        if self.table.marked or self.table.listing.query:
            super().action_clear()
        else:
            self.dismiss()

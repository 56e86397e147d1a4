"""What the grids of text share: walk through cells, change them in their place, add rows and columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult

from roadmap_tui.actions.scopes import APP, CANVAS, TRACED
from roadmap_tui.editing import edits
from roadmap_tui.errors import RoadmapError, UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.record import Record
from roadmap_tui.model.registry import TABLES
from roadmap_tui.view.form import FormModel
from roadmap_tui.view.grid_pictures import Picture
from roadmap_tui.view.text import Line
from screens.ask import AskScreen
from screens.base import PlanScreen
from screens.keys import bindings
from screens.sections import StandingLine
from screens.tracing import Tracing
from screens.widgets.cell_editor import CellEditor
from screens.widgets.text_grid import TextGrid


class GridScreen(Tracing, PlanScreen):
    """Subclasses name the tables of rows, columns and cells, and give the picture and the lines around it."""

    SCOPES: ClassVar[tuple[str, ...]] = (CANVAS, TRACED, APP)
    BINDINGS = bindings(CANVAS, TRACED)
    AUTO_FOCUS = "TextGrid"
    CELLS: ClassVar[str] = ""
    ROWS: ClassVar[tuple[str, str]] = ("", "")
    """The table of the rows, and the field of a cell that names its row."""
    COLUMNS: ClassVar[tuple[str, str]] = ("", "")

    def body(self) -> ComposeResult:
        yield StandingLine(self.standing)
        yield TextGrid()
        yield StandingLine(self.here)

    def picture(self) -> Picture:
        """The grid as it is now."""
        raise NotImplementedError

    def standing(self) -> Line:
        """What stands above the grid."""
        raise NotImplementedError

    def here(self) -> Line:
        """The cell under the cursor in words."""
        raise NotImplementedError

    def empty(self) -> str:
        """What to say where there are no cells."""
        raise NotImplementedError

    def row_preset(self) -> Mapping[str, Any]:
        """What a new row holds besides its title."""
        return {}

    @property
    def grid(self) -> TextGrid:
        """The grid."""
        return self.query_one(TextGrid)

    def refresh_plan(self) -> None:
        self.grid.show(self.picture(), self.empty())
        self._refresh_lines()

    @on(TextGrid.Moved)
    def _refresh_lines(self) -> None:
        for line in self.query(StandingLine):
            line.refresh()

    def select_record(self, record: Record) -> None:
        """Put the cursor on a cell, or on the row or column of a record."""
        self.grid.select(record.id)

    def traced_records(self) -> Sequence[Record]:
        found = [each for each in (self.grid.record, self.grid.row) if each is not None]
        return [each for each in found if each.TABLE != self.CELLS or each.PREFIX] or found

    def one_entry(self) -> Record:
        """The entry under the cursor. Raises UsageError where the cell is empty."""
        if self.grid.record is None:
            raise UsageError(_("This cell is empty; n fills it."))
        return self.grid.record

    def place_of_cell(self) -> dict[str, Any]:
        """What a new entry in this cell points to. Raises UsageError where there are no cells."""
        row, column = self.grid.row, self.grid.column
        if row is None or column is None:
            raise UsageError(self.empty())
        return {self.ROWS[1]: row.id, self.COLUMNS[1]: column.id}

    # changing

    async def action_edit_entry(self) -> None:
        """Change the entry in its place; an empty cell gets its first one."""
        await (self._edit(self.grid.record) if self.grid.record is not None else self.action_new_entry())

    async def action_new_entry(self) -> None:
        """A new entry in this cell, typed in its place."""
        await self._edit(None)

    async def _edit(self, record: Record | None) -> None:
        self.session.check_writable()
        preset = self.place_of_cell()
        session = self.session
        model = FormModel(TABLES[self.CELLS], record, session.records, session.record, preset, only=["title"])
        self._seen = session.seen(record) if record is not None else frozenset()
        for open_editor in self.query(CellEditor):
            await open_editor.remove()
        await self.mount(CellEditor(model.fields[0], model, self.view_context(), self.grid.cell_region(), self.size))

    @on(CellEditor.Left)
    async def _editor_left(self, event: CellEditor.Left) -> None:
        event.stop()
        editor = event.editor
        if not editor.is_attached:
            return
        try:
            if event.keep:
                self._keep(editor)
        except RoadmapError as error:
            editor.complain(str(error))
            return
        await editor.remove()
        self.grid.focus()

    def _keep(self, editor: CellEditor) -> None:
        """Store what was typed; an empty text in a new cell makes nothing, in an old one it takes the cell away."""
        record, text = editor.model.record, editor.editor.text.strip()
        if record is None and text:
            fields = {**self.place_of_cell(), **editor.model.values({"title": text})}
            changes = edits.add_records(self.session.tables, self.CELLS, [fields])
            self.roadmap.commit(changes)
            self.grid.select(changes[0].id)
        elif record is not None and not text and not record.PREFIX:
            self.roadmap.commit(edits.delete(self.session.tables, [record]))
        elif record is not None:
            values = editor.model.values({"title": text})
            if values:
                self.roadmap.commit(edits.set_fields(record, values, self._seen))

    _seen: frozenset[str] = frozenset()

    async def action_open_entry(self) -> None:
        """Everything about the entry; about the row where the cell is empty."""
        record = self.grid.record or self.grid.row
        if record is None:
            raise UsageError(self.empty())
        await self.roadmap.open_detail(record, self.place)

    async def action_form_entry(self) -> None:
        """The entry in a form."""
        await self.roadmap.open_form(self.one_entry())

    def action_advance_entry(self) -> None:
        """The status of the entry one step on."""
        self.roadmap.commit(edits.advance([self.one_entry()]))

    def action_remove_entry(self) -> None:
        """Take the entry out of the cell."""
        record = self.one_entry()
        what = record.number or _(record.LABEL)
        done = _("Removed: {what}. u takes it back.").format(what=what)
        self.roadmap.commit(edits.delete(self.session.tables, [record]), done)

    def action_new_grid_row(self) -> None:
        """Ask for the title of a new row."""
        self._ask(self.ROWS[0], self.row_preset())

    def action_new_grid_column(self) -> None:
        """Ask for the title of a new column."""
        self._ask(self.COLUMNS[0], {})

    def _ask(self, table: str, preset: Mapping[str, Any]) -> None:
        self.session.check_writable()
        record_type = TABLES[table]

        def answered(text: str) -> None:
            if not text.strip():
                raise UsageError(_("Type a name, or press Esc."))
            changes = edits.add_records(self.session.tables, table, [{**preset, "title": text.strip()}])
            self.roadmap.commit(changes)
            self.grid.select(changes[0].id)

        self.app.push_screen(AskScreen(f"{_(record_type.LABEL)}:", _("Add"), answered))

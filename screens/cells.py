"""Changing cells in their place: Enter keeps, Tab goes on along the row, the arrows to the row above or below."""

from __future__ import annotations

from textual import on

from roadmap_tui.actions.scopes import CELL
from roadmap_tui.editing import edits
from roadmap_tui.errors import RoadmapError, UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.model.registry import TABLES
from roadmap_tui.view.form import FormModel
from screens.asking_year import ask_year
from screens.tables import TablesScreen
from screens.widgets.cell_editor import CellEditor
from screens.widgets.frame import KeyFooter
from screens.widgets.record_table import RecordTable


class CellsScreen(TablesScreen):
    """A screen of tables whose cells can be changed without opening the form."""

    _column = "title"
    _seen: frozenset[str] = frozenset()
    _edited: RecordTable | None = None

    async def action_edit_cell(self) -> None:
        """Change the cell of this row in the column that was changed last."""
        table = self.table
        self.session.check_writable()
        if table.record is None:
            raise UsageError(_("There is no row here; n makes one."))
        names = self._names(table)
        if not names:
            raise UsageError(_("These rows cannot be changed here."))
        await self._open_cell(table, table.record, self._column if self._column in names else names[0])

    @staticmethod
    def _names(table: RecordTable) -> list[str]:
        """The fields among the columns that are shown."""
        record_type = TABLES.get(table.listing.table)
        fields = fields_of(record_type) if record_type else {}
        return [name for name in table.cell_places() if name in fields and name != "number"]

    async def _open_cell(self, table: RecordTable, record: Record, name: str) -> None:
        self._column, self._seen, self._edited = name, self.session.seen(record), table
        model = FormModel(type(record), record, self.session.records, self.session.record, only=[name])
        place = table.cell_places()[name]
        editor = CellEditor(model.fields[0], model, self.view_context(), place, self.size)
        self._show_keys(CELL)
        await self.mount(editor)

    @on(CellEditor.Left)
    async def _cell_left(self, event: CellEditor.Left) -> None:
        event.stop()
        editor, table = event.editor, self._edited or self.table
        if not editor.is_attached:
            return
        if event.keep:
            try:
                self._keep(editor)
            except RoadmapError as error:
                editor.complain(str(error))
                return
        await editor.remove()
        self._show_keys(*self.SCOPES)
        table.focus()
        record = editor.model.record
        if event.rows and table.step(event.rows) and table.record is not None:
            await self._open_cell(table, table.record, self._column)
        elif event.columns and record is not None and table.select(record.id):
            names = self._names(table)
            following = names.index(self._column) + event.columns if self._column in names else -1
            if 0 <= following < len(names) and table.record is not None:
                await self._open_cell(table, table.record, names[following])

    def _show_keys(self, *scopes: str) -> None:
        """The keys at the bottom are those that work now."""
        for footer in self.query(KeyFooter):
            footer.scopes = scopes

    def _keep(self, editor: CellEditor) -> None:
        """Store what was typed. Raises UsageError with what is wrong with it."""
        record, texts = editor.model.record, {editor.field.name: editor.editor.text}
        values = editor.model.values(texts)
        if record is not None and values:
            self.roadmap.commit(edits.set_fields(record, values, self._seen))
            self.say(_("Changed: {what}").format(what=record.number or _(record.LABEL)))
            now = self.session.record(record.TABLE, record.id)
            if now is not None and "when" in values:
                ask_year(self.roadmap, now)

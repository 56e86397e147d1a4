"""One cell of a table while it is changed in its place, with one line below it for its reading or what is wrong."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.geometry import Region, Size
from textual.message import Message

from roadmap_tui.actions.scopes import CELL
from roadmap_tui.model.fields import Field, Tone
from roadmap_tui.view.columns import ViewContext
from roadmap_tui.view.form import FormModel
from roadmap_tui.view.text import Run
from screens.keys import bindings
from screens.widgets.field_editors import EditorChanged, LineEditor, TextEditor, editor_for
from screens.widgets.form_rows import FieldHint

_NARROWEST, _WIDEST = 40, 60


class CellEditor(Vertical):
    """The editor of one field over its cell; typing, and the keys of a form, do what they do in a form."""

    BINDINGS = [replace(each, priority=True) for each in bindings(CELL) if isinstance(each, Binding)]
    DEFAULT_CSS = """
    CellEditor { layer: over; position: absolute; height: auto; background: $raised; }
    CellEditor LineEditor, CellEditor LineEditor:focus, CellEditor TextEditor, CellEditor TextEditor:focus {
        background: $raised; border: none; padding: 0 1; width: 1fr; text-style: underline;
    }
    CellEditor TextEditor, CellEditor TextEditor:focus { height: auto; max-height: 4; }
    CellEditor FieldHint { height: 1; padding: 0 1; }
    """

    class Left(Message):
        """The cell is to be left: kept or not, and then this many columns or rows on (0 closes)."""

        def __init__(self, editor: CellEditor, keep: bool, columns: int = 0, rows: int = 0) -> None:
            super().__init__()
            self.editor, self.keep, self.columns, self.rows = editor, keep, columns, rows

    def __init__(self, field: Field, model: FormModel, context: ViewContext, place: Region, screen: Size) -> None:
        super().__init__()
        self.field, self.model, self._view = field, model, context
        self.editor = editor_for(field, model.initial[field.name])
        self._hint = FieldHint()
        width = min(screen.width, max(place.width + 2, _NARROWEST, min(_WIDEST, len(self.editor.text) + 4)))
        self.styles.width = width
        high = isinstance(self.editor, TextEditor) or place.y + 1 >= screen.height - 2
        self.styles.offset = (max(0, min(place.x - 1, screen.width - width)), place.y - (1 if high else 0))

    def compose(self) -> ComposeResult:
        yield self.editor
        yield self._hint

    def on_mount(self) -> None:
        """Start typing at the end of what stands there."""
        self.editor.focus()
        if isinstance(self.editor, TextEditor):
            self.editor.move_cursor(self.editor.document.end)
        elif isinstance(self.editor, LineEditor):
            self.call_after_refresh(self.editor.action_end)
        self._show_hint()

    def on_editor_changed(self, event: EditorChanged) -> None:
        event.stop()
        self._show_hint()

    def _show_hint(self) -> None:
        self._hint.show(self.model.hint(self.field, self.editor.text, self._view, focused=True))

    def complain(self, sentence: str) -> None:
        """Say what is wrong."""
        self._hint.show(Run(sentence, Tone.BAD))

    def action_save_cell(self) -> None:
        self.post_message(self.Left(self, keep=True))

    def action_next_cell(self) -> None:
        self.post_message(self.Left(self, keep=True, columns=1))

    def action_previous_cell(self) -> None:
        self.post_message(self.Left(self, keep=True, columns=-1))

    def action_cell_below(self) -> None:
        self.post_message(self.Left(self, keep=True, rows=1))

    def action_cell_above(self) -> None:
        self.post_message(self.Left(self, keep=True, rows=-1))

    def action_leave_cell(self) -> None:
        self.post_message(self.Left(self, keep=False))

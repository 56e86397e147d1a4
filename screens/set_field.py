"""One value for one field of several rows at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from roadmap_tui.errors import RoadmapError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Field, Tone
from roadmap_tui.view.columns import ViewContext
from roadmap_tui.view.form import FormModel
from roadmap_tui.view.text import Run
from screens.widgets.field_editors import ChoiceEditor, Editor, EditorChanged, editor_for
from screens.widgets.form_rows import FieldHint
from screens.widgets.key_words import KeyWords

Answer = Callable[[str, Any], None]


class SetFieldScreen(ModalScreen[None]):
    """First which field (arrows or its first letter), then its value; Enter gives it to all rows."""

    BINDINGS = [
        Binding("enter,f2", "give", priority=True),
        Binding("tab,down", "value", priority=True),
        Binding("shift+tab,up", "field", priority=True),
        Binding("escape", "leave", priority=True),
    ]
    DEFAULT_CSS = """
    SetFieldScreen { align: center middle; }
    SetFieldScreen > Vertical {
        width: 72; max-width: 95%; height: auto; padding: 1 2; background: $raised; border: round $accent;
    }
    SetFieldScreen Static { width: 1fr; height: auto; }
    SetFieldScreen #question { text-style: bold; }
    SetFieldScreen .label { color: $soft; margin-top: 1; }
    SetFieldScreen LineEditor, SetFieldScreen LineEditor:focus, SetFieldScreen TextEditor,
    SetFieldScreen TextEditor:focus { border: none; padding: 0 1; background: $background; }
    SetFieldScreen TextEditor { height: auto; max-height: 4; }
    SetFieldScreen FieldHint { height: 1; padding: 0 1; }
    """

    def __init__(self, question: str, model: FormModel, context: ViewContext, start: str, answer: Answer) -> None:
        super().__init__()
        self._question, self._model, self._view, self._answer = question, model, context, answer
        fields = [field for field in model.fields if field.name != "title"]
        options = [(field.name, _(field.label)) for field in fields]
        self._which = ChoiceEditor(fields[0], start if start in dict(options) else options[0][0], options)
        self._fields = {field.name: field for field in fields}
        self._editor: Editor = editor_for(self._field, "")
        self._hint = FieldHint()

    @property
    def _field(self) -> Field:
        return self._fields[self._which.text]

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Content(self._question), id="question")
            yield Static(Content(_("Field")), classes="label")
            yield self._which
            yield Static(Content(_("New value")), classes="label")
            with Vertical(id="value"):
                yield self._editor
            yield self._hint
            keys = [("Enter", _("Save")), ("Tab", _("Next field")), ("Esc", _("Cancel"))]
            yield KeyWords(keys)

    def on_mount(self) -> None:
        """Begin with the field."""
        self.query_one("#value").styles.height = "auto"
        self._which.focus()
        self._show_hint()

    async def on_editor_changed(self, event: EditorChanged) -> None:
        """Another field gets another editor; another text another reading."""
        event.stop()
        if self._which.has_focus:
            await self._editor.remove()
            self._editor = editor_for(self._field, "")
            await self.query_one("#value").mount(self._editor)
        self._show_hint()

    def _show_hint(self) -> None:
        self._hint.show(self._model.hint(self._field, self._editor.text, self._view, focused=True))

    def action_value(self) -> None:
        self._editor.focus()

    def action_field(self) -> None:
        self._which.focus()

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_give(self) -> None:
        """Hand the value over; from the list of fields Enter goes on to the value."""
        if self._which.has_focus:
            self._editor.focus()
            return
        try:
            self._answer(self._field.name, self._model.value(self._field, self._editor.text))
        except RoadmapError as error:
            self._hint.show(Run(str(error), Tone.BAD))
            return
        self.dismiss(None)

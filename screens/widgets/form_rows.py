"""The rows of a form: a label, an editor, and a line for what the text means or what is wrong with it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Field, Tone
from roadmap_tui.view.text import Line, Run, one_line
from screens.widgets.field_editors import editor_for
from screens.widgets.lines import OneLine


class FormTitle(OneLine):
    """Which record the form is about, with a note on the right."""

    def __init__(self, text: str, note: str) -> None:
        super().__init__(id="form-title")
        self._text, self._note = text, note

    def name_it(self, text: str) -> None:
        """Another title."""
        self._text = text
        self.refresh()

    def left(self, width: int) -> Line:
        return [Run(" " + self._text, Tone.STRONG)]

    def right(self, width: int) -> Line:
        return [Run(self._note + " ", Tone.MUTED)]


class FieldLabel(OneLine):
    """The name of a field; it lights up while its editor has the focus."""

    def __init__(self, field: Field) -> None:
        super().__init__(classes="label")
        self._field = field
        self.active = False

    def left(self, width: int) -> Line:
        star = " *" if self._field.required else ""
        return [Run(_(self._field.label) + star, Tone.ACCENT if self.active else Tone.MUTED)]


class FieldHint(OneLine):
    """The line under an editor."""

    def __init__(self) -> None:
        super().__init__(classes="hint")
        self.run = Run("")

    def show(self, run: Run) -> None:
        """Show another hint."""
        if run != self.run:
            self.run = run
            self.refresh()

    def left(self, width: int) -> Line:
        return [self.run._replace(text=one_line(self.run.text))]


class FieldRow(Vertical):
    """A label, the editor beside it, and under it a line for its reading or what is wrong."""

    def __init__(self, field: Field, text: str) -> None:
        super().__init__()
        self.field = field
        self.label, self.editor, self.hint = FieldLabel(field), editor_for(field, text), FieldHint()

    def compose(self) -> ComposeResult:
        yield self.label
        yield self.editor
        yield self.hint

"""One editor per kind of field; all hold their value as text and say when it changes."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input, TextArea

from roadmap_tui.actions.scopes import TEXT
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Field, Kind, Tone
from roadmap_tui.planning.unfilled import is_unfilled
from roadmap_tui.view.text import Line, Run, line_width
from screens.keys import bindings
from screens.widgets.lines import Painted

_SCALE = ("1", "2", "3", "4", "5")


class EditorChanged(Message):
    """The text in an editor changed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class LineEditor(Input):
    """One line of text."""

    def __init__(self, field: Field, text: str) -> None:
        placeholder = _("dd-mm-yyyy") if field.kind is Kind.DATE else ""
        super().__init__(text, placeholder=placeholder, compact=True, select_on_focus=False)
        self.field = field

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.value

    @text.setter
    def text(self, text: str) -> None:
        self.value = text

    def on_focus(self) -> None:
        """Typing replaces the question of a template."""
        if is_unfilled(self.value):
            self.select_all()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(EditorChanged(self.field.name))


class TextEditor(TextArea):
    """Text of several lines; grows with what is typed, and can be written in the user's own editor."""

    BINDINGS = bindings(TEXT)

    def __init__(self, field: Field, text: str) -> None:
        super().__init__(text, compact=True, soft_wrap=True, show_line_numbers=False)
        self.field = field

    def on_focus(self) -> None:
        """Typing replaces the question of a template."""
        if is_unfilled(self.text):
            self.select_all()

    def action_external_editor(self) -> None:
        """Write the text in the editor that EDITOR names."""
        from screens.external import write_outside

        self.text = write_outside(self.app, self.text)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(EditorChanged(self.field.name))


class ChoiceEditor(Painted, can_focus=True):
    """One of a few values, all in sight where they fit: arrows or the first letter choose."""

    DEFAULT_CSS = "ChoiceEditor { height: 1; width: 1fr; }"

    def __init__(self, field: Field, text: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.field = field
        self._options = list(options)
        codes = [code for code, _label in self._options]
        if text not in codes:
            self._options.append((text, text))
        self._place = [code for code, _label in self._options].index(text)

    @property
    def text(self) -> str:
        """The code of the chosen value."""
        return self._options[self._place][0]

    @text.setter
    def text(self, text: str) -> None:
        place = next((i for i, (code, _label) in enumerate(self._options) if code == text), None)
        if place is not None:
            self._place = place
            self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Left and right step, a letter or digit chooses, Backspace empties."""
        count = len(self._options)
        if event.key in ("right", "space"):
            place = (self._place + 1) % count
        elif event.key == "left":
            place = (self._place - 1) % count
        elif event.key in ("backspace", "delete"):
            place = next((i for i, (code, _label) in enumerate(self._options) if not code), self._place)
        elif event.character and event.character.isalnum():
            place = self._starting_with(event.character)
        else:
            return
        event.stop()
        event.prevent_default()
        self._choose(place)

    def on_click(self, event: events.Click) -> None:
        """Choose the value under the pointer."""
        x = 0
        for place, (_code, label) in enumerate(self._options):
            x += len(label) + 4
            if event.x < x:
                self._choose(place)
                return

    def _choose(self, place: int) -> None:
        if place != self._place:
            self._place = place
            self.refresh()
            self.post_message(EditorChanged(self.field.name))

    def _starting_with(self, letter: str) -> int:
        order = [*range(self._place + 1, len(self._options)), *range(self._place + 1)]
        return next((i for i in order if self._options[i][1].casefold().startswith(letter.casefold())), self._place)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        line: Line = []
        for place, (_code, label) in enumerate(self._options):
            line += self._option(label, place == self._place)
        if line_width(line) > width:
            label = self._options[self._place][1]
            line = [Run("‹ " if not self.roadmap.settings.ascii else "< ", Tone.MUTED)]
            line += [Run(label, Tone.ACCENT if self.has_focus else Tone.STRONG)]
            line += [Run(" ›" if not self.roadmap.settings.ascii else " >", Tone.MUTED)]
        return self.strip(line, width)

    def _option(self, label: str, chosen: bool) -> Line:
        if not chosen:
            return [Run(f" {label}  ", Tone.MUTED)]
        return [Run(f"({label}) ", Tone.ACCENT if self.has_focus else Tone.STRONG)]


Editor = LineEditor | TextEditor | ChoiceEditor


def editor_for(field: Field, text: str) -> Editor:
    """The editor that fits a field."""
    match field.kind:
        case Kind.LONG | Kind.EFFORT:
            return TextEditor(field, text)
        case Kind.CHOICE:
            return ChoiceEditor(field, text, [(choice.code, _(choice.label)) for choice in field.choices])
        case Kind.FLAG:
            return ChoiceEditor(field, text, [("", _("no")), ("yes", _("yes"))])
        case Kind.SCALE:
            return ChoiceEditor(field, text, [("", "-"), *((digit, digit) for digit in _SCALE)])
    return TextEditor(field, text) if "\n" in text else LineEditor(field, text)

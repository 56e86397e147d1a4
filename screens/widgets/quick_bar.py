"""Quick add: one line in a person's own words, with how it is read below it while they type."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input, Static

from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.view.quick_reading import ReadPart
from roadmap_tui.view.text import Run, fit, line_width
from screens.widgets.line_bar import LineBar
from screens.widgets.lines import Painted

_LABEL, _WORDS_SHARE = 16, 0.42


class Reading(Painted):
    """Each field of the new activity: its words, and what they are taken to mean."""

    DEFAULT_CSS = "Reading { height: 5; width: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[ReadPart] = []

    def render_line(self, y: int) -> Strip:
        if y >= len(self.parts):
            return self.strip([], self.size.width)
        part = self.parts[y]
        words = Run(part.text or "-", Tone.STRONG if y == 0 and part.text else Tone.NORMAL if part.text else Tone.MUTED)
        line = [Run("   " + fit(_(part.label), _LABEL, self.glyphs.ellipsis), Tone.MUTED), words]
        if part.meaning.text:
            column = _LABEL + 3 + round(_WORDS_SHARE * (self.size.width - _LABEL - 3))
            gap = max(2, column - line_width(line))
            line += [Run(" " * gap), part.meaning]
        return self.strip(line, self.size.width)


class QuickBar(LineBar):
    """Enter adds the activity and stays for the next; Esc closes."""

    DEFAULT_CSS = "QuickBar { height: 6; background: $surface; }"

    class Changed(Message):
        """Another line was typed."""

        def __init__(self, line: str) -> None:
            super().__init__()
            self.line = line

    class Submitted(Message):
        """The line is to become an activity."""

        def __init__(self, line: str) -> None:
            super().__init__()
            self.line = line

    class Closed(Message):
        """The person is done."""

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static(_("Add") + ":", markup=False)
            yield Input(compact=True, placeholder=_("Kick-off 8 and 15 June in person 2 sessions of 3 hours Bob"))
        yield Reading()

    def open(self, text: str = "") -> None:
        """Start typing; the reading stands there from the first."""
        super().open(text)
        self.typed(text)

    def show(self, parts: list[ReadPart]) -> None:
        """Show how the line is read."""
        reading = self.query_one(Reading)
        reading.parts = parts
        reading.refresh()

    def clear(self) -> None:
        """Ready for the next line."""
        self.line.value = ""

    def typed(self, text: str) -> None:
        self.post_message(self.Changed(text))

    def entered(self, text: str) -> None:
        self.post_message(self.Submitted(text) if text.strip() else self.Closed())

    def left(self, _key: str) -> None:
        self.post_message(self.Closed())

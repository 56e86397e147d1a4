"""The filter line: rows are filtered while a person types."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from roadmap_tui.i18n import _
from screens.widgets.line_bar import LineBar


class FilterBar(LineBar):
    """A prompt and a line to type in; Enter keeps the filter, Esc lets it go."""

    DEFAULT_CSS = "FilterBar { height: 1; }"

    class Changed(Message):
        """The words to filter by are now `query`."""

        def __init__(self, query: str) -> None:
            super().__init__()
            self.query = query

    class Closed(Message):
        """The person is done; where `clear` is true the filter must go."""

        def __init__(self, clear: bool) -> None:
            super().__init__()
            self.clear = clear

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static("/ " + _("Filter") + ":", markup=False)
            yield Input(compact=True, select_on_focus=False)

    def typed(self, text: str) -> None:
        self.post_message(self.Changed(text))

    def entered(self, _text: str) -> None:
        self.post_message(self.Closed(clear=False))

    def left(self, key: str) -> None:
        self.post_message(self.Closed(clear=key == "escape"))

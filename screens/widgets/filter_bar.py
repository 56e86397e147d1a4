"""The filter line: rows are filtered while a person types."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from roadmap_tui.i18n import _


class FilterBar(Horizontal):
    """A prompt and a line to type in; Enter keeps the filter, Esc lets it go."""

    DEFAULT_CSS = """
    FilterBar { height: 1; display: none; }
    FilterBar Static { width: auto; color: $accent; padding: 0 1; }
    FilterBar Input, FilterBar Input:focus { border: none; padding: 0; height: 1; width: 1fr; background: transparent; }
    """

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
        yield Static("/ " + _("Filter") + ":", markup=False)
        yield Input(compact=True, select_on_focus=False)

    def open(self, query: str) -> None:
        """Start typing, with the words there were."""
        self.display = True
        line = self.query_one(Input)
        line.value = query
        self.screen.set_focus(line)

    def close(self) -> None:
        """Hide the line."""
        self.display = False

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self.post_message(self.Changed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Closed(clear=False))

    def on_key(self, event: events.Key) -> None:
        """Esc lets the filter go; the arrow keys go back to the rows."""
        if event.key in ("escape", "down", "up"):
            event.stop()
            event.prevent_default()
            self.post_message(self.Closed(clear=event.key == "escape"))

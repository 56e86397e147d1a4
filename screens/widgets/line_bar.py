"""A line to type in that stands beside rows: what the filter and quick add have in common."""

from __future__ import annotations

from textual import events
from textual.containers import Vertical
from textual.widgets import Input


class LineBar(Vertical):
    """Hidden until it is opened; what is typed, Enter, and the keys that leave are for the kinds of bar."""

    DEFAULT_CSS = """
    LineBar { display: none; }
    LineBar Horizontal { height: 1; }
    LineBar Static { width: auto; color: $accent; padding: 0 1; }
    LineBar Input, LineBar Input:focus { border: none; padding: 0; height: 1; width: 1fr; background: transparent; }
    """

    @property
    def line(self) -> Input:
        """Where is typed."""
        return self.query_one(Input)

    def open(self, text: str = "") -> None:
        """Start typing, with the words there were."""
        self.display = True
        self.line.value = text
        self.screen.set_focus(self.line)

    def close(self) -> None:
        """Hide the line."""
        self.display = False

    def typed(self, text: str) -> None:
        """Another line stands there."""
        raise NotImplementedError

    def entered(self, text: str) -> None:
        """Enter was pressed."""
        raise NotImplementedError

    def left(self, key: str) -> None:
        """Esc or an arrow key goes back to the rows."""
        raise NotImplementedError

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self.typed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.entered(event.value)

    def on_key(self, event: events.Key) -> None:
        if event.key in ("escape", "down", "up"):
            event.stop()
            event.prevent_default()
            self.left(event.key)

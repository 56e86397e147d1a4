"""The smallest Textual application, to measure ours against: a Header, a Static and a Footer."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Static


class BareApp(App[None]):
    """Nothing but a frame."""

    TITLE = "Bare"
    BINDINGS = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """The three widgets."""
        yield Header()
        yield Static("A bare Textual application, ready for comparison.")
        yield Footer()


if __name__ == "__main__":
    BareApp().run()

"""A question that is answered with one line of text."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from roadmap_tui.errors import RoadmapError
from roadmap_tui.i18n import _
from roadmap_tui.model.cleaning import safe
from screens.widgets.key_words import KeyWords


class AskScreen(ModalScreen[None]):
    """Asks for one line; Enter hands it to `answer`, and what that refuses is said under the line.

    What was typed stays until it is accepted or Esc is pressed.
    """

    DEFAULT_CSS = """
    AskScreen { align: center middle; }
    AskScreen > Vertical {
        width: 72; max-width: 95%; height: auto; padding: 1 2; background: $raised; border: round $accent;
    }
    AskScreen Static { width: 1fr; height: auto; }
    AskScreen #question { text-style: bold; }
    AskScreen #more { color: $soft; }
    AskScreen #problem { color: $warning; display: none; }
    AskScreen Input, AskScreen Input:focus {
        border: none; height: 1; padding: 0 1; margin-top: 1; background: $background;
    }
    """

    def __init__(
        self, question: str, done: str, answer: Callable[[str], None], more: str = "", placeholder: str = ""
    ) -> None:
        super().__init__()
        self._question, self._done, self._answer = question, done, answer
        self._more, self._placeholder = more, placeholder

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Content(safe(self._question)), id="question")
            if self._more:
                yield Static(Content(safe(self._more)), id="more")
            yield Input(compact=True, placeholder=self._placeholder)
            yield Static("", id="problem")
            yield KeyWords([("Enter", self._done), ("Esc", _("Cancel"))])

    def on_mount(self) -> None:
        """Start typing."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand the line over; stay where it is refused."""
        event.stop()
        try:
            self._answer(event.value)
        except RoadmapError as error:
            problem = self.query_one("#problem", Static)
            problem.update(Content(safe(str(error))))
            problem.display = True
            return
        self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """Esc leaves everything as it was."""
        if event.key == "escape":
            event.stop()
            self.dismiss(None)

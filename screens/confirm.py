"""A question with a few answers, each with its own key."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from roadmap_tui.i18n import _
from roadmap_tui.model.cleaning import safe
from screens.widgets.key_words import KeyWords

Answer = tuple[str, str, str]


class ConfirmScreen(ModalScreen[str]):
    """Asks one question. Answers are (key, code, label), below each other where they are long; Esc gives none."""

    DEFAULT_CSS = """
    ConfirmScreen { align: center middle; }
    ConfirmScreen > Vertical {
        width: 64; max-width: 95%; height: auto; padding: 1 2; background: $raised; border: round $accent;
    }
    ConfirmScreen Static { width: 1fr; height: auto; }
    ConfirmScreen #question { text-style: bold; }
    ConfirmScreen #more { color: $soft; }
    """

    def __init__(self, question: str, answers: Sequence[Answer], more: str = "") -> None:
        super().__init__()
        self._question, self._answers, self._more = question, answers, more

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Content(safe(self._question)), id="question")
            if self._more:
                yield Static(Content(safe(self._more)), id="more")
            answers = [("Enter" if key == "enter" else key, label) for key, _code, label in self._answers]
            yield KeyWords([*answers, ("Esc", _("Cancel"))])

    def on_key(self, event: events.Key) -> None:
        """Give the answer whose key was pressed."""
        event.stop()
        for key, code, _label in self._answers:
            if event.key == key:
                self.dismiss(code)
                return
        if event.key == "escape":
            self.dismiss("")

"""Help: every key that works on this screen, made from the table of actions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from roadmap_tui.actions import SCOPE_LABELS, TABLE, in_scopes, key_label, keys_of
from roadmap_tui.i18n import _
from roadmap_tui.view.text import fit

_KEYS_WIDTH, _LABEL_WIDTH = 14, 24


class HelpScreen(ModalScreen[None]):
    """The keys by where they work; any of Esc, q, ? and Enter closes it."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen > VerticalScroll {
        width: 96; max-width: 96%; height: auto; max-height: 92%; padding: 1 2;
        background: $raised; border: round $accent; scrollbar-size-vertical: 1;
    }
    HelpScreen Static { width: 1fr; height: auto; }
    HelpScreen .scope { color: $accent; text-style: bold; margin-top: 1; }
    """

    def __init__(self, scopes: Iterable[str]) -> None:
        super().__init__()
        scopes = list(dict.fromkeys(scopes))
        self._scopes = scopes if "list" not in scopes else ["list", TABLE, *(s for s in scopes if s != "list")]

    def compose(self) -> ComposeResult:
        settings = cast(Any, self.app).settings
        with VerticalScroll():
            yield Static(Content(_("Keys")), classes="title")
            for scope in self._scopes:
                yield Static(Content(_(SCOPE_LABELS.get(scope, scope))), classes="scope")
                lines = []
                for action in in_scopes([scope]):
                    keys = " ".join(key_label(key, settings.ascii) for key in keys_of(action, settings.keys))
                    lines.append(fit(keys, _KEYS_WIDTH) + fit(_(action.label), _LABEL_WIDTH) + _(action.help))
                yield Static(Content("\n".join(lines)))

    def on_key(self, event: events.Key) -> None:
        """Close; arrows scroll."""
        if event.key in ("escape", "q", "question_mark", "enter", "f1"):
            event.stop()
            self.dismiss()
        elif event.key in ("j", "k"):
            event.stop()
            self.query_one(VerticalScroll).scroll_relative(y=1 if event.key == "j" else -1)

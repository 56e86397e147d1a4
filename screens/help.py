"""Help for the thing in focus: what it is for, what its fields mean, and every key that works there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets import Static

from roadmap_tui.actions.action import Action
from roadmap_tui.actions.keymap import keys_of
from roadmap_tui.actions.keys import key_label
from roadmap_tui.actions.scopes import APP, SCOPE_LABELS, TABLE
from roadmap_tui.actions.table import BY_ID, in_scopes
from roadmap_tui.i18n import _
from roadmap_tui.model.cleaning import safe
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import fields_of
from roadmap_tui.model.registry import TABLES
from roadmap_tui.view.text import Line, Run, fit, width_of, wrap
from screens.base import PlanScreen
from screens.places import PLACES
from screens.widgets.lines import Painted
from screens.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from screens.shell import BaseApp

_KEYS_WIDTH, _LABEL_WIDTH = 12, 20


class KeyLines(Painted):
    """Keys, what they are called and what they do; explanations go below each other where they are long."""

    DEFAULT_CSS = "KeyLines { height: auto; width: 1fr; }"

    def __init__(self, rows: list[tuple[str, str, str]]) -> None:
        super().__init__()
        self._rows = rows
        self._wrapped: tuple[int, list[Line]] = (0, [])

    def _lines(self, width: int) -> list[Line]:
        if self._wrapped[0] != width:
            lines: list[Line] = []
            keys_width = _KEYS_WIDTH if any(keys for keys, _label, _text in self._rows) else 0
            longest = max((width_of(label) + 2 for _keys, label, _text in self._rows), default=0)
            label_width = max(_LABEL_WIDTH, min(longest, (width - keys_width) // 3))
            for keys, label, explanation in self._rows:
                parts = wrap(explanation, width - keys_width - label_width)
                start = [Run(fit(keys, keys_width), Tone.ACCENT), Run(fit(label, label_width), Tone.STRONG)]
                lines.append([*start, Run(parts[0], Tone.MUTED)])
                lines += [[Run(" " * (keys_width + label_width) + part, Tone.MUTED)] for part in parts[1:]]
            self._wrapped = (width, lines)
        return self._wrapped[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        lines = self._lines(self.size.width)
        return self.strip(lines[y] if y < len(lines) else [], self.size.width)


class HelpScreen(ModalScreen[None]):
    """The keys by where they work; any of Esc, q, ? and Enter closes it."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll {
        width: 96; max-width: 96%; height: auto; max-height: 92%; padding: 1 2;
        background: $raised; border: round $accent; scrollbar-size-vertical: 1;
        scrollbar-color: $rail; scrollbar-background: $raised;
    }
    HelpScreen Static { width: 1fr; height: auto; }
    HelpScreen .title { text-style: bold; }
    HelpScreen .question { color: $soft; margin-bottom: 1; }
    HelpScreen .scope { color: $accent; text-style: bold; margin-top: 1; }
    """

    def __init__(
        self, scopes: Iterable[str], title: str = "", question: str = "", fields: Sequence[tuple[str, str]] = ()
    ) -> None:
        super().__init__()
        self._title, self._question, self._fields = title, question, fields
        scopes = list(dict.fromkeys(scopes))
        self._scopes = scopes if "list" not in scopes else ["list", TABLE, *(s for s in scopes if s != "list")]

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(Content(safe(self._title or _("Keys"))), classes="title")
            if self._question:
                yield Static(Content(safe(self._question)), classes="question")
            if self._fields:
                yield KeyLines([("", label, text) for label, text in self._fields])
            for scope in self._scopes:
                yield Static(Content(_(SCOPE_LABELS.get(scope, scope))), classes="scope")
                yield KeyLines([self._line(action) for action in in_scopes([scope])])

    def _line(self, action: Action) -> tuple[str, str, str]:
        app = cast(Any, self.app)
        keys = " ".join(key_label(key, app.settings.ascii) for key in keys_of(action, app.keys))
        return keys, _(action.label), _(action.help)

    def on_key(self, event: events.Key) -> None:
        """Close; arrows scroll."""
        if event.key in ("escape", "q", "question_mark", "enter", "f1"):
            event.stop()
            self.dismiss()
        elif event.key in ("j", "k"):
            event.stop()
            self.query_one(VerticalScroll).scroll_relative(y=1 if event.key == "j" else -1)


def open_help(app: BaseApp) -> None:
    """All keys of the screen that is shown."""
    screen = app.screen
    scopes = screen.SCOPES if isinstance(screen, PlanScreen) else (APP,)
    place = screen.place if isinstance(screen, PlanScreen) else ""
    label = next((place_.label for place_ in PLACES if place_.name == place), "")
    asked = BY_ID.get(f"go_{place}")
    app.push_screen(HelpScreen(scopes, _(label) if label else "", _(asked.help) if asked else "", _columns(app)))


def _columns(app: BaseApp) -> list[tuple[str, str]]:
    """What the fields mean that stand in the columns of the table in focus."""
    focused = app.focused
    record_type = TABLES.get(focused.listing.table) if isinstance(focused, RecordTable) else None
    if not isinstance(focused, RecordTable) or record_type is None:
        return []
    fields = fields_of(record_type)
    shown = [fields[column.name] for column in focused.listing.columns if column.name in fields]
    return [(_(field.label), _(field.help)) for field in shown if field.help]

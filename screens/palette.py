"""The palette: type a few letters of an action, a record or a setting; Enter does it or goes there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets import Input

from roadmap_tui.actions.keymap import keys_of
from roadmap_tui.actions.keys import key_label
from roadmap_tui.actions.scopes import APP
from roadmap_tui.actions.table import ACTIONS, BY_ID
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.model.registry import TABLES
from roadmap_tui.view.text import Line, Run, cut, line_width, one_line
from screens.base import PlanScreen
from screens.keys import call_of
from screens.places import PLACES, place_of_table
from screens.settings import settings_of
from screens.widgets.lines import OneLine, Painted

if TYPE_CHECKING:
    from textual.screen import Screen

_MOST = 200


class Entry(NamedTuple):
    """One line of the palette: what it says, what stands behind it, what it does, and that in a sentence."""

    label: str
    note: str
    run: Callable[[], object]
    help: str = ""


class Choices(Painted):
    """The entries that fit what was typed."""

    DEFAULT_CSS = "Choices { height: 1fr; }"

    def __init__(self, before: str = "") -> None:
        super().__init__()
        self._empty = before
        self.entries: list[Entry] = []
        self.place = 0

    def show(self, entries: list[Entry], empty: str = "") -> None:
        """Show other entries, the first one chosen; where there are none, what `empty` says."""
        self.entries, self.place, self._empty = entries, 0, empty
        self.refresh()

    def move(self, step: int) -> None:
        """Choose another entry."""
        self.place = max(0, min(len(self.entries) - 1, self.place + step))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, top = self.size.width, max(0, self.place - self.size.height + 1)
        row = y + top
        if row >= len(self.entries):
            words = (self._empty or _("Nothing found.")) if row == 0 else ""
            return self.strip([Run(" " + words, Tone.MUTED)], width)
        entry, chosen = self.entries[row], row == self.place
        note: Line = [Run(entry.note + " ", Tone.MUTED)]
        label = cut(one_line(entry.label), width - line_width(note) - 3, self.glyphs.ellipsis)
        line: Line = [Run((self.glyphs.cursor if chosen else " ") + " " + label, Tone.NORMAL)]
        gap = max(1, width - line_width(line) - line_width(note))
        background = self.look.cursor if chosen else Style()
        return self.strip([*line, Run(" " * gap), *note], width, background)


class HelpLine(OneLine):
    """What the chosen entry does, in a sentence."""

    DEFAULT_CSS = "HelpLine { margin-top: 1; }"

    def left(self, width: int) -> Line:
        choices = self.screen.query_one(Choices)
        help = choices.entries[choices.place].help if choices.entries else ""
        return [Run("  " + help, Tone.MUTED)]


class PaletteScreen(ModalScreen[Callable[[], object]]):
    """Finds actions of the screen below, records of the plan and settings; answers what to do."""

    DEFAULT_CSS = """
    PaletteScreen { align: center top; }
    PaletteScreen > Vertical {
        width: 76; max-width: 95%; height: 18; max-height: 80%; margin-top: 2; padding: 0 1;
        background: $raised; border: round $accent;
    }
    PaletteScreen Input, PaletteScreen Input:focus { border: none; height: 1; padding: 0 1; background: transparent; }
    """

    def __init__(self, below: Screen[object]) -> None:
        super().__init__()
        self._below = below

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Input(placeholder=_("An action, a number, a setting or a few words"), compact=True)
            yield Choices()
            yield HelpLine()

    def on_mount(self) -> None:
        """Begin with all actions."""
        self.set_focus(self.query_one(Input))
        self._find("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self._find(event.value)

    def _find(self, typed: str) -> None:
        words = typed.casefold().split()
        offered = [*self._actions(), *(self._settings() if words else ())]
        found = self._meant(typed) + [
            entry for entry in offered if all(word in entry.label.casefold() for word in words)
        ]
        if words:
            for entry in self._records(words):
                found.append(entry)
                if len(found) >= _MOST:
                    break
        self.query_one(Choices).show(found)
        self.query_one(HelpLine).refresh()

    def _actions(self) -> Iterator[Entry]:
        below = self._below
        scopes = below.SCOPES if isinstance(below, PlanScreen) else (APP,)
        keys = below.roadmap.keys if isinstance(below, PlanScreen) else {}
        for action in sorted(ACTIONS, key=lambda each: (each.scope == APP, not each.keys)):
            if action.scope in scopes and action.palette and action.id != "palette":
                note = " ".join(key_label(key) for key in keys_of(action, keys)[:1])
                call = call_of(action.id, action.scope)
                run = lambda call=call: self.app.run_action(call, below)  # noqa: E731
                yield Entry(_(action.label), note, run, _(action.help))

        for place in PLACES:
            if f"go_{place.name}" not in BY_ID and isinstance(below, PlanScreen):
                yield Entry(_(place.label), "", lambda name=place.name: self.app.run_action(f"app.go('{name}')", below))  # type: ignore[misc]

    def _settings(self) -> Iterator[Entry]:
        below = self._below
        if isinstance(below, PlanScreen):
            for setting in settings_of(below.roadmap):
                call = f"app.choose_setting({setting.key!r}, {setting.value!r})"
                yield Entry(setting.label, _("Setting"), lambda call=call: self.app.run_action(call, below))  # type: ignore[misc]

    def _meant(self, typed: str) -> list[Entry]:
        """The one record that a number or the beginning of a handle names."""
        below, word = self._below, typed.strip()
        if not isinstance(below, PlanScreen) or not any(sign.isdigit() for sign in word):
            return []
        try:
            record = below.session.find(word)
        except UsageError:
            return []
        if not place_of_table(record.TABLE):
            return []
        label = f"{record.number} {record.title}".strip()
        return [Entry(label, _(type(record).LABEL), self._going_to(below, record))]

    def _records(self, words: list[str]) -> Iterator[Entry]:
        below = self._below
        if not isinstance(below, PlanScreen):
            return
        for table, record_type in TABLES.items():
            if not place_of_table(table):
                continue
            for record in below.session.records(table):
                label = f"{record.number} {record.title}".strip()
                if record.number.casefold() != words[0] and all(word in label.casefold() for word in words):
                    yield Entry(label, _(record_type.LABEL), self._going_to(below, record))

    @staticmethod
    def _going_to(below: PlanScreen, record: Record) -> Callable[[], object]:
        return lambda: below.roadmap.show_record(record)

    def on_input_submitted(self) -> None:
        choices = self.query_one(Choices)
        self.dismiss(choices.entries[choices.place].run if choices.entries else None)

    def on_key(self, event: events.Key) -> None:
        """Arrows choose, Esc closes."""
        if event.key in ("down", "up", "pagedown", "pageup"):
            event.stop()
            self.query_one(Choices).move({"down": 1, "up": -1, "pagedown": 10, "pageup": -10}[event.key])
            self.query_one(HelpLine).refresh()
        elif event.key == "escape":
            event.stop()
            self.dismiss(None)

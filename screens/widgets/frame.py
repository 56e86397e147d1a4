"""The lines around every screen: plan and save state, tabs, message and keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.timer import Timer

from roadmap_tui.actions.action import Action
from roadmap_tui.actions.changing import CHANGING
from roadmap_tui.actions.keymap import keys_of
from roadmap_tui.actions.keys import key_label
from roadmap_tui.actions.table import BY_ID, in_scopes
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.view.formats import long_date
from roadmap_tui.view.text import Line, Run, cut, line_width, one_line, width_of
from screens.keys import call_of
from screens.places import PLACES
from screens.widgets.lines import OneLine

if TYPE_CHECKING:
    from screens.app import RoadmapApp

_MESSAGE_SECONDS = 8.0
_LEAST_LETTERS, _ROOM_FOR_DOT = 4, 6
_FOOTER_GAPS = (3, 2)
_ALWAYS = ("close", "help", "quit")
_TAB = {True: Tone.ACCENT, False: Tone.MUTED}


class PlanHeader(OneLine):
    """Which plan this is, when it goes live and whether everything is saved."""

    def left(self, width: int) -> Line:
        app: RoadmapApp = self.app  # type: ignore[assignment]
        if not app.is_open:
            return []
        plan = app.session.plan
        line = [Run(" " + (one_line(plan.title) or _("Plan without a title")), Tone.STRONG)]
        if plan.organisation:
            line.append(Run("   " + one_line(plan.organisation), Tone.MUTED))
        if plan.go_live and width > 90:
            line.append(Run("   " + _("go-live {date}").format(date=long_date(plan.go_live)), Tone.NORMAL))
        return line

    def right(self, width: int) -> Line:
        app: RoadmapApp = self.app  # type: ignore[assignment]
        if not app.is_open:
            return []
        text, tone = app.save_state.words(app.session.read_only)
        return [Run(text + " ", tone)]


class TabLine(OneLine):
    """The screens with their digits; what does not fit shows as digit only."""

    def __init__(self, current: str) -> None:
        super().__init__()
        self._current = current

    def left(self, width: int) -> Line:
        longest = max(width_of(_(place.label)) for place in PLACES if place.tab)
        shorter = ((letters, 2) for letters in range(longest, _LEAST_LETTERS - 1, -1))
        for letters, gap in ((longest, 3), *shorter, (0, 3), (0, 2)):
            line = self._line(letters, gap)
            if line_width(line) <= width:
                return line
        return self._line(0, 1)

    def _digit(self, name: str) -> str:
        action = BY_ID.get(f"go_{name}")
        keys = keys_of(action, self.roadmap.keys) if action else ()
        return key_label(keys[0], self.roadmap.settings.ascii) if keys else ""

    def _line(self, letters: int, gap: int) -> Line:
        """The screens with at most so many letters of each name, and the current one in full."""
        line: Line = []
        for place in PLACES:
            here = place.name == self._current
            if not place.tab and not here:
                continue
            name = _(place.label)
            words = name if here or width_of(name) <= letters else cut(name, letters, "." * (letters >= _ROOM_FOR_DOT))
            line += [Run(" " * (gap if line else 1)), Run(f"{self._digit(place.name)} {words}".strip(), _TAB[here])]
        return line


class MessageLine(OneLine):
    """What just happened, or why something cannot be done."""

    def __init__(self) -> None:
        super().__init__()
        self._message: Run | None = None
        self._rest = Run("")
        self._timer: Timer | None = None

    def say(self, text: str, tone: Tone) -> None:
        """Show a message for a while."""
        self._message = Run(" " + one_line(text), tone)
        self.refresh()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_MESSAGE_SECONDS, self.clear_message)

    def rest(self, text: str, tone: Tone = Tone.WARN) -> None:
        """What the line says when there is no message."""
        self._rest = Run(" " + one_line(text) if text else "", tone)
        self.refresh()

    def clear_message(self) -> None:
        """Back to an empty line."""
        if self._message is not None:
            self._message = None
            self.refresh()

    @property
    def text(self) -> str:
        """The message that is shown."""
        return self._message.text.strip() if self._message else ""

    def left(self, width: int) -> Line:
        return [self._message or self._rest]


class KeyFooter(OneLine):
    """The keys that matter most on this screen; help has the rest."""

    def __init__(self, *scopes: str) -> None:
        super().__init__()
        self._scopes = scopes
        self._ends: list[tuple[int, Action]] = []

    @property
    def scopes(self) -> tuple[str, ...]:
        """Where the keys work that are shown."""
        return self._scopes

    @scopes.setter
    def scopes(self, scopes: tuple[str, ...]) -> None:
        if scopes != self._scopes:
            self._scopes = scopes
            self.refresh()

    def left(self, width: int) -> Line:
        keys, ascii_only = self.roadmap.keys, self.roadmap.settings.ascii
        idle: frozenset[str] = getattr(self.screen, "idle_actions", frozenset())
        if self.roadmap.is_read_only:
            idle |= CHANGING
        actions = [action for action in in_scopes(self._scopes) if action.footer and action.id not in idle]
        last = [action for action in actions if action.id in _ALWAYS]
        chosen = [action for action in actions if action not in last]
        while chosen:
            for gap in _FOOTER_GAPS:
                line = self._line([*chosen, *last], keys, ascii_only, gap)
                if line_width(line) <= width:
                    return line
            chosen.pop()
        return self._line(last, keys, ascii_only, _FOOTER_GAPS[-1])

    def _line(
        self, actions: Sequence[Action], remapped: Mapping[str, Sequence[str]], ascii_only: bool, gap: int
    ) -> Line:
        line: Line = []
        self._ends = []
        for action in actions:
            keys = keys_of(action, remapped)
            if keys:
                line.append(Run(" " * (gap if line else 1)))
                line += [Run(key_label(keys[0], ascii_only), Tone.ACCENT), Run(f" {_(action.label)}", Tone.MUTED)]
                self._ends.append((line_width(line), action))
        return line

    async def on_click(self, event: events.Click) -> None:
        """A click on a key does what the key does."""
        for end, action in self._ends:
            if event.x < end:
                await self.app.run_action(call_of(action.id, action.scope), self.screen)
                return

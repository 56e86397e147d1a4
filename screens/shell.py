"""What every application window of Roadmap has: look, keys, and problems told in one sentence."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual.app import App
from textual.binding import Binding

from roadmap_tui.actions.keymap import usable_keys
from roadmap_tui.errors import RoadmapError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.user.profile import state_folder
from roadmap_tui.view.glyphs import Glyphs, glyphs_for
from screens.keys import keymap
from screens.theme import LOOKS, Look, textual_theme, wants_plain_colours

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from screens.base import Settings


class Crash(Exception):  # noqa: N818 - the field's word
    """A mistake in the program, as the user gets to see it."""

    def __init__(self, error: Exception) -> None:
        super().__init__(str(error))
        self.__cause__ = error
        self._sentence = _crash_sentence(error)

    def __rich__(self) -> Text:
        return Text(self._sentence)


def _crash_sentence(error: Exception) -> str:
    path = state_folder() / "crash.txt"
    report = "".join(traceback.format_exception(error))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{datetime.now().isoformat()}\n{report}", encoding="utf-8")
    except OSError:
        return _("Roadmap had to stop because of a mistake in the program ({error}).").format(error=repr(error))
    return _(
        'Roadmap had to stop because of a mistake in the program; what you typed is kept. Details: "{path}".'
    ).format(path=path)


class BaseApp(App[Any], inherit_bindings=False):
    """Look, keys and error handling, for the plan and for the start screen."""

    CSS_PATH = "roadmap.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [Binding("ctrl+c", "app.quit", show=False)]

    def __init__(self, settings: Settings) -> None:
        plain = wants_plain_colours()
        super().__init__(ansi_color=True if plain else None)
        self.settings = settings
        self.painted = False
        name = "ansi" if plain else settings.theme if settings.theme in LOOKS else "dark"
        self.look: Look = LOOKS[name]
        self.glyphs: Glyphs = glyphs_for(settings.ascii, shades=name != "ansi")
        self.animation_level = "none"
        theme = textual_theme(name)
        self.register_theme(theme)
        self.theme = theme.name
        self.keys = usable_keys(settings.keys)
        self.set_keymap(keymap(self.keys))

    def say(self, text: str, tone: Tone = Tone.NORMAL) -> None:
        """A message on the screen that is shown."""
        show = getattr(self.screen, "say", None)
        if show is not None:
            show(text, tone)

    async def run_action(self, action: Any, default_namespace: DOMNode | None = None, namespaces: Any = None) -> bool:
        """Carry out an action; where it cannot be, say why on the message line."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except RoadmapError as error:
            self.say(str(error), Tone.WARN)
            return True

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        """Carry out the keys of a record table before the next key is handed on, so that keys typed straight after `/`
        or `n` reach what those keys open instead of the table that is about to lose the focus.
        """
        if await super()._check_bindings(key, priority):
            return True
        return priority and getattr(self.focused, "KEYS_IN_ORDER", False) and await super()._check_bindings(key)

    def attempt(self, action: Callable[[], None]) -> None:
        """Do something; where it cannot be done, say why on the message line."""
        try:
            action()
        except RoadmapError as error:
            self.say(str(error), Tone.WARN)

    def keep_drafts(self) -> None:
        """Keep what stands in an open form."""

    def _handle_exception(self, error: Exception) -> None:
        """Keep what was typed, then stop with one sentence instead of a traceback."""
        try:
            self.keep_drafts()
        finally:
            super()._handle_exception(error if isinstance(error, Crash) else Crash(error))

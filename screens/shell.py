"""What every application window of Roadmap has: look, keys, and problems told in one sentence."""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual.app import App
from textual.binding import Binding
from textual.events import DescendantFocus, Resize
from textual.scrollbar import ScrollBar, ScrollBarRender

from roadmap_tui.actions.keymap import usable_keys
from roadmap_tui.errors import RoadmapError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.user.palettes import DARK
from roadmap_tui.user.profile import state_folder
from roadmap_tui.user.themes import colours_of
from roadmap_tui.view.glyphs import Glyphs, glyphs_for
from screens.keys import keymap
from screens.theme import ANSI_LOOK, Look, ansi_theme, look_of, textual_theme, wants_plain_colours
from screens.thrift import thrifty_driver

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.driver import Driver

    from screens.base import Settings


def _has_shell_behind() -> bool:
    """Whether a shell with job control started this program, which can bring it back after Ctrl+Z."""
    if sys.platform == "win32":
        return False
    parent = os.getppid()
    try:
        return os.getsid(parent) == os.getsid(0) and os.getpgid(parent) != os.getpgrp()
    except OSError:
        return False


def is_typed_in(node: object) -> bool:
    """Whether keys are text there; told by its cursor, so that a start need not load the widgets to ask."""
    return hasattr(node, "cursor_blink")


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


class WholeCells(ScrollBarRender):
    """A scroll bar that is drawn with colour alone."""

    VERTICAL_BARS = HORIZONTAL_BARS = [" "]


class BaseApp(App[Any], inherit_bindings=False):
    """Look, keys and error handling, for the plan and for the start screen."""

    CSS_PATH = "roadmap.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [Binding("ctrl+c", "app.interrupt", show=False), Binding("ctrl+z", "app.suspend_process", show=False)]

    def __init__(self, settings: Settings) -> None:
        plain = wants_plain_colours()
        super().__init__(ansi_color=True if plain else None)
        self.settings = settings
        self.painted = False
        self.last_key = 0.0
        self.plain_colours = plain
        self.theme_name = settings.theme
        self.look: Look = ANSI_LOOK
        self.glyphs: Glyphs = glyphs_for(settings.ascii, shades=False)
        self.use_theme("ansi" if plain else settings.theme)
        self.animation_level = "none"
        self.keys = usable_keys(settings.keys)
        self.set_keymap(keymap(self.keys))

    def use_theme(self, name: str) -> None:
        """Draw everything in the colours of a theme; one that does not exist gives the dark one."""
        self.theme_name = name
        colours = None if name == ANSI_LOOK.name else colours_of(name, self.settings.path) or DARK
        self.look = look_of(name, colours) if colours else ANSI_LOOK
        self.glyphs = glyphs_for(self.settings.ascii, shades=colours is not None)
        self.set_class(self.settings.ascii, "-ascii")
        ScrollBar.renderer = WholeCells if self.settings.ascii else ScrollBarRender
        theme = textual_theme(name, colours) if colours else ansi_theme()
        self.register_theme(theme)
        self.theme = theme.name

    def get_driver_class(self) -> type[Driver]:
        """The driver of this terminal, writing in fewer bytes."""
        return thrifty_driver(super().get_driver_class())

    def on_resize(self, event: Resize) -> None:
        """Send everything anew, also where the size is what it was: another terminal may show this now."""
        self._draw_anew(event.size.width)

    def action_redraw(self) -> None:
        """Draw the whole screen, whatever the terminal shows now."""
        self._draw_anew(self.size.width)

    def _draw_anew(self, columns: int) -> None:
        forget = getattr(self._driver, "forget", None)
        if forget and forget(columns):
            self.screen.refresh()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Let no cursor blink: over a slow line it would never be silent."""
        if is_typed_in(event.widget):
            event.widget.cursor_blink = False  # type: ignore[attr-defined]

    @property
    def is_read_only(self) -> bool:
        """Whether a plan is open that may only be read."""
        return False

    def say(self, text: str, tone: Tone = Tone.NORMAL) -> None:
        """A message on the screen that is shown."""
        show = getattr(self.screen, "say", None)
        if show is not None:
            show(text, tone)

    async def action_interrupt(self) -> None:
        """Close, but not over words that stand in a field: a form asks, another field is to be left first."""
        field = self.focused
        words = getattr(field, "value", getattr(field, "text", "")) if is_typed_in(field) else ""
        if not str(words).strip() or hasattr(self.screen, "action_cancel"):
            await self.run_action("app.quit")
            return
        self.say(_("Words stand in the field that you are in; leave it with Esc, then close with q."), Tone.WARN)

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
        self.last_key = time.monotonic()
        if await super()._check_bindings(key, priority):
            return True
        return priority and getattr(self.focused, "KEYS_IN_ORDER", False) and await super()._check_bindings(key)

    def action_suspend_process(self) -> None:
        """Back to the shell for a while; what stands in a form is kept in case nobody comes back."""
        if not _has_shell_behind():
            self.say(_("There is no shell to go back to."), Tone.WARN)
            return
        self.keep_drafts()
        super().action_suspend_process()

    def action_theme(self) -> None:
        """Choose other colours."""
        from screens.themes import choose_theme

        choose_theme(self)

    def action_tour(self) -> None:
        """See what is where."""
        from screens.tour import start_tour

        start_tour(self)

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

"""Fewer bytes on the line: a driver that sends only what changes on the screen."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from screens.terminal import Terminal

if TYPE_CHECKING:
    from textual.driver import Driver

_ASIDE = re.compile(
    r"(?:\x07|\x1b\[\?(?:7|25|10[01][0-9]|2004|2026|2031|2048)(?:[hl]|\$p)|\x1b\[[<>=][0-9]*u|\x1b\[[0-9]* q"
    r"|\x1b\](?:0|1|2|22|52);[^\x07\x1b]*(?:\x07|\x1b\\))+"
)
"""What changes nothing on the screen: modes, the bell, titles and the clipboard."""
_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"
_COLOURED_ERASE = ("xterm", "linux", "putty", "konsole", "vte", "gnome", "rxvt", "alacritty", "kitty", "foot", "iterm")
"""Terminals that erase with the colour of the pen (`bce` in terminfo); screen and tmux do not say so."""
_CHUNK = 8192
"""The length of the parts in which Textual sends a frame on Windows."""


def thrifty_driver(base: type[Driver]) -> type[Driver]:
    """A driver that writes as `base` does, in fewer bytes."""

    class ThriftyDriver(base):  # type: ignore[misc, valid-type]
        """Sends only what changes."""

        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, **named)
            self._terminal = Terminal(os.environ.get("TERM", "").startswith(_COLOURED_ERASE))
            self._part = ""
            self._begun = False

        def forget(self, columns: int) -> bool:
            """The terminal has another size, and what it shows is not known; True where anything was known before."""
            self._terminal.columns = columns
            return self._terminal.forget()

        def write(self, data: str) -> Any:
            """Write what changes; a frame that comes in parts is put together first."""
            if len(data) == _CHUNK:
                self._part += data
            elif data == _BEGIN:
                self._begun = True
            elif data == _END:
                self.flush()
                if not self._begun:
                    super().write(data)
                self._begun = False
            elif _ASIDE.fullmatch(data):
                super().write(data)
            else:
                data, self._part = self._part + data, ""
                self._send(self._terminal.lean(data))

        def _send(self, data: str) -> None:
            if data and self._begun:
                self._begun = False
                super().write(_BEGIN)
            for start in range(0, len(data), _CHUNK):
                super().write(data[start : start + _CHUNK])

        def flush(self) -> None:
            """Write what waits to be put together."""
            if self._part:
                self.write("")
            super().flush()

    ThriftyDriver.__module__ = base.__module__
    return ThriftyDriver

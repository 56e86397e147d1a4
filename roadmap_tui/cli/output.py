"""What goes to the terminal: data on stdout, narration on stderr, colours only where somebody sees them."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from typing import Any, TextIO

from roadmap_tui.model.cleaning import escaped, safe
from roadmap_tui.model.fields import Tone

_CODES: Mapping[str, str] = {
    Tone.STRONG: "1",
    Tone.MUTED: "2",
    Tone.ACCENT: "36",
    Tone.GOOD: "32",
    Tone.WARN: "33",
    Tone.BAD: "31",
}
_DEFAULT_WIDTH, _SMALLEST_WIDTH = 80, 40


def prepare_streams() -> None:
    """Make both streams take every character: UTF-8 where their own encoding cannot."""
    for stream in (sys.stdout, sys.stderr):
        encoding = (getattr(stream, "encoding", "") or "").lower().replace("-", "")
        with suppress(AttributeError, ValueError, OSError):
            if encoding.startswith("utf"):
                stream.reconfigure(errors="replace")  # type: ignore[union-attr]
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


def is_terminal() -> bool:
    """Whether a person sits at both ends, so that the application can be opened or a question asked."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def has_screen() -> bool:
    """Whether the application can be opened: on a terminal, or in the browser that `roadmap serve` feeds."""
    return is_terminal() or os.environ.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")


def has_colours(stream: TextIO) -> bool:
    """Whether `stream` may get colours: a terminal that knows them, and no NO_COLOR."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """The columns of the terminal, 40 at least; 80 where there is none."""
    return max(_SMALLEST_WIDTH, _columns() or _DEFAULT_WIDTH)


def _columns() -> int:
    if not sys.stdout.isatty():
        return 0
    if (chosen := os.environ.get("COLUMNS", "")).isdecimal():
        return int(chosen)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return 0


def paint(text: str, tone: Tone | str = Tone.NORMAL) -> str:
    """`text`, harmless and in the colour of its meaning, where stdout takes colours."""
    text = safe(text)
    code = _CODES.get(tone)
    if not code or not text or not has_colours(sys.stdout):
        return text
    _wake_windows_console()
    return f"\x1b[{code}m{text}\x1b[0m"


@cache
def _wake_windows_console() -> None:
    if sys.platform == "win32":
        os.system("")


def put(line: str = "") -> None:
    """One line of data on stdout."""
    sys.stdout.write(line + "\n")


def say(line: str) -> None:
    """One line of narration on stderr."""
    sys.stderr.write(safe(line) + "\n")


def say_error(sentence: str) -> None:
    """What went wrong, on one line of stderr."""
    say("roadmap: " + " ".join(sentence.split()))


def put_json(value: Any, *, compact: bool = False) -> None:
    """One JSON value on stdout, on one line where compact; text that UTF-8 cannot hold is written as an escape."""
    import msgspec

    try:
        text = msgspec.json.format(msgspec.json.encode(value), indent=0 if compact else 2).decode()
    except UnicodeEncodeError:
        import json

        plain = json.dumps(msgspec.to_builtins(value), ensure_ascii=False, indent=None if compact else 2)
        text = plain.encode("utf-8", "backslashreplace").decode()
    put(escaped(text))


def can_ask() -> bool:
    """Whether somebody can see a question and answer it."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()

"""Showing that long work goes on: on stderr, only on a terminal, and only where it takes longer than a moment."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from roadmap_tui.cli.output import has_colours
from roadmap_tui.progress import listening

_UNSEEN = 0.5
_OWN_STREAMS: Any = {"redirect_stdout": False, "redirect_stderr": True}
_SPINNER, _PLAIN_SPINNER = "dots", "line"


class _Line:
    """One line with a bar that appears after a moment; `tell` is called by the work, the rest by a timer."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._began = time.monotonic()
        self._lock = threading.Lock()
        self._bar: Any = None
        self._is_over = False
        self._share: tuple[int, int] | None = None
        self._timer = threading.Timer(_UNSEEN, self._appear)
        self._timer.daemon = True

    def begin(self) -> None:
        """Wait for the moment to appear."""
        self._timer.start()

    def tell(self, done: int, total: int) -> None:
        """So much is done."""
        self._share = (done, total)
        bar = self._bar
        if bar is not None:
            bar.update(bar.task_ids[0], completed=done, total=total)

    def _appear(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        spinner = _SPINNER if (sys.stderr.encoding or "").lower().startswith("utf") else _PLAIN_SPINNER
        columns = (SpinnerColumn(spinner), TextColumn("{task.description}", markup=False), BarColumn(24))
        console = Console(stderr=True, no_color=not has_colours(sys.stderr))
        bar = Progress(*columns, TimeElapsedColumn(), console=console, transient=True, **_OWN_STREAMS)
        with self._lock:
            if self._is_over:
                return
            done, total = self._share or (0, None)
            bar.add_task(self._words, completed=done, total=total)
            bar.start()
            self._bar = bar

    def end(self) -> None:
        """Take the line away, if it ever appeared."""
        self._timer.cancel()
        with self._lock:
            self._is_over = True
            if self._bar is not None:
                self._bar.stop()


@contextmanager
def waiting(words: str) -> Iterator[None]:
    """Say `words` with a moving bar while something takes long; nothing is shown where nobody looks."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    line = _Line(words)
    line.begin()
    try:
        with listening(line.tell):
            yield
    finally:
        line.end()

"""Lines of text of which some stand for a record: the cursor goes through those."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import events
from textual.strip import Strip

from roadmap_tui.model.fields import Tone
from roadmap_tui.view.text import Line, Run
from screens.widgets.walking import Walking

_MARGIN = 2


class Row(NamedTuple):
    """One line; `key` is what the cursor holds on to, empty where it passes over the line."""

    runs: Line
    key: str = ""


class RowList(Walking):
    """Shows rows that are made anew for each width; the cursor stays on its key."""

    DEFAULT_CSS = "RowList { width: 1fr; height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self._make: Callable[[int], Sequence[Row]] = lambda width: []
        self._rows: Sequence[Row] = ()
        self._key = ""
        self._top = 0

    @property
    def key(self) -> str:
        """The key of the row under the cursor; empty where there is none."""
        return self._key

    def show(self, make: Callable[[int], Sequence[Row]]) -> None:
        """Show other rows."""
        self._make = make
        self._lay_out()

    def select(self, key: str) -> None:
        """Put the cursor on a row."""
        if key in self._keys():
            self._key = key
            self._keep_in_sight()

    def _keys(self) -> list[str]:
        return list(dict.fromkeys(row.key for row in self._rows if row.key))

    def _lay_out(self) -> None:
        place = self._keys().index(self._key) if self._key in self._keys() else 0
        self._rows = self._make(max(20, self.size.width - _MARGIN)) if self.size.width else ()
        keys = self._keys()
        if self._key not in keys:
            self._key = keys[min(place, len(keys) - 1)] if keys else ""
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        places = [place for place, row in enumerate(self._rows) if row.key and row.key == self._key]
        if places:
            first = 0 if self._key == self._keys()[0] else places[0]
            self._top = max(min(self._top, first), places[-1] - self.size.height + 1, 0)
        self.refresh()

    @property
    def page(self) -> int:
        return max(1, self.size.height // 2)

    def walk(self, down: int, right: int) -> None:
        keys = self._keys()
        if keys:
            self._key = keys[max(0, min(len(keys) - 1, keys.index(self._key) + down))]
            self._keep_in_sight()

    def on_resize(self, event: events.Resize) -> None:
        """Make the rows for the new width."""
        self._lay_out()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a row."""
        place = event.y + self._top
        if place < len(self._rows) and self._rows[place].key:
            self.select(self._rows[place].key)

    def render_line(self, y: int) -> Strip:
        """One row, on the background of the cursor where it is the chosen one."""
        place, width = y + self._top, self.size.width
        row = self._rows[place] if place < len(self._rows) else Row([])
        chosen = bool(row.key) and row.key == self._key
        background = self.look.cursor if chosen and self.has_focus else self.look.cursor_away if chosen else None
        mark = self.glyphs.cursor if chosen and self.has_focus else " "
        line = [Run(mark.ljust(_MARGIN), Tone.ACCENT), *row.runs]
        return self.strip(line, width, background) if background else self.strip(line, width)

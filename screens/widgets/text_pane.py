"""Lines of text that scroll, and that can have the focus so that they can be edited."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.strip import Strip

from roadmap_tui.model.fields import Tone
from roadmap_tui.view.text import Line, Run
from screens.widgets.walking import Walking

_MARGIN = 2


class TextPane(Walking):
    """Shows lines that are made anew for each width; the arrows scroll them."""

    DEFAULT_CSS = "TextPane { width: 1fr; height: 1fr; }"

    def __init__(self, id: str | None = None, focusable: bool = True) -> None:
        super().__init__(id=id)
        self.can_focus = focusable
        self._make: Callable[[int], list[Line]] = lambda width: []
        self._lines: list[Line] = []
        self._top = 0

    def show(self, make: Callable[[int], list[Line]]) -> None:
        """Show other lines, from the top."""
        self._make, self._top = make, 0
        self._lay_out()

    def _lay_out(self) -> None:
        self._lines = self._make(max(8, self.size.width - 2 * _MARGIN)) if self.size.width else []
        self._top = max(0, min(self._top, len(self._lines) - self.size.height))
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Lay the text out in the new width."""
        self._lay_out()

    def walk(self, down: int, right: int) -> None:
        self._top = max(0, min(self._top + down, len(self._lines) - self.size.height))
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.walk(3, 0)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.walk(-3, 0)

    def render_line(self, y: int) -> Strip:
        """One line, with a mark along the side while the pane has the focus."""
        row = y + self._top
        line: Line = self._lines[row] if row < len(self._lines) else []
        mark = self.glyphs.cursor if self.has_focus and row < len(self._lines) else " "
        return self.strip([Run(mark.ljust(_MARGIN), Tone.ACCENT), *line], self.size.width)

"""Everything about the record under the cursor; only the lines that differ are drawn again."""

from __future__ import annotations

from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.timer import Timer

from roadmap_tui.model.record import Record
from roadmap_tui.view.columns import ViewContext
from roadmap_tui.view.details import detail_columns, detail_lines
from roadmap_tui.view.text import Line, Run, line_width
from screens.widgets.lines import Painted

_TWO_COLUMNS = 90
_DELAY = 0.18
_MARGIN = 2


def _alike(old: Line, new: Line) -> int:
    """How many cells two lines have in common from their start."""
    same = 0
    for first, second in zip(old, new, strict=False):
        if first != second:
            break
        same += line_width([first])
    return same


class DetailPane(Painted):
    """A record's fields and texts, in two columns where there is room."""

    DEFAULT_CSS = "DetailPane { width: 1fr; height: 1fr; }"

    def __init__(self, id: str | None = None, belongings: bool = True) -> None:
        super().__init__(id=id)
        self._belongings = belongings
        self._lines: list[Line] = []
        self._top = 0
        self._shown: tuple[int | None, int] = (None, 0)
        self._pending: tuple[Record | None, ViewContext] | None = None
        self._timer: Timer | None = None

    def show(self, record: Record | None, context: ViewContext, at_once: bool = False) -> None:
        """Show a record shortly, so that a held key does not draw every row it passes."""
        self._pending = (record, context)
        if self._timer is not None:
            self._timer.stop()
        if at_once or self._shown[0] is None:
            self._draw()
        else:
            self._timer = self.set_timer(_DELAY, self._draw)

    def _draw(self) -> None:
        if self._pending is None or not self.size.width:
            return
        record, context = self._pending
        self._pending = None
        width = self.size.width - 2 * _MARGIN
        make = detail_columns if width >= _TWO_COLUMNS else detail_lines
        now = (record.id if record else None, width)
        same, self._shown = self._shown == now, now
        self._replace(make(record, context, width, self._belongings) if record else [], self._top if same else 0)

    def _replace(self, lines: list[Line], top: int) -> None:
        before, old_top = self._lines, self._top
        self._lines, self._top = lines, max(0, min(top, len(lines) - self.size.height))
        for y in range(self.size.height):
            old = before[y + old_top] if y + old_top < len(before) else []
            new = lines[y + self._top] if y + self._top < len(lines) else []
            if old != new:
                self._refresh_part(y, old, new)

    def _refresh_part(self, y: int, old: Line, new: Line) -> None:
        start, end = _alike(old, new), max(line_width(old), line_width(new))
        if line_width(old) == line_width(new):
            end -= _alike(old[::-1], new[::-1])
        self.refresh(Region(start + _MARGIN, y, max(1, end - start), 1))

    def scroll_lines(self, step: int) -> None:
        """Move the text up or down."""
        self._replace(self._lines, self._top + step)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the record out in the new width."""
        self.call_later(self.refresh)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_lines(-3)

    def render_line(self, y: int) -> Strip:
        line: Line = self._lines[y + self._top] if y + self._top < len(self._lines) else []
        return self.strip([Run(" " * _MARGIN), *line], self.size.width)

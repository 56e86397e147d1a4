"""The lines that say what the shapes of the timeline mean."""

from __future__ import annotations

from collections.abc import Collection

from rich.segment import Segment
from textual.strip import Strip

from roadmap_tui.view.timeline_legend import legend
from screens.widgets.lines import Painted

_MARGIN = 2


class LegendLine(Painted):
    """What the shapes of this plan mean, on a terminal that has a line to spare."""

    DEFAULT_CSS = "LegendLine { height: 2; width: 1fr; background: $surface; }"

    def __init__(self) -> None:
        super().__init__()
        self._shapes: Collection[str] = ()

    def show(self, shapes: Collection[str]) -> None:
        """Explain these shapes."""
        if shapes != self._shapes:
            self._shapes = shapes
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width, bars = self.size.width, self.look.bars
        lines = legend(width - 2 * _MARGIN, self.glyphs, self._shapes)
        pieces = lines[y] if y < len(lines) else []
        segments = [Segment(piece.text, bars[piece.ink][piece.tone]) for piece in pieces]
        return self.finished([Segment(" " * _MARGIN), *segments], width)

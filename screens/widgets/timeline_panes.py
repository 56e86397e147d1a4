"""The two halves of the timeline: labels that stay, and a chart that moves under them.

They are widgets of their own because Textual sends a changed line from the left edge of its widget.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from roadmap_tui.model.fields import Tone
from roadmap_tui.view.glyphs import Ink
from roadmap_tui.view.text import Line, Run
from roadmap_tui.view.timeline_cells import pieces
from roadmap_tui.view.timeline_text import HEADER_LINES, corner, label
from screens.widgets.lines import Painted

if TYPE_CHECKING:
    from screens.widgets.timeline_frame import TimelineFrame

GUTTER, RAIL = 2, 1


class LabelPane(Painted):
    """Number, title, status and words of each row."""

    DEFAULT_CSS = "LabelPane { height: 1fr; width: 30; }"

    def __init__(self, view: TimelineFrame) -> None:
        super().__init__()
        self._view = view

    def render_line(self, y: int) -> Strip:
        """What stands left of a line of the chart."""
        width, view, timeline = self.size.width, self._view, self._view.timeline
        row = view.top + y - HEADER_LINES
        if timeline is None or (y >= HEADER_LINES and row >= len(timeline.rows)):
            return self.strip([], width)
        if y < HEADER_LINES:
            run = corner(view.scale, max(0, width - GUTTER))[y]
            return self.strip([Run(" " * GUTTER + run.text, run.tone)], width)
        is_cursor = view.is_cursor(row)
        words = label(timeline, timeline.rows[row], view.columns, self.glyphs, is_cursor)
        if not is_cursor:
            sign = self.glyphs.sign(view.linked.get(timeline.rows[row].id, ""))
            before = Run(sign.ljust(GUTTER), Tone.ACCENT if sign.strip() else words[0].tone)
            return self.strip(_joined([before, *words]), width)
        background = self.look.cursor if view.has_focus else self.look.cursor_away
        sign = self.glyphs.cursor if view.has_focus else " "
        return self.strip([Run(sign.ljust(GUTTER), Tone.ACCENT), *_joined(words)], width, background)


class ChartPane(Painted):
    """The header of months and weeks, and the marks of each row."""

    DEFAULT_CSS = "ChartPane { height: 1fr; width: 1fr; }"

    def __init__(self, view: TimelineFrame) -> None:
        super().__init__()
        self._view = view
        self._surface = Style()
        self._known: dict[Style, dict[tuple[Ink, Tone], Style]] = {}

    def render_line(self, y: int) -> Strip:
        """One line of the frame that the timeline built."""
        view, room = self._view, max(0, self.size.width - RAIL)
        is_cursor = y >= HEADER_LINES and view.is_cursor(view.top + y - HEADER_LINES)
        styles = self._styles(is_cursor)
        found = pieces(view.frame[y]) if y < len(view.frame) else []
        segments = [Segment(piece.text, styles[piece.ink, piece.tone]) for piece in found]
        strip = Strip(segments).adjust_cell_length(room, styles[Ink.LINE, Tone.NORMAL])
        return Strip([*strip, self._rail(y)], room + RAIL)

    def _styles(self, is_cursor: bool) -> Mapping[tuple[Ink, Tone], Style]:
        """How everything is drawn on this surface; worked out once for each, not for every line."""
        surface = self._surface + (self.look.row if is_cursor else Style())
        if surface not in self._known:
            bars = self.look.bars
            self._known[surface] = {(ink, tone): surface + bars[ink][tone] for ink in Ink for tone in Tone}
        return self._known[surface]

    def settle(self) -> None:
        """Take over the surface that the theme gives, before the lines are drawn."""
        self._surface = self.rich_style

    def _rail(self, y: int) -> Segment:
        """The last cell of a row: where in the plan this page is."""
        view = self._view
        count, visible = len(view.timeline.rows) if view.timeline else 0, view.rows_visible
        if count <= visible or y < HEADER_LINES:
            return Segment(" ", self._surface)
        size = max(1, visible * visible // count)
        start = round(view.top * (visible - size) / max(1, count - visible))
        is_thumb = start <= y - HEADER_LINES < start + size
        return Segment(self.glyphs.thumb if is_thumb else " ", self._surface + self.look.rail)


def _joined(line: Line) -> Line:
    """Neighbouring runs of one tone as one run."""
    joined: Line = []
    for run in line:
        if joined and joined[-1].tone is run.tone:
            joined[-1] = Run(joined[-1].text + run.text, run.tone)
        else:
            joined.append(run)
    return joined

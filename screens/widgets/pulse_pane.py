"""The figures of the plan as bars and lines, beside the risk matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events
from textual.strip import Strip
from textual.timer import Timer

from roadmap_tui.view.text import Line, Run
from screens.widgets.lines import Painted

if TYPE_CHECKING:
    from screens.app import RoadmapApp

_MARGIN, _TOP = 2, 1
_DELAY = 0.05


class PulsePane(Painted):
    """Shows the plan as it is now, in lines made for the width it has."""

    DEFAULT_CSS = "PulsePane { height: 1fr; width: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []
        self._made: tuple[int, int] = (-1, -1)
        self._timer: Timer | None = None

    def show(self) -> None:
        """Show the plan as it is now, shortly after the rest, so that no key waits for the figures."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_DELAY, self._make)

    def _make(self) -> None:
        """Make the figures anew where the plan or the width changed."""
        session = cast("RoadmapApp", self.app).session
        now = (session.generation, self.size.width)
        if self.size.width and now != self._made:
            from roadmap_tui.view.pulse import pulse

            self._made = now
            self._lines = pulse(session.outlook, self.size.width - 2 * _MARGIN, self.glyphs)
            self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Lay them out in the new width."""
        self.show()

    def render_line(self, y: int) -> Strip:
        row = y - _TOP
        line = self._lines[row] if 0 <= row < len(self._lines) else []
        return self.strip([Run(" " * _MARGIN), *line], self.size.width)

"""The lines above a chapter and above its lists."""

from __future__ import annotations

from roadmap_tui.model.fields import Tone
from roadmap_tui.view.text import Line, Run, width_of
from screens.widgets.lines import OneLine


class ChapterHeading(OneLine):
    """The chapter, and how complete it is."""

    def __init__(self) -> None:
        super().__init__()
        self.line: Line = []

    def left(self, width: int) -> Line:
        return self.line


class ListsLine(OneLine):
    """The lists of the chapter with their counts; the one that is shown stands out."""

    def __init__(self, back: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.shown = 0
        self._back = back

    def left(self, width: int) -> Line:
        """As many names as there is room for, the one that is shown among them."""
        line: Line = [Run("  ")]
        for place in range(self._first(width), len(self.names)):
            line += [Run(self.names[place], Tone.STRONG if place == self.shown else Tone.MUTED), Run("   ")]
        return line

    def _first(self, width: int) -> int:
        first = 0
        while first < self.shown and sum(width_of(name) + 3 for name in self.names[first : self.shown + 1]) > width - 2:
            first += 1
        return first

    def right(self, width: int) -> Line:
        return [Run(self._back + " ", Tone.MUTED)]

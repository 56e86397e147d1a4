"""One line of facts that is made for the width it gets."""

from __future__ import annotations

from collections.abc import Callable

from roadmap_tui.view.text import Line, Run
from screens.widgets.lines import OneLine

_MARGIN = 2


class FactsLine(OneLine):
    """Says what it was last told to say."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._make: Callable[[int], Line] = lambda width: []

    def show(self, make: Callable[[int], Line]) -> None:
        """Say something else."""
        self._make = make
        self.refresh()

    def left(self, width: int) -> Line:
        return [Run(" " * _MARGIN), *self._make(width - _MARGIN - 1)]

"""One place to ask how words are read; every distinct expression is read once."""

from __future__ import annotations

from roadmap_tui.planning.effort.model import DEFAULT_NORMS, Effort, EffortNorms
from roadmap_tui.planning.effort.read import read_effort
from roadmap_tui.planning.when.model import When, WhenContext
from roadmap_tui.planning.when.read import read_when

__all__ = ["Effort", "EffortNorms", "Reader", "When", "WhenContext", "read_effort", "read_when"]


class Reader:
    """Reads expressions against one context and remembers them; make a new one when the context changes."""

    def __init__(self, context: WhenContext, norms: EffortNorms = DEFAULT_NORMS) -> None:
        self.context = context
        self.norms = norms
        self._whens: dict[str, When] = {}
        self._efforts: dict[str, Effort] = {}

    def when(self, text: str) -> When:
        """How a time expression is read."""
        reading = self._whens.get(text)
        if reading is None:
            reading = self._whens[text] = read_when(text, self.context)
        return reading

    def effort(self, text: str) -> Effort:
        """How a duration expression is read."""
        reading = self._efforts.get(text)
        if reading is None:
            reading = self._efforts[text] = read_effort(text, self.norms)
        return reading

"""One place to ask how words are read; every distinct expression is read once."""

from __future__ import annotations

from typing import Final

from roadmap_tui.planning.effort.model import DEFAULT_NORMS, Effort, EffortNorms
from roadmap_tui.planning.effort.read import read_effort
from roadmap_tui.planning.effort.totals import Planned, planned
from roadmap_tui.planning.people import leads
from roadmap_tui.planning.when.model import When, WhenContext
from roadmap_tui.planning.when.read import read_when

__all__ = ["Effort", "EffortNorms", "Reader", "Readers", "When", "WhenContext", "read_effort", "read_when"]

_MOST_CONTEXTS: Final = 256


class Readers:
    """One reader per context, for who reads many plans: the words of one plan are often those of the next."""

    def __init__(self) -> None:
        self._known: dict[WhenContext, Reader] = {}

    def of(self, context: WhenContext) -> Reader:
        """The reader of a context, the same one each time."""
        if len(self._known) > _MOST_CONTEXTS:
            self._known.clear()
        return self._known.setdefault(context, Reader(context))


class Reader:
    """Reads expressions against one context and remembers them; make a new one when the context changes."""

    def __init__(self, context: WhenContext, norms: EffortNorms = DEFAULT_NORMS) -> None:
        self.context = context
        self.norms = norms
        self._whens: dict[str, When] = {}
        self._efforts: dict[str, Effort] = {}
        self._leads: dict[str, list[str]] = {}
        self._planned: dict[tuple[str, str], Planned] = {}

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

    def leads(self, text: str) -> list[str]:
        """Who leads; do not alter the list."""
        found = self._leads.get(text)
        if found is None:
            found = self._leads[text] = leads(text)
        return found

    def planned(self, sessions: str, when: str) -> Planned:
        """The sessions and hours that two cells of one activity plan together."""
        found = self._planned.get((sessions, when))
        if found is None:
            found = self._planned[sessions, when] = planned(self.effort(sessions), self.when(when))
        return found

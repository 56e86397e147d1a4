"""Search: words anywhere in the plan; Enter goes to the record."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input
from textual.worker import get_current_worker

from roadmap_tui.i18n import N_, _
from roadmap_tui.model.record import Record
from roadmap_tui.model.registry import TABLES
from roadmap_tui.view.search import Hit, SearchIndex
from screens.palette import Choices, Entry
from screens.places import place_of_table

if TYPE_CHECKING:
    from screens.app import RoadmapApp

_ONE_AT_A_TIME = Lock()
_HOW = N_("Type a few letters; a typing mistake does not matter.")
_STEPS = {"down": 1, "up": -1, "pagedown": 10, "pageup": -10}


class Found(Message):
    """What was found for a query."""

    def __init__(self, query: str, hits: list[Hit]) -> None:
        super().__init__()
        self.query, self.hits = query, hits


class SearchScreen(ModalScreen[Record | None]):
    """A line to type in and what is found below it; looking is done beside, so that no key waits for it."""

    DEFAULT_CSS = """
    SearchScreen { align: center top; }
    SearchScreen > Vertical {
        width: 100; max-width: 95%; height: 22; max-height: 85%; margin-top: 1; padding: 0 1;
        background: $raised; border: round $accent;
    }
    SearchScreen Input, SearchScreen Input:focus { border: none; height: 1; padding: 0 1; background: transparent; }
    """

    def __init__(self, query: str = "") -> None:
        super().__init__()
        self._query, self._hits = query, list[Hit]()

    @property
    def roadmap(self) -> RoadmapApp:
        """The application, with its own attributes."""
        return cast("RoadmapApp", self.app)

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Input(self._query, placeholder=_("Words anywhere in the plan, or a number"), compact=True)
            yield Choices(_(_HOW))

    def on_mount(self) -> None:
        """Start typing; what was looked for last is still there."""
        self.set_focus(self.query_one(Input))
        self._look(self._query)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._look(event.value)

    def _look(self, query: str) -> None:
        self._query = query
        self.run_worker(lambda: self._find(query), thread=True, group="search", exclusive=True, exit_on_error=False)

    def _find(self, query: str) -> None:
        worker = get_current_worker()
        hits = index_of(self.roadmap).find(query)
        if not worker.is_cancelled:
            self.post_message(Found(query, hits))

    def on_found(self, event: Found) -> None:
        """Show what was found, unless more was typed since."""
        if event.query == self._query:
            self._hits = event.hits
            self.query_one(Choices).show([_entry(hit) for hit in event.hits], "" if event.query.strip() else _(_HOW))

    def on_input_submitted(self) -> None:
        """Go to the chosen record; where the list is still that of an earlier word, look once more."""
        hits = self._hits or index_of(self.roadmap).find(self._query)
        place = self.query_one(Choices).place
        self.roadmap.last_search = self._query
        self.dismiss(hits[min(place, len(hits) - 1)].record if hits else None)

    def on_key(self, event: events.Key) -> None:
        """Arrows choose, Esc closes."""
        if event.key in _STEPS:
            event.stop()
            self.query_one(Choices).move(_STEPS[event.key])
        elif event.key == "escape":
            event.stop()
            self.dismiss(None)


def index_of(app: RoadmapApp) -> SearchIndex:
    """The words of the plan as it is now."""
    with _ONE_AT_A_TIME:
        session, known = app.session, app.search_index
        state = (id(session), session.generation)
        if known is None or known[0] != state:
            index = known[1] if known is not None and known[0][0] == state[0] else SearchIndex()
            tables = [table for table in TABLES if place_of_table(table)]
            index.update(record for table in tables for record in session.records(table))
            known = app.search_index = state, index
        return known[1]


def _entry(hit: Hit) -> Entry:
    label = f"{hit.record.number} {hit.record.title}".strip()
    note = f"{hit.where}: {hit.excerpt}" if hit.where else _(hit.record.LABEL)
    return Entry(label, note, lambda: None)

"""Drives the application in tests by action and by record, never by a literal key or a row number."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from roadmap_tui.actions.keymap import keys_of
from roadmap_tui.actions.table import BY_ID
from roadmap_tui.model.ids import new_id
from roadmap_tui.model.record import Record
from roadmap_tui.session import Session
from screens.app import RoadmapApp
from screens.widgets.frame import MessageLine
from screens.widgets.record_table import RecordTable

TODAY = date(2026, 6, 3)


@dataclass
class TestSettings:
    """Settings as the application wants to know them."""

    __test__ = False
    theme: str = "dark"
    keys: Mapping[str, Sequence[str]] = field(default_factory=dict)
    ascii: bool = False
    path: str = ""


class Driver:
    """A running application with shorthand for what a person does and sees."""

    def __init__(self, app: RoadmapApp, pilot: Pilot[Any]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def session(self) -> Session:
        return self.app.session

    @property
    def table(self) -> RecordTable:
        """The table that has the focus."""
        focused = self.app.focused
        assert isinstance(focused, RecordTable), focused
        return focused

    @property
    def titles(self) -> list[str]:
        """The titles of the rows in the table that has the focus."""
        return [record.title for record in self.table.listing.rows]

    @property
    def message(self) -> str:
        return self.app.screen.query_one(MessageLine).text

    async def do(self, *action_ids: str) -> None:
        """Press the first key of each action."""
        for action_id in action_ids:
            await self.pilot.press(keys_of(BY_ID[action_id], self.app.keys)[0])
            await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        names = {" ": "space", ",": "comma", ".": "full_stop", "-": "minus", "/": "slash"}
        await self.pilot.press(*(names.get(letter, letter) for letter in text))
        await self.pilot.pause()

    async def at(self, number: str) -> Record:
        """Put the cursor on the record with this number."""
        record = self.session.find(number)
        await self.app.go_to_record(record)
        await self.pilot.pause()
        assert self.table.record is not None
        assert self.table.record.number == number
        return record

    async def saved(self) -> None:
        """Wait until every change is in the file."""
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()
        assert not self.session.unsaved

    def find(self, number: str) -> Any:
        return self.session.find(number)

    def screen_text(self) -> str:
        """Everything on the screen as plain text."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in lines)


def make_plan(path: Path, **tables: Sequence[Mapping[str, Any]]) -> Path:
    """A plan file with these records; a record's `key` may be used where another refers to it."""
    keys: dict[str, int] = {}
    rows: list[tuple[str, int, dict[str, Any]]] = []
    for table, records in {"plan": [{"title": "Proef", "year": 2026, "go_live": "2026-11-02"}], **tables}.items():
        for record in records:
            fields = {
                name: keys.get(value, value) if isinstance(value, str) else value for name, value in record.items()
            }
            record_id = new_id()
            if "key" in fields:
                keys[str(fields.pop("key"))] = record_id
            rows.append((table, record_id, fields))
    Session.create(path, rows, user="Test")
    return path


@asynccontextmanager
async def running(
    plan: Path, size: tuple[int, int] = (120, 40), read_only: bool = False, **settings: Any
) -> AsyncIterator[Driver]:
    """The application with this plan open."""
    session = Session.open(plan, user="Test", today=TODAY, read_only=read_only)
    app = RoadmapApp(session, TestSettings(**settings))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Driver(app, pilot)
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete()

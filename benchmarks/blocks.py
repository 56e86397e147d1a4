"""How long the interface is busy at one stretch while a large plan is edited: python -m benchmarks.blocks [SIZE].

A key that comes in such a stretch waits for its end. Counted is the time of the interface's own thread, so that what
else the computer does makes no difference; what a save in the other thread costs it: `python -m benchmarks.sharing`.
"""

from __future__ import annotations

import asyncio
import cProfile
import gc
import os
import pstats
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from benchmarks.make_plan import make_plan
from benchmarks.run import report
from roadmap_tui.actions.keymap import keys_of
from roadmap_tui.actions.table import BY_ID
from roadmap_tui.session import Session
from screens.app import RoadmapApp

SIZE, LIMIT = 10_000, 50.0


class Settings:
    """Settings as the application wants to know them."""

    theme = "dark"
    keys: dict[str, list[str]] = {}
    ascii = False
    path = ""


class Meter:
    """Times every turn of the event loop by the processor time of its thread."""

    def __init__(self, profile: cProfile.Profile | None = None) -> None:
        self.longest = 0.0
        self.total = 0.0
        self._profile = profile
        self._run = asyncio.events.Handle._run

    def __enter__(self) -> Meter:
        meter, run = self, self._run

        def timed(handle: asyncio.Handle) -> Any:
            start = time.thread_time()
            try:
                return run(handle)
            finally:
                spent = 1000 * (time.thread_time() - start)
                meter.longest = max(meter.longest, spent)
                meter.total += spent

        asyncio.events.Handle._run = timed  # type: ignore[method-assign]
        if self._profile:
            self._profile.enable()
        return self

    def __exit__(self, *error: object) -> None:
        if self._profile:
            self._profile.disable()
        asyncio.events.Handle._run = self._run  # type: ignore[method-assign]


class Person:
    """Somebody at the keyboard of a running application."""

    def __init__(self, app: RoadmapApp, pilot: Any) -> None:
        self.app, self.pilot = app, pilot

    async def do(self, *actions: str) -> None:
        """Press the first key of each action."""
        await self.press(*(keys_of(BY_ID[each], self.app.keys)[0] for each in actions))

    async def press(self, *keys: str) -> None:
        """Press keys and wait until all is shown."""
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def saved(self) -> None:
        """Wait until everything is in the file."""
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def tick(self) -> None:
        await self.do("advance")
        await self.saved()

    async def edit_cell(self) -> None:
        await self.do("edit_cell")
        await self.press("x", "enter")
        await self.saved()

    async def add(self) -> None:
        await self.do("quick_add")
        await self.press(*"nieuw", "enter", "escape")
        await self.saved()

    async def remove(self) -> None:
        await self.do("delete")
        await self.press("enter")
        await self.saved()

    async def undo(self) -> None:
        await self.do("undo")
        await self.saved()

    async def filter(self) -> None:
        await self.do("filter")
        await self.press(*"overleg", "enter")

    async def unfilter(self) -> None:
        await self.press("escape")

    async def sort(self) -> None:
        await self.do("sort")

    async def move(self) -> None:
        await self.do("cursor_down")

    async def form(self) -> None:
        await self.do("edit")
        await self.press("escape")

    async def outside(self) -> None:
        """Somebody else changes and saves the plan."""

        def change() -> None:
            other = Session.open(self.app.session.path, user="Ben")
            other.update(other.records("activities")[7], {"remarks": f"van Ben {time.time()}"})
            other.save()

        await asyncio.to_thread(change)
        self.app.look_for_changes()
        await self.saved()


EDITS = ("move", "tick", "edit_cell", "add", "remove", "undo", "sort", "filter", "unfilter", "form", "outside")


@asynccontextmanager
async def at_work(path: Path) -> AsyncIterator[Person]:
    """A person before the activities of this plan."""
    app = RoadmapApp(Session.open(path, user="Meting"), Settings())
    async with app.run_test(size=(120, 40)) as pilot:
        person = Person(app, pilot)
        await pilot.pause(0.3)
        await app.switch_mode("activities")
        await pilot.pause(0.3)
        await person.press("down", "down", "down")
        await person.tick()
        yield person


async def measure(path: Path, edits: tuple[str, ...], rounds: int, profile: str) -> list[tuple[str, float, float]]:
    """Per edit the longest stretch and all time of the interface's thread, in milliseconds."""
    found = []
    async with at_work(path) as person:
        for name in edits:
            edit: Callable[[], Awaitable[None]] = getattr(person, name)
            longest, total = [], []
            tool = cProfile.Profile() if name == profile else None
            for _round in range(rounds if name not in ("filter", "unfilter") else 1):
                gc.collect()
                with Meter(tool) as meter:
                    await edit()
                longest.append(meter.longest)
                total.append(meter.total)
            if tool is not None:
                lines = int(os.environ.get("LINES", "45"))
                pstats.Stats(tool).sort_stats(os.environ.get("SORT", "cumtime")).print_stats(lines)
            found.append((name, sorted(longest)[len(longest) // 2], sorted(total)[len(total) // 2]))
    return found


def main(size: int = SIZE, rounds: int = 3, profile: str = "") -> int:
    """Exit code 1 where a limit is passed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.update(ROADMAP_STATE=str(folder / "state"), ROADMAP_CONFIG=str(folder / "none.toml"))
        path = folder / "plan.roadmap.json"
        make_plan(size, path)
        edits = (profile,) if profile else EDITS
        results = asyncio.run(measure(path, edits, rounds, profile))
        print(f"{'longest stretch of the interface, median of ' + str(rounds):<52}{'measured':>12}{'limit':>12}")
        passed = [report(f"{name} (in all {total:.0f} ms)", worst, LIMIT, "ms") for name, worst, total in results]
        return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:3]), *sys.argv[3:]))

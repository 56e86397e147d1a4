"""The main job and every screen over an emulated slow line, 200 ms there and back, 64 kbit/s: when a key shows.

Usage: python -m benchmarks.slow_line [PLAN]      (a plan with 200 activities by default; Linux)
The proxy sits between the program and the terminal: every byte waits for the line to be free and then half the delay.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.make_plan import make_plan
from benchmarks.probe import Probe, Response
from roadmap_tui.actions.table import BY_ID
from roadmap_tui.i18n import _

ROUND_TRIP = 0.2
BYTES_PER_SECOND = 64_000 / 8
LIMIT = 1.5
_CHUNK = 256
_LOOK = 0.01
_FULL_SCREEN = 200
_SHORT = 0.5


class SlowProbe(Probe):
    """A program in a terminal at the other end of a slow line."""

    def __init__(self, command: Sequence[str], columns: int = 80, rows: int = 24) -> None:
        self._on_the_way: deque[tuple[float, bytes]] = deque()
        self._free = 0.0
        self.last_seen = time.perf_counter()
        super().__init__(command, columns, rows)

    def receive(self, data: bytes) -> None:
        """Put what the program sent on the line; it is seen when it has come across."""
        for start in range(0, len(data), _CHUNK):
            part = data[start : start + _CHUNK]
            self._free = max(self._free, time.perf_counter()) + len(part) / BYTES_PER_SECOND
            self._on_the_way.append((self._free + ROUND_TRIP / 2, part))

    def arrive(self) -> None:
        """Show what has come across by now."""
        while self._on_the_way and self._on_the_way[0][0] <= time.perf_counter():
            moment, part = self._on_the_way.popleft()
            self.last_seen = moment
            super().receive(part)

    def wait(self, quiet: float, letters: int = 0, patience: float = 6) -> None:
        """Wait until `letters` stand on the screen, and then until line and program are silent."""
        started = changed = time.perf_counter()
        while time.perf_counter() - started < patience:
            if self.pump(_LOOK):
                changed = time.perf_counter()
            self.arrive()
            is_silent = not self._on_the_way and time.perf_counter() - max(changed, self.last_seen) > quiet
            if is_silent and (not letters or len("".join(self.text().split())) >= letters):
                return

    def key(self, keys: bytes, quiet: float = 1.2) -> Response:
        """Send keys; seconds until the last of the answer stands on the screen, and bytes in all."""
        self.wait(0.05)
        before, started = self.received, time.perf_counter()
        time.sleep(ROUND_TRIP / 2)
        self.write(keys)
        self.wait(quiet)
        seconds = self.last_seen - started if self.received > before else None
        return Response(seconds, self.received - before)


ESCAPE = b"\x1b"
STEPS: tuple[tuple[str, bytes], ...] = (
    ("go to the activities", b"2"),
    ("down", b"\x1b[B"),
    ("page down", b"\x1b[6~"),
    ("mark a row", b"x"),
    ("sort", b"s"),
    ("take the mark away", ESCAPE),
    ("filter", b"/"),
    ("type in the filter", b"kcc"),
    ("close the filter", ESCAPE),
    ("new activity", b"n"),
    ("type a title", b"K"),
    ("type on", b"ick-off"),
    ("next field", b"\t"),
    ("help with a field", b"\x1bOP"),
    ("close the help", ESCAPE),
    ("save the form", b"\x0f"),
    ("edit an activity", b"e"),
    ("leave the form", ESCAPE),
    ("quick add", b"a"),
    ("type a line", b"Kick-off 8 juni"),
    ("leave the line", ESCAPE),
    ("go to the milestones", b"3"),
    ("open the checkpoints", b"\t"),
    ("tick a checkpoint", b" "),
    ("go to the risks", b"4"),
    ("go to the timeline", b"5"),
    ("pan", b"\x1b[C"),
    ("zoom", b"+"),
    ("page down in time", b"\x1b[6~"),
    ("go to the chapters", b"6"),
    ("open a chapter", b"\r"),
    ("back to the chapters", ESCAPE),
    ("go to the stakeholders", b"7"),
    ("go to the programme", b"8"),
    ("go to together", b"9"),
    ("go to the overview", b"1"),
    ("check", b"!"),
    ("back to the overview", b"1"),
    ("help", b"?"),
    ("close the help", ESCAPE),
    ("palette", b":"),
    ("type in the palette", b"plan"),
    ("close the palette", ESCAPE),
    ("search", b"\x06"),
    ("type in the search", b"test"),
    ("close the search", ESCAPE),
    ("other plan", b"\x1b[17~"),
    ("close the plans", ESCAPE),
    ("tour", b"\x1bOR"),
    ("next in the tour", b"\r"),
    ("leave the tour", ESCAPE),
    ("undo", b"u"),
)
PLACES = (
    *("schedule", "workload", "runsheet", "responsibilities", "aftercare", "evaluation", "discharge", "baselines"),
    *("reports", "people", "recovery"),
)
"""Screens without a key of their own, found in the palette."""


def measure(plan: Path) -> Iterator[tuple[str, Response]]:
    """Open the plan, do the main job and visit every screen; the first row is the opening itself."""
    started = time.perf_counter()
    with SlowProbe([sys.executable, "-m", "roadmap_tui", str(plan)]) as probe:
        probe.wait(3, letters=_FULL_SCREEN, patience=40)
        yield "open the plan", Response(probe.last_seen - started, probe.received)
        for name, keys in STEPS:
            yield name, probe.key(keys)
        for place in PLACES:
            probe.key(b":", _SHORT)
            probe.key(_(BY_ID[f"go_{place}"].label).encode(), _SHORT)
            yield f"go to {place} (palette)", probe.key(b"\r")


def main(plan: Path | None) -> int:
    """Exit code 1 where a key takes too long."""
    with tempfile.TemporaryDirectory() as name:
        os.environ.update(ROADMAP_STATE=f"{name}/state", ROADMAP_CONFIG=f"{name}/none.toml", ROADMAP_LANG="nl")
        path = plan or Path(name) / "200.roadmap.json"
        if plan is None:
            make_plan(200, path)
        good = True
        print(f"{'':<32}{'shown in':>10}{'sent':>15}{'on the line':>14}")
        for step, answer in measure(path):
            seconds = answer.seconds or 0.0
            fine = seconds <= LIMIT
            good &= fine
            line = ROUND_TRIP + answer.size / BYTES_PER_SECOND
            verdict = "ok" if fine else "TOO LONG"
            print(f"{step:<32}{seconds:>8.2f} s{answer.size:>9,} bytes{line:>12.2f} s  {verdict}", flush=True)
    load = os.getloadavg()[0]
    print(f"load {load:.1f}; a key may take {LIMIT} s on {8 * BYTES_PER_SECOND / 1000:.0f} kbit/s and {ROUND_TRIP} s")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else None))

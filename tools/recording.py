"""Record the main job in the real program, as an asciinema cast (version 2) for the README and the manual.

Usage: python tools/recording.py [FILE]      (docs/main-job.cast by default; Linux). Play it with: asciinema play FILE
"""

from __future__ import annotations

import codecs
import json
import os
import shlex
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.probe import Probe  # noqa: E402
from roadmap_tui.exchange.templates import build, load_example  # noqa: E402
from roadmap_tui.session import Session  # noqa: E402

COLUMNS, ROWS = 100, 30
_LONGEST_PAUSE, _PER_KEY, _QUIET = 1.6, 0.09, 0.8
_ESC, _ENTER, _DOWN, _RIGHT = "\x1b", "\r", "\x1b[B", "\x1b[C"
STEPS: tuple[tuple[str, ...], ...] = (
    ("2",),
    (_DOWN,),
    (_DOWN,),
    ("n",),
    tuple("Kick-off projectteam"),
    ("\x0f",),
    ("3",),
    (_DOWN,),
    ("5",),
    (_RIGHT,),
    ("+",),
    ("1",),
    ("q",),
)


class Recorder(Probe):
    """A terminal that remembers what it was sent, and when."""

    def __init__(self, command: Sequence[str]) -> None:
        self.events: list[tuple[float, str]] = []
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        super().__init__(command, COLUMNS, ROWS)

    def receive(self, data: bytes) -> None:
        self.events.append((time.perf_counter(), self._decoder.decode(data)))
        super().receive(data)


def record(plan: Path) -> list[tuple[float, str]]:
    """What the program sent while the main job was done, with pauses shortened to what a reader needs."""
    with Recorder([sys.executable, "-m", "roadmap_tui", str(plan)]) as recorder:
        recorder.first_paint()
        recorder.settle(2.0)
        for keys in STEPS:
            for key in keys:
                recorder.press(key.encode(), quiet=_PER_KEY)
            recorder.settle(_QUIET)
        events = recorder.events
    moment, before, found = 0.0, events[0][0], []
    for at, text in events:
        moment += min(at - before, _LONGEST_PAUSE)
        before = at
        found.append((round(moment, 3), text))
    return found


def main(target: Path) -> None:
    """Write the recording."""
    with tempfile.TemporaryDirectory() as name:
        os.environ.update(ROADMAP_STATE=f"{name}/state", ROADMAP_CONFIG=f"{name}/none.toml")
        plan = Path(name) / "voorbeeld.roadmap.json"
        Session.create(plan, build(load_example(), date.today()), user="Anna")
        events = record(plan)
    command = shlex.join(["roadmap", "voorbeeld.roadmap.json"])
    head = {"version": 2, "width": COLUMNS, "height": ROWS, "title": "Roadmap", "command": command}
    lines = [json.dumps(head), *(json.dumps([moment, "o", text]) for moment, text in events)]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{target}: {events[-1][0]:.0f} s, {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "main-job.cast")

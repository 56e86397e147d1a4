"""How long saving, opening and joining take, and whether keys wait for a save: python -m benchmarks.sharing [ROUNDS].

Small plans are held against milliseconds, large ones against json.load of the same files in the same run (Linux).
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from benchmarks.make_plan import make_plan
from benchmarks.probe import Probe
from benchmarks.run import interleaved, report
from roadmap_tui.session import Session
from roadmap_tui.store.document import Document
from roadmap_tui.store.encoding import encode_file
from roadmap_tui.store.join import join_tables
from roadmap_tui.store.loading import load

ROUNDS, SMALL, LARGE = 9, 200, 10_000
_ROADMAP = [sys.executable, "-m", "roadmap_tui"]
_DOWN, _TICK = b"\x1b[B", b" "
_KEYS, _TICKS = 15, 6


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def saves(path: Path, rounds: int) -> list[float]:
    """Seconds of saving one change each, with the safety copy."""
    session = Session.open(path)
    found = []
    for count in range(rounds):
        session.update(session.records("activities")[count], {"remarks": f"Gewijzigd {count}"})
        found.append(seconds(session.save))
    return found


def two_copies(path: Path) -> tuple[bytes, bytes]:
    """The plan as two people have it, who changed twenty activities each, ten of which are the same."""
    copies = []
    for place, name in ((0, "anna"), (10, "ben")):
        session = Session.open(path, user=name)
        for record in session.records("activities")[place : place + 20]:
            session.update(record, {"title": f"Van {name}", "remarks": f"Gewijzigd door {name}"})
        copies.append(encode_file(session.tables))
    return copies[0], copies[1]


def joins(ours: bytes, theirs: bytes) -> float:
    """Seconds of joining two copies that are in memory."""
    left, right = (load(data, Path("plan.json")).tables for data in (ours, theirs))
    return seconds(lambda: join_tables(left, right))


def takes_in(path: Path, copy: bytes) -> float:
    """Seconds of reading a copy of an open plan and joining it."""
    document = Document.open(path)
    return seconds(lambda: document.join(document.read_state(copy, path)))


def keys(path: Path) -> tuple[list[float], list[float]]:
    """Milliseconds that each key waits for its answer in a large plan, during saves and while nothing goes on."""
    found = []
    with Probe([*_ROADMAP, str(path)]) as probe:
        probe.first_paint()
        probe.settle()
        probe.press(b"2", quiet=1.0)
        for _tick in range(_TICKS):
            probe.press(_TICK, quiet=0.005)
            found += _waits(probe)
            probe.settle(1.0)
        return found, _waits(probe)


def _waits(probe: Probe) -> list[float]:
    answers = [probe.press(_DOWN, quiet=0.01) for _key in range(_KEYS)]
    return [1000 * answer.seconds for answer in answers if answer.seconds is not None]


def longest_wait(path: Path) -> float:
    """Milliseconds that another thread, as the interface is one, waits at most while a large plan is saved."""
    session = Session.open(path)
    session.update(session.records("activities")[0], {"remarks": f"Gewijzigd {time.time()}"})
    saving = Thread(target=session.save)
    saving.start()
    longest, last = 0.0, time.perf_counter()
    while saving.is_alive():
        time.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return 1000 * longest


def main(rounds: int = ROUNDS) -> int:
    """Exit code 1 where a limit is passed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.update(ROADMAP_STATE=str(folder / "state"), ROADMAP_CONFIG=str(folder / "none.toml"))
        plans = {size: folder / f"{size}.roadmap.json" for size in (SMALL, LARGE)}
        for size, path in plans.items():
            print(f"plan with {size:,} activities: {make_plan(size, path):,} bytes")
        print(f"\n{'median of ' + str(rounds) + ' rounds':<52}{'measured':>12}{'limit':>12}")
        results = [*_small(plans[SMALL], rounds), *_large(plans[LARGE], rounds), *_keys(plans[LARGE], rounds)]
        return 0 if all(results) else 1


def _small(path: Path, rounds: int) -> list[bool]:
    copies = two_copies(path)
    return [
        report("save, 200 activities", 1000 * statistics.median(saves(path, 4 * rounds)), 15, "ms"),
        report("join, 200", 1000 * statistics.median(joins(*copies) for _round in range(rounds)), 15, "ms"),
    ]


def _large(path: Path, rounds: int) -> list[bool]:
    data = path.read_bytes()
    ours, theirs = two_copies(path)
    times = interleaved(
        rounds,
        {
            "json": lambda: seconds(lambda: json.loads(data)),
            "open": lambda: seconds(lambda: Document.open(path)),
            "json of both": lambda: seconds(lambda: (json.loads(ours), json.loads(theirs))),
            "join": lambda: joins(ours, theirs),
            "take in": lambda: takes_in(path, theirs),
        },
    )
    median = {name: statistics.median(found) for name, found in times.items()}
    return [
        report("open, 10,000 activities / json.load", median["open"] / median["json"], 10, "x"),
        report("join, 10,000 activities / json.load of both", median["join"] / median["json of both"], 3, "x"),
        report("take in a copy, 10,000 / json.load of both", median["take in"] / median["json of both"], 3, "x"),
    ]


def _keys(path: Path, rounds: int) -> list[bool]:
    during, at_rest = keys(path)
    waits = [longest_wait(path) for _round in range(rounds)]
    return [
        report("key at rest, 10,000, 95th percentile", statistics.quantiles(at_rest, n=20)[-1], 30, "ms"),
        report("key while saving 10,000, 95th percentile", statistics.quantiles(during, n=20)[-1], 30, "ms"),
        report("longest wait of a thread while saving 10,000", statistics.median(waits), 30, "ms"),
    ]


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))

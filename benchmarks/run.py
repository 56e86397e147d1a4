"""Measure speed and weight as ratios to the smallest program of the kind, and hold them against their limits.

Usage: python -m benchmarks.run [ROUNDS]      (15 interleaved rounds by default; Linux)
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from benchmarks.make_plan import make_plan
from benchmarks.probe import Probe

_PYTHON = sys.executable
_ROADMAP = [_PYTHON, "-m", "roadmap_tui"]
_DOWN = b"\x1b[B"
_RIGHT, _LEFT = b"\x1b[C", b"\x1b[D"
_PAGE_DOWN, _PAGES = b"\x1b[6~", 20
_STEPS = 40
_LOADED = 3.0
"""Seconds of silence after which a large plan has been read."""


T = TypeVar("T")


class Start(NamedTuple):
    """One start of an application: seconds to first paint, bytes until silent, peak memory in kB."""

    seconds: float
    size: int
    memory: int


def wall_time(command: list[str]) -> float:
    """Seconds that a command takes from start to end."""
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def start(command: list[str]) -> Start:
    """Start an application and wait until it is silent."""
    with Probe(command) as probe:
        seconds = probe.first_paint()
        return Start(seconds, probe.settle(1.0), probe.peak_memory())


def cursor(path: Path) -> tuple[list[float], list[int]]:
    """Latencies in milliseconds and bytes of steps down in the list of activities."""
    with Probe([*_ROADMAP, str(path)]) as probe:
        probe.first_paint()
        probe.settle(1.0)
        probe.press(b"2", quiet=_STEPS / 100)
        answers = [probe.press(_DOWN) for _step in range(_STEPS)]
    return [1000 * answer.seconds for answer in answers if answer.seconds is not None], [a.size for a in answers]


def timeline(path: Path) -> tuple[list[float], list[int]]:
    """Latencies in milliseconds and bytes of panning and zooming the timeline, amid the activities."""
    there_and_back = [_RIGHT] * 3 + [_LEFT] * 3
    tour = [*there_and_back, *([b"+", *there_and_back] * 3), *([b"-", *there_and_back] * 4), b"f"]
    with Probe([*_ROADMAP, str(path)]) as probe:
        probe.first_paint()
        probe.settle(1.0)
        probe.press(b"5", quiet=1.5)
        probe.press(_PAGE_DOWN * _PAGES, quiet=1.0)
        answers = [probe.press(key) for key in tour]
    return [1000 * answer.seconds for answer in answers if answer.seconds is not None], [a.size for a in answers]


def keys(path: Path) -> dict[str, list[int]]:
    """Bytes per key of what people do most, beside moving the cursor."""
    with Probe([*_ROADMAP, str(path)]) as probe:
        probe.first_paint()
        probe.settle(_LOADED)
        switches = [probe.press(b"%d" % digit, quiet=0.8).size for digit in (2, 3, 4, 6, 1, 2, 3)]
        probe.press(b"\t")
        ticks = []
        for _checkpoint in range(7):
            ticks.append(probe.press(b" ", quiet=0.8).size)
            probe.press(_DOWN, quiet=0.4)
        probe.press(b"2", quiet=0.8)
        probe.press(b"/", quiet=0.4)
        typed = [probe.press(letter.encode(), quiet=0.4).size for letter in "testen"]
    return {"switch screen": switches, "tick a checkpoint": ticks, "type in a filter": typed}


def interleaved(rounds: int, measures: dict[str, Callable[[], T]]) -> dict[str, list[T]]:
    """Every measure once per round, so that a busy moment touches all alike."""
    found: dict[str, list[T]] = {name: [] for name in measures}
    for _round in range(rounds):
        for name, measure in measures.items():
            found[name].append(measure())
    return found


def report(name: str, value: float, limit: float, unit: str) -> bool:
    """One line of the table; True where the value is within its limit."""
    good = value <= limit
    print(f"{name:<52}{value:>12,.1f}{limit:>12,.1f} {unit:<6}{'ok' if good else 'TOO MUCH'}", flush=True)
    return good


def main(rounds: int) -> int:
    """Exit code 1 where a limit is passed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.update(ROADMAP_STATE=str(folder / "state"), ROADMAP_CONFIG=str(folder / "none.toml"))
        plans = {size: folder / f"{size}.roadmap.json" for size in (200, 10_000)}
        for size, path in plans.items():
            print(f"plan with {size:,} activities: {make_plan(size, path):,} bytes")
        print(f"\n{'median of ' + str(rounds) + ' interleaved runs':<52}{'measured':>12}{'limit':>12}")
        results = [*_status(rounds, plans), *_starts(rounds, plans), *_cursor(plans), *_keys(plans), *_timeline(plans)]
        print(f"load {os.getloadavg()[0]:.1f}")
        return 0 if all(results) else 1


def _status(rounds: int, plans: dict[int, Path]) -> list[bool]:
    commands = {"pass": [_PYTHON, "-c", "pass"]}
    commands |= {str(size): [*_ROADMAP, "status", str(path)] for size, path in plans.items()}
    times = interleaved(rounds, {key: lambda c=command: wall_time(c) for key, command in commands.items()})  # type: ignore[misc]
    base = statistics.median(times["pass"])
    limits = {200: 8, 10_000: 40}
    return [
        report(f"status, {size:,} activities / python -c pass", statistics.median(times[str(size)]) / base, limit, "x")
        for size, limit in limits.items()
    ]


def _starts(rounds: int, plans: dict[int, Path]) -> list[bool]:
    commands = {"bare": [_PYTHON, "-m", "benchmarks.bare_app"]}
    commands |= {str(size): [*_ROADMAP, str(path)] for size, path in plans.items()}
    found = interleaved(rounds, {key: lambda c=command: start(c) for key, command in commands.items()})  # type: ignore[misc]
    median = {key: Start(*map(statistics.median, zip(*runs, strict=True))) for key, runs in found.items()}
    bare = median["bare"]
    results = []
    for size, limit in {200: 1.5, 10_000: 1.8}.items():
        ours = median[str(size)]
        results += [
            report(f"first paint, {size:,} activities / bare application", ours.seconds / bare.seconds, limit, "x"),
            report(f"bytes at start, {size:,} activities", ours.size, 15_000, "bytes"),
            report(f"memory, {size:,} activities / bare application", ours.memory / bare.memory, 3, "x"),
        ]
    return results


def _cursor(plans: dict[int, Path]) -> list[bool]:
    results = []
    for size, path in plans.items():
        latencies, sizes = cursor(path)
        slow = statistics.quantiles(latencies, n=20)[-1]
        results += [
            report(f"cursor down, {size:,} activities, median", statistics.median(sizes), 900, "bytes"),
            report(f"cursor down, {size:,} activities, 95th percentile", slow, 30, "ms"),
        ]
    return results


def _keys(plans: dict[int, Path]) -> list[bool]:
    limits = {"switch screen": 9_000, "tick a checkpoint": 800, "type in a filter": 5_000}
    results = []
    for size, path in plans.items():
        for name, sizes in keys(path).items():
            label = f"{name}, {size:,} activities, median"
            results.append(report(label, statistics.median(sizes), limits[name], "bytes"))
    return results


def _timeline(plans: dict[int, Path]) -> list[bool]:
    results = []
    for size, path in plans.items():
        latencies, sizes = timeline(path)
        slow, large = statistics.quantiles(latencies, n=20)[-1], statistics.quantiles(sizes, n=20)[-1]
        results += [
            report(f"timeline, {size:,} activities, median", statistics.median(sizes), 3_000, "bytes"),
            report(f"timeline, {size:,} activities, 95th percentile", large, 4_000, "bytes"),
            report(f"timeline, {size:,} activities, 95th percentile", slow, 40, "ms"),
        ]
    return results


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 15))

"""How long reading 10,000 distinct expressions takes: python benchmarks/reading.py."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent))

from roadmap_tui.planning.reading import Reader, WhenContext

COUNT = 10_000
RUNS = 5
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def whens() -> list[str]:
    """Distinct time expressions of every kind, in a fixed random order."""
    found = list(dict.fromkeys(_whens()))
    random.Random(1).shuffle(found)
    return found[:COUNT]


def _whens() -> Iterator[str]:
    for year in range(2024, 2030):
        for month in MONTHS:
            for day in range(1, 27):
                yield f"{day} {month} {year}"
                yield f"{day} en {day + 2} {month} {year}"
                yield f"di {day} {month} {year} 14.00 uur"
            yield from (f"{part} {month} {year}" for part in ("begin", "medio", "eind", "1e week van", "uiterlijk"))
            for other in MONTHS:
                yield f"{month}/{other} {year}"
                yield f"eind {month} - begin {other} {year}"
                yield f"tweewekelijks van {month} t/m {other} {year} (o.v.b.)"
                yield f"vanaf {month}, gereed eind {other} {year}"
        for week in range(1, 52):
            yield from (f"week {week} {year}", f"wk {week} t/m {week + 1} {year}", f"{week} weken voor 1 mei {year}")


def efforts() -> list[str]:
    """Distinct duration expressions."""
    return list(
        dict.fromkeys(
            f"{count} {kind} van {minutes / 4:g} uur{ending}".replace(".", ",")
            for count in range(1, 26)
            for kind in ("sessies", "bijeenkomsten", "x", "workshops")
            for minutes in range(1, 26)
            for ending in ("", " per week", " (Teams)", " + 1 uur evaluatie")
        )
    )[:COUNT]


def seconds(read: Callable[[str], object], texts: list[str]) -> float:
    """How much processor time it takes to read all texts once."""
    start = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - start


def loop_seconds() -> float:
    """How much processor time a fixed loop takes now: a measure of how busy the machine is."""
    start = time.process_time()
    total = 0
    for i in range(3_000_000):
        total += i & 7
    return time.process_time() - start


def import_seconds(statement: str) -> float:
    """How long a fresh interpreter needs for one statement."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True, cwd=Path(__file__).parent.parent)
    return time.perf_counter() - start


def main() -> None:
    """Print medians of RUNS runs."""
    context = WhenContext(2026, date(2026, 3, 1))
    for name, texts in (("when", whens()), ("effort", efforts())):
        runs = [seconds(getattr(Reader(context), name), texts) for _ in range(RUNS)]
        ratio = median(runs) / loop_seconds()
        print(f"{name}: {len(texts)} distinct in {median(runs):.3f} s (best {min(runs):.3f} s), {ratio:.1f} loops")
    bare, package = [], []
    for _ in range(RUNS):
        bare.append(import_seconds("import msgspec"))
        package.append(import_seconds("import roadmap_tui.planning.reading"))
    print(f"import: {1000 * (median(package) - median(bare)):.0f} ms on top of msgspec ({1000 * median(bare):.0f} ms)")


if __name__ == "__main__":
    main()

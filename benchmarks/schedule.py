"""How long scheduling takes beside a bare topological sort of the same network: python -m benchmarks.schedule [ROUNDS].

10,000 activities and 20,000 links that never form a loop; the limit is 10 times the bare sort in the same run.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from graphlib import TopologicalSorter
from statistics import median

from roadmap_tui.planning.calendar import Calendar
from roadmap_tui.planning.schedule import Dependency, Task, compute

ACTIVITIES, LINKS, ROUNDS, LIMIT = 10_000, 20_000, 15, 10.0
ORIGIN = date(2026, 1, 5)


def network(dated: bool) -> tuple[list[Task], list[Dependency]]:
    """Always the same network; with `dated` half of the activities has dates or a period of its own."""
    chance = random.Random(1)
    tasks = [_task(number, chance, dated) for number in range(ACTIVITIES)]
    links = []
    for _ in range(LINKS):
        first, second = sorted(chance.sample(range(ACTIVITIES), 2))
        kind = chance.choice(("FS", "FS", "FS", "SS", "FF", "SF"))
        links.append(Dependency(first, second, kind, chance.randint(-5, 10)))
    return tasks, links


def _task(number: int, chance: random.Random, dated: bool) -> Task:
    start = ORIGIN + timedelta(days=chance.randint(0, 1500))
    end, duration = start + timedelta(days=chance.randint(0, 90)), chance.randint(0, 15)
    if not dated or chance.random() < 0.5:
        return Task(number, duration=duration)
    return Task(number, start, end, duration, chance.choice(("fixed", "period", "free")))


def bare_sort(tasks: list[Task], links: list[Dependency]) -> list[int]:
    """The activities in an order that respects the links, and nothing more."""
    sorter: TopologicalSorter[int] = TopologicalSorter()
    for task in tasks:
        sorter.add(task.id)
    for link in links:
        sorter.add(link.target, link.source)
    return list(sorter.static_order())


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main(rounds: int = ROUNDS) -> int:
    """Print the medians of interleaved rounds and the ratios; answers 1 where one is above the limit."""
    calendar, worst = Calendar(), 0.0
    print(f"{ACTIVITIES} activities, {LINKS} links, medians of {rounds} interleaved rounds")
    for name, dated in (("durations and links only", False), ("half of them with dates", True)):
        tasks, links = network(dated)
        bare, ours = [], []
        for _ in range(rounds):
            bare.append(seconds(lambda tasks=tasks, links=links: bare_sort(tasks, links)))  # type: ignore[misc]
            ours.append(seconds(lambda tasks=tasks, links=links: compute(tasks, links, calendar, ORIGIN)))  # type: ignore[misc]
        ratio = median(ours) / median(bare)
        worst = max(worst, ratio)
        print(f"{name}: {1000 * median(ours):.0f} ms, bare sort {1000 * median(bare):.0f} ms, ratio {ratio:.1f}")
    print(f"limit {LIMIT:.0f}: {'kept' if worst <= LIMIT else 'exceeded'}")
    return int(worst > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))

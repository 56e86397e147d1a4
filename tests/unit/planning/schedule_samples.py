"""Networks written as one line per activity, and plans in memory, for the tests of schedules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from roadmap_tui.planning.calendar import Calendar
from roadmap_tui.planning.schedule import Dependency, Schedule, Task, compute
from roadmap_tui.planning.workdays import WorkDays
from roadmap_tui.session import Session

MONDAY = date(2026, 1, 5)
TODAY = date(2026, 3, 2)


class EveryDay(Calendar):
    """A calendar without days off, so that day numbers of a textbook are calendar days."""

    def is_working_day(self, day: date) -> bool:
        """Every day is."""
        return True


def network(text: str) -> tuple[list[Task], list[Dependency], dict[str, int]]:
    """Tasks and finish-start links from lines such as "C 10 A B": a name, a duration, what it waits for."""
    lines = [line.split() for line in text.strip().splitlines()]
    ids = {words[0]: number for number, words in enumerate(lines, 1)}
    tasks = [Task(ids[words[0]], duration=int(words[1])) for words in lines]
    links = [Dependency(ids[before], ids[words[0]]) for words in lines for before in words[2:]]
    return tasks, links, ids


def textbook(text: str) -> tuple[int, dict[str, int], str]:
    """The length of a network in days, the slack of each activity that has any, and the critical ones in order."""
    tasks, links, ids = network(text)
    found = compute(tasks, links, EveryDay(), MONDAY)
    assert found.finish is not None
    slack = {name: found.tasks[each].slack_days for name, each in ids.items()}
    critical = "-".join(name for name, each in ids.items() if found.tasks[each].critical)
    return (found.finish - MONDAY).days + 1, {name: days for name, days in slack.items() if days}, critical


def scheduled(tasks: Iterable[Task], links: Iterable[Dependency] = (), origin: date = MONDAY) -> Schedule:
    """A schedule in the Dutch calendar."""
    return compute(list(tasks), list(links), Calendar(), origin)


def working_days(origin: date = MONDAY) -> WorkDays:
    """The working days of the Dutch calendar."""
    return WorkDays(Calendar(), origin)


def plan_with(path: Path, rows: Mapping[str, Iterable[Mapping[str, Any]]], **plan: Any) -> Session:
    """A plan of 2026 that is in no file yet; rows name their own `id`, or get one."""
    found: list[tuple[str, int, Mapping[str, Any]]] = [("plan", 1, {"title": "Plan", "year": 2026, **plan})]
    number = 1000
    for table, items in rows.items():
        for item in items:
            number += 1
            found.append((table, item.get("id", number), {name: v for name, v in item.items() if name != "id"}))
    return Session.start(path / "p.roadmap.json", found, user="Anna", today=TODAY)

"""Whatever somebody did to a plan file: it opens and can be used, or it is refused in one sentence."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from roadmap_tui.errors import RoadmapError
from roadmap_tui.model.registry import TABLES
from roadmap_tui.session import Session
from roadmap_tui.store.changes import Change

ODD_VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 5, 2**70, 1.5, "", "x", "\ud800", "\x1b[2J", "9" * 30, "999999999999999-0000000000-00000000",
    [], [1], {}, {"x": 1}, {"r": {}}, {"*": "x"}, [[]] * 3,
)  # fmt: skip


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A plan with every kind of stored thing: records, bin, history, concurrent values."""
    path = tmp_path_factory.mktemp("plan") / "p.roadmap.json"
    session = Session.create(path, [("plan", 50, {"title": "Plan", "go_live": "2026-11-02"})])
    first = session.add("activities", {"title": "Eerst", "when": "8 en 15 juni", "sessions": "2 sessies van 3 uur"})
    session.add("activities", {"title": "Tweede", "lead": "Beleid"})
    milestone = session.add("milestones", {"title": "Draaiboek", "offset": "T-2w"})
    session.add("checkpoints", {"title": "Terugval", "milestone": milestone})
    session.add("risks", {"title": "Uitval", "chance": 4, "impact": 4})
    session.commit([Change("activities", first, {"title": "Anders"}, frozenset())])
    session.commit([Change("activities", first, action="delete")])
    session.undo()
    session.commit([Change("milestones", milestone, action="delete")])
    session.save()
    return path.read_bytes()


def _places(value: Any, found: list[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        found.append((value, key))
        _places(inner, found)
    return found


def _use(path: Path) -> None:
    """What any start of the program does with a plan, and one change."""
    session = Session.open(path)
    for table in TABLES:
        for record in session.records(table):
            session.seen(record)
    assert session.outlook.health.reasons is not None
    session.last_change()
    session.add("activities", {"title": "Nog een"})
    for record in session.records("activities")[:1]:
        session.update(record, {"title": "Gewijzigd"})
        session.commit([Change("activities", record.id, action="delete")])
    session.undo()
    session.save()
    assert Session.open(path).records("activities") == session.records("activities")


def _try(path: Path, data: bytes) -> bool:
    path.write_bytes(data)
    try:
        _use(path)
    except RoadmapError as error:
        message = str(error)
    else:
        return True
    assert len(message.splitlines()) == 1
    return False


def test_the_whole_plan_is_used_without_complaint(whole: bytes, tmp_path: Path) -> None:
    assert _try(tmp_path / "p.roadmap.json", whole)


_EVERY = 8
"""One value in so many is tried in this run; all of them are among the mutations of the proofs."""


def test_single_values_replaced_or_removed(whole: bytes, tmp_path: Path) -> None:
    chance = random.Random(11)
    count = len(_places(json.loads(whole), []))
    usable = 0
    for index in range(chance.randrange(_EVERY), count, _EVERY):
        for value in (*chance.sample(ODD_VALUES, 5), ...):
            content = json.loads(whole)
            holder, key = _places(content, [])[index]
            if value is not ...:
                holder[key] = value
            else:
                del holder[key]
            usable += _try(tmp_path / "p.roadmap.json", json.dumps(content).encode())
    assert usable > count // _EVERY


def test_bytes_changed_at_random(whole: bytes, tmp_path: Path) -> None:
    chance = random.Random(12)
    for _round in range(300):
        data = bytearray(whole)
        for _spot in range(chance.randint(1, 3)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        _try(tmp_path / "p.roadmap.json", bytes(data))

"""Whatever somebody did to a copy: it is merged by the laws of the join, or refused in one sentence."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from test_store_damage import ODD_VALUES, _places

from roadmap_tui.editing import edits
from roadmap_tui.errors import RoadmapError
from roadmap_tui.services import sharing
from roadmap_tui.session import Session
from roadmap_tui.store.changes import Change
from roadmap_tui.store.encoding import Tables, encode_file
from roadmap_tui.store.join import join_tables
from roadmap_tui.store.loading import load


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """One plan as two people have it: with a clash, removals, undo, history, and a record only one of them has."""
    path = tmp_path_factory.mktemp("plan") / "p.roadmap.json"
    anna = Session.create(path, [("plan", 50, {"title": "Plan", "go_live": "2026-11-02"})])
    for title in ("Eerst", "Tweede", "Derde"):
        anna.add("activities", {"title": title, "lead": "Beleid", "order": "n"})
    anna.save()
    ben = Session.open(path)
    for session, name in ((anna, "Anna"), (ben, "Ben")):
        session.update(session.find("A1"), {"title": name, "lead": None})
        session.update(session.find("A1"), {"title": f"{name} weer"})
        session.undo()
        session.add("risks", {"title": f"Risico van {name}"})
    anna.commit(edits.delete(anna.tables, [anna.find("A2")]))
    ben.commit(edits.delete(ben.tables, [ben.find("A3")]))
    ben.commit([Change("activities", ben.find("A2").id, {"when": "juni"})])
    both = join_tables(anna.tables, ben.tables)
    ben.update(ben.find("A1"), {"title": "Ben nog eens"})
    return encode_file(both), encode_file(ben.tables)


def _check_laws(ours: Tables, theirs: Tables) -> None:
    once = join_tables(ours, theirs)
    assert encode_file(once) == encode_file(join_tables(theirs, ours))
    assert encode_file(join_tables(once, theirs)) == encode_file(once)
    assert encode_file(join_tables(ours, once)) == encode_file(once)


def _take_in(plan: Path, copy: Path) -> bool:
    session = Session.open(plan)
    try:
        sharing.merge(session, [copy])
    except RoadmapError as error:
        message = str(error)
    else:
        for found in sharing.differences(session):
            assert found.values
        assert sharing.history(session)
        assert isinstance(session.news(), str)
        session.records("activities")
        session.save()
        assert encode_file(Session.open(plan).tables) == plan.read_bytes() == encode_file(session.tables)
        return True
    assert len(message.splitlines()) == 1
    return False


def test_every_value_of_a_copy_replaced_or_removed(pair: tuple[bytes, bytes], tmp_path: Path) -> None:
    chance = random.Random(5)
    plan, copy = tmp_path / "p.roadmap.json", tmp_path / "copy.json"
    ours = load(pair[0], plan).tables
    merged = 0
    count = len(_places(json.loads(pair[1]), []))
    for index in range(count):
        for value in (*chance.sample(ODD_VALUES, 2), ...):
            content = json.loads(pair[1])
            holder, key = _places(content, [])[index]
            if value is ...:
                del holder[key]
            else:
                holder[key] = value
            copy.write_text(json.dumps(content))
            plan.write_bytes(pair[0])
            if _take_in(plan, copy):
                merged += 1
                _check_laws(ours, load(copy.read_bytes(), copy).tables)
    assert merged > count

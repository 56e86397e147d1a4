"""What people change in the file itself, or with plain TinyDB, is taken in as changes that everybody can see."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from store_samples import BEN, commit, locks, next_rev, sample
from tinydb import Query, TinyDB

from roadmap_tui.store.changes import Change
from roadmap_tui.store.document import Document
from roadmap_tui.store.encoding import encode_file
from roadmap_tui.store.external import sealed_lines
from roadmap_tui.store.join import join_tables
from roadmap_tui.store.loading import load
from roadmap_tui.store.revisions import OUTSIDE, actor_of, heads, time_of


def _rewritten(path: Path, change: Callable[[Any], object], indent: int | None = None) -> None:
    content = json.loads(path.read_text())
    change(content)
    path.write_text(json.dumps(content, indent=indent))


def test_an_edit_by_hand_beside_a_running_program_is_one_visible_change(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    before = heads(document.tables["activities"][101], "lead")
    _rewritten(document.path, lambda content: content["activities"]["101"].update(title="Met de hand"))
    assert document.refresh() == {("activities", 101)}
    record = document.tables["activities"][101]
    ((rev, value),) = heads(record, "title").items()
    assert (actor_of(rev), value) == (OUTSIDE, "Met de hand")
    assert {"title": "Activiteit 1"} in record["_"]["h"].values()
    assert heads(record, "lead") == before


def test_a_field_emptied_by_hand_is_empty(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    _rewritten(document.path, lambda content: content["activities"]["101"].pop("lead"), indent=2)
    document.refresh()
    assert "lead" not in document.tables["activities"][101]
    assert list(heads(document.tables["activities"][101], "lead").values()) == [None]


def test_everybody_who_opens_the_same_edited_file_gets_the_same_bytes(tmp_path: Path) -> None:
    path = sample(tmp_path / "p.roadmap.json").path
    _rewritten(path, lambda content: content["activities"]["101"].update(title="Met de hand", hours=4))
    first, second = (load(path.read_bytes(), path) for _person in range(2))
    assert encode_file(first.tables) == encode_file(second.tables)
    assert first.outside == {("activities", 101)}
    assert first.tables["activities"][101]["hours"] == 4


def test_with_and_without_an_earlier_state_comes_to_the_same_value(tmp_path: Path) -> None:
    known = sample(tmp_path / "p.roadmap.json")
    commit(known, Change("activities", 101, {"title": "Nieuwer"}))
    known.save(locks(known.path))
    _rewritten(known.path, lambda content: content["activities"]["101"].update(title="Met de hand"))
    data = known.path.read_bytes()
    alone, beside = load(data, known.path).tables, load(data, known.path, known.tables).tables
    both = join_tables(alone, beside)
    assert encode_file(both) == encode_file(join_tables(beside, alone))
    assert list(heads(both["activities"][101], "title").values()) == ["Met de hand"]
    assert alone["activities"][101]["lead"] == both["activities"][101]["lead"] == "Projectleider é"


def test_an_edit_by_hand_of_an_old_copy_does_not_undo_newer_work(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    old = document.path.read_bytes()
    commit(document, Change("activities", 101, {"title": "Nieuwer"}))
    document.save(locks(document.path))
    document.path.write_bytes(old)
    _rewritten(document.path, lambda content: content["activities"]["101"].update(title="Met de hand"))
    document.refresh()
    found = heads(document.tables["activities"][101], "title")
    assert sorted(found.values()) == ["Met de hand", "Nieuwer"]


def test_lines_removed_by_hand_are_not_deletions(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    _rewritten(document.path, lambda content: content["activities"].pop("102"))
    document.refresh()
    assert document.tables["activities"][102]["title"] == "Activiteit 2"
    assert document.unsaved == 1
    document.save(locks(document.path))
    assert Document.open(document.path).tables["activities"][102]["title"] == "Activiteit 2"


def test_plain_tinydb_writes_are_changes_too(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    with TinyDB(document.path) as database:
        database.table("activities").update({"status": "done"}, Query().number == "A2")
        new = database.table("activities").insert({"title": "Met TinyDB", "*": 1})
        database.table("activities").remove(doc_ids=[103])
    assert document.refresh() == {("activities", 102), ("activities", new)}
    assert document.tables["activities"][102]["status"] == "done"
    assert actor_of(max(heads(document.tables["activities"][102], "status"))) == OUTSIDE
    assert document.tables["activities"][new]["*_"] == 1
    assert document.tables["activities"][103]["title"] == "Activiteit 3"


def test_writing_the_file_in_another_layout_changes_nothing(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    commit(document, Change("activities", 103, action="delete"), actor=BEN)
    document.save(locks(document.path))
    _rewritten(document.path, lambda content: None, indent=4)
    loaded = load(document.path.read_bytes(), document.path)
    assert loaded.outside == frozenset()
    assert encode_file(loaded.tables) == encode_file(document.tables)
    assert document.refresh() == set()
    assert document.unsaved == 0


def test_a_change_after_one_by_hand_is_newer_than_it(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    _rewritten(document.path, lambda content: content["activities"]["101"].update(title="Met de hand"))
    again = Document.open(document.path)
    (rev,) = heads(again.tables["activities"][101], "title")
    assert time_of(rev) <= time_of(again.newest)
    again.commit(next_rev(), (Change("activities", 101, {"title": "Daarna"}),))
    assert list(heads(again.tables["activities"][101], "title").values()) == ["Daarna"]


@pytest.mark.parametrize("field", ["title", "_"])
def test_a_line_counts_as_ours_only_while_its_seal_fits(tmp_path: Path, field: str) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    whole = document.path.read_bytes()
    assert set(sealed_lines(whole)["activities"]) == {101, 102, 103}
    broken = whole.replace(b"Activiteit 2" if field == "title" else b'"r":{"*":"0017', b"Activiteit 9"[:12], 1)
    assert broken != whole
    lines = sealed_lines(broken)
    assert sum(len(rows) for rows in lines.values()) == sum(len(rows) for rows in sealed_lines(whole).values()) - 1

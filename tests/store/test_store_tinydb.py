"""A plan file is an ordinary TinyDB file, and `open_database` is a TinyDB whose writes are safe and undoable."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from store_samples import locks, sample
from tinydb import Query, TinyDB

from roadmap_tui.errors import UnreadableError
from roadmap_tui.model.handles import handle
from roadmap_tui.store.document import Document
from roadmap_tui.store.revisions import actor_of, newest_revision
from roadmap_tui.store.storage import open_database
from roadmap_tui.store.undo import inverse, last_undoable

ACTOR = 7


def test_plain_tinydb_reads_queries_and_updates(tmp_path: Path) -> None:
    path = sample(tmp_path / "p.roadmap.json").path
    with TinyDB(path) as database:
        table = database.table("activities")
        assert [row["title"] for row in table.all()] == ["Activiteit 1", "Activiteit 2", "Activiteit 3"]
        assert table.get(doc_id=102)["number"] == "A2"
        table.update({"status": "done"}, Query().number == "A2")
        new = table.insert({"title": "Met TinyDB gemaakt"})
    document = Document.open(path)
    assert document.tables["activities"][102]["status"] == "done"
    assert document.tables["activities"][new]["title"] == "Met TinyDB gemaakt"
    assert "*" in document.tables["activities"][new]["_"]["r"]


def test_a_record_of_plain_tinydb_gets_the_same_revision_in_every_copy(tmp_path: Path) -> None:
    path = sample(tmp_path / "p.roadmap.json").path
    with TinyDB(path) as database:
        new = database.table("risks").insert({"title": "Uitval", "chance": 3})
    first, second = (Document.open(path).tables["risks"][new] for _copy in range(2))
    assert first["_"] == second["_"]


def test_our_database_hides_revisions_and_its_own_tables(tmp_path: Path) -> None:
    path = sample(tmp_path / "p.roadmap.json").path
    with open_database(path, locks(path), ACTOR) as database:
        assert database.tables() == {"plan", "activities"}
        assert database.table("activities").get(doc_id=101) == {
            "number": "A1",
            "title": "Activiteit 1",
            "lead": "Projectleider é",
        }


def test_our_database_records_each_write_as_one_undoable_change(tmp_path: Path) -> None:
    path = sample(tmp_path / "p.roadmap.json").path
    with open_database(path, locks(path), ACTOR) as database:
        database.table("activities").update({"status": "done"})
    document = Document.open(path)
    assert {row["status"] for row in document.tables["activities"].values()} == {"done"}
    assert actor_of(newest_revision(document.tables["activities"][101])) == handle(ACTOR)
    target = last_undoable(document.tables, handle(ACTOR))
    assert target is not None
    assert {change.id for change in inverse(document.tables, target).changes} == {101, 102, 103}


def test_our_database_inserts_under_random_ids_and_bins_what_is_removed(tmp_path: Path) -> None:
    path = sample(tmp_path / "p.roadmap.json").path
    with open_database(path, locks(path), ACTOR) as database:
        table = database.table("activities")
        new = table.insert({"title": "Nieuw", "lead": "Ik"})
        table.remove(doc_ids=[101])
        table.update({"lead": None}, doc_ids=[new])
    content = json.loads(path.read_text())
    assert new > 1_000_000
    assert content["activities"][str(new)]["title"] == "Nieuw"
    assert "lead" not in content["activities"][str(new)]
    assert content["_bin"]["101"]["record"]["title"] == "Activiteit 1"


def test_our_database_sees_what_others_save(tmp_path: Path) -> None:
    path = sample(tmp_path / "p.roadmap.json").path
    with open_database(path, locks(path), ACTOR) as ours, open_database(path, locks(path), 8) as theirs:
        theirs.table("activities").update({"status": "active"}, doc_ids=[102])
        ours.table("activities").update({"status": "done"}, doc_ids=[101])
        assert ours.table("activities").get(doc_id=102)["status"] == "active"
        assert theirs.table("activities").get(doc_id=101)["status"] == "done"
        assert len(ours.table("activities").search(Query().status.exists())) == 2


def test_our_database_refuses_a_file_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "db.json"
    with TinyDB(path) as database:
        database.insert({"title": "x"})
    before = path.read_bytes()
    with pytest.raises(UnreadableError):
        open_database(path, tmp_path, ACTOR)
    assert path.read_bytes() == before

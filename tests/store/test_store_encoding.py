"""The bytes of a plan: readable by plain TinyDB, one line per record, and a function of the state alone."""

from __future__ import annotations

import json
from pathlib import Path

from store_samples import BEN, commit, locks, plain, sample

from roadmap_tui.store.changes import Change
from roadmap_tui.store.document import Document
from roadmap_tui.store.encoding import encode_file, seal
from roadmap_tui.store.reading import parse


def test_parsing_and_encoding_again_gives_the_same_bytes(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    commit(document, Change("activities", 102, {"title": "Anders", "when": "8 en 15 juni"}))
    commit(document, Change("activities", 103, action="delete"))
    document.save(locks(document.path))
    data = document.path.read_bytes()
    assert encode_file(parse(data, document.path)) == data


def test_the_file_is_ascii_with_one_record_per_sorted_line(tmp_path: Path) -> None:
    data = sample(tmp_path / "p.roadmap.json").path.read_bytes()
    assert data.isascii()
    assert b"\\u00e9" in data
    records = [line for line in data.decode().splitlines() if line.startswith('"') and '":{"' in line]
    assert [line.split('"')[1] for line in records if "Activiteit" in line] == ["101", "102", "103"]
    assert all(isinstance(json.loads("{" + line.rstrip(",") + "}"), dict) for line in records)


def test_changing_one_record_changes_one_line(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json", activities=8)
    before = document.path.read_bytes().splitlines()
    commit(document, Change("activities", 104, {"status": "done"}))
    document.save(locks(document.path))
    after = document.path.read_bytes().splitlines()
    assert [line[:5] for line, old in zip(after, before, strict=True) if line != old] == [b'"104"']


def test_the_order_in_which_records_arrive_does_not_show_in_the_bytes(tmp_path: Path) -> None:
    tables = sample(tmp_path / "p.roadmap.json", activities=5).tables
    reordered = {
        name: {key: dict(reversed(rows[key].items())) for key in reversed(rows)}
        for name, rows in reversed(tables.items())
    }
    assert encode_file(reordered) == encode_file(tables)


def test_unknown_tables_fields_and_values_survive_reading_changing_and_saving(tmp_path: Path) -> None:
    path = tmp_path / "p.roadmap.json"
    sample(path)
    content = json.loads(path.read_text())
    content["activities"]["101"] |= {"colour": {"r": [1, 2.5, None, "é"]}, "status": "napping"}
    content["activities"]["101"]["_"]["z"] = "from the future"
    content["moodboard"] = {"7": {"title": "Sfeer", "_": content["activities"]["101"]["_"]}}
    path.write_text(json.dumps(content))
    document = Document.open(path)
    commit(document, Change("activities", 101, {"title": "Nieuw"}))
    document.save(locks(path))
    kept = json.loads(path.read_text())
    assert kept["activities"]["101"]["colour"] == {"r": [1, 2.5, None, "é"]}
    assert kept["activities"]["101"]["status"] == "napping"
    assert kept["activities"]["101"]["_"]["z"] == "from the future"
    assert kept["activities"]["101"]["title"] == "Nieuw"
    assert kept["moodboard"]["7"]["title"] == "Sfeer"


def test_every_record_carries_a_seal_that_tells_when_something_else_wrote_it(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    tables = parse(document.path.read_bytes(), document.path)
    assert all(
        record["_"]["s"] == seal(name, key, record) for name, rows in tables.items() for key, record in rows.items()
    )
    record = tables["activities"][101]
    assert seal("activities", 101, {**record, "title": "Stiekem"}) != record["_"]["s"]
    assert record["_"]["s"] not in (seal("activities", 102, record), seal("risks", 101, record))


def test_a_deleted_record_is_in_the_bin_with_all_its_fields(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    before = plain(document.tables["activities"][102])
    commit(document, Change("activities", 102, action="delete"), actor=BEN)
    document.save(locks(document.path))
    content = json.loads(document.path.read_text())
    assert "102" not in content["activities"]
    assert content["_bin"]["102"]["table"] == "activities"
    assert content["_bin"]["102"]["record"] == before

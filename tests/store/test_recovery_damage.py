"""A damaged plan is never opened as a new one: what is left of it is put together, and only when somebody agrees."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from store_samples import commit, locks, sample

from roadmap_tui.errors import DamagedError, NotSavedError, UnreadableError, UsageError
from roadmap_tui.store import rebuilding
from roadmap_tui.store.backup import make_backup
from roadmap_tui.store.changes import Change
from roadmap_tui.store.damage import document_of, readable_part
from roadmap_tui.store.document import Document
from roadmap_tui.store.encoding import encode_file
from roadmap_tui.store.rebuilding import rebuild, write
from roadmap_tui.store.safety import SafetyCopy

NOW = datetime(2026, 6, 3, 12, 0)
Damage = Callable[[bytes], bytes]


def _saved_with_safety(path: Path) -> Document:
    """A plan of 12 activities whose state lies in the safety copy too."""
    document = sample(path, activities=12)
    commit(document, Change("activities", 101, {"title": "Het laatst bewaard"}))
    document.save(locks(path), _safety(document))
    return document


def _safety(document: Document) -> SafetyCopy:
    return SafetyCopy(document.path.parent / "state", document.document_id, document.path)


DAMAGES: dict[str, Damage] = {
    "empty": lambda data: b"",
    "blank": lambda data: b" \n\n",
    "zeros": lambda data: b"\0" * len(data),
    "cut": lambda data: data[: len(data) // 2],
    "cut near the start": lambda data: data[:40],
    "cut near the end": lambda data: data[:-4],
    "start lost": lambda data: data[len(data) // 2 :],
    "zeros in the middle": lambda data: data[:900] + b"\0" * 512 + data[1412:],
    "zeros at the end": lambda data: data[:1500] + b"\0" * (len(data) - 1500),
    "a line lost its end": lambda data: data.replace(b'"}},\n"103"', b'\n"103"', 1).replace(b'"lead"', b'"lead', 1),
    "a line twice": lambda data: data.replace(b'"102":{', b'"101":{', 1),
    "other bytes inside": lambda data: data[:700] + bytes(range(128, 256)) * 3 + data[1084:],
    "written half over a longer one": lambda data: data[:1200] + data[700:],
    "utf-16 without its mark": lambda data: data.decode().encode("utf-16-le") + b"{",
    "the other utf-16": lambda data: data.decode().encode("utf-16-be")[:-40],
}


@pytest.mark.parametrize("name", DAMAGES)
def test_all_that_was_saved_comes_back_whatever_the_damage(tmp_path: Path, name: str) -> None:
    document = _saved_with_safety(tmp_path / "p.roadmap.json")
    before = document.path.read_bytes()
    damaged = DAMAGES[name](before)
    document.path.write_bytes(damaged)
    with pytest.raises(DamagedError):
        Document.open(document.path)
    found = rebuild(document.path, tmp_path / "state")
    assert document.path.read_bytes() == damaged, "nothing is written until somebody agrees"
    titles = {record["title"] for record in found.tables["activities"].values()}
    assert titles >= {"Het laatst bewaard", "Activiteit 2", "Activiteit 12"}
    kept = write(found, tmp_path / "state", NOW)
    assert kept is not None
    assert (kept.name, kept.read_bytes()) == ("p.roadmap.damaged-20260603-120000.json", damaged)
    assert Document.open(document.path).tables["activities"][101]["title"] == "Het laatst bewaard"
    if name not in ("other bytes inside", "a line twice", "written half over a longer one"):
        assert document.path.read_bytes() == before


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_file_that_an_editor_saved_with_a_mark_opens_as_it_is(tmp_path: Path, mark: bytes) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    text = document.path.read_bytes().decode()
    document.path.write_bytes(mark + text.encode("utf-8" if len(mark) == 3 else "utf-16-le"))
    assert encode_file(Document.open(document.path).tables) == text.encode()


def test_words_typed_into_a_file_of_windows_are_kept(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    data = document.path.read_bytes().replace(b"Activiteit 2", "Geïnformeerd".encode("cp1252"))
    document.path.write_bytes(data)
    with pytest.raises(DamagedError):
        Document.open(document.path)
    found = rebuild(document.path, tmp_path / "state")
    assert found.tables["activities"][102]["title"] == "Geïnformeerd"
    assert ("activities", 102) in found.outside


@pytest.mark.parametrize("content", ["null", "[]", "{}", "5", '"plan"', '{"name": "other"}', '{"a": {"1": {"b": 2}}}'])
def test_the_file_of_another_program_is_refused_and_left_alone(tmp_path: Path, content: str) -> None:
    path = tmp_path / "p.roadmap.json"
    path.write_text(content)
    for look in (Document.open, lambda each: rebuild(each, tmp_path / "state")):
        with pytest.raises(UnreadableError) as error:
            look(path)
        assert not isinstance(error.value, DamagedError)
    assert path.read_text() == content


def test_every_cut_of_a_small_plan_gives_what_still_is_whole(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    data, whole = document.path.read_bytes(), document.tables
    most = 0
    for end in range(len(data)):
        found = readable_part(data[:end], document.path)
        for record_id, record in (found.tables.get("activities", {}) if found else {}).items():
            assert record == whole["activities"][record_id]
        most = max(most, len(found.tables.get("activities", {})) if found else 0)
    assert most == 3


def test_a_file_with_nothing_in_it_and_no_copies_says_so(tmp_path: Path) -> None:
    path = tmp_path / "p.roadmap.json"
    path.write_bytes(b"")
    with pytest.raises(UnreadableError, match=r"p\.roadmap\.json"):
        rebuild(path, tmp_path / "state")
    assert path.read_bytes() == b""


def test_it_says_what_came_from_where(tmp_path: Path) -> None:
    document = _saved_with_safety(tmp_path / "p.roadmap.json")
    lines = document.path.read_bytes().splitlines(keepends=True)
    place = next(index for index, line in enumerate(lines) if line.startswith(b'"105"'))
    document.path.write_bytes(b"".join(lines[:place]))
    found = rebuild(document.path, tmp_path / "state")
    assert [(source.kind, source.records) for source in found.sources] == [("file", 4), ("safety", 9)]


def test_without_a_safety_copy_an_interrupted_save_or_a_backup_helps(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    data = document.path.read_bytes()
    make_backup(document.path, _safety(document).backups, "merge", NOW)
    document.path.write_bytes(data[:300])
    assert [source.kind for source in rebuild(document.path, tmp_path / "state").sources][-1:] == ["backup"]
    (tmp_path / ".~p.roadmap.json.77-00ff.tmp").write_bytes(data)
    found = rebuild(document.path, tmp_path / "state")
    assert [source.kind for source in found.sources][-1:] == ["unfinished"]
    assert encode_file(found.tables) == data


def test_a_damaged_safety_copy_does_not_stand_in_the_way(tmp_path: Path) -> None:
    document = _saved_with_safety(tmp_path / "p.roadmap.json")
    make_backup(document.path, _safety(document).backups, "merge", NOW)
    before = document.path.read_bytes()
    _safety(document).current.write_bytes(before[:500])
    document.path.write_bytes(b"")
    assert encode_file(rebuild(document.path, tmp_path / "state").tables) == before


def test_the_copies_of_another_path_are_not_used(tmp_path: Path) -> None:
    document = _saved_with_safety(tmp_path / "p.roadmap.json")
    other = tmp_path / "elders.roadmap.json"
    other.write_bytes(document.path.read_bytes()[:1200])
    found = rebuild(other, tmp_path / "state")
    assert [source.kind for source in found.sources] == ["file"]
    assert 112 not in found.tables["activities"]


def test_a_vanished_file_comes_back_and_a_sound_one_is_left(tmp_path: Path) -> None:
    document = _saved_with_safety(tmp_path / "p.roadmap.json")
    before = document.path.read_bytes()
    with pytest.raises(UsageError):
        rebuild(document.path, tmp_path / "state")
    document.path.unlink()
    assert write(rebuild(document.path, tmp_path / "state"), tmp_path / "state", NOW) is None
    assert document.path.read_bytes() == before


def test_a_file_that_changed_since_it_was_looked_at_is_not_written_over(tmp_path: Path) -> None:
    document = _saved_with_safety(tmp_path / "p.roadmap.json")
    before = document.path.read_bytes()
    document.path.write_bytes(b"")
    found = rebuild(document.path, tmp_path / "state")
    document.path.write_bytes(before)
    with pytest.raises(NotSavedError):
        write(found, tmp_path / "state", NOW)
    assert document.path.read_bytes() == before


def test_in_a_folder_that_takes_no_files_the_damaged_one_goes_to_the_backups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = _saved_with_safety(tmp_path / "p.roadmap.json")
    before = document.path.read_bytes()
    document.path.write_bytes(before[:600])
    monkeypatch.setattr(rebuilding, "check_writable", lambda _path: False)
    kept = write(rebuild(document.path, tmp_path / "state"), tmp_path / "state", NOW)
    assert kept is not None
    assert kept.parent == _safety(document).backups
    assert document.path.read_bytes() == before


def test_a_plan_laid_out_by_another_program_is_read_record_by_record(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    pretty = json.dumps(json.loads(document.path.read_bytes()), indent=4).encode()
    assert document_of(pretty[:-30]) == document.document_id
    found = readable_part(pretty[:-30], document.path)
    assert found is not None
    assert found.tables["activities"] == document.tables["activities"]

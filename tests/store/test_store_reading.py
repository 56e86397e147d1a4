"""What is damaged, foreign or missing is refused in one sentence and left exactly as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from store_samples import commit, locks, sample

from roadmap_tui.errors import NotSavedError, UnreadableError
from roadmap_tui.store.changes import Change
from roadmap_tui.store.document import Document
from roadmap_tui.store.reading import parse

HEADER = b'{"_meta": {"1": {"format": "roadmap", "doc": "x", "write": 1}}, "activities": '
REFUSED = {
    "empty": b"",
    "only spaces": b" \r\n\t",
    "NULs, as a power cut leaves": bytes(500),
    "text": b"Beste collega, hierbij het plan.",
    "a list": b"[]",
    "null": b"null",
    "a number": b"12",
    "an empty object": b"{}",
    "other JSON": b'{"name": "app", "version": "1.0"}',
    "another TinyDB": b'{"_default": {"1": {"title": "x"}}}',
    "a table that is a list": HEADER + b"[]}",
    "a record that is a word": HEADER + b'{"1": "x"}}',
    "an id that is a word": HEADER + b'{"x": {}}}',
    "two spellings of one id": HEADER + b'{"7": {"title": "a"}, "07": {"title": "b"}}}',
    "a zip": b"PK\x03\x04" + bytes(range(256)),
    "Latin-1": '{"_meta": {"1": {"format": "roadmap", "doc": "é"}}}'.encode("latin-1"),
    "deep nesting": b"[" * 100_000,
    "a number of 5,000 digits": b'{"_meta": {"1": {"format": "roadmap", "doc": "x", "n": ' + b"9" * 5000 + b"}}}",
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_one_sentence_and_left_as_it_was(tmp_path: Path, name: str) -> None:
    path = tmp_path / "p.roadmap.json"
    path.write_bytes(REFUSED[name])
    with pytest.raises(UnreadableError) as caught:
        Document.open(path)
    assert len(str(caught.value)) > 20
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == REFUSED[name]


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"weg\.roadmap\.json"):
        Document.open(tmp_path / "weg.roadmap.json")
    with pytest.raises(UnreadableError, match=tmp_path.name):
        Document.open(tmp_path)


def test_a_file_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    path = sample(tmp_path / "p.roadmap.json", activities=1).path
    whole = path.read_bytes()
    complete = len(whole.rstrip())
    for length in range(complete):
        with pytest.raises(UnreadableError):
            parse(whole[:length], path)
    assert parse(whole[:complete], path) == parse(whole, path)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999"])
def test_numbers_that_json_does_not_have_are_refused(tmp_path: Path, number: str) -> None:
    path = sample(tmp_path / "p.roadmap.json").path
    path.write_text(path.read_text().replace('"number":"A1"', f'"number":"A1","hours":{number}'))
    with pytest.raises(UnreadableError):
        Document.open(path)


def test_a_name_that_occurs_twice_is_refused(tmp_path: Path) -> None:
    path = sample(tmp_path / "p.roadmap.json").path
    path.write_text(path.read_text().replace('"number":"A1"', '"number":"A1","number":"A9"'))
    with pytest.raises(UnreadableError):
        Document.open(path)


MISSHAPEN = """
[]
{"r": {}}
{"r": []}
{"r": {"*": 5}}
{"r": {"*": "a", "title": 5}}
{"r": {"*": "a"}, "h": []}
{"r": {"*": "a"}, "h": {"a": "x"}}
{"r": {"*": "a"}, "c": {"title": "x"}}
{"r": {"*": "a"}, "k": {"x": 1}}
"""


@pytest.mark.parametrize("meta", MISSHAPEN.split("\n")[1:-1])
def test_revision_data_of_another_shape_is_refused(tmp_path: Path, meta: str) -> None:
    path = sample(tmp_path / "p.roadmap.json").path
    content = json.loads(path.read_text())
    content["activities"]["101"]["_"] = json.loads(meta)
    path.write_text(json.dumps(content))
    with pytest.raises(UnreadableError):
        Document.open(path)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_a_plan_that_an_editor_saved_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    path = sample(tmp_path / "p.roadmap.json").path
    before = Document.open(path).tables
    path.write_bytes(path.read_text().encode(encoding))
    if encoding == "utf-16-le":
        with pytest.raises(UnreadableError):
            Document.open(path)
    else:
        assert Document.open(path).tables == before


def test_a_newer_format_may_be_read_and_not_written(tmp_path: Path) -> None:
    path = sample(tmp_path / "p.roadmap.json").path
    path.write_text(path.read_text().replace('"write":1', '"write":2'))
    before = path.read_bytes()
    document = Document.open(path)
    assert document.is_newer_format
    assert document.tables["activities"][101]["title"] == "Activiteit 1"
    with pytest.raises(NotSavedError):
        commit(document, Change("activities", 101, {"title": "x"}))
    assert not document.save(locks(path))
    assert path.read_bytes() == before


def test_a_file_that_breaks_off_names_the_line() -> None:
    with pytest.raises(UnreadableError, match=r"vanaf regel 2\)|at line 2\)"):
        parse(HEADER + b'\n{"1": {"title": "Kick', Path("plan.roadmap.json"))


def test_a_full_disk_is_told_in_plain_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_args: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    document = sample(tmp_path / "plan.roadmap.json")
    commit(document, Change("activities", 101, {"title": "Anders"}))
    monkeypatch.setattr("roadmap_tui.store.document.replace_file", full_disk)
    with pytest.raises(NotSavedError, match=r"schijf is vol\.|disk is full\."):
        document.save(locks(document.path))

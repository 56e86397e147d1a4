"""A plan in use while others save, replace or spoil its file: what was acknowledged once comes back."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path
from typing import Any

import pytest
from store_samples import ANNA, BEN, commit, locks, sample

from roadmap_tui.editing import edits
from roadmap_tui.errors import UnreadableError
from roadmap_tui.i18n import use_language
from roadmap_tui.services import sharing
from roadmap_tui.session import Session
from roadmap_tui.store import document as document_module
from roadmap_tui.store import loading
from roadmap_tui.store.changes import Change
from roadmap_tui.store.document import Document
from roadmap_tui.store.encoding import Tables, encode_file
from roadmap_tui.store.loading import load
from roadmap_tui.store.revisions import heads
from roadmap_tui.user import profile


def test_an_older_copy_put_over_the_file_brings_nothing_back_and_loses_nothing(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    old = document.path.read_bytes()
    commit(document, Change("activities", 101, {"title": "Opgeslagen"}))
    commit(document, Change("activities", 102, action="delete"))
    document.save(locks(document.path))
    whole = document.path.read_bytes()
    document.path.write_bytes(old)
    assert document.refresh() == set()
    assert document.unsaved == 1
    document.save(locks(document.path))
    assert document.path.read_bytes() == whole


def test_saving_over_an_older_copy_joins_it(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    other = Document.open(document.path)
    commit(document, Change("activities", 101, {"title": "Opgeslagen"}))
    document.save(locks(document.path))
    commit(other, Change("activities", 102, {"title": "Van Ben"}), actor=BEN)
    document.path.write_bytes(encode_file(other.tables))
    commit(document, Change("activities", 103, {"title": "Daarna"}))
    assert document.save(locks(document.path))
    now = Document.open(document.path).tables["activities"]
    assert [now[key]["title"] for key in (101, 102, 103)] == ["Opgeslagen", "Van Ben", "Daarna"]


def test_an_unsaved_change_never_replaces_a_value_it_did_not_know(tmp_path: Path) -> None:
    anna = sample(tmp_path / "p.roadmap.json")
    ben = Document.open(anna.path)
    commit(anna, Change("activities", 101, {"title": "Van Anna"}), actor=ANNA)
    commit(ben, Change("activities", 101, {"title": "Van Ben"}), actor=BEN)
    ben.save(locks(anna.path))
    anna.save(locks(anna.path))
    assert sorted(heads(Document.open(anna.path).tables["activities"][101], "title").values()) == [
        "Van Anna",
        "Van Ben",
    ]


@pytest.mark.parametrize("content", [b"half a fi", b'{"_meta":{"1":{"format":"roadmap","doc":"other","write":1}}}'])
def test_what_was_replaced_by_accident_and_is_not_this_plan_is_kept_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    replace = document_module.replace_file
    intruded = []

    def replace_after_an_intruder(path: Path, data: bytes, **options: Any) -> bytes | None:
        if path == document.path and not intruded:
            intruded.append(path)
            path.write_bytes(content)
        return replace(path, data, **options)

    monkeypatch.setattr(document_module, "replace_file", replace_after_an_intruder)
    commit(document, Change("activities", 101, {"title": "Van mij"}))
    document.save(locks(document.path))
    assert Document.open(document.path).tables["activities"][101]["title"] == "Van mij"
    (kept,) = tmp_path.glob("*.replaced-*.json")
    assert kept.read_bytes() == content


def test_a_change_of_one_record_leaves_all_others_the_very_same_objects(tmp_path: Path) -> None:
    anna = sample(tmp_path / "p.roadmap.json", activities=30)
    ben = Document.open(anna.path)
    commit(ben, Change("activities", 105, {"title": "Van Ben"}), actor=BEN)
    ben.save(locks(anna.path))
    before = dict(anna.tables["activities"])
    assert anna.refresh() == {("activities", 105)}
    after = anna.tables["activities"]
    assert [key for key in after if after[key] is not before[key]] == [105]


def test_opening_keeps_the_lines_it_read_so_that_the_first_save_encodes_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sample(tmp_path / "p.roadmap.json", activities=30).path
    document = Document.open(path)
    encoded = []
    encode = document_module.encode_line
    monkeypatch.setattr(document_module, "encode_line", lambda *words: encoded.append(words[1]) or encode(*words))
    commit(document, Change("activities", 105, {"title": "Anders"}))
    document.save(locks(path))
    assert encoded == [105]
    assert encode_file(Document.open(path).tables) == path.read_bytes()


def test_people_are_told_who_changed_what(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.roadmap.json"
    rows = [("plan", 50, {"title": "Plan"}), *(("activities", 100 + i, {"title": str(i)}) for i in range(3))]
    anna = Session.create(path, rows, user="Anna")
    assert anna.profile.name == "Anna"
    monkeypatch.setenv("ROADMAP_STATE", str(tmp_path / "ben"))
    profile.state_folder.cache_clear()
    ben = Session.open(path, user="Piet")
    for record in ben.records("activities"):
        ben.update(record, {"lead": "Piet"})
    ben.add("risks", {"title": "Uitval"})
    ben.save()
    assert anna.news() == ""
    assert anna.refresh()
    use_language("en")
    assert anna.news() == "Piet changed 3 activities and 1 risk."
    assert anna.news() == ""
    assert not anna.refresh()


def test_a_number_that_two_people_gave_is_told_apart_for_the_younger(tmp_path: Path) -> None:
    path = tmp_path / "p.roadmap.json"
    anna = Session.create(path, [("plan", 50, {"title": "Plan"}), ("activities", 101, {"title": "Eerst"})])
    ben = Session.open(path)
    anna.add("activities", {"title": "Van Anna"})
    time.sleep(0.005)
    ben.add("activities", {"title": "Van Ben"})
    ben.save()
    anna.save()
    assert {record.title: record.number for record in anna.records("activities")} == {
        "Eerst": "A1",
        "Van Anna": "A2",
        "Van Ben": "A2b",
    }
    assert anna.find("a2b").title == "Van Ben"
    assert anna.find("A2").title == "Van Anna"
    anna.commit([Change("activities", anna.find("A2").id, action="delete")])
    assert anna.find("A2").title == "Van Ben"


def test_reading_changed_lines_only_gives_what_reading_everything_gives(tmp_path: Path) -> None:
    chance = random.Random(6)
    for _round in range(60):
        document = sample(tmp_path / "p.roadmap.json", activities=6)
        other = Document.open(document.path)
        for _edit in range(chance.randint(0, 4)):
            action = chance.choice(("set", "set", "delete", "restore"))
            change = Change("activities", chance.randint(101, 108), {"title": str(chance.random())}, action=action)
            if action == "set" or change.id <= 106:
                commit(other, change, actor=BEN)
        data = encode_file(other.tables)
        if chance.random() < 0.5:
            lines = data.split(b"\n")
            spot = chance.randrange(len(lines))
            lines[spot] = chance.choice((lines[spot].replace(b"Activiteit", b"Met de hand"), b"", b"},", lines[spot]))
            data = b"\n".join(lines)
        cache = document._lines
        try:
            whole = load(data, document.path, document.tables)
        except UnreadableError:
            with pytest.raises(UnreadableError):
                load(data, document.path, document.tables, cache)
        else:
            part = load(data, document.path, document.tables, cache)
            assert (part.tables, part.outside) == (whole.tables, whole.outside)
            assert encode_file(part.tables) == encode_file(whole.tables)
            assert {t: set(rows) for t, rows in part.lines.items()} == {t: set(rows) for t, rows in whole.lines.items()}
        document.path.unlink()


def test_taking_in_one_change_parses_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = sample(tmp_path / "p.roadmap.json", activities=30)
    ben = Document.open(anna.path)
    commit(ben, Change("activities", 105, {"title": "Van Ben"}), actor=BEN)
    ben.save(locks(anna.path))
    sizes = []
    parse = loading.parse
    monkeypatch.setattr(loading, "parse", lambda data, path: sizes.append(len(data)) or parse(data, path))
    assert anna.refresh() == {("activities", 105)}
    assert sum(sizes) < len(anna.path.read_bytes()) / 4


def test_a_file_that_lost_what_we_saved_is_to_be_saved_again(tmp_path: Path) -> None:
    session = Session.create(tmp_path / "p.roadmap.json", [("plan", 50, {"title": "Plan"})])
    old = session.path.read_bytes()
    session.add("activities", {"title": "Nieuw"})
    session.save()
    session.path.write_bytes(old)
    assert session.refresh()
    assert not session.refresh()
    session.save()
    assert [record.title for record in Session.open(session.path).records("activities")] == ["Nieuw"]


def shown_rows(tables: Tables) -> dict[str, Any]:
    """What people see of a plan."""
    live = {name: rows for name, rows in tables.items() if not name.startswith("_")}
    return {n: {i: {k: v for k, v in row.items() if k != "_"} for i, row in rows.items()} for n, rows in live.items()}


@pytest.mark.parametrize("removed", [True, False])
def test_a_milestone_comes_back_with_its_checklist_or_goes_with_it(tmp_path: Path, removed: bool) -> None:
    anna = Session.create(tmp_path / "p.roadmap.json", [("plan", 50, {"title": "Plan"})])
    milestone = anna.add("milestones", {"title": "Draaiboek"})
    point = anna.add("checkpoints", {"title": "Terugval", "milestone": milestone})
    activity = anna.add("activities", {"title": "Oefenen", "milestone": milestone})
    anna.save()
    ben = Session.open(anna.path)
    anna.commit(edits.delete(anna.tables, [anna.find("M1")]))
    ben.update(ben.find("M1"), {"title": "Draaiboek livegang"})
    extra = ben.add("checkpoints", {"title": "Nieuw punt", "milestone": milestone})
    ben.save()
    anna.save()
    assert [found.field for found in sharing.differences(anna)] == ["removed"]
    sharing.decide(anna, anna.find("M1"), {"removed": removed})
    assert sharing.differences(anna) == []
    assert set(anna.tables["checkpoints"]) == (set() if removed else {point, extra})
    assert anna.tables["activities"][activity].get("milestone") == (None if removed else milestone)
    after = encode_file(anna.tables)
    anna.undo()
    assert [found.field for found in sharing.differences(anna)] == ["removed"]
    anna.redo()
    assert sharing.differences(anna) == []
    assert shown_rows(anna.tables) == shown_rows(load(after, anna.path).tables)


class PowerCutError(Exception):
    """The program ends here, as by a power cut."""


@pytest.mark.parametrize("exchange", [True, False])
def test_a_crash_after_replacing_what_somebody_else_just_saved_loses_neither(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool
) -> None:
    if not exchange:
        monkeypatch.setattr("roadmap_tui.store.saving.swap_files", lambda *_paths: False)
    anna = sample(tmp_path / "p.roadmap.json")
    ben = Document.open(anna.path)
    commit(ben, Change("activities", 102, {"title": "Van Ben"}), actor=BEN)
    replace = document_module.replace_file

    def replace_after_ben(path: Path, data: bytes, **options: Any) -> bytes | None:
        with monkeypatch.context() as inner:
            inner.setattr(document_module, "replace_file", replace)
            ben.save(tmp_path / "locks-of-ben")
        return replace(path, data, **options)

    def power_cut(*_args: object) -> None:
        raise PowerCutError

    monkeypatch.setattr(document_module, "replace_file", replace_after_ben)
    monkeypatch.setattr(anna, "_take_in_replaced", power_cut)
    commit(anna, Change("activities", 101, {"title": "Van Anna"}))
    with pytest.raises(PowerCutError):
        anna.save(locks(anna.path))
    monkeypatch.undo()
    assert b"Van Ben" not in anna.path.read_bytes()
    again = Document.open(anna.path)
    assert [again.tables["activities"][key]["title"] for key in (101, 102)] == ["Van Anna", "Van Ben"]
    assert again.unsaved == 1
    (orphan,) = (path for path in tmp_path.iterdir() if path.name.startswith(".~"))
    os.utime(orphan, (0, 0))
    again.save(locks(anna.path))
    assert b"Van Ben" in anna.path.read_bytes()
    assert not orphan.exists()


def test_leftovers_of_other_plans_and_half_ones_are_left_alone(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    other = sample(tmp_path / "other.roadmap.json").path.read_bytes()
    (tmp_path / ".~p.roadmap.json.1-a.tmp").write_bytes(other)
    (tmp_path / ".~p.roadmap.json.1-b.tmp").write_bytes(document.path.read_bytes()[:100])
    again = Document.open(document.path)
    assert again.unsaved == 0
    assert encode_file(again.tables) == document.path.read_bytes()

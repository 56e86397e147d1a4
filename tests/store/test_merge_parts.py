"""Corners of the join: the header, ids that tables share, what must never return, and what waits for a decision."""

from __future__ import annotations

from pathlib import Path

import pytest
from store_samples import ANNA, BEN, commit, next_rev, sample

from roadmap_tui.editing import edits
from roadmap_tui.errors import UsageError
from roadmap_tui.model.handles import told_apart
from roadmap_tui.services import sharing
from roadmap_tui.session import Session
from roadmap_tui.store.changes import Change
from roadmap_tui.store.document import Document
from roadmap_tui.store.encoding import encode_file
from roadmap_tui.store.header import BIN, META, header_of
from roadmap_tui.store.join import join_header, join_record, join_tables, settled
from roadmap_tui.store.loading import load
from roadmap_tui.store.merging import decide, differences, merge_files
from roadmap_tui.store.placing import find_stored
from roadmap_tui.store.revisions import HISTORY_DEPTH, create, erased_mark, heads, mark, revision, write


def _apart(folder: Path) -> tuple[Document, Document]:
    """One plan as Anna and Ben have it."""
    anna = sample(folder / "p.roadmap.json")
    return anna, Document.open(anna.path)


def test_the_header_asks_for_the_highest_version_of_both() -> None:
    old = create({"format": "roadmap", "doc": "d", "read": 1, "write": 2}, next_rev())
    new = {**old, "read": 3, "write": 1}
    assert join_header(old, new) == join_header(new, old) == {**old, "read": 3, "write": 2}
    assert join_header(old, {**old, "write": "soon"})["write"] == "soon"


def test_one_id_in_two_tables_keeps_both_records_in_the_bin_and_back(tmp_path: Path) -> None:
    anna, ben = _apart(tmp_path)
    for document in (anna, ben):
        document.commit("000000000000001-0000000000-00000001", (Change("risks", 101, {"title": "Risico"}),))
    commit(anna, Change("activities", 101, action="delete"))
    commit(ben, Change("risks", 101, action="delete"), actor=BEN)
    both = join_tables(anna.tables, ben.tables)
    assert encode_file(both) == encode_file(join_tables(ben.tables, anna.tables))
    assert len(both[BIN]) == 2
    again = load(encode_file(both), tmp_path / "x").tables
    assert encode_file(again) == encode_file(both)
    for table, title in (("activities", "Activiteit 1"), ("risks", "Risico")):
        assert (find_stored(again, table, 101) or {})["title"] == title
    document = Document.open(anna.path)
    document.join(again)
    commit(document, Change("activities", 101, action="restore"))
    assert document.tables["activities"][101]["title"] == "Activiteit 1"
    assert (find_stored(document.tables, "risks", 101) or {})["title"] == "Risico"
    assert list(document.tables[BIN]) == [101]


def test_what_was_erased_does_not_come_back_from_an_old_copy() -> None:
    first, second = next_rev(), next_rev()
    old = write(create({"title": "x", "lead": "Geheim"}, first), "title", "y", second)
    new = write(old, "lead", None, next_rev())
    meta = new["_"]
    marks = sorted({*meta["k"], erased_mark("lead", first)})
    history = {rev: {f: v for f, v in values.items() if f != "lead"} for rev, values in meta["h"].items()}
    erased = settled({**new, "_": {**meta, "k": marks, "h": history}})
    both = join_record(erased, old)
    assert both == join_record(old, erased)
    assert "Geheim" not in repr(both)
    assert both["title"] == "y"


def test_a_value_that_a_join_replaces_is_kept_as_an_earlier_one() -> None:
    creation, rev = next_rev(), next_rev()
    old = create({"title": "oud"}, creation)
    new = write(old, "title", "nieuw", rev)
    without_history = {**new, "_": {name: value for name, value in new["_"].items() if name != "h"}}
    assert join_record(without_history, old)["_"]["h"] == {creation: {"title": "oud"}}


def test_history_has_an_end_and_the_newest_stays() -> None:
    record = create({"title": "0"}, next_rev())
    for count in range(1, 2 * HISTORY_DEPTH):
        record = write(record, "title", str(count), next_rev())
    kept = [values["title"] for values in record["_"]["h"].values()]
    assert len(kept) == HISTORY_DEPTH
    assert kept[-1] == str(2 * HISTORY_DEPTH - 2)
    assert settled(record)["_"]["h"] == record["_"]["h"]


def test_a_revision_that_was_replaced_is_not_written_again() -> None:
    creation, rev = next_rev(), next_rev()
    record = write(write(create({"title": "a"}, creation), "title", "b", rev), "title", "c", next_rev())
    assert write(record, "title", "b", rev) is record
    assert mark("title", rev) in record["_"]["k"]


def test_differences_name_every_value_and_deciding_ends_them_for_good(tmp_path: Path) -> None:
    anna, ben = _apart(tmp_path)
    commit(anna, Change("activities", 101, {"title": "Van Anna", "order": "b"}), actor=ANNA)
    commit(ben, Change("activities", 101, {"title": "Van Ben", "order": "c"}), actor=BEN)
    old = encode_file(ben.tables)
    anna.join(ben.tables)
    (found,) = differences(anna.tables)
    assert (found.table, found.id, found.field, found.values) == ("activities", 101, "title", ["Van Ben", "Van Anna"])
    with pytest.raises(UsageError):
        decide(anna.tables, "activities", 101, {"lead": "x"})
    commit(anna, *decide(anna.tables, "activities", 101, {"title": "Van Ben"}))
    assert differences(anna.tables) == []
    assert not anna.join(load(old, anna.path).tables)
    assert anna.tables["activities"][101]["title"] == "Van Ben"


def test_equal_values_need_no_decision(tmp_path: Path) -> None:
    anna, ben = _apart(tmp_path)
    commit(anna, Change("activities", 101, {"title": "Zelfde"}), actor=ANNA)
    commit(ben, Change("activities", 101, {"title": "Zelfde"}), actor=BEN)
    anna.join(ben.tables)
    assert len(heads(anna.tables["activities"][101], "title")) == 2
    assert differences(anna.tables) == []


@pytest.mark.parametrize("remove", [True, False])
def test_removed_by_one_and_changed_by_another_asks(tmp_path: Path, remove: bool) -> None:
    anna, ben = _apart(tmp_path)
    commit(anna, Change("activities", 101, action="delete"), actor=ANNA)
    commit(ben, Change("activities", 101, {"title": "Toch nodig"}), actor=BEN)
    anna.join(ben.tables)
    (found,) = differences(anna.tables)
    assert (found.field, sorted(found.values)) == ("removed", [False, True])
    assert anna.tables["activities"][101]["title"] == "Toch nodig"
    commit(anna, *decide(anna.tables, "activities", 101, {"removed": remove}))
    assert differences(anna.tables) == []
    assert (101 in anna.tables["activities"]) is not remove


@pytest.mark.parametrize("remove", [True, False])
def test_brought_back_by_one_and_removed_again_by_another_asks(tmp_path: Path, remove: bool) -> None:
    start = Session.create(tmp_path / "q.roadmap.json", [("plan", 50, {"title": "Plan"})])
    start.add("activities", {"title": "Stap"})
    start.commit(edits.delete(start.tables, [start.find("A1")]))
    start.save()
    anna, ben = Session.open(start.path), Session.open(start.path)
    (removed,) = anna.removed("activities")
    anna.commit([Change("activities", removed, action="restore")])
    ben.commit([Change("activities", removed, action="restore")])
    ben.commit(edits.delete(ben.tables, [ben.find("A1")]))
    anna.save()
    ben.save()
    (found,) = sharing.differences(ben)
    assert (found.field, sorted(found.values)) == ("removed", [False, True])
    sharing.decide(ben, ben.find("A1"), {"removed": remove})
    assert sharing.differences(ben) == []
    assert bool(ben.records("activities")) is not remove


def test_merging_counts_what_people_see(tmp_path: Path) -> None:
    anna, ben = _apart(tmp_path)
    commit(anna, Change("activities", 103, action="delete"), actor=ANNA)
    commit(
        ben, Change("activities", 101, {"title": "Van Ben"}), Change("activities", 200, {"title": "Nieuw"}), actor=BEN
    )
    commit(ben, Change("activities", 102, action="delete"), actor=BEN)
    copy = tmp_path / "copy.json"
    copy.write_bytes(encode_file(ben.tables))
    merged = merge_files(anna.tables, [copy, copy])
    assert merged.added == (("activities", 200),)
    assert merged.updated == (("activities", 101),)
    assert merged.removed == (("activities", 102),)
    assert not merge_files(merged.tables, [copy]).adds


def test_another_plan_is_not_merged(tmp_path: Path) -> None:
    anna, _ben = _apart(tmp_path)
    other = sample(tmp_path / "other.roadmap.json").path
    with pytest.raises(UsageError):
        merge_files(anna.tables, [other])


def test_a_copy_that_became_a_plan_of_its_own_is_taken_in_only_when_asked_for(tmp_path: Path) -> None:
    anna, ben = _apart(tmp_path)
    ben.separate(revision(9_000_000_000_000, "0000000002", "00000001"))
    commit(ben, Change("activities", 101, {"title": "Van Ben"}), Change("activities", 200, {"title": "Nieuw"}))
    copy = tmp_path / "copy.json"
    copy.write_bytes(encode_file(ben.tables))
    with pytest.raises(UsageError, match="--other-document"):
        merge_files(anna.tables, [copy])
    merged = merge_files(anna.tables, [copy], separated=True)
    assert (merged.added, merged.updated, merged.removed) == ((("activities", 200),), (("activities", 101),), ())
    assert header_of(merged.tables) == header_of(anna.tables)
    stranger = sample(tmp_path / "stranger.roadmap.json").path
    with pytest.raises(UsageError, match="roadmap import"):
        merge_files(anna.tables, [stranger], separated=True)


def test_numbers_are_told_apart_by_age() -> None:
    rows = [(7, "A13", "2"), (8, "A13", "1"), (9, "A13", "3"), (10, "A14", "0"), (11, "", "0"), (12, "", "1")]
    assert told_apart(rows) == {7: "A13b", 9: "A13c"}
    many = told_apart((key, "R1", f"{key:03}") for key in range(60))
    assert [many[key] for key in (1, 25, 26, 27, 52)] == ["R1b", "R1z", "R1aa", "R1ab", "R1ba"]
    assert len(set(many.values())) == 59


def test_a_record_that_stands_live_and_in_the_bin_is_one(tmp_path: Path) -> None:
    anna, ben = _apart(tmp_path)
    commit(anna, Change("activities", 101, action="delete"), actor=ANNA)
    mixed = {**anna.tables, "activities": {**anna.tables["activities"], 101: ben.tables["activities"][101]}}
    tables = load(encode_file(mixed), anna.path).tables
    assert encode_file(tables) == encode_file(anna.tables)
    assert META in tables

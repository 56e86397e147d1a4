"""Several people saving the same file lose nothing, in turn or at the same moment, with or without a shared lock."""

from __future__ import annotations

import os
from multiprocessing import get_context
from pathlib import Path

import pytest
from store_samples import ANNA, BEN, commit, locks, next_rev, sample

from roadmap_tui.store.changes import Change
from roadmap_tui.store.document import Document
from roadmap_tui.store.revisions import heads, revision

_SAVES = 40


def test_two_people_saving_in_turn_keep_each_others_work(tmp_path: Path) -> None:
    anna = sample(tmp_path / "p.roadmap.json")
    ben = Document.open(anna.path)
    for turn in range(6):
        commit(anna, Change("activities", 101, {"remarks": f"Anna {turn}"}), actor=ANNA)
        commit(ben, Change("activities", 102, {"remarks": f"Ben {turn}"}), actor=BEN)
        assert anna.save(locks(anna.path)) is (turn > 0)
        assert ben.save(locks(anna.path))
    now = Document.open(anna.path).tables["activities"]
    assert (now[101]["remarks"], now[102]["remarks"]) == ("Anna 5", "Ben 5")


def test_two_values_written_without_seeing_each_other_are_both_kept(tmp_path: Path) -> None:
    anna = sample(tmp_path / "p.roadmap.json")
    ben = Document.open(anna.path)
    seen = frozenset(heads(anna.tables["activities"][101], "title"))
    commit(anna, Change("activities", 101, {"title": "Van Anna"}, seen), actor=ANNA)
    commit(ben, Change("activities", 101, {"title": "Van Ben"}, seen), actor=BEN)
    anna.save(locks(anna.path))
    ben.save(locks(anna.path))
    record = Document.open(anna.path).tables["activities"][101]
    assert sorted(heads(record, "title").values()) == ["Van Anna", "Van Ben"]
    assert record["title"] == "Van Ben"


def test_a_record_changed_by_one_and_deleted_by_another_stays(tmp_path: Path) -> None:
    anna = sample(tmp_path / "p.roadmap.json")
    ben = Document.open(anna.path)
    commit(anna, Change("activities", 101, action="delete"))
    commit(ben, Change("activities", 101, {"title": "Toch belangrijk"}), actor=BEN)
    anna.save(locks(anna.path))
    ben.save(locks(anna.path))
    assert Document.open(anna.path).tables["activities"][101]["title"] == "Toch belangrijk"


def _writer(path: Path, actor: str, table: str, lock_folder: Path) -> None:
    document = Document.open(path)
    for count in range(_SAVES):
        rev = revision(1_790_000_000_000 + count, actor, f"{os.getpid() & 0xFFFF:04x}{count:04x}")
        document.commit(rev, (Change(table, 1000 + count, {"title": f"{table} {count}"}),))
        document.save(lock_folder)
    os._exit(0)


@pytest.mark.parametrize("shared_lock", [True, False])
def test_two_processes_saving_as_fast_as_they_can_lose_nothing(tmp_path: Path, shared_lock: bool) -> None:
    path = sample(tmp_path / "p.roadmap.json").path
    context = get_context("fork")
    writers = [
        context.Process(target=_writer, args=(path, actor, table, tmp_path / ("locks" if shared_lock else table)))
        for actor, table in ((ANNA, "risks"), (BEN, "milestones"))
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    tables = Document.open(path).tables
    for table in ("risks", "milestones"):
        assert sorted(tables[table]) == list(range(1000, 1000 + _SAVES)), table
    assert len(tables["activities"]) == 3


def test_saves_from_threads_of_one_program_keep_every_change(tmp_path: Path) -> None:
    from threading import Thread

    document = sample(tmp_path / "p.roadmap.json")
    threads = []
    for count in range(12):
        commit(document, Change("risks", 2000 + count, {"title": str(count)}), actor=next_rev()[16:26])
        thread = Thread(target=document.save, args=(locks(document.path),))
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join(20)
    assert document.unsaved == 0
    assert len(Document.open(document.path).tables["risks"]) == 12

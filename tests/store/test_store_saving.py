"""One save: nothing half written, links and permissions kept, and every refusal leaves the file as it was."""

from __future__ import annotations

import os
import resource
import stat
import sys
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import pytest
from store_samples import commit, locks, next_rev, sample

from roadmap_tui.errors import NotSavedError
from roadmap_tui.services import recovery
from roadmap_tui.session import Session
from roadmap_tui.store.changes import Change
from roadmap_tui.store.document import Document

NOBODY = 65534


def _title(path: Path, record_id: int = 101) -> object:
    return Document.open(path).tables["activities"][record_id]["title"]


def _in_child(work: Callable[[], None]) -> int:
    """Run `work` in a forked process, so that limits and identity do not reach the tests; its exit code."""
    child = get_context("fork").Process(target=work)
    child.start()
    child.join(30)
    return child.exitcode if child.exitcode is not None else -1


def _leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name not in ("locks", "p.roadmap.json"))


def test_a_symbolic_link_stays_one_and_its_target_gets_the_change(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    target = sample(tmp_path / "shared" / "p.roadmap.json").path
    link = tmp_path / "link.roadmap.json"
    link.symlink_to(target)
    document = Document.open(link)
    commit(document, Change("activities", 101, {"title": "Via de link"}))
    document.save(locks(link))
    assert link.is_symlink()
    assert _title(target) == "Via de link"


def test_permissions_are_kept(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    document.path.chmod(0o664)
    commit(document, Change("activities", 101, {"title": "x"}))
    document.save(locks(document.path))
    assert stat.S_IMODE(document.path.stat().st_mode) == 0o664


def test_saving_leaves_nothing_behind_beside_the_plan(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    commit(document, Change("activities", 101, {"title": "x"}))
    assert not document.save(locks(document.path))
    assert document.unsaved == 0
    assert _leftovers(tmp_path) == []


def test_a_new_plan_never_replaces_a_file_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "p.roadmap.json"
    document = Document.new(path, next_rev())
    commit(document, Change("plan", 50, {"title": "Nieuw"}))
    path.write_text("iets van een ander")
    with pytest.raises(NotSavedError):
        document.save(locks(path))
    assert path.read_text() == "iets van een ander"


def test_a_plan_whose_file_vanished_is_written_again(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    document.path.unlink()
    assert not document.refresh()
    commit(document, Change("activities", 101, {"title": "Terug"}))
    document.save(locks(document.path))
    assert _title(document.path) == "Terug"
    assert _title(document.path, 103) == "Activiteit 3"


@pytest.mark.parametrize("content", [b"", b"{}", b'{"name": "other"}', b"half a fi"])
def test_a_file_that_turned_into_something_else_is_not_overwritten(tmp_path: Path, content: bytes) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    commit(document, Change("activities", 101, {"title": "x"}))
    document.path.write_bytes(content)
    with pytest.raises(NotSavedError):
        document.save(locks(document.path))
    assert document.path.read_bytes() == content
    assert document.unsaved == 1
    assert not document.refresh()


def test_a_damaged_file_is_told_put_aside_and_written_again_with_what_others_saved_in_it(tmp_path: Path) -> None:
    path = sample(tmp_path / "p.roadmap.json").path
    session, other = Session.open(path, user="Anna"), Session.open(path, user="Ben")
    other.commit((Change("activities", 101, {"title": "Van Ben"}),))
    other.save()
    damaged = path.read_bytes()[:-30].replace(b"Activiteit 2", b"Activitei#@2")
    path.write_bytes(damaged)
    session.commit((Change("activities", 103, {"title": "Van Anna"}),))
    with pytest.raises(NotSavedError, match="beschadigd"):
        session.save()
    assert recovery.keep_unsaved(session)
    kept = recovery.put_aside(session)
    assert kept is not None
    assert kept.read_bytes() == damaged
    session.save()
    assert recovery.put_aside(session) is None
    assert [_title(path, number) for number in (101, 102, 103)] == ["Van Ben", "Activiteit 2", "Van Anna"]


def test_what_could_not_be_saved_is_asked_about_at_the_next_start(tmp_path: Path) -> None:
    path = sample(tmp_path / "p.roadmap.json").path
    whole = path.read_bytes()
    session = Session.open(path, user="Anna")
    session.commit((Change("activities", 103, {"title": "Van Anna"}),))
    assert recovery.keep_unsaved(session)
    missing = recovery.look(Session.open(path))
    assert missing is not None
    assert missing.tables["activities"][103]["title"] == "Van Anna"
    path.write_bytes(whole[:300])
    assert recovery.rebuild(path).tables["activities"][103]["title"] == "Van Anna"


def test_another_plan_in_its_place_is_not_overwritten(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    other = sample(tmp_path / "other.roadmap.json").path.read_bytes()
    commit(document, Change("activities", 101, {"title": "x"}))
    document.path.write_bytes(other)
    with pytest.raises(NotSavedError):
        document.save(locks(document.path))
    assert document.path.read_bytes() == other


def test_a_folder_that_took_its_place_is_reported(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    commit(document, Change("activities", 101, {"title": "x"}))
    document.path.unlink()
    document.path.mkdir()
    assert not document.refresh()
    with pytest.raises(NotSavedError):
        document.save(locks(document.path))
    assert document.unsaved == 1


def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    before = document.path.read_bytes()
    document.path.chmod(0o444)
    commit(document, Change("activities", 101, {"title": "x"}))
    with pytest.raises(NotSavedError):
        document.save(locks(document.path))
    assert document.path.read_bytes() == before
    document.path.chmod(0o644)
    document.save(locks(document.path))
    assert _title(document.path) == "x"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows folders have no such permission")
def test_a_read_only_folder_is_reported_and_the_change_kept(tmp_path: Path) -> None:
    folder = tmp_path / "vast"
    folder.mkdir()
    document = sample(folder / "p.roadmap.json")
    before = document.path.read_bytes()
    for part in (tmp_path, *tmp_path.parents[:2]):
        part.chmod(0o755)
    document.path.chmod(0o666)
    folder.chmod(0o555)

    def work() -> None:
        if os.geteuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        commit(document, Change("activities", 101, {"title": "x"}))
        try:
            document.save(tmp_path / "none")
        except NotSavedError:
            os._exit(0 if document.unsaved == 1 else 3)
        os._exit(4)

    assert _in_child(work) == 0
    folder.chmod(0o755)
    assert document.path.read_bytes() == before
    assert [path.name for path in folder.iterdir() if path.name != "locks"] == ["p.roadmap.json"]


def test_a_full_disk_leaves_the_file_whole_and_the_change_in_memory(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json", activities=40)
    before = document.path.read_bytes()

    def work() -> None:
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        commit(document, Change("activities", 101, {"description": "lang " * 2000}))
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, resource.RLIM_INFINITY))
        try:
            document.save(locks(document.path))
        except NotSavedError:
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            whole = document.path.read_bytes() == before
            document.save(locks(document.path))
            os._exit(0 if whole and document.unsaved == 0 else 3)
        os._exit(4)

    assert _in_child(work) == 0
    assert Document.open(document.path).tables["activities"][101]["description"].startswith("lang")
    assert _leftovers(tmp_path) == []


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1, 2}, object()])
def test_a_value_that_json_cannot_hold_is_reported_not_half_written(tmp_path: Path, value: object) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    before = document.path.read_bytes()
    with pytest.raises(NotSavedError):
        commit(document, Change("activities", 101, {"hours": value}))
    assert document.unsaved == 0
    commit(document, Change("activities", 102, {"title": "Gewoon verder"}))
    document.save(locks(document.path))
    assert before != document.path.read_bytes()
    assert "hours" not in Document.open(document.path).tables["activities"][101]


def test_a_lock_folder_that_cannot_be_made_does_not_stop_saving(tmp_path: Path) -> None:
    document = sample(tmp_path / "p.roadmap.json")
    (tmp_path / "file").write_text("")
    commit(document, Change("activities", 101, {"title": "Zonder slot"}))
    document.save(tmp_path / "file" / "locks")
    assert _title(document.path) == "Zonder slot"


def test_what_others_saved_is_noticed_and_taken_in_beside_unsaved_changes(tmp_path: Path) -> None:
    mine = sample(tmp_path / "p.roadmap.json")
    theirs = Document.open(mine.path)
    assert not mine.refresh()
    commit(theirs, Change("activities", 102, {"title": "Van hen"}))
    theirs.save(locks(mine.path))
    commit(mine, Change("activities", 101, {"title": "Van mij"}))
    generation = mine.generation
    assert mine.refresh()
    assert mine.generation > generation
    assert mine.tables["activities"][102]["title"] == "Van hen"
    assert mine.tables["activities"][101]["title"] == "Van mij"
    assert mine.unsaved == 1
    assert not mine.refresh()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are no text")
def test_a_file_name_that_is_no_text_is_saved_like_any_other(tmp_path: Path) -> None:
    document = sample(tmp_path / os.fsdecode(b"pl\xe9n.roadmap.json"))
    commit(document, Change("activities", 101, {"title": "x"}))
    document.save(locks(document.path))
    assert _title(document.path) == "x"

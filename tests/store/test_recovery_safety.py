"""The safety copy: an older file in the place of the newer one is noticed, and only a person decides what happens."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path

import pytest

from roadmap_tui.errors import NotSavedError
from roadmap_tui.services import recovery
from roadmap_tui.services.sharing import merge
from roadmap_tui.session import Session
from roadmap_tui.store.changes import Change
from roadmap_tui.store.document import Document
from roadmap_tui.store.encoding import encode_file

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plan of three activities."""
    found = tmp_path / "p.roadmap.json"
    rows = [("activities", 100 + number, {"title": f"Activiteit {number}"}) for number in (1, 2, 3)]
    Session.create(found, [("plan", 50, {"title": "Plan"}), *rows], user="Anna")
    return found


def _set(path: Path, record_id: int, title: str) -> Session:
    session = Session.open(path, user="Anna")
    session.commit((Change("activities", record_id, {"title": title}),))
    session.save()
    return session


def _title(path: Path, record_id: int) -> object:
    return Document.open(path).tables["activities"][record_id]["title"]


def _put_older_back(path: Path) -> bytes:
    """An older copy of the file over the newer one; answers the newer bytes."""
    older = path.read_bytes()
    _set(path, 101, "Nieuwer")
    newer = path.read_bytes()
    path.write_bytes(older)
    return newer


def _missing(path: Path) -> recovery.Missing:
    found = recovery.look(Session.open(path))
    assert found is not None
    return found


def test_a_plan_that_nobody_touched_lacks_nothing(path: Path) -> None:
    assert recovery.look(Session.open(path)) is None
    _set(path, 101, "Nieuwer")
    assert recovery.look(Session.open(path)) is None


def test_an_older_file_is_noticed_and_left_until_somebody_chooses(path: Path) -> None:
    newer = _put_older_back(path)
    older = path.read_bytes()
    missing = _missing(path)
    assert "Anna" in missing.words
    assert "1 activiteit" in missing.words
    assert path.read_bytes() == older
    session = Session.open(path)
    recovery.bring_back(session, missing)
    session.save()
    assert path.read_bytes() == newer
    assert recovery.look(Session.open(path)) is None


def test_lines_that_were_taken_out_of_the_file_are_named(path: Path) -> None:
    _set(path, 101, "Eerste")
    kept = [line for line in path.read_bytes().split(b"\n") if b"Activiteit 2" not in line]
    path.write_bytes(b"\n".join(kept))
    missing = recovery.look(Session.open(path))
    assert missing is not None
    assert missing.words == "1 regel staat er niet meer in: A2 Activiteit 2."


def test_a_newer_file_of_a_colleague_is_no_question(path: Path) -> None:
    colleague = Session.open(path, user="Ben")
    colleague.is_throw_away = True
    colleague.commit((Change("activities", 102, {"title": "Van Ben"}),))
    colleague.save()
    assert recovery.look(Session.open(path)) is None
    assert _title(path, 102) == "Van Ben"


def test_saving_before_choosing_does_not_forget_the_question(path: Path) -> None:
    _put_older_back(path)
    _set(path, 102, "Gewoon verder")
    _set(path, 103, "En nog verder")
    missing = _missing(path)
    session = Session.open(path)
    recovery.bring_back(session, missing)
    session.save()
    assert [_title(path, number) for number in (101, 102, 103)] == ["Nieuwer", "Gewoon verder", "En nog verder"]
    assert recovery.look(Session.open(path)) is None
    assert session.safety is not None
    assert session.safety.waiting() == []


def test_keeping_this_version_puts_the_other_among_the_backups(path: Path) -> None:
    newer = _put_older_back(path)
    older = path.read_bytes()
    session = Session.open(path)
    recovery.keep_this_version(session)
    assert recovery.look(Session.open(path)) is None
    assert path.read_bytes() == older
    kept = next(copy for copy in recovery.copies(session) if copy.reason == "kept")
    assert encode_file(recovery.tables_of(session, kept)) == newer


def test_a_plan_of_its_own_is_no_copy_any_more(path: Path, tmp_path: Path) -> None:
    _put_older_back(path)
    shutil.copy(path, tmp_path / "copy.json")
    session = Session.open(path)
    before = session.document.document_id
    recovery.make_separate(session)
    session.save()
    again = Session.open(path)
    assert again.document.document_id != before
    assert recovery.look(again) is None
    assert again.tables["activities"] == Document.open(tmp_path / "copy.json").tables["activities"]


def test_a_copy_elsewhere_is_a_file_of_its_own(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "2027.roadmap.json"
    shutil.copy(path, elsewhere)
    _set(path, 101, "Alleen hier")
    assert recovery.look(Session.open(elsewhere)) is None
    _set(elsewhere, 102, "Alleen daar")
    assert recovery.look(Session.open(path)) is None


def test_a_link_leads_to_the_same_safety_copy(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.roadmap.json"
    link.symlink_to(path)
    older = path.read_bytes()
    _set(link, 101, "Via de link")
    path.write_bytes(older)
    assert recovery.look(Session.open(path)) is not None


def test_a_change_by_hand_is_no_loss(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Activiteit 2", b"Met de hand"))
    session = Session.open(path)
    assert recovery.look(session) is None
    assert ("activities", 102) in {(each.table, each.id) for each in recovery.integrity(session)}


def test_a_line_taken_out_by_hand_is_missed(path: Path) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(line for line in lines if not line.startswith(b'"102"')))
    missing = _missing(path)
    assert 102 in missing.tables["activities"]


def test_a_plan_that_is_thrown_away_leaves_no_copies(tmp_path: Path) -> None:
    session = Session.start(tmp_path / "demo.roadmap.json", [("plan", 50, {"title": "Plan"})])
    session.is_throw_away = True
    session.save()
    assert not (session.profile.state / "plans").exists()
    assert recovery.copies(session) == []


def test_a_state_folder_that_cannot_be_written_does_not_stop_saving(path: Path, tmp_path: Path) -> None:
    session = Session.open(path)
    assert session.safety is not None
    shutil.rmtree(session.safety.folder)
    session.safety.folder.write_text("a file in its place")
    session.commit((Change("activities", 101, {"title": "Toch bewaard"}),))
    session.save()
    assert _title(path, 101) == "Toch bewaard"


def test_what_an_interrupted_save_in_place_left_is_taken_in(path: Path) -> None:
    older = path.read_bytes()
    session = _set(path, 101, "In het journaal")
    assert session.safety is not None
    session.safety.write_journal(path.read_bytes())
    session.safety.current.unlink()
    path.write_bytes(older)
    again = Session.open(path)
    assert recovery.look(again) is None
    assert again.unsaved
    again.save()
    assert _title(path, 101) == "In het journaal"
    assert not session.safety.journal.exists()


def _in_child(work: Callable[[], None]) -> int:
    child = get_context("fork").Process(target=work)
    child.start()
    child.join(120)
    return child.exitcode if child.exitcode is not None else -1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows folders have no such permission")
def test_a_file_in_a_folder_that_takes_no_new_files_is_saved_in_place(tmp_path: Path) -> None:
    folder, state = tmp_path / "vast", tmp_path / "state"
    folder.mkdir()
    state.mkdir(mode=0o777)
    state.chmod(0o777)
    for part in (tmp_path, *tmp_path.parents):
        if part == tmp_path or part.name.startswith(("pytest-", "popen-")):
            part.chmod(0o755)
    path = folder / "p.roadmap.json"
    Session.create(path, [("plan", 50, {"title": "Plan"}), ("activities", 101, {"title": "Eerst"})])
    _set(path, 101, "Daarna")
    node = path.stat().st_ino
    path.chmod(0o666)
    folder.chmod(0o555)

    def work() -> None:
        from roadmap_tui.user import profile

        if os.geteuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        os.environ["ROADMAP_STATE"] = str(state / "own")
        profile.state_folder.cache_clear()
        session = Session.open(path)
        session.commit((Change("activities", 101, {"title": "Ter plekke"}),))
        session.save()
        assert session.safety is not None
        os._exit(0 if not session.unsaved and not session.safety.journal.exists() else 3)

    assert _in_child(work) == 0
    folder.chmod(0o755)
    assert path.stat().st_ino == node
    assert _title(path, 101) == "Ter plekke"
    assert list(folder.iterdir()) == [path]


def test_a_drive_that_went_and_came_back(path: Path, tmp_path: Path) -> None:
    drive, away = tmp_path / "stick", tmp_path / "weg"
    drive.mkdir()
    moved = drive / "p.roadmap.json"
    shutil.move(path, moved)
    session = Session.open(moved)
    session.commit((Change("activities", 101, {"title": "Onderweg"}),))
    drive.rename(away)
    with pytest.raises(NotSavedError, match="stick"):
        session.save()
    assert session.unsaved == 1
    away.rename(drive)
    session.save()
    assert _title(moved, 101) == "Onderweg"


def test_a_file_that_was_pulled_away_is_put_back_and_that_is_said(path: Path) -> None:
    session = Session.open(path)
    assert not session.document.write_again()
    path.unlink()
    assert not session.refresh()
    assert session.document.write_again()
    session.save()
    assert session.document.take_put_back()
    assert not session.document.take_put_back()
    assert _title(path, 101) == "Activiteit 1"


def test_check_names_what_is_wrong_with_the_file(path: Path) -> None:
    _put_older_back(path)
    (path.parent / f".~{path.name}.1-00.tmp").write_bytes(path.read_bytes())
    found = {each.code for each in recovery.integrity(Session.open(path))}
    assert found == {"interrupted_save", "changes_missing"}


def test_going_back_stands_when_the_old_copy_is_merged_later(path: Path, tmp_path: Path) -> None:
    session = _set(path, 101, "Fout")
    before = next(copy for copy in recovery.copies(session) if copy.reason == "save")
    session.commit((Change("activities", 109, {"title": "Te veel"}), Change("activities", 102, action="delete")))
    session.save()
    shutil.copy(path, tmp_path / "colleague.json")
    chosen = recovery.preview(session, recovery.tables_of(session, before))
    assert (chosen.added, chosen.updated, chosen.removed) == (
        (("activities", 102),),
        (("activities", 101),),
        (("activities", 109),),
    )
    recovery.go_back(session, chosen)
    session.save()
    merge(session, [tmp_path / "colleague.json"], backup=False)
    assert {i: row["title"] for i, row in session.tables["activities"].items()} == {
        101: "Activiteit 1",
        102: "Activiteit 2",
        103: "Activiteit 3",
    }
    session.undo()
    assert session.tables["activities"][101]["title"] == "Fout"
    assert 109 in session.tables["activities"]
    assert 102 not in session.tables["activities"]


def test_one_record_goes_back_and_the_others_stay(path: Path) -> None:
    _set(path, 101, "Fout")
    session = _set(path, 102, "Goed")
    before = recovery.copies(session)[-1]
    chosen = recovery.preview(session, recovery.tables_of(session, before), 101)
    recovery.go_back(session, chosen)
    titles = [session.tables["activities"][number]["title"] for number in (101, 102)]
    assert titles == ["Activiteit 1", "Goed"]


def test_a_removed_record_comes_back_with_what_went_along(path: Path) -> None:
    from roadmap_tui.editing import edits

    session = Session.open(path)
    milestone = session.add("milestones", {"title": "Mijlpaal"})
    point = session.add("checkpoints", {"title": "Punt", "milestone": milestone})
    earlier = session.add("checkpoints", {"title": "Eerder weg", "milestone": milestone})
    session.commit((Change("checkpoints", earlier, action="delete"),))
    record = session.record("milestones", milestone)
    assert record is not None
    session.commit(edits.delete(session.tables, [record]))
    row = recovery.find_removed(session, record.number)
    chosen = recovery.take_from_bin(session, row)
    assert set(chosen.added) == {("milestones", milestone), ("checkpoints", point)}
    recovery.go_back(session, chosen)
    assert set(session.tables["checkpoints"]) == {point}


@pytest.mark.parametrize(
    ("which", "reason"), [("1", "merge"), ("2", "save"), ("2026-05-01", "save"), ("01-05-2026 10:00", "import")]
)
def test_a_copy_is_found_by_its_place_or_by_a_moment(tmp_path: Path, which: str, reason: str) -> None:
    moments = [(datetime(2026, 6, 1, 9), "merge"), (datetime(2026, 5, 1, 12), "save"), (datetime(2026, 4, 1), "import")]
    found = [recovery.Backup(tmp_path / str(index), *each) for index, each in enumerate(moments)]
    assert recovery.choose(found, which).reason == reason

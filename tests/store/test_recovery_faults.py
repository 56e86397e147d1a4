"""Every call that a save makes to the system goes wrong in every way: nothing unreadable, nothing acknowledged lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from store_samples import commit, locks, sample

from proofs.faulty_system import WAYS, WRITING, FaultySystem, KilledError, faulty
from roadmap_tui.errors import DamagedError, NotSavedError
from roadmap_tui.store import document as documents
from roadmap_tui.store import saving
from roadmap_tui.store.changes import Change
from roadmap_tui.store.document import Document
from roadmap_tui.store.encoding import Tables, encode_file
from roadmap_tui.store.reading import parse
from roadmap_tui.store.rebuilding import rebuild
from roadmap_tui.store.safety import SafetyCopy

ABILITIES = ("exchange", "link", "neither", "in place")
_ACKNOWLEDGED, _NEW = "Bevestigd", "Nieuw"


class Round:
    """A plan with one acknowledged change, and another one that is about to be saved."""

    def __init__(self, folder: Path, template: Path) -> None:
        self.folder = folder
        shutil.copytree(template, folder)
        self.path = folder / "p.roadmap.json"
        self.document = Document.open(self.path)
        self.safety = SafetyCopy(folder / "state", self.document.document_id, self.path)
        commit(self.document, Change("activities", 102, {"title": _NEW, "description": "lang " * 50}))

    def save(self) -> None:
        self.document.save(locks(self.path), self.safety)

    def found(self) -> Tables:
        """The plan as a program finds it that starts now."""
        try:
            return Document.open(self.path).tables
        except DamagedError:
            return rebuild(self.path, self.folder / "state").tables


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a plan in which one change was acknowledged."""
    folder = tmp_path_factory.mktemp("template") / "plan"
    folder.mkdir()
    document = sample(folder / "p.roadmap.json", activities=4)
    commit(document, Change("activities", 101, {"title": _ACKNOWLEDGED}))
    document.save(locks(document.path))
    return folder


@pytest.fixture(params=ABILITIES)
def abilities(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the system can do; a folder that takes no new files is written in place."""
    if request.param == "in place":
        monkeypatch.setattr(documents, "check_writable", lambda _path: False)
    return str(request.param)


def _title(tables: Tables, record_id: int) -> object:
    return tables["activities"][record_id]["title"]


def _one_fault(plan: Round, monkeypatch: pytest.MonkeyPatch, abilities: str, fault: FaultySystem) -> str:
    """Save while one call goes wrong, and judge what is left; answers how it ended."""
    outcome = "saved"
    with faulty(monkeypatch, fault, abilities):
        try:
            plan.save()
        except NotSavedError:
            outcome = "refused"
        except KilledError:
            outcome = "killed"
    where = f"{abilities}, call {fault.at}, {fault.way}: {outcome}"
    tables = plan.found()
    assert _title(tables, 101) == _ACKNOWLEDGED, where
    assert sorted(tables["activities"]) == [101, 102, 103, 104], where
    if outcome == "saved":
        assert _title(tables, 102) == _NEW, where
    if outcome == "refused":
        assert plan.document.unsaved, where
        assert _title(plan.document.tables, 102) == _NEW, where
        plan.save()
        assert not plan.document.unsaved, where
        assert _title(plan.found(), 102) == _NEW, where
    parse(encode_file(plan.found()), plan.path)
    shutil.rmtree(plan.folder)
    return outcome


def _every_fault(
    tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch, abilities: str, ways: int
) -> dict[str, int]:
    """Let each call of a save go wrong in so many of the ways; answers how often saving ended how."""
    plan = Round(tmp_path / "counted", template)
    with faulty(monkeypatch, FaultySystem(), abilities) as system:
        plan.save()
    outcomes = {"saved": 0, "refused": 0, "killed": 0}
    for at in range(system.count):
        chosen = [WAYS[(at + step * len(WAYS) // ways) % len(WAYS)] for step in range(ways)]
        for way in (*chosen, *(WRITING if at in system.writes else ())):
            folder = tmp_path / f"{at}-{way}"
            outcomes[_one_fault(Round(folder, template), monkeypatch, abilities, FaultySystem(at, way))] += 1
    assert system.count >= 20
    return outcomes


def test_a_call_that_goes_wrong_loses_nothing(
    tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch, abilities: str
) -> None:
    outcomes = _every_fault(tmp_path, template, monkeypatch, abilities, 2)
    assert sum(outcomes.values()) >= 40
    assert all(outcomes.values()), outcomes


@pytest.mark.deep
def test_every_call_going_wrong_in_every_way_loses_nothing(
    tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch, abilities: str
) -> None:
    outcomes = _every_fault(tmp_path, template, monkeypatch, abilities, len(WAYS))
    assert sum(outcomes.values()) >= 100
    assert all(outcomes.values()), outcomes


def test_what_the_disk_lost_while_writing_is_noticed_and_written_again(
    tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = Round(tmp_path / "torn", template)
    sync = saving.sync_folder

    def tear(folder: Path) -> None:
        sync(folder)
        data = plan.path.read_bytes()
        plan.path.write_bytes(data[: len(data) // 2])

    with monkeypatch.context() as patch:
        patch.setattr(saving, "sync_folder", tear)
        with pytest.raises(NotSavedError):
            plan.save()
    assert plan.document.unsaved == 1
    plan.save()
    assert plan.document.unsaved == 0
    assert _title(Document.open(plan.path).tables, 102) == _NEW

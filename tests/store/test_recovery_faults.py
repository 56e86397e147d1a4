"""What the disk lost while a plan was written is noticed; `proofs.faults` lets every call of a save go wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from store_samples import commit, locks, sample

from roadmap_tui.errors import NotSavedError
from roadmap_tui.store import saving
from roadmap_tui.store.changes import Change
from roadmap_tui.store.document import Document
from roadmap_tui.store.safety import SafetyCopy


def test_what_the_disk_lost_while_writing_is_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = sample(tmp_path / "p.roadmap.json", activities=4).path
    document = Document.open(path)
    safety = SafetyCopy(tmp_path / "state", document.document_id, path)
    commit(document, Change("activities", 102, {"title": "Nieuw"}))
    sync = saving.sync_folder

    def tear(folder: Path) -> None:
        sync(folder)
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2])

    with monkeypatch.context() as patch:
        patch.setattr(saving, "sync_folder", tear)
        with pytest.raises(NotSavedError):
            document.save(locks(path), safety)
    assert document.unsaved == 1
    document.save(locks(path), safety)
    assert document.unsaved == 0
    assert Document.open(path).tables["activities"][102]["title"] == "Nieuw"

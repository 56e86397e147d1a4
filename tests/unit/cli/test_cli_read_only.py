"""With --read-only no command writes anything: not in the plan, not beside it, not in the backups."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from cli_runner import Run

WRITING = (
    "set PLAN A1 title=Anders",
    "add PLAN activities title=Nieuw",
    "done PLAN A1",
    "remove PLAN A1 --yes",
    "undo PLAN",
    "import t.csv --into PLAN",
    "import t.csv --into nieuw.roadmap.json",
    "new nieuw.roadmap.json",
    "merge PLAN other.json",
    "erase PLAN Projectleider --yes",
    "restore PLAN --at 2 --yes",
)


@pytest.mark.parametrize("words", WRITING)
def test_what_writes_is_refused_and_leaves_no_trace(
    run: Run, plan: str, folder: Path, own_surroundings: Path, words: str
) -> None:
    (folder / "t.csv").write_text("Activiteit;Wanneer\nNieuwe;juli\n")
    shutil.copy(plan, folder / "other.json")
    assert run("set", "other.json", "A2", "title=Van een ander").code == 0
    assert run("set", plan, "A1", "title=Eerst anders").code == 0
    before = {path: path.read_bytes() for home in (folder, own_surroundings) for path in home.rglob("*.*")}
    outcome = run("--read-only", *words.replace("PLAN", plan).split())
    assert outcome.code == 4, outcome
    refusals = [line for line in outcome.err.splitlines() if line.startswith("roadmap: ")]
    assert len(refusals) == 1, outcome.err
    after = {path: path.read_bytes() for home in (folder, own_surroundings) for path in home.rglob("*.*")}
    assert after == before

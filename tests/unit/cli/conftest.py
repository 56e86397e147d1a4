"""The real command, run in the test's own folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_runner import TABLE, Outcome, Run
from click.testing import CliRunner

from roadmap_tui import i18n
from roadmap_tui.cli.group import RoadmapGroup


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    """Runs `roadmap` with these words, in English, without a terminal."""

    def command(*words: str, stdin: str | bytes | None = None, lang: str = "en") -> Outcome:
        language = [f"--lang={lang}"] if lang else []
        result = CliRunner().invoke(RoadmapGroup(), [*language, *words], input=stdin)
        i18n.use_language("nl")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Outcome(result.exit_code, result.stdout, result.stderr)

    return command


@pytest.fixture
def plan(run: Run) -> str:
    """A plan with the twelve activities of the planning table, three risks and a milestone with two checkpoints."""
    name = "p.roadmap.json"
    for words in (
        ("import", str(TABLE), "--into", name, "--year", "2026"),
        ("add", name, "risks", "title=Staff leaves", "chance=4", "impact=4", "owner=Manager"),
        ("add", name, "risks", "title=Late delivery", "chance=2", "impact=3", "status=closed"),
        ("add", name, "risks", "title=Data is lost", "chance=5", "impact=5"),
        ("add", name, "milestones", "title=Training", "due=31-12-2026"),
        ("add", name, "checkpoints", "title=Rooms booked", "milestone=M1", "status=done"),
        ("add", name, "checkpoints", "title=Trainers found", "milestone=M1"),
    ):
        outcome = run(*words)
        assert outcome.code == 0, outcome.err
    return name

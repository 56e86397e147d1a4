"""A program killed at any moment leaves a whole file that holds everything it had acknowledged."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from store_samples import sample

from roadmap_tui.store.document import Document

_WRITER = Path(__file__).with_name("crashing_writer.py")
_ROOT = Path(__file__).parents[2]


def _kill_rounds(path: Path, rounds: int, chance: random.Random) -> int:
    """Start a writer, kill it a random moment after its first save, judge the file; returns what was acknowledged."""
    acknowledged = 0
    for _round in range(rounds):
        writer = subprocess.Popen(
            [sys.executable, str(_WRITER), str(path), str(acknowledged)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=_ROOT,
            env={"PYTHONPATH": str(_ROOT)},
        )
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(chance.random() * 0.02)
        writer.kill()
        lines = [first, *writer.stdout.read().splitlines()]
        writer.wait()
        acknowledged = int([line for line in lines if line.strip()][-1])
        held = int(Document.open(path).tables["risks"][1]["title"])
        assert held in (acknowledged, acknowledged + 1)
        acknowledged = held
    return acknowledged


def test_killed_at_random_moments(tmp_path: Path) -> None:
    path = sample(tmp_path / "p.roadmap.json", activities=60).path
    assert _kill_rounds(path, 40, random.Random(4)) >= 40
    leftovers = [name.name for name in tmp_path.iterdir() if name.name not in ("locks", path.name)]
    assert all(name.startswith(".~p.roadmap.json.") for name in leftovers)


@pytest.mark.deep
def test_killed_a_thousand_times(tmp_path: Path) -> None:
    path = sample(tmp_path / "p.roadmap.json", activities=300).path
    assert _kill_rounds(path, 1000, random.Random(5)) >= 1000

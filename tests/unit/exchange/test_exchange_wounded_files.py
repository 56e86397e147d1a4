"""Wounded and harmful files: all or nothing, within limits of time and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from proofs import imports
from proofs.import_files import harmful
from roadmap_tui.errors import UnreadableError
from roadmap_tui.exchange.source import read_bytes

_QUICK = ("entities after a comment in Word", "entities after a comment in Excel", "an external entity in Word")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_wounded_files_come_in_whole_or_not_at_all() -> None:
    command = [sys.executable, "-m", "proofs", "imports", "--rounds", str(imports.QUICK), "--seed", "3", "--dry-run"]
    found = subprocess.run(command, cwd=Path(__file__).parents[3], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize("name", [*_QUICK, "bars", "many merges in Excel", "many large parts"])
def test_bombs_are_refused_in_one_sentence(name: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_bytes(harmful()[name](), "plan.docx")
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("name", ["spaces under a bar", "dashes under a bar", "combining marks", "surrogates", "1e400"])
def test_odd_text_is_cleaned_or_refused(name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert imports.check(Path(folder), harmful()[name]()) in ("taken in", "refused")

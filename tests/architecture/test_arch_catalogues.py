"""Dutch and English are complete: every message of the code, the same placeholders, compiled and up to date."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from roadmap_tui.i18n import LANGUAGES, translate

ROOT = Path(__file__).parents[2]


def test_catalogues_are_complete_and_compiled() -> None:
    found = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "catalogues.py"), "check"], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout


def test_english_is_what_the_code_says_and_dutch_is_not() -> None:
    sentence = "There is nothing to undo."
    assert translate(sentence, "en") == sentence
    assert translate(sentence, "nl") == "Er is niets om ongedaan te maken."
    assert set(LANGUAGES) == {"nl", "en"}

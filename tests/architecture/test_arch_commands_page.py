"""The page of commands follows what the commands declare, and the recording is of the real program."""

from __future__ import annotations

import json
import subprocess
import sys

from arch_source import ROOT


def test_the_page_of_commands_is_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "tools" / "commands.py"), "check"]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


def test_the_recording_is_an_asciinema_cast_of_the_main_job() -> None:
    head, *events = (ROOT / "docs" / "main-job.cast").read_text(encoding="utf-8").splitlines()
    assert json.loads(head)["version"] == 2
    moments = [json.loads(event)[0] for event in events]
    assert moments == sorted(moments)
    sent = "".join(json.loads(event)[2] for event in events)
    for words in ("Activiteiten", "Kick-off", "Mijlpalen", "Tijdlijn"):
        assert words in sent, words

"""The command as a process of its own: what it loads, and what other programs see of it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from cli_runner import TABLE

ROOT = Path(__file__).parents[3]
HEAVY = {"textual", "rich", "docx", "openpyxl", "icalendar", "holidays", "tinydb"}
_SHOW_MODULES = """
import sys, json
sys.argv = ["roadmap", *sys.argv[1:]]
from roadmap_tui.cli.main import main
try:
    main()
finally:
    print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def _python(*words: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    own = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run([sys.executable, *words], cwd=folder, env=own, capture_output=True, timeout=60, check=False)


@pytest.fixture
def plan(folder: Path) -> str:
    """A plan with twelve activities."""
    made = _python("-m", "roadmap_tui", "import", str(TABLE), "--into", "p.roadmap.json", folder=folder)
    assert made.returncode == 0, made.stderr
    return "p.roadmap.json"


@pytest.mark.parametrize(
    "words",
    [
        ["status", "p.roadmap.json"],
        ["status", "p.roadmap.json", "--json"],
        ["list", "p.roadmap.json", "activities", "--json"],
        ["check", "p.roadmap.json"],
        ["set", "p.roadmap.json", "A1", "status=done"],
        ["when", "begin mei", "--json"],
        ["keys"],
        ["timeline", "p.roadmap.json"],
        ["p.roadmap.json"],
        ["--help"],
    ],
)
def test_no_command_loads_what_it_does_not_need(folder: Path, plan: str, words: list[str]) -> None:
    outcome = _python("-c", _SHOW_MODULES, *words, folder=folder)
    loaded = set(json.loads(outcome.stderr.splitlines()[-1]))
    assert not HEAVY & loaded
    if "status" in words:
        assert not {"filelock", "platformdirs"} & loaded
    if "--help" in words:
        assert not {name for name in loaded if name.startswith("roadmap_tui.cli.commands.")}


def test_output_is_utf8_where_the_system_says_otherwise(folder: Path, plan: str) -> None:
    outcome = _python("-m", "roadmap_tui", "status", plan, folder=folder, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert outcome.returncode == 0
    assert "─" in outcome.stdout.decode("utf-8")


def test_text_that_no_encoding_holds_does_not_stop_a_command(folder: Path, plan: str) -> None:
    path = folder / plan
    path.write_bytes(path.read_bytes().replace(b'"Plan van aanpak"', b'"Plan \\ud800 x"'))
    shown = _python("-m", "roadmap_tui", "list", plan, "activities", "--json", folder=folder)
    assert shown.returncode == 0
    assert json.loads(shown.stdout)[0]["title"] == "Plan \ud800 x"
    assert _python("-m", "roadmap_tui", "list", plan, "activities", folder=folder).returncode == 0


def test_a_reader_that_stops_reading_is_no_failure(folder: Path, plan: str) -> None:
    own = {**os.environ, "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-m", "roadmap_tui", "list", plan, "activities", "--json"]
    with subprocess.Popen(words, cwd=folder, env=own, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_an_interrupt_leaves_with_130(folder: Path) -> None:
    own = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    words = [sys.executable, "-m", "roadmap_tui", "when", "-", "--json"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(words, cwd=folder, env=own, **pipes) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(3)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()


def test_a_newer_format_is_read_with_a_word_and_not_changed(folder: Path, plan: str) -> None:
    path = folder / plan
    path.write_bytes(path.read_bytes().replace(b'"write":1', b'"write":99'))
    before = path.read_bytes()
    shown = _python("-m", "roadmap_tui", "--lang", "en", "status", plan, folder=folder)
    assert shown.returncode == 0
    assert b"newer version" in shown.stderr
    assert _python("-m", "roadmap_tui", "set", plan, "A1", "status=done", folder=folder).returncode == 4
    assert path.read_bytes() == before


_NO_PLANS = [b"", b"\0\0\0", b'{"a": 1}', b"[]", b"{", b'{"_meta": {}}', b"\xff\xfe\x01"]
_OTHER_COMMANDS = [["list", "activities"], ["set", "A1", "title=x"], []]


@pytest.mark.parametrize(
    ("content", "words"),
    [*((content, ["status"]) for content in _NO_PLANS), *((b"{", words) for words in _OTHER_COMMANDS)],
)
def test_a_file_that_is_no_plan_is_refused_in_one_line_and_stays(
    folder: Path, content: bytes, words: list[str]
) -> None:
    path = folder / "x.roadmap.json"
    path.write_bytes(content)
    command = [*words[:1], path.name, *words[1:]]
    outcome = _python("-m", "roadmap_tui", *command, folder=folder)
    assert outcome.returncode == 3
    assert outcome.stdout == b""
    assert outcome.stderr.count(b"\n") == 1
    assert path.read_bytes() == content

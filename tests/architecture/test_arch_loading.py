"""What a command loads: no command but the launching one loads textual, and `status` loads next to nothing."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from arch_source import modules

from roadmap_tui.session import Session

ROOT = Path(__file__).parents[2]
_REPORT = """
import atexit, json, sys
before = set(sys.modules) - {"json"}
def report():
    json.dump(sorted(sys.modules.keys() - before), open(sys.argv[0] + ".modules", "w"))
atexit.register(report)
from roadmap_tui.cli.main import main
main()
"""
HEADLESS = [
    ["--version"],
    ["--help"],
    ["status", "p.roadmap.json"],
    ["status", "p.roadmap.json", "--json"],
    ["list", "p.roadmap.json", "activities"],
    ["list", "p.roadmap.json", "activities", "--json"],
    ["show", "p.roadmap.json", "A1"],
    ["add", "p.roadmap.json", "activities", "title=Nieuw"],
    ["set", "p.roadmap.json", "A1", "status=done"],
    ["done", "p.roadmap.json", "A1"],
    ["undo", "p.roadmap.json"],
    ["check", "p.roadmap.json"],
    ["timeline", "p.roadmap.json"],
    ["schedule", "p.roadmap.json"],
    ["workload", "p.roadmap.json"],
    ["history", "p.roadmap.json"],
    ["differences", "p.roadmap.json"],
    ["restore", "p.roadmap.json", "--list"],
    ["merge", "p.roadmap.json", "p.roadmap.json"],
    ["when", "8 en 15 juni"],
    ["effort", "2 sessies van 3 uur"],
    ["templates"],
    ["keys"],
    ["config"],
    ["export", "p.roadmap.json", "--to", "uit.csv"],
    ["new", "nieuw.roadmap.json", "--template", "software"],
]
NEVER_IN_STATUS = {"rich", "holidays", "filelock", "platformdirs", "textual", "docx", "openpyxl", "icalendar", "tinydb"}
NEVER_IN_STATUS |= {"hashlib", "gzip", "tomllib", "getpass", "click", "inspect", "ast", "gettext", "locale", "tempfile"}
NEVER_IN_STATUS |= {"typing_extensions", "dataclasses", "shutil", "subprocess", "asyncio"}
MOST_OWN_MODULES_IN_STATUS = 110
NOT_FOR_THE_FRAME = ("planning", "exchange", "editing", "services", "session", "readings")
"""Parts of the house that the application needs for a plan, but not for the frame around it."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one plan and a script that runs the command and reports what it loaded."""
    rows = [("plan", 50, {"title": "Plan"}), ("activities", 101, {"title": "Eerst", "when": "8 en 15 juni"})]
    Session.create(tmp_path / "p.roadmap.json", rows)
    (tmp_path / "run.py").write_text(_REPORT)
    return tmp_path


def loaded_by(folder: Path, arguments: list[str]) -> tuple[set[str], int]:
    """The modules that `roadmap` loads with these arguments, and its exit code."""
    run = subprocess.run(
        [sys.executable, "run.py", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return set(json.loads((folder / "run.py.modules").read_text())), run.returncode


@pytest.mark.parametrize("arguments", HEADLESS, ids=" ".join)
def test_no_command_without_a_screen_loads_textual(folder: Path, arguments: list[str]) -> None:
    loaded, code = loaded_by(folder, arguments)
    assert code in (0, 1, 2)
    assert "roadmap_tui" in loaded
    assert not {"textual", "screens"} & loaded


@pytest.mark.parametrize("arguments", [["status", "p.roadmap.json"], ["status", "p.roadmap.json", "--json"]])
def test_status_loads_next_to_nothing(folder: Path, arguments: list[str]) -> None:
    loaded, code = loaded_by(folder, arguments)
    assert code == 0
    assert not NEVER_IN_STATUS & loaded
    assert len([name for name in loaded if name.startswith("roadmap_tui")]) <= MOST_OWN_MODULES_IN_STATUS


def test_the_frame_of_the_application_loads_nothing_of_a_plan() -> None:
    script = "import json, sys; import screens.app; print(json.dumps(sorted(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True)
    loaded = [name.split(".") for name in json.loads(run.stdout)]
    assert [
        ".".join(name) for name in loaded if name[0] == "roadmap_tui" and name[1:2] and name[1] in NOT_FOR_THE_FRAME
    ] == []


def test_record_types_are_declared_without_postponed_annotations() -> None:
    for name in (name for name in modules() if name.startswith("roadmap_tui.model.")):
        tree = modules()[name]
        declares = any(isinstance(node, ast.ClassDef) and _is_record_type(node) for node in tree.body)
        postponed = any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in tree.body)
        assert not (declares and postponed), f"{name} is read as text again by every command that needs its records"


def _is_record_type(node: ast.ClassDef) -> bool:
    return node.name == "Record" or any(isinstance(base, ast.Name) and base.id == "Record" for base in node.bases)

"""Small documented files that name nothing of the machine they were made on."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest
from arch_source import ROOT, modules

_TEXTS = {".py", ".toml", ".md", ".tcss", ".json", ".po", ".pot", ".txt", ""}
_FOLDERS = ("roadmap_tui", "screens", "data", "tools", "benchmarks", "proofs", "docs", ".ci")
_FORBIDDEN = re.compile("/" + "tmp/|" + "/" + "work/|" + "shared/(?:seeds|data|design|tools)|" + r"\." + "library")


def _path(module: str) -> Path:
    path = ROOT.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


@pytest.mark.parametrize("module", modules())
def test_files_stay_small(module: str) -> None:
    lines = len(_path(module).read_text(encoding="utf-8").splitlines())
    screen = module.startswith("screens.") and not module.startswith("screens.widgets")
    assert lines <= (250 if screen else 400)


@pytest.mark.parametrize("module", modules())
def test_modules_and_what_they_offer_are_described(module: str) -> None:
    tree = modules()[module]
    assert ast.get_docstring(tree), f"{module} has no docstring"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{module}:{node.lineno} {node.name} has no docstring"


def test_no_file_names_the_machine_it_was_made_on() -> None:
    files = [path for folder in _FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    files += [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "pyproject.toml"]
    for path in files:
        if path.suffix in _TEXTS and "__pycache__" not in path.parts:
            found = _FORBIDDEN.search(path.read_text(encoding="utf-8"))
            assert found is None, f"{path.relative_to(ROOT)} names {found and found[0]}"


def test_every_library_in_use_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[<>=\[ ]", line)[0].lower() for line in project["dependencies"]}
    assert declared == {
        "click", "defusedxml", "filelock", "icalendar", "msgspec", "openpyxl", "platformdirs",
        "python-docx", "rich", "textual", "tinydb", "tomli-w", "wcwidth",
    }  # fmt: skip

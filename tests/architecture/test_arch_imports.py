"""Who may import whom, and which library may appear where."""

from __future__ import annotations

import ast

import pytest
from arch_source import imported, modules

BASE = {"errors", "i18n", "progress", "resources"}
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "resources": set(),
    "progress": set(),
    "i18n": {"resources"},
    "model": {"model"},
    "planning": {"planning", "model"},
    "view": {"view", "planning", "model"},
    "store": {"store", "model"},
    "exchange": {"exchange", "view", "planning", "model"},
    "actions": {"actions", "model"},
    "config": {"actions", "model"},
    "user": {"user", "config", "planning", "model"},
    "editing": {"editing", "store", "planning", "model"},
    "readings": {"store", "model"},
    "session": {"editing", "user", "readings", "view", "planning", "store", "model"},
    "services": {"services", "session", "editing", "user", "exchange", "view", "planning", "store", "model"},
}
ABOVE = {"services", "session", "editing", "exchange", "actions", "config", "user", "view", "planning", "model"}
MAY_IMPORT |= {"cli": ABOVE | {"cli"}, "screens": ABOVE | {"screens"}, "__main__": {"cli"}, "": set()}

ONLY_IN = {
    "textual": ("screens",),
    "tinydb": ("store",),
    "click": ("cli",),
    "rich": ("cli", "screens"),
    "filelock": ("store",),
    "platformdirs": ("user", "config"),
    "docx": ("exchange",),
    "openpyxl": ("exchange",),
    "icalendar": ("exchange",),
    "defusedxml": ("exchange",),
    "tomli_w": ("config",),
    "holidays": (),
    "babel": (),
}
DEFERRED = ("docx", "openpyxl", "icalendar", "defusedxml", "tomli_w", "filelock", "platformdirs", "rich")


def layer(module: str) -> str:
    """The part of the house that a module belongs to: model, store, cli, screens, ..."""
    parts = module.split(".")
    if parts[0] == "screens":
        return "screens"
    return parts[1] if len(parts) > 1 else ""


def is_ours(name: str) -> bool:
    """Whether an imported name is part of the product."""
    return name.split(".")[0] in ("roadmap_tui", "screens")


@pytest.mark.parametrize("module", modules())
def test_imports_go_one_way(module: str) -> None:
    allowed = MAY_IMPORT[layer(module)] | BASE
    for name, line in imported(modules()[module], types=False):
        if is_ours(name) and name != "roadmap_tui.__version__" and (layer(module), layer(name)) != ("cli", "screens"):
            assert layer(name) in allowed, f"{module}:{line} imports {name}"


def test_the_command_line_reaches_the_screens_in_one_deferred_place() -> None:
    reaching = {
        module: [name for name, _line in imported(modules()[module]) if layer(name) == "screens"]
        for module in modules()
        if layer(module) == "cli"
    }
    found = [module for module, names in reaching.items() if names]
    assert len(found) <= 1, found
    for module in found:
        at_once = [name for name, _line in imported(modules()[module], at_import=True) if layer(name) == "screens"]
        assert not at_once, f"{module} loads the screens before it needs them"


@pytest.mark.parametrize("module", modules())
def test_a_library_appears_only_where_it_belongs(module: str) -> None:
    for name, line in imported(modules()[module]):
        places = ONLY_IN.get(name.split(".")[0])
        assert places is None or layer(module) in places, f"{module}:{line} imports {name}"


@pytest.mark.parametrize("module", [name for name in modules() if layer(name) != "screens"])
def test_heavy_libraries_wait_until_they_are_needed(module: str) -> None:
    for name, line in imported(modules()[module], at_import=True, types=False):
        assert name.split(".")[0] not in DEFERRED, f"{module}:{line} imports {name} at once"


@pytest.mark.parametrize("module", [name for name in modules() if layer(name) in ("planning", "view")])
def test_planning_and_view_know_no_clock_and_no_files(module: str) -> None:
    for node in ast.walk(modules()[module]):
        if isinstance(node, ast.Attribute):
            assert ast.unparse(node) not in (
                "date.today",
                "datetime.now",
                "datetime.today",
                "datetime.utcnow",
                "time.time",
                "time.monotonic",
            ), f"{module}:{node.lineno} looks at the clock"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("open", "print", "input"), f"{module}:{node.lineno}"


def test_package_inits_do_nothing() -> None:
    for module, tree in modules().items():
        if any(other.startswith(f"{module}.") for other in modules()) and module != "roadmap_tui":
            assert all(isinstance(node, ast.Expr) for node in tree.body), f"{module}/__init__.py does something"

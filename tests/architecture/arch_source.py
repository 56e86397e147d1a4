"""The product's own source files, parsed once for the architecture tests."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("roadmap_tui", "screens")


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the product by dotted name."""
    found = {}
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def imported(tree: ast.AST, *, at_import: bool = False, types: bool = True) -> Iterator[tuple[str, int]]:
    """The absolute names a module imports, with the line; `at_import` leaves out what functions import when called.

    Without `types` imports under `if TYPE_CHECKING` do not count: they never run.
    """
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)
        elif not (at_import and isinstance(node, _FUNCTIONS)) and (types or not _is_for_types(node)):
            yield from imported(node, at_import=at_import, types=types)


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)

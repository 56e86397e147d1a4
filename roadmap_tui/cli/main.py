"""The entry points of the `roadmap` command."""

from __future__ import annotations

import gc
import os
import sys
from typing import Any


def main() -> None:
    """Run the command line and leave with its exit code.

    A command ends before collecting garbage pays off, so that waits until the application is opened.
    """
    gc.disable()
    try:
        _load_structs()
        from roadmap_tui.cli.running import carry_out

        carry_out(sys.argv[1:], _read_by_click)
    except KeyboardInterrupt:
        from roadmap_tui.cli.failures import stopped

        sys.exit(stopped())


def _load_structs() -> None:
    """Load msgspec without typing_extensions.

    It takes three names from there where it can, which loads a tenth of what a status needs; since Python 3.11 the
    same names are in typing, from where it takes them otherwise.
    """
    if "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules["typing_extensions"]


def _read_by_click() -> Any:
    from roadmap_tui.cli.group import RoadmapGroup

    return RoadmapGroup().read(sys.argv[1:])


def run() -> None:
    """What the installed command calls: `main`, and then out at once.

    Taking a large plan apart object by object at the end would take as long as reading it did.
    """
    try:
        main()
    except SystemExit as leaving:
        if not isinstance(leaving.code, int):
            raise
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except (OSError, ValueError, AttributeError):
                continue
        os._exit(leaving.code)

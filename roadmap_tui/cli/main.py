"""The entry points of the `roadmap` command."""

from __future__ import annotations

import gc
import os
import sys
from typing import Any

from roadmap_tui.errors import ExitCode


def main() -> None:
    """Run the command line and leave with its exit code.

    A command ends before collecting garbage pays off, so that waits until the application is opened.
    """
    gc.disable()
    try:
        from roadmap_tui.cli.running import carry_out

        carry_out(sys.argv[1:], _read_by_click)
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)


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

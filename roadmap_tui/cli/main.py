"""The entry point of the `roadmap` command."""

from __future__ import annotations

import gc
import sys

from roadmap_tui.errors import ExitCode


def main() -> None:
    """Run the command line and leave with its exit code.

    A command ends before collecting garbage pays off, so that waits until the application is opened.
    """
    gc.disable()
    try:
        from roadmap_tui.cli.group import RoadmapGroup

        RoadmapGroup().main()
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)

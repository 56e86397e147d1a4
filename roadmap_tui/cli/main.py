"""The entry point of the `roadmap` command."""

from __future__ import annotations

import sys

from roadmap_tui.errors import ExitCode


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        from roadmap_tui.cli.group import RoadmapGroup

        RoadmapGroup().main()
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)

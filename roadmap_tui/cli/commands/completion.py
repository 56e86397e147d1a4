"""`roadmap completion SHELL`: the script that makes a shell complete `roadmap`."""

from __future__ import annotations

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Param, Subcommand
from roadmap_tui.cli.output import put
from roadmap_tui.errors import UsageError

_SHELLS = ("bash", "zsh", "fish")


def command() -> Subcommand:
    """The subcommand."""
    shell = Param("shell", metavar="SHELL", choices=_SHELLS, required=True)
    return Subcommand("completion", run, COMMANDS["completion"].summary, [shell])


def run(shell: str) -> None:
    """Print the script; it asks `roadmap` itself for the words."""
    from click.shell_completion import get_completion_class

    from roadmap_tui.cli.group import RoadmapGroup

    kind = get_completion_class(shell)
    if kind is None:
        raise UsageError(shell)
    put(kind(RoadmapGroup(), {}, "roadmap", "_ROADMAP_COMPLETE").source())

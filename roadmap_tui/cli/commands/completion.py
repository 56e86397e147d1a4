"""`roadmap completion SHELL`: the script that makes a shell complete `roadmap`."""

from __future__ import annotations

import click

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand
from roadmap_tui.cli.output import put

_SHELLS = ("bash", "zsh", "fish")


def command() -> click.Command:
    """The subcommand."""
    shell = click.Argument(["shell"], metavar="SHELL", type=click.Choice(_SHELLS))
    return Subcommand("completion", run, COMMANDS["completion"].summary, [shell])


def run(shell: str) -> None:
    """Print the script; it asks `roadmap` itself for the words."""
    from click.shell_completion import get_completion_class

    from roadmap_tui.cli.group import RoadmapGroup

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(shell)
    put(kind(RoadmapGroup(), {}, "roadmap", "_ROADMAP_COMPLETE").source())

"""`roadmap demo`: the example plan, in a copy that is thrown away afterwards."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand
from roadmap_tui.cli.commands.open_plan import launch
from roadmap_tui.cli.commands.status import print_status
from roadmap_tui.cli.creating import create
from roadmap_tui.cli.output import is_terminal
from roadmap_tui.cli.plans import ENDING
from roadmap_tui.i18n import _


def command() -> Subcommand:
    """The subcommand."""
    return Subcommand("demo", run, COMMANDS["demo"].summary)


def run() -> None:
    """Make the copy and open it."""
    from roadmap_tui.exchange.templates import build, load_example

    with tempfile.TemporaryDirectory(prefix="roadmap-demo-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / f"voorbeeld{ENDING}"
        session = create(path, list(build(load_example(), date.today())), throw_away=True)
        if is_terminal():
            launch(session)
        else:
            print_status(path, _("The application needs a terminal; this is how the example plan stands."))

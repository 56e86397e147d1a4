"""`roadmap undo [PLAN]`: the user's last change taken back."""

from __future__ import annotations

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, plan_argument
from roadmap_tui.cli.output import say
from roadmap_tui.cli.plans import find_plan, open_session
from roadmap_tui.i18n import _


def command() -> Subcommand:
    """The subcommand."""
    return Subcommand("undo", run, COMMANDS["undo"].summary, [plan_argument(required=False)])


def run(plan: str | None) -> None:
    """Take it back and say what it was."""
    session = open_session(find_plan(plan))
    what = session.undo()
    session.save()
    say(_("Undone: {what}").format(what=what))

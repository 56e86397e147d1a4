"""`roadmap redo [PLAN]`: what was undone last, carried out again."""

from __future__ import annotations

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, plan_argument
from roadmap_tui.cli.output import say
from roadmap_tui.cli.plans import find_plan, open_session
from roadmap_tui.i18n import _


def command() -> Subcommand:
    """The subcommand."""
    return Subcommand("redo", run, COMMANDS["redo"].summary, [plan_argument(required=False)])


def run(plan: str | None) -> None:
    """Carry it out and say what it is."""
    session = open_session(find_plan(plan))
    what = session.redo()
    session.save()
    say(_("Done again: {what}").format(what=what))

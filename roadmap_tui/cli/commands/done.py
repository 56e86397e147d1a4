"""`roadmap done PLAN ID`: a record marked as done."""

from __future__ import annotations

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, plan_argument, word_argument
from roadmap_tui.cli.output import say
from roadmap_tui.cli.plans import find_plan, open_session
from roadmap_tui.editing import edits
from roadmap_tui.i18n import _


def command() -> Subcommand:
    """The subcommand."""
    params = [plan_argument(), word_argument("ids", "ID...", many=True)]
    return Subcommand("done", run, COMMANDS["done"].summary, params)


def run(plan: str, ids: tuple[str, ...]) -> None:
    """Mark all of them, or none where one cannot be done."""
    session = open_session(find_plan(plan))
    found = list({record.id: record for record in map(session.find, ids)}.values())
    session.commit([change for record in found for change in edits.finish(record)])
    session.save()
    for record in found:
        say(_("Done: {what}").format(what=f"{record.number} {record.title}".strip()))

"""`roadmap differences [PLAN]`: where people wrote different things, and what waits for a decision."""

from __future__ import annotations

from roadmap_tui.cli import deciding
from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, json_option, plan_argument
from roadmap_tui.cli.output import put, put_json, say
from roadmap_tui.cli.plans import find_plan, open_session
from roadmap_tui.errors import ExitCode
from roadmap_tui.i18n import _, ngettext
from roadmap_tui.services import sharing


def command() -> Subcommand:
    """The subcommand."""
    params = [plan_argument(required=False), json_option()]
    return Subcommand("differences", run, COMMANDS["differences"].summary, params)


def run(plan: str | None, as_json: bool) -> int:
    """Print what waits; answers 5 where anything does."""
    path = find_plan(plan)
    session = open_session(path)
    found = sharing.differences(session)
    if as_json:
        put_json(deciding.as_json(session, found))
    elif not found:
        say(_("There are no differences."))
    else:
        for line in deciding.lines(session, found):
            put(line)
        words = ngettext(
            "{count} difference waits for a decision.", "{count} differences wait for a decision.", len(found)
        )
        say(words.format(count=len(found)))
        say(_('Choose with: roadmap resolve "{plan}" ID FIELD=VALUE').format(plan=path))
    return ExitCode.DIFFERENCES if found else ExitCode.DONE

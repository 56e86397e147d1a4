"""`roadmap check [PLAN]`: what is missing in a plan or contradicts itself."""

from __future__ import annotations

import click

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, json_option, plan_argument
from roadmap_tui.cli.output import paint, put, put_json, say
from roadmap_tui.cli.plans import find_plan, open_session
from roadmap_tui.errors import ExitCode
from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.cleaning import safe
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.registry import TABLES

_TITLE = 30


def command() -> click.Command:
    """The subcommand."""
    return Subcommand("check", run, COMMANDS["check"].summary, [plan_argument(required=False), json_option()])


def run(plan: str | None, as_json: bool) -> int:
    """Print the findings; answers 1 where there are any."""
    from roadmap_tui.planning.gaps import findings
    from roadmap_tui.view.text import cut, one_line

    session = open_session(find_plan(plan))
    titles = {record.id: record.title for table in TABLES for record in session.records(table)}
    found = findings(session.outlook, session.bad_values)
    if as_json:
        put_json(found)
    elif not found:
        say(_("Nothing is missing."))
    else:
        for finding in found:
            who = finding.number or _("Plan")
            what = paint(cut(one_line(titles.get(finding.id, "")), _TITLE), Tone.STRONG)
            put(f"{paint(f'{who:5}', Tone.STRONG)} {what}{'  ' if what else ''}{safe(finding.message)}")
            put(f"{'':5} {paint(safe(finding.why), Tone.MUTED)}")
        say(ngettext("{count} point to look at.", "{count} points to look at.", len(found)).format(count=len(found)))
    return ExitCode.FINDINGS if found else ExitCode.DONE

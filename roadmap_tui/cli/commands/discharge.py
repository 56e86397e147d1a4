"""`roadmap discharge [PLAN]`: what is still open before the client can relieve the project leader."""

from __future__ import annotations

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, json_option, plan_argument
from roadmap_tui.cli.options import options
from roadmap_tui.cli.output import paint, put, put_json, width
from roadmap_tui.cli.plans import find_plan, open_session
from roadmap_tui.errors import ExitCode


def command() -> Subcommand:
    """The subcommand."""
    return Subcommand("discharge", run, COMMANDS["discharge"].summary, [plan_argument(required=False), json_option()])


def run(plan: str | None, as_json: bool) -> int:
    """Print what is open; answers 1 where anything is."""
    from roadmap_tui.planning.discharge import still_open
    from roadmap_tui.view.closing import discharge_heading, discharge_lines
    from roadmap_tui.view.glyphs import glyphs_for

    outlook = open_session(find_plan(plan)).outlook
    found = still_open(outlook)
    if as_json:
        put_json(
            [
                {
                    "area": each.area.code,
                    "table": each.record.TABLE if each.record else "",
                    "id": each.record.id if each.record else 0,
                    "number": each.record.number if each.record else "",
                    "title": each.record.title if each.record else "",
                    "message": each.message,
                }
                for each in found
            ]
        )
    else:
        lines = [line.runs for line in discharge_lines(outlook, width(), glyphs_for(options().ascii))]
        for line in (discharge_heading(outlook), [], *lines):
            put("".join(paint(run.text, run.tone) for run in line).rstrip())
    return ExitCode.FINDINGS if found else ExitCode.DONE

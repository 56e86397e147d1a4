"""`roadmap show PLAN ID`: everything about one record."""

from __future__ import annotations

from roadmap_tui.cli import records
from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, json_option, plan_argument, word_argument
from roadmap_tui.cli.output import put, put_json, width
from roadmap_tui.cli.plans import find_plan, open_session


def command() -> Subcommand:
    """The subcommand."""
    params = [plan_argument(), word_argument("record", "ID"), json_option()]
    return Subcommand("show", run, COMMANDS["show"].summary, params)


def run(plan: str, record: str, as_json: bool) -> None:
    """Print the record."""
    session = open_session(find_plan(plan))
    found = session.find(record)
    if as_json:
        put_json(records.as_json(session, found))
        return
    for line in records.page_lines(session, found, width()):
        put(line)

"""`roadmap add PLAN KIND FIELD=VALUE...`: a new record."""

from __future__ import annotations

import click

from roadmap_tui.cli import records
from roadmap_tui.cli.assignments import check_required, read_assignments
from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, json_option, plan_argument, word_argument
from roadmap_tui.cli.output import put, put_json, say
from roadmap_tui.cli.planning_year import note_guessed_year
from roadmap_tui.cli.plans import find_plan, kinds_note, open_session, table_of
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.handles import handle
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.registry import TABLES


def command() -> click.Command:
    """The subcommand."""
    fields = word_argument("fields", "FIELD=VALUE...", many=True)
    params = [plan_argument(), word_argument("kind", "KIND"), fields, json_option()]
    return Subcommand("add", run, COMMANDS["add"].summary, params, kinds_note)


def run(plan: str, kind: str, fields: tuple[str, ...], as_json: bool) -> None:
    """Add the record and print its number."""
    table = table_of(kind)
    if table == Plan.TABLE:
        raise UsageError(_("A plan describes itself only once; change it with: roadmap set PLAN plan FIELD=VALUE"))
    session = open_session(find_plan(plan))
    values = read_assignments(session, TABLES[table], fields)
    check_required(TABLES[table], values, new=True)
    new = session.add(table, {name: value for name, value in values.items() if value is not None})
    session.save()
    record = session.record(table, new)
    if record is None:
        raise UsageError(_("Somebody else removed this record at the same moment."))
    if as_json:
        put_json(records.as_json(session, record))
        return
    say(_("Added: {title}").format(title=record.title))
    note_guessed_year(session, [record])
    put(record.number or handle(record.id))

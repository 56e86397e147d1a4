"""`roadmap set PLAN ID FIELD=VALUE...`: new values for fields of a record, all or none."""

from __future__ import annotations

from roadmap_tui.cli import records
from roadmap_tui.cli.assignments import check_required, read_assignments
from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, json_option, plan_argument, word_argument
from roadmap_tui.cli.output import put_json, say
from roadmap_tui.cli.planning_year import note_guessed_year
from roadmap_tui.cli.plans import fields_note, find_plan, open_session
from roadmap_tui.i18n import _
from roadmap_tui.model.record import fields_of


def command() -> Subcommand:
    """The subcommand."""
    fields = word_argument("fields", "FIELD=VALUE...", many=True)
    params = [plan_argument(), word_argument("record", "ID"), fields, json_option()]
    return Subcommand("set", run, COMMANDS["set"].summary, params, fields_note)


def run(plan: str, record: str, fields: tuple[str, ...], as_json: bool) -> None:
    """Change the record."""
    session = open_session(find_plan(plan))
    found = session.find(record)
    values = read_assignments(session, type(found), fields)
    check_required(type(found), values, new=False)
    session.update(found, values)
    changed = session.unsaved > 0
    session.save()
    now = session.record(found.TABLE, found.id) or found
    if as_json:
        put_json(records.as_json(session, now))
    labels = ", ".join(_(fields_of(type(found))[name].label) for name in values)
    message = _("{record}: {fields} changed.") if changed else _("{record}: nothing changed, this was so already.")
    say(message.format(record=found.number or _(found.LABEL), fields=labels))
    if "when" in values:
        note_guessed_year(session, [now])

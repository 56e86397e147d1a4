"""`roadmap resolve PLAN ID FIELD=VALUE...`: a difference settled with one of the values, or with a third."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from roadmap_tui.cli import deciding
from roadmap_tui.cli.assignments import check_required, read_assignments
from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, json_option, plan_argument, word_argument
from roadmap_tui.cli.output import put_json, say
from roadmap_tui.cli.plans import find_plan, open_session
from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.parsing import normalise, parse_value
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.services import sharing, telling

if TYPE_CHECKING:
    from roadmap_tui.session import Session


def command() -> Subcommand:
    """The subcommand."""
    fields = word_argument("fields", "FIELD=VALUE...", many=True)
    params = [plan_argument(), word_argument("record", "ID"), fields, json_option()]
    return Subcommand("resolve", run, COMMANDS["resolve"].summary, params)


def run(plan: str, record: str, fields: tuple[str, ...], as_json: bool) -> None:
    """Settle the differences and say what still waits."""
    session = open_session(find_plan(plan))
    found = session.find(record)
    name = telling.name_of(session, found.TABLE, found.id)
    sharing.decide(session, found, _chosen(session, found, fields))
    session.save()
    left = sharing.differences(session)
    if as_json:
        put_json(deciding.as_json(session, left))
    say(_("{record}: settled.").format(record=name))
    if left:
        words = ngettext(
            "{count} difference waits for a decision.", "{count} differences wait for a decision.", len(left)
        )
        say(words.format(count=len(left)))


def _chosen(session: Session, record: Record, words: Sequence[str]) -> dict[str, Any]:
    """The values chosen, by field. A field that only a newer version knows takes JSON, or else plain text."""
    waiting = {each.field for each in sharing.differences(session) if each.id == record.id}
    chosen: dict[str, Any] = {}
    known = []
    for word in words:
        name, sign, text = word.partition("=")
        if sign and normalise(name) in (telling.REMOVED.name, normalise(_(telling.REMOVED.label))):
            chosen[telling.REMOVED.name] = parse_value(telling.REMOVED, text)
        elif sign and name in waiting - fields_of(type(record)).keys():
            chosen[name] = _plain_value(text)
        else:
            known.append(word)
    values = read_assignments(session, type(record), known)
    check_required(type(record), values, new=False)
    return {**chosen, **values}


def _plain_value(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=lambda _name: text)
    except (ValueError, RecursionError):
        return text or None

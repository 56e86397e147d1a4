"""`roadmap add PLAN KIND FIELD=VALUE...` and `roadmap add PLAN "LINE"`: a new record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roadmap_tui.cli import records
from roadmap_tui.cli.assignments import check_required, read_assignments
from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, flag, json_option, plan_argument, word_argument
from roadmap_tui.cli.deciding import value_text
from roadmap_tui.cli.output import paint, put, put_json, say
from roadmap_tui.cli.planning_year import note_guessed_year
from roadmap_tui.cli.plans import find_plan, kinds_note, open_session, table_of
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import N_, _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.handles import handle
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.registry import TABLES
from roadmap_tui.services.telling import label_of

if TYPE_CHECKING:
    from roadmap_tui.planning.quickadd.split import QuickLine
    from roadmap_tui.session import Session


def command() -> Subcommand:
    """The subcommand."""
    fields = word_argument("fields", "FIELD=VALUE...", many=True, required=False)
    dry_run = flag("--dry-run", N_("Show what would be added and change nothing."))
    params = [plan_argument(), word_argument("kind", "KIND|LINE"), fields, dry_run, json_option()]
    return Subcommand("add", run, COMMANDS["add"].summary, params, _note)


def _note() -> str:
    line = _("LINE is one activity in your own words, between quotes: {example}.").format(
        example='"Kick-off 8 en 15 juni fysiek 2 sessies van 3 uur Jan en Piet"'
    )
    return f"{kinds_note()}\n\n{line}"


def run(plan: str, kind: str, fields: tuple[str, ...], dry_run: bool, as_json: bool) -> None:
    """Add the record and print its number."""
    if not fields and len(kind.split()) > 1:
        session = open_session(find_plan(plan))
        found = _read_line(session, kind)
        table, values = Activity.TABLE, dict[str, Any](found.fields)
        if not as_json:
            _tell_reading(session, found)
    else:
        table = table_of(kind, "" if fields else _line_hint(kind))
        if table == Plan.TABLE:
            raise UsageError(_("A plan describes itself only once; change it with: roadmap set PLAN plan FIELD=VALUE"))
        session = open_session(find_plan(plan))
        values = read_assignments(session, TABLES[table], fields)
        check_required(TABLES[table], values, new=True)
        values = {name: value for name, value in values.items() if value is not None}
    if dry_run:
        if as_json:
            put_json({"table": table, "fields": values})
        else:
            _show(session, table, values)
        say(_("Nothing was changed: this was a dry run."))
        return
    _add(session, table, values, as_json)


def _line_hint(word: str) -> str:
    return _('A line in your own words needs more than one: "{example}".').format(
        example=_("{word} 8 June 2 hours").format(word=word)
    )


def _show(session: Session, table: str, values: dict[str, Any]) -> None:
    """The record as it would be."""
    put(paint(_(TABLES[table].LABEL), Tone.STRONG))
    for name, value in values.items():
        put(f"  {label_of(table, name)}: {value_text(session, table, name, value)}")


def _add(session: Session, table: str, values: dict[str, Any], as_json: bool) -> None:
    new = session.add(table, values)
    session.save()
    record = session.record(table, new)
    if record is None:
        raise UsageError(_("Somebody else removed this record at the same moment."))
    if as_json:
        put_json(records.as_json(session, record))
        return
    say(_("Added: {title}").format(title=record.title or f"{_(record.LABEL)} {record.number}".strip()))
    note_guessed_year(session, [record])
    put(record.number or handle(record.id))


def _read_line(session: Session, line: str) -> QuickLine:
    from roadmap_tui.model.cleaning import clean_line
    from roadmap_tui.planning.quickadd.split import read_line
    from roadmap_tui.planning.quickadd.vocabulary import vocabulary_of

    return read_line(clean_line(line), session.outlook.reader.when, vocabulary_of(session.records))


def _tell_reading(session: Session, found: QuickLine) -> None:
    """What each part of the line was taken for."""
    from roadmap_tui.view.quick_reading import read_parts
    from roadmap_tui.view.text import fit

    for part in read_parts(found, session.outlook.reader):
        if part.text:
            meaning = f"  ({part.meaning.text})" if part.meaning.text else ""
            say(f"  {fit(_(part.label), 14)} {part.text}{meaning}")

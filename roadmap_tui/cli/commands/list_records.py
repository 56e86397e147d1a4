"""`roadmap list PLAN KIND`: the records of one table."""

from __future__ import annotations

import csv
import io
import sys
from typing import TYPE_CHECKING, Any

from roadmap_tui.cli.assignments import find_reference
from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, flag, json_option, plan_argument, value_option, word_argument
from roadmap_tui.cli.output import put, put_json, say, width
from roadmap_tui.cli.plans import find_plan, kinds_note, open_session, table_of
from roadmap_tui.cli.records import as_json, table_lines
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import N_, _
from roadmap_tui.model.cleaning import safe
from roadmap_tui.model.conditions import parse_condition
from roadmap_tui.model.fields import Field, Kind
from roadmap_tui.model.handles import handle
from roadmap_tui.model.parsing import named, normalise, suggestion
from roadmap_tui.model.record import Record, fields_of, shown_fields
from roadmap_tui.model.registry import TABLES

if TYPE_CHECKING:
    from roadmap_tui.session import Session

_WIDE = 120
_IDENTITY = {
    name: Field(name=name, label=label, help="", kind=Kind.TEXT)
    for name, label in (("number", N_("Number")), ("handle", N_("Handle")))
}


def command() -> Subcommand:
    """The subcommand."""
    return Subcommand(
        "list",
        run,
        COMMANDS["list"].summary,
        [
            plan_argument(),
            word_argument("kind", "KIND"),
            json_option(),
            flag("--csv", N_("Print CSV with all fields.")),
            value_option(
                "--where",
                "EXPR",
                N_("Only records that meet this: status=done and chance>=4 or title~word; owner= is an empty field."),
            ),
        ],
        kinds_note,
    )


def run(plan: str, kind: str, as_json: bool, csv: bool, where: str) -> None:
    """Print the records."""
    if as_json and csv:
        raise UsageError(_("Choose --json or --csv, not both."))
    if normalise(kind) in {"bin", normalise(_("Bin"))}:
        _list_bin(open_session(find_plan(plan)), as_json)
        return
    table = table_of(kind)
    session = open_session(find_plan(plan))
    rows = list(session.records(table))
    if where.strip():
        rows = _chosen(session, table, rows, where)
    if as_json:
        _print_json(session, rows)
    elif csv:
        _print_csv(session, table, rows)
    else:
        _print_table(session, table, rows)


def _list_bin(session: Session, as_json: bool) -> None:
    """What was removed, by whom and when; `roadmap restore` brings it back."""
    from roadmap_tui.cli.deciding import local_time
    from roadmap_tui.cli.records import view_context
    from roadmap_tui.services.changelists import bin_rows
    from roadmap_tui.view.hands import BinRow

    rows = bin_rows(session, view_context(session))
    if as_json:
        shapes = []
        for row in rows:
            who, moment = session.author(row.order)
            identity = {"id": row.record_id, "number": row.number, "table": row.table, "title": row.title}
            shapes.append({**identity, "removed_by": who, "removed_at": local_time(moment)})
        put_json(shapes)
        return
    for line in table_lines(session, BinRow.TABLE, rows, width() if sys.stdout.isatty() else _WIDE) if rows else ():
        put(line)
    if rows:
        say(_('Bring one back with: roadmap restore "{plan}" ID').format(plan=session.path))
    else:
        say(_("The bin is empty."))


def _chosen(session: Session, table: str, rows: list[Record], where: str) -> list[Record]:
    """The rows that meet the condition; what follows from a record counts before what is stored."""
    from roadmap_tui.view.derived import askable, askable_fields

    record_type = TABLES[table]
    own = {field.name: field for field in shown_fields(record_type)}
    fields = {**_IDENTITY, **own, **askable_fields(table)}

    def field_of(word: str) -> Field:
        found = named(word, fields)
        if found is None:
            names = [_(field.label) for field in fields.values()]
            raise UsageError(
                _('{kind} has no field "{word}".{hint}').format(
                    kind=_(record_type.LABEL), word=word, hint=suggestion(word, names, fields)
                )
            )
        return found

    def reference_of(field: Field, text: str) -> int:
        return find_reference(session, field, text) or 0

    condition = parse_condition(where, field_of, reference_of)
    outlook = session.outlook
    asked = [
        {**_stored(record), "number": record.number, "handle": handle(record.id), **askable(outlook, record), "row": i}
        for i, record in enumerate(rows)
    ]
    return [rows[found["row"]] for found in session.select(asked, condition)]


def _stored(record: Record) -> dict[str, Any]:
    import msgspec

    return {name: msgspec.to_builtins(getattr(record, name)) for name in fields_of(type(record))}


def _print_json(session: Session, rows: list[Record]) -> None:
    put_json([as_json(session, record) for record in rows])


def _print_csv(session: Session, table: str, rows: list[Record]) -> None:
    """Semicolons, so that a Dutch spreadsheet opens it; the headings are field names."""
    from roadmap_tui.exchange.formulas import guarded

    fields = shown_fields(TABLES[table])
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\n")
    writer.writerow(["id", "number", *(field.name for field in fields)])
    for record in rows:
        values = (_csv_value(session, field, getattr(record, field.name)) for field in fields)
        writer.writerow([record.id, record.number, *(guarded(safe(v)) if isinstance(v, str) else v for v in values)])
    sys.stdout.write(stream.getvalue())


def _csv_value(session: Session, field: Field, value: Any) -> Any:
    if field.kind is Kind.REF and value is not None:
        target = session.record(field.target, value)
        return target.number if target else value
    if field.kind is Kind.REFS:
        targets = (session.record(field.target, each) for each in value)
        return ", ".join(target.number for target in targets if target)
    if field.kind is Kind.FLAG:
        return "true" if value else "false"
    return "" if value is None else value


def _print_table(session: Session, table: str, rows: list[Record]) -> None:
    if not rows:
        say(_("There is nothing to show."))
        return
    for line in table_lines(session, table, rows, width() if sys.stdout.isatty() else _WIDE):
        put(line)

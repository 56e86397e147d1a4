"""`roadmap import SOURCE --into PLAN`: a planning table read into a plan, all or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, flag, json_option, path_argument, value_option
from roadmap_tui.cli.creating import check_new, plan_fields
from roadmap_tui.cli.options import options
from roadmap_tui.cli.output import put, put_json, say
from roadmap_tui.cli.planning_year import note_guessed_year
from roadmap_tui.cli.plans import ENDING, open_session
from roadmap_tui.cli.waiting import waiting
from roadmap_tui.i18n import N_, _
from roadmap_tui.model.cleaning import safe
from roadmap_tui.model.ids import new_id
from roadmap_tui.model.plan import Plan
from roadmap_tui.services.importing import carry_out, new_plan_fields, state_of, year_in

if TYPE_CHECKING:
    from roadmap_tui.exchange.importing import ImportPlan, RowOutcome
    from roadmap_tui.exchange.shared import Row
    from roadmap_tui.exchange.source import SourceTable
    from roadmap_tui.session import Session

_OUTCOMES = {"added": N_("added"), "updated": N_("updated"), "unchanged": N_("unchanged"), "skipped": N_("skipped")}


def command() -> Subcommand:
    """The subcommand."""
    params = [
        path_argument("source"),
        value_option("--into", "PLAN", N_("The plan; it is made where it is absent."), required=True),
        flag("--dry-run", N_("Show what would happen and change nothing.")),
        value_option("--year", "YEAR", N_("The planning year of a new plan.")),
        json_option(),
    ]
    return Subcommand("import", run, COMMANDS["import"].summary, params)


def run(source: str, into: str, dry_run: bool, year: str, as_json: bool) -> None:
    """Read the table, change the plan and report row by row."""
    from roadmap_tui.exchange.importing import plan_import
    from roadmap_tui.exchange.shared import shared_rows
    from roadmap_tui.exchange.source import read_source
    from roadmap_tui.services.recovery import back_up

    given, target, path = plan_fields(year=year), Path(into), Path(source)
    is_new = not target.exists()
    if path.suffix.lower() == ".json" and (rows := shared_rows(path)) is not None:
        _take_in(rows, target, dry_run, as_json)
        return
    if is_new:
        check_new(target)
    with waiting(_("Reading the table…")):
        session = None if is_new else open_session(target)
        table = read_source(path)
        if session is None:
            session = _started(target, table, given.get("year"))
        found = plan_import(table, state_of(session), path.name)
    if not dry_run:
        session.check_writable()
        with waiting(_("Saving…")):
            if not is_new and (found.added or found.updated):
                back_up(session, "import")
            carry_out(session, found, given)
            session.save()
    if as_json:
        put_json(found.report())
        return
    _report(found)
    if dry_run:
        say(_("Nothing was changed: this was a dry run."))
    elif is_new:
        say(_('Made "{path}". Open it with: roadmap {path}').format(path=target))
        if "year" not in given:
            _tell_year(session, target)
    else:
        changed = [*(row.id for row in found.added), *(row.id for row in found.updated)]
        note_guessed_year(session, (session.record("activities", record_id) for record_id in changed))


def _take_in(rows: Sequence[Row], target: Path, dry_run: bool, as_json: bool) -> None:
    """Lists that somebody shared, such as a toolkit, into a plan that is there."""
    from roadmap_tui.services.importing import take_in_shared
    from roadmap_tui.services.recovery import back_up

    session = open_session(target)
    taken = take_in_shared(session, rows)
    if taken.changes and not dry_run:
        back_up(session, "import")
        session.commit(taken.changes)
        session.save()
    if as_json:
        skipped = [{"row": 0, "reason": _("It was removed from this plan.")}] * taken.removed
        put_json({"format": "shared", "added": taken.added, "updated": 0, "skipped": skipped, "warnings": []})
        return
    words = _("{added} records added, {known} here already, {removed} left out because they were removed here.")
    put(words.format(added=taken.added, known=taken.known, removed=taken.removed))
    if dry_run:
        say(_("Nothing was changed: this was a dry run."))


def _tell_year(session: Session, target: Path) -> None:
    """Nobody gave the planning year of this new plan, so say which one it got."""
    text = _("The planning year is {year}; if that is not right: {command}")
    command = f"roadmap set {target} plan year={(session.plan.year or date.today().year) + 1}"
    say(text.format(year=session.plan.year, command=command))


def _started(target: Path, table: SourceTable, year: int | None) -> Session:
    """A new plan, in memory, that carries the title of the table."""
    from roadmap_tui.session import Session

    name = target.name.removesuffix(ENDING).removesuffix(".json")
    fields = new_plan_fields(table, name, year or year_in(table) or date.today().year)
    return Session.start(target, [(Plan.TABLE, new_id(), fields)], user=options().settings.name)


def _report(found: ImportPlan) -> None:
    for outcome in found.rows:
        put(_row(outcome))
    for warning in found.warnings:
        where = _("row {row}").format(row=warning.row) if warning.row else _("table")
        put(_("Note, {where}: {message}").format(where=where, message=safe(warning.message)))
    counts = (len(found.added), len(found.updated), len(found.skipped))
    words = _("{added} added, {updated} updated, {skipped} skipped.")
    put(words.format(added=counts[0], updated=counts[1], skipped=counts[2]))


def _row(outcome: RowOutcome) -> str:
    where = _("row {row}").format(row=outcome.row)
    text = f"{where}: {_(_OUTCOMES[outcome.outcome])}"
    title = " ".join(safe(outcome.title).split())
    return f"{text}{'  ' + title if title else ''}{'  ' + safe(outcome.reason) if outcome.reason else ''}"

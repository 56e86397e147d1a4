"""`roadmap runsheet [PLAN]`: the migration step by step, as it was planned and as it goes; --live opens the weekend."""

from __future__ import annotations

from datetime import datetime

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, flag, json_option, plan_argument, value_option
from roadmap_tui.cli.options import options
from roadmap_tui.cli.output import is_terminal, paint, put, put_json, say, width
from roadmap_tui.cli.plans import find_plan, open_session
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import N_, _


def command() -> Subcommand:
    """The subcommand."""
    params = [
        plan_argument(required=False),
        json_option(),
        flag("--live", N_("Open the screen of the migration weekend; with --read-only it follows another terminal.")),
        value_option("--at", "MOMENT", N_("As it stands at this moment: 30-10-2026 17.30.")),
    ]
    return Subcommand("runsheet", run, COMMANDS["runsheet"].summary, params)


def run(plan: str | None, as_json: bool, live: bool, at: str) -> None:
    """Print the run-sheet, or open it live."""
    from roadmap_tui.planning.cutover import cutover

    now = _moment(at)
    session = open_session(find_plan(plan))
    if live and not as_json and is_terminal():
        from roadmap_tui.cli.commands.open_plan import launch

        launch(session, "live")
        return
    if live and not as_json:
        say(_("The application needs a terminal; this is the run-sheet as it stands."))
    found = cutover(session.outlook, now)
    if as_json:
        from roadmap_tui.exchange.runsheets import run_sheet_json

        put_json(run_sheet_json(session.outlook, found))
    elif not found.rows:
        say(_("The run-sheet has no steps yet."))
    else:
        from roadmap_tui.view.glyphs import glyphs_for
        from roadmap_tui.view.runsheet_text import run_sheet_lines

        for line in run_sheet_lines(session.outlook, found, width(), glyphs_for(options().ascii)):
            put("".join(paint(run.text, run.tone) for run in line).rstrip())


def _moment(text: str) -> datetime:
    """The moment that was asked for, else now. Raises UsageError."""
    from roadmap_tui.planning.runsheet import read_stamp

    if not text.strip():
        return datetime.now()
    found = read_stamp(text, datetime.now())
    if found is None:
        raise UsageError(_('The moment must be written as 30-10-2026 17.30, not "{text}".').format(text=text))
    return found

"""`roadmap export PLAN --to FILE`: a plan, or a part of it, as a file of another program."""

from __future__ import annotations

from pathlib import Path

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, flag, plan_argument, value_option
from roadmap_tui.cli.output import say
from roadmap_tui.cli.plans import find_plan, open_session
from roadmap_tui.cli.waiting import waiting
from roadmap_tui.errors import NotSavedError, UnreadableError, UsageError
from roadmap_tui.i18n import N_, _

_FILE_HELP = N_("The file: .docx, .xlsx, .csv, .md, .html, .svg or .json.")
_PART_HELP = N_(
    "What to write: planning (the default), plan (all chapters), report, final, runsheet, dap, risks, communications, "
    "log, open_points, raci, or any other table."
)
_AUDIENCE_HELP = N_("For whom: supplier leaves out what is internal and the stakeholder analysis.")


def command() -> Subcommand:
    """The subcommand."""
    params = [
        plan_argument(),
        value_option("--to", "FILE", _FILE_HELP, required=True),
        value_option("--part", "NAME", _PART_HELP),
        value_option("--audience", "NAME", _AUDIENCE_HELP),
        flag("--without-options", N_("Leave optional activities out.")),
        flag("--without-names", N_("Show roles instead of names.")),
        flag("--force", N_("Replace the file if it exists.")),
    ]
    return Subcommand("export", run, COMMANDS["export"].summary, params)


def run(plan: str, to: str, part: str, audience: str, without_options: bool, without_names: bool, force: bool) -> None:
    """Write the file."""
    from roadmap_tui.exchange.audience import audience_of
    from roadmap_tui.exchange.exporting import check_target, export
    from roadmap_tui.exchange.parts import PLANNING, part_of
    from roadmap_tui.services.freshness import beyond_records

    path, target = find_plan(plan), Path(to)
    with waiting(_("Reading the plan…")):
        session = open_session(path)
    chosen, reader = part_of(part or PLANNING), audience_of(audience or "")
    check_target(target, overwrite=True)
    if target.exists():
        _check_replaceable(target, force)
    with waiting(_("Writing the file…")):
        remarks = export(
            session.records,
            target,
            part=chosen,
            without_options=without_options,
            without_names=without_names,
            audience=reader,
            overwrite=force,
            outlook=session.outlook,
            beyond=beyond_records(session),
        )
    say(_('Written: "{path}".').format(path=target))
    for remark in remarks:
        say(remark)


def _check_replaceable(target: Path, force: bool) -> None:
    """Raise where a file must not be replaced: without --force, and a plan not even then."""
    if not force:
        raise NotSavedError(
            _('"{path}" exists already; choose another name or add --force to replace it.').format(path=target)
        )
    try:
        open_session(target)
    except UnreadableError:
        return
    raise UsageError(_('"{path}" is a plan; choose another name for the export.').format(path=target))

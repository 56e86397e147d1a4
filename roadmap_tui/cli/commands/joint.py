"""`roadmap joint PLAN...`: one roadmap over several municipalities, read without changing any of their plans."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, flag, json_option, plan_argument, value_option
from roadmap_tui.cli.options import options
from roadmap_tui.cli.output import paint, put, put_json, say, say_error, width
from roadmap_tui.cli.plans import ENDING, date_of, open_session, plans_named
from roadmap_tui.cli.waiting import waiting
from roadmap_tui.errors import ExitCode, NotSavedError, UsageError
from roadmap_tui.i18n import N_, _

if TYPE_CHECKING:
    from roadmap_tui.planning.joint.roadmap import Joined, JointRoadmap

_USUAL_ENDING: Final = ".docx"


def command() -> Subcommand:
    """The subcommand."""
    params = [
        plan_argument(required=False, many=True),
        json_option(),
        value_option("--from", "DATE", N_("Leave out what ends before this day.")),
        value_option("--to", "DATE", N_("Leave out what begins after this day.")),
        value_option("--export", "FILE", N_("Write it to a file: .docx, .html, .md, .svg or .xlsx.")),
        value_option("--action-plans", "FOLDER", N_("Write an action plan for every municipality in this folder.")),
        value_option("--format", "ENDING", N_("The ending of the action plans: docx, html or md.")),
        flag("--force", N_("Replace files that exist.")),
        value_option("--decide", "NUMBER", N_("Record what was decided on this chance; needs --in and --as.")),
        value_option("--in", "PLAN", N_("The plan in which a decision is recorded.")),
        value_option("--as", "DECISION", N_("agreed, learning, refused or proposed.")),
        value_option("--agreement", "TEXT", N_("What was agreed: who does what for the others.")),
    ]
    return Subcommand("joint", run, COMMANDS["joint"].summary, params)


def run(
    plans: tuple[str, ...], as_json: bool, export: str, action_plans: str, format: str, force: bool, **other: str
) -> int:
    """Show the plans beside each other, and do with that what was asked."""
    from roadmap_tui.services.joining import join, nothing_left

    _check(other, export, format)
    with waiting(_("Reading the plans…")):
        joined = join(_files(plans), first=date_of(other["from"], "--from"), last=date_of(other["to"], "--to"))
    for file, reason in joined.unreadable:
        say_error(reason if file in reason else f"{file}: {reason}")
    if (error := nothing_left(joined)) is not None:
        raise error
    roadmap = joined.roadmap
    if other["decide"]:
        _decide(roadmap, other)
    elif as_json:
        _print_json(roadmap)
    elif not (export or action_plans):
        _print(roadmap)
    _tell(joined)
    if export:
        _export(roadmap, Path(export), force)
    if action_plans:
        _action_plans(roadmap, Path(action_plans), "." + (format.lstrip(".") or _USUAL_ENDING[1:]), force)
    return ExitCode.UNREADABLE if joined.unreadable else ExitCode.DONE


def _check(other: dict[str, str], export: str, format: str) -> None:
    """Raise UsageError for options that do not go together."""
    if other["from"] and other["to"] and date_of(other["from"], "--from") > date_of(other["to"], "--to"):  # type: ignore[operator]
        raise UsageError(_("The day of --from comes after that of --to; swap them."))
    if format and format.lstrip(".") not in ("docx", "html", "md"):
        raise UsageError(
            _('"{format}" is not a format for action plans; choose docx, html or md.').format(format=format)
        )
    if bool(other["decide"]) != bool(other["in"]) or bool(other["decide"]) != bool(other["as"]):
        raise UsageError(_("To record a decision give all three: --decide NUMBER --in PLAN --as DECISION."))


def _files(words: tuple[str, ...]) -> list[Path]:
    """The plans that are named; of a folder, and where none is named of this one, all its plans."""
    found = plans_named(words) if words else sorted(Path().glob(f"*{ENDING}"))
    if not found:
        raise UsageError(_("Name the plans to lay beside each other; there is no *.roadmap.json here."))
    return found


def _print(roadmap: JointRoadmap) -> None:
    from roadmap_tui.view.glyphs import glyphs_for
    from roadmap_tui.view.joint_text import joint_lines

    for line in joint_lines(roadmap, width(), glyphs_for(options().ascii)):
        put("".join(paint(run.text, run.tone) for run in line).rstrip())


def _print_json(roadmap: JointRoadmap) -> None:
    from roadmap_tui.exchange.joint import joint_json

    put_json(joint_json(roadmap))


def _tell(joined: Joined) -> None:
    """What to know of it, on stderr; few lines even for many plans."""
    for note in joined.notes[:_MOST_NOTES]:
        say(note)
    more = len(joined.notes) - _MOST_NOTES
    if more > 0:
        say(_("And {count} more remarks like these.").format(count=more))
    if len(joined.roadmap.members) == 1:
        say(_("This is one plan; name a second one to see where they could work together."))


_MOST_NOTES: Final = 10


def _export(roadmap: JointRoadmap, path: Path, force: bool) -> None:
    from roadmap_tui.exchange.joint import export_joint

    export_joint(roadmap, path, overwrite=force)
    say(_('Written: "{path}".').format(path=path))


def _action_plans(roadmap: JointRoadmap, folder: Path, ending: str, force: bool) -> None:
    """A file per municipality; all names are checked before the first is written."""
    from roadmap_tui.exchange.exporting import check_target
    from roadmap_tui.exchange.joint import export_action_plan

    if not folder.is_dir():
        raise NotSavedError(_('"{path}" is not a folder; make it first.').format(path=folder))
    targets: dict[Path, int] = {}
    for place, name in enumerate(roadmap.names):
        plain = "-".join("".join(sign if sign.isalnum() else " " for sign in name.lower()).split())[:60] or "plan"
        path = folder / f"{_('action-plan')}-{plain}{ending}"
        while path in targets:
            path = path.with_name(f"{path.stem}-{place + 1}{ending}")
        check_target(path, overwrite=force)
        targets[path] = place
    for path, place in targets.items():
        export_action_plan(roadmap, place, path, overwrite=force)
        say(_('Written: "{path}".').format(path=path))


def _decide(roadmap: JointRoadmap, other: dict[str, str]) -> None:
    """Record a decision in the plan that was named, and in no other."""
    from roadmap_tui.model.joint import Collaboration
    from roadmap_tui.model.parsing import parse_value
    from roadmap_tui.model.record import fields_of
    from roadmap_tui.services.joining import chance_named, record_decision
    from roadmap_tui.view.text import one_line

    chance = chance_named(roadmap, other["decide"])
    status = str(parse_value(fields_of(Collaboration)["status"], other["as"]))
    session = open_session(Path(other["in"]))
    session.commit(record_decision(session, roadmap, chance, status, other["agreement"]))
    session.save()
    say(_('Recorded in "{path}": {subject}.').format(path=session.path, subject=one_line(chance.subject)))

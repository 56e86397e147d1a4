"""`roadmap workload [PLAN]`: the contact hours asked of everybody, per week or month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, flag, json_option, plan_argument, value_option
from roadmap_tui.cli.options import options
from roadmap_tui.cli.output import paint, put, put_json, say, width
from roadmap_tui.cli.plans import find_plan, open_session
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import N_, _
from roadmap_tui.model.parsing import normalise, suggestion

if TYPE_CHECKING:
    from roadmap_tui.planning.workload import By, Grouping, Load, Workload

_WORDS: dict[str, By] = {"week": "week", "month": "month", "maand": "month"}

_GROUPINGS: dict[str, Grouping] = {"person": "person", "persoon": "person", "role": "role", "rol": "role"}


def command() -> Subcommand:
    """The subcommand."""
    params = [
        plan_argument(required=False),
        json_option(),
        value_option("--by", "week|month", N_("Add up per week or per month; else whichever fits.")),
        value_option("--per", "person|role", N_("Each person by name, or added up per role.")),
        value_option("--who", "NAME", N_("Show one person or role in detail.")),
        flag("--without-options", N_("Leave the optional activities out.")),
    ]
    return Subcommand("workload", run, COMMANDS["workload"].summary, params)


def run(plan: str | None, as_json: bool, by: str, per: str, who: str, without_options: bool) -> None:
    """Print the workload."""
    from roadmap_tui.planning.workload import workload
    from roadmap_tui.view.glyphs import glyphs_for
    from roadmap_tui.view.workload_text import fits, person_lines, workload_lines

    chosen, grouping = _by(by), _per(per)
    session = open_session(find_plan(plan))
    found = workload(session.outlook, chosen or "week", without_options, grouping)
    if not (chosen or as_json or who or fits(found, width())):
        found = workload(session.outlook, "month", without_options, grouping)
    if who:
        found = _only(found, who)
    if as_json:
        from roadmap_tui.exchange.workloads import workload_json

        put_json(workload_json(found))
        return
    if not found.loads:
        say(_("No hours are asked of anybody: fill in Sessions and Wanted from."))
        return
    glyphs = glyphs_for(options().ascii)
    for line in (
        person_lines(found.loads[0], found.by, width(), glyphs) if who else workload_lines(found, width(), glyphs)
    ):
        put("".join(paint(run.text, run.tone) for run in line).rstrip())


def _by(text: str) -> By | None:
    """What --by asks for. Raises UsageError."""
    if not text:
        return None
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    raise UsageError(_('--by is week or month, not "{text}".').format(text=text))


def _per(text: str) -> Grouping:
    """What --per asks for. Raises UsageError."""
    if not text:
        return "person"
    if text.lower() in _GROUPINGS:
        return _GROUPINGS[text.lower()]
    raise UsageError(_('--per is person or role, not "{text}".').format(text=text))


def _only(found: Workload, who: str) -> Workload:
    """The workload of whoever is meant. Raises UsageError where nobody is."""
    import msgspec

    def is_meant(load: Load) -> bool:
        names = [load.name, *([load.person.role, load.person.number] if load.person else [])]
        return normalise(who) in map(normalise, names)

    loads = tuple(load for load in found.loads if is_meant(load))
    if not loads:
        hint = suggestion(who, [load.name for load in found.loads])
        raise UsageError(_('Nothing is asked of "{name}".{hint}').format(name=who, hint=hint))
    clashes = tuple(clash for clash in found.clashes if clash.name == loads[0].name)
    return msgspec.structs.replace(found, loads=loads[:1], clashes=clashes, unknown=())

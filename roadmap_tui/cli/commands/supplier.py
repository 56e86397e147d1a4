"""`roadmap supplier PLAN SOURCE`: which chapters and results the supplier's own plan lacks; --add adds them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, flag, json_option, path_argument, plan_argument
from roadmap_tui.cli.output import paint, put, put_json, say
from roadmap_tui.cli.plans import find_plan, open_session
from roadmap_tui.errors import ExitCode
from roadmap_tui.i18n import N_, _, ngettext
from roadmap_tui.model.cleaning import safe
from roadmap_tui.model.fields import Tone

if TYPE_CHECKING:
    from roadmap_tui.planning.standardplan import Comparison, Part

_HEADINGS = {"chapter": N_("Chapters"), "result": N_("Results")}
_TONES = {"sure": Tone.GOOD, "likely": Tone.NORMAL, "mentioned": Tone.WARN, "lacking": Tone.BAD}
_MOST_UNKNOWN = 8


def command() -> Subcommand:
    """The subcommand."""
    params = [
        plan_argument(),
        path_argument("source"),
        flag("--add", N_("Add what is lacking, as far as this plan does not have it, as one change.")),
        json_option(),
    ]
    return Subcommand("supplier", run, COMMANDS["supplier"].summary, params)


def run(plan: str, source: str, add: bool, as_json: bool) -> int:
    """Compare and report; answers 1 where something lacks that was not added."""
    from roadmap_tui.services.supplying import add_lacking, is_in_plan, read_supplier

    session = open_session(find_plan(plan))
    found = read_supplier(Path(source))
    in_plan = {part.code for part in found.parts if is_in_plan(session, part)}
    added: set[str] = set()
    lacking = [part for part in found.parts if not part.there]
    if add:
        made, changes = add_lacking(session, found, Path(source).name)
        added = {each.part.code for each in made}
        session.commit(changes)
        session.save()
    if as_json:
        put_json(_as_json(found, in_plan, added))
    else:
        _report(found, in_plan, added)
    if add:
        words = _("{count} of {total} lacking parts were added; the rest this plan had already.")
        say(words.format(count=len(added), total=len(lacking)))
    elif lacking and not as_json:
        words = ngettext(
            "{count} part is lacking; --add adds it.", "{count} parts are lacking; --add adds them.", len(lacking)
        )
        say(words.format(count=len(lacking)))
    return ExitCode.FINDINGS if lacking and not add else ExitCode.DONE


def _report(found: Comparison, in_plan: set[str], added: set[str]) -> None:
    from roadmap_tui.planning.standardplan import STATE_LABELS

    width = max(len(_(label)) for label in STATE_LABELS.values())
    kind = ""
    for part in found.parts:
        if part.kind != kind:
            kind = part.kind
            put(paint(_(_HEADINGS[kind]), Tone.STRONG))
        state = paint(f"{_(STATE_LABELS[part.state]):{width}}", _TONES[part.state])
        put(f"  {state}  {_label(part)}{_where(part)}{_note(part, in_plan, added)}")
    if found.unknown:
        names = "; ".join(safe(name) for name in found.unknown[:_MOST_UNKNOWN])
        more = len(found.unknown) - _MOST_UNKNOWN
        names = _("{names} and {count} more").format(names=names, count=more) if more > 0 else names
        put(paint(_("Other headings: {names}").format(names=names), Tone.MUTED))


def _label(part: Part) -> str:
    label = _(part.label)
    return label[:1].upper() + label[1:]


def _where(part: Part) -> str:
    return paint(f'  ("{safe(part.heading)}", {part.place})', Tone.MUTED) if part.heading else ""


def _note(part: Part, in_plan: set[str], added: set[str]) -> str:
    if part.there:
        return ""
    if part.code in added:
        return "  " + paint(_("added"), Tone.GOOD)
    return "  " + paint(_("this plan has it"), Tone.MUTED) if part.code in in_plan else ""


def _as_json(found: Comparison, in_plan: set[str], added: set[str]) -> dict[str, Any]:
    return {
        "parts": [
            {
                "kind": part.kind,
                "code": part.code,
                "state": part.state,
                "heading": part.heading or None,
                "place": part.place or None,
                "in_plan": part.code in in_plan or part.code in added,
                "added": part.code in added,
            }
            for part in found.parts
        ],
        "unknown": list(found.unknown),
    }

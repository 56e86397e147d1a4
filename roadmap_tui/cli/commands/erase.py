"""`roadmap erase PLAN NAME`: a person out of the plan for good, as privacy law asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roadmap_tui.cli.asking import agreed, check_can_ask
from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, flag, json_option, plan_argument, value_option, word_argument
from roadmap_tui.cli.output import paint, put, put_json, say
from roadmap_tui.cli.plans import find_plan, open_session
from roadmap_tui.cli.waiting import waiting
from roadmap_tui.i18n import N_, _, ngettext
from roadmap_tui.model.cleaning import safe
from roadmap_tui.model.fields import Tone

if TYPE_CHECKING:
    from roadmap_tui.services.erasure import Erasure, Outcome
    from roadmap_tui.session import Session

_MAX_LINES = 40
_LONG = 70


def command() -> Subcommand:
    """The subcommand."""
    params = [
        plan_argument(),
        word_argument("names", "NAME...", many=True),
        value_option("--instead", "TEXT", N_("What comes in the place of the name; without it the person's role.")),
        flag("--dry-run", N_("Show what would happen and change nothing.")),
        flag("--yes", N_("Do not ask whether you are sure.")),
        json_option(),
    ]
    return Subcommand("erase", run, COMMANDS["erase"].summary, params, _note)


def _note() -> str:
    return _(
        "NAME is a name in full, or the number of a person (P3) or stakeholder (S2). The name goes from every field, "
        "the history, the bin, the list of authors, and from your own backups and drafts. It cannot be undone. "
        "An old copy that is merged later does not bring it back."
    )


def run(plan: str, names: tuple[str, ...], instead: str, dry_run: bool, yes: bool, as_json: bool) -> None:
    """Show what goes, ask, and erase."""
    from roadmap_tui.services import erasure

    with waiting(_("Looking for the name…")):
        session = open_session(find_plan(plan))
        found = erasure.prepare(session, names, instead)
        shape = _shape(session, found)
    if not as_json:
        _report(session, found)
    if dry_run:
        say(_("Nothing was changed: this was a dry run."))
    elif yes or _agreed(found):
        with waiting(_("Erasing, also in the backups…")):
            outcome = erasure.carry_out(session, found)
        shape |= {"files": outcome.files, "drafts": outcome.drafts, "beside": [str(path) for path in outcome.beside]}
        _tell(outcome)
    else:
        say(_("Nothing was changed."))
    if as_json:
        put_json(shape)


def _agreed(found: Erasure) -> bool:
    check_can_ask(_("Nothing was erased: add --yes to erase without being asked."))
    say(_("Erase {name} for good? This cannot be undone.").format(name=", ".join(found.words)))
    return agreed()


def _shape(session: Session, found: Erasure) -> dict[str, Any]:
    from roadmap_tui.services.telling import number_of

    def place(table: str, record_id: int, field: str = "") -> dict[str, Any]:
        identity = {"id": record_id, "number": number_of(session, table, record_id), "table": table}
        return {**identity, "field": field} if field else identity

    return {
        "names": list(found.words),
        "instead": found.instead,
        "people": [place(*each) for each in found.people],
        "changed": [place(each.table, each.id, each.field) for each in found.erased.shown],
        "hidden": found.erased.hidden,
        "review": [{**place(table, each, field), "text": text} for table, each, field, text in found.review],
    }


def _report(session: Session, found: Erasure) -> None:
    from roadmap_tui.cli.records import view_context
    from roadmap_tui.services.erasure import shown_lines
    from roadmap_tui.services.telling import label_of, name_of

    say(
        _("Looked for: {words}. In its place comes: {instead}.").format(
            words=", ".join(found.words), instead=found.instead
        )
    )
    lines = shown_lines(session, view_context(session), found)
    for name, what in lines[:_MAX_LINES]:
        put(f"{paint(name, Tone.STRONG)}  {what}")
    if len(lines) > _MAX_LINES:
        put(_("and {count} more").format(count=len(lines) - _MAX_LINES))
    hidden = ngettext(
        "And {count} value of earlier, in the history, the bin or the list of authors.",
        "And {count} values of earlier, in the history, the bin or the list of authors.",
        found.erased.hidden,
    )
    if found.erased.hidden:
        put(hidden.format(count=found.erased.hidden))
    if found.review:
        put(
            paint(
                _("Judge yourself: a part of the name still stands here. To erase it too, name it: {parts}").format(
                    parts=" ".join(f'"{part}"' for part in found.parts)
                ),
                Tone.WARN,
            )
        )
        for table, record_id, field, text in found.review[:_MAX_LINES]:
            put(f"  {name_of(session, table, record_id)}  {label_of(table, field)}: {_short(text)}")


def _tell(outcome: Outcome) -> None:
    from roadmap_tui.services.erasure import told

    say(told(outcome))
    say(_("Copies with other people clear themselves when they are merged with this plan; their backups do not."))
    for path in outcome.beside:
        say(_('Beside the plan lies a copy that still holds it: "{path}".').format(path=path))
    for path in outcome.failed:
        say(_('This file could not be changed; remove it yourself: "{path}".').format(path=path))


def _short(value: object) -> str:
    text = " ".join(safe(str(value or "")).split())
    return text if len(text) <= _LONG else f"{text[:_LONG]}..."

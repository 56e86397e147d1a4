"""`roadmap remove PLAN ID`: a record to the bin, with what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from roadmap_tui.cli.asking import agreed, check_can_ask
from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, flag, plan_argument, word_argument
from roadmap_tui.cli.output import say
from roadmap_tui.cli.plans import find_plan, open_session
from roadmap_tui.editing import edits
from roadmap_tui.i18n import N_, _, ngettext
from roadmap_tui.model.record import Record


def command() -> Subcommand:
    """The subcommand."""
    params = [
        plan_argument(),
        word_argument("ids", "ID...", many=True),
        flag("--yes", N_("Do not ask whether you are sure.")),
    ]
    return Subcommand("remove", run, COMMANDS["remove"].summary, params)


def run(plan: str, ids: tuple[str, ...], yes: bool) -> None:
    """Remove the records, after asking."""
    session = open_session(find_plan(plan))
    found = list({record.id: record for record in map(session.find, ids)}.values())
    changes = edits.delete(session.tables, found)
    belonging = edits.owned_count(session.tables, found)
    if not yes and not _agreed(found, belonging):
        say(_("Nothing was removed."))
        return
    session.commit(changes)
    session.save()
    say(_("Removed: {what}. Undo with: roadmap undo").format(what=_names(found)))


def _names(found: Sequence[Record]) -> str:
    return ", ".join(f"{record.number} {record.title}".strip() for record in found)


def _agreed(found: Sequence[Record], belonging: int) -> bool:
    """The user's answer. Raises UsageError where nobody can be asked."""
    check_can_ask(_("Nothing was removed: add --yes to remove without being asked."))
    say(_("Remove {what}?").format(what=_names(found)))
    if belonging:
        words = ngettext(
            "{count} other record belongs to it and goes along.",
            "{count} other records belong to it and go along.",
            belonging,
        )
        say(words.format(count=belonging))
    return agreed()

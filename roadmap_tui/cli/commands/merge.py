"""`roadmap merge PLAN COPY...`: copies of a plan brought together in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap_tui.cli import deciding
from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, flag, json_option, plan_argument, word_argument
from roadmap_tui.cli.output import paint, put, put_json, say
from roadmap_tui.cli.plans import find_plan, matching_files, open_session
from roadmap_tui.cli.waiting import waiting
from roadmap_tui.errors import ExitCode, UnreadableError, UsageError
from roadmap_tui.i18n import N_, _, ngettext
from roadmap_tui.model.fields import Tone
from roadmap_tui.services import erasure, sharing, telling

if TYPE_CHECKING:
    from roadmap_tui.session import Session
    from roadmap_tui.store.merging import Merged

_MAX_LINES = 40


def command() -> Subcommand:
    """The subcommand."""
    params = [
        plan_argument(),
        word_argument("copies", "[COPY...]", many=True, required=False),
        flag("--beside", N_("Take in the copies that lie beside the plan, and move them to the backups.")),
        flag("--other-document", N_("Also take in a copy of this plan that was made a plan of its own.")),
        flag("--dry-run", N_("Show what would happen and change nothing.")),
        json_option(),
    ]
    return Subcommand("merge", run, COMMANDS["merge"].summary, params)


def run(plan: str, copies: tuple[str, ...], beside: bool, other_document: bool, dry_run: bool, as_json: bool) -> int:
    """Take the copies in and report; answers 5 where differences wait for a decision."""
    path = find_plan(plan)
    with waiting(_("Reading the plan…")):
        session = open_session(path, tell_beside=False)
    with waiting(_("Bringing the copies together…")):
        paths = _paths(session, copies, beside)
        before = {each: telling.name_of(session, *each) for each in _shown(session)}
        merged = sharing.merge(session, paths, preview=dry_run, separated=other_document)
    if not dry_run:
        with waiting(_("Saving…")):
            session.save()
        if beside:
            _put_away(session, paths)
    after = session if not dry_run else sharing.beside(session, merged.tables)
    undecided = sharing.differences(after)
    erased = erasure.returned(after)
    if as_json:
        counts = {"added": len(merged.added), "updated": len(merged.updated), "removed": len(merged.removed)}
        put_json({**counts, "differences": deciding.as_json(after, undecided)})
    else:
        _report(after, merged, before)
        for line in deciding.lines(after, undecided):
            put(line)
    if erased:
        say(erasure.returned_words(after, erased))
    if dry_run:
        say(_("Nothing was changed: this was a dry run."))
    if undecided:
        words = ngettext(
            "{count} difference waits for a decision.", "{count} differences wait for a decision.", len(undecided)
        )
        say(words.format(count=len(undecided)))
        if not dry_run:
            say(_('Choose with: roadmap resolve "{plan}" ID FIELD=VALUE').format(plan=path))
    return ExitCode.DIFFERENCES if undecided else ExitCode.DONE


def _paths(session: Session, copies: tuple[str, ...], beside: bool) -> list[Path]:
    """The copies that are meant. Raises UsageError where there are none, UnreadableError for one that is not there."""
    from roadmap_tui.services.copies import find

    if copies and beside:
        raise UsageError(_("Name the copies, or use --beside; not both."))
    found = [copy.path for copy in find(session)] if beside else matching_files(copies)
    if not found:
        raise UsageError(
            _("No copies of this plan lie beside it.")
            if beside
            else _("Name the copies to take in, or use --beside for those that lie beside the plan.")
        )
    for path in found:
        if not path.exists():
            raise UnreadableError(_('"{path}" does not exist.').format(path=path))
    return found


def _put_away(session: Session, paths: Sequence[Path]) -> None:
    from roadmap_tui.services.copies import put_away_all

    for path, kept in zip(paths, put_away_all(session, paths), strict=True):
        say(_('"{path}" was moved to your backups: "{kept}".').format(path=path.name, kept=kept))


def _shown(session: Session) -> list[tuple[str, int]]:
    return [(table, key) for table, rows in session.tables.items() if not table.startswith("_") for key in rows]


def _report(session: Session, merged: Merged, before: dict[tuple[str, int], str]) -> None:
    """What happens to each record, and how many there are of each."""
    rows = [(_("added"), Tone.GOOD, merged.added), (_("changed"), Tone.NORMAL, merged.updated)]
    rows.append((_("removed"), Tone.WARN, merged.removed))
    shown = 0
    for word, tone, places in rows:
        for place in places:
            shown += 1
            if shown <= _MAX_LINES:
                name = before.get(place, "") or telling.name_of(session, *place)
                put(f"{paint(word, tone)}  {name}")
    if shown > _MAX_LINES:
        put(_("and {count} more").format(count=shown - _MAX_LINES))
    words = _("{added} added, {updated} changed, {removed} removed.")
    put(words.format(added=len(merged.added), updated=len(merged.updated), removed=len(merged.removed)))

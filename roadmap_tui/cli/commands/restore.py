"""`roadmap restore PLAN [ID]`: what the file lost brought back, a removed record, or an earlier state."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap_tui.cli import deciding
from roadmap_tui.cli.asking import agreed, check_can_ask
from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, flag, json_option, plan_argument, value_option, word_argument
from roadmap_tui.cli.output import paint, put, put_json, say
from roadmap_tui.cli.plans import find_plan, open_session
from roadmap_tui.errors import DamagedError, UnreadableError, UsageError
from roadmap_tui.i18n import N_, _, ngettext
from roadmap_tui.model.cleaning import safe
from roadmap_tui.model.fields import Tone

if TYPE_CHECKING:
    from roadmap_tui.services.recovery import Preview
    from roadmap_tui.session import Session
    from roadmap_tui.store.backup import Backup
    from roadmap_tui.store.rebuilding import Rebuilt

_MAX_LINES = 40


def command() -> Subcommand:
    """The subcommand."""
    params = [
        plan_argument(),
        word_argument("record", "[ID]", required=False),
        flag("--list", N_("List the copies that are kept of the plan.")),
        value_option("--at", "WHICH", N_("Go back to a copy: its number in the list, or a date (and time).")),
        flag("--keep-this", N_("Leave the file as it is and put the safety copy away.")),
        flag("--separate", N_("Make the file a plan of its own, no longer a copy of the earlier one.")),
        flag("--dry-run", N_("Show what would happen and change nothing.")),
        flag("--yes", N_("Do not ask whether you are sure.")),
        json_option(),
    ]
    return Subcommand("restore", run, COMMANDS["restore"].summary, params)


def run(plan: str, record: str | None, at: str, keep_this: bool, separate: bool, **flags: bool) -> None:
    """Do the one thing that was asked for."""
    if sum(map(bool, (flags["list"], at or record, keep_this, separate))) > 1:
        raise UsageError(_("Choose one of --list, --at, --keep-this and --separate."))
    path = find_plan(plan)
    asked = Asked(dry_run=flags["dry_run"], yes=flags["yes"], as_json=flags["as_json"])
    try:
        session = open_session(path, tell_missing=False)
    except DamagedError as error:
        _rebuild(path, asked, str(error))
        return
    except UnreadableError:
        if path.exists():
            raise
        _rebuild(path, asked, _('"{path}" is not there any more.').format(path=path))
        return
    if flags["list"]:
        _list(session, asked)
    elif keep_this or separate:
        _settle(session, asked, separate)
    elif record or at:
        _go_back(session, asked, record, at)
    else:
        _bring_back(session, asked)


class Asked:
    """How the user wants it done: only shown, without a question, as JSON."""

    def __init__(self, dry_run: bool, yes: bool, as_json: bool) -> None:
        self.dry_run, self.yes, self.as_json = dry_run, yes, as_json

    def agreed(self, question: str) -> bool:
        """Whether to go on. Raises UsageError where nobody can be asked."""
        if self.dry_run:
            say(_("Nothing was changed: this was a dry run."))
            return False
        if self.yes:
            return True
        check_can_ask(_("Nothing was changed: add --yes to go on without being asked."))
        say(question)
        if agreed():
            return True
        say(_("Nothing was changed."))
        return False


# A damaged file


def _rebuild(path: Path, asked: Asked, why: str) -> None:
    from roadmap_tui.services import recovery

    found = recovery.rebuild(path)
    lines = recovery.source_words(found)
    if not asked.as_json:
        say(why)
        for line in lines:
            put(line)
    kept = None
    done = asked.agreed(_("Put this together and write it?"))
    if done:
        kept = recovery.put_in_place(found)
        say(_('Written: "{path}".').format(path=path))
        if kept is not None:
            say(_('The damaged file is kept as "{path}".').format(path=kept))
    if asked.as_json:
        put_json(_rebuilt_json(found, done, kept))


def _rebuilt_json(found: Rebuilt, done: bool, kept: Path | None) -> dict[str, Any]:
    sources = [
        {
            "kind": each.kind,
            "path": str(each.path),
            "records": each.records,
            "at": deciding.local_time(each.moment),
        }
        for each in found.sources
    ]
    return {"damaged": True, "sources": sources, "written": done, "kept": str(kept) if kept else None}


# What the file lacks


def _bring_back(session: Session, asked: Asked) -> None:
    from roadmap_tui.services import recovery
    from roadmap_tui.services.sharing import beside

    missing = recovery.look(session)
    if missing is None:
        say(_("The file lacks nothing that was saved here. See earlier states with --list, and go back with --at."))
        if asked.as_json:
            put_json(_shape(session, None, False))
        return
    found = recovery.lacking(session, missing)
    after = beside(session, missing.tables)
    if not asked.as_json:
        say(_("The file lacks what was saved here before: {what}").format(what=missing.words))
        _report(after, session, found)
    done = asked.agreed(_("Bring this back? To leave the file as it is: --keep-this or --separate."))
    if done:
        recovery.bring_back(session, missing)
        session.save()
        say(_("Brought back."))
    if asked.as_json:
        put_json(_shape(after, found, done))


def _settle(session: Session, asked: Asked, separate: bool) -> None:
    from roadmap_tui.services import recovery

    question = _("Make the file a plan of its own?") if separate else _("Leave the file as it is?")
    done = asked.agreed(question)
    if done and separate:
        recovery.make_separate(session)
        session.save()
        say(_("The file is now a plan of its own."))
    elif done:
        recovery.keep_this_version(session)
        say(_("The file stays as it is; what was saved before is among the copies of --list."))
    if asked.as_json:
        put_json(_shape(session, None, done))


# An earlier state


def _go_back(session: Session, asked: Asked, word: str | None, at: str) -> None:
    from roadmap_tui.services import recovery

    if at:
        copy = recovery.choose(recovery.copies(session), at)
        then = recovery.tables_of(session, copy)
        found = recovery.preview(session, then, recovery.find_any(session, word, then) if word else 0)
    else:
        found = recovery.take_from_bin(session, recovery.find_removed(session, word or ""))
    if not asked.as_json:
        _report(session, session, found)
    done = bool(found.changes) and asked.agreed(_("Go on?"))
    if done:
        recovery.go_back(session, found)
        session.save()
        say(_("Done. Take it back with: roadmap undo"))
    if asked.as_json:
        put_json(_shape(session, found, done))


def _report(after: Session, before: Session, found: Preview) -> None:
    """What happens to each record, and how many there are of each."""
    rows = [
        (_("back"), Tone.GOOD, found.added, after),
        (_("changed"), Tone.NORMAL, found.updated, before),
        (_("to the bin"), Tone.WARN, found.removed, before),
    ]
    lines = [
        f"{paint(word, tone)}  {deciding.name_of(where, *row)}" for word, tone, places, where in rows for row in places
    ]
    for line in lines[:_MAX_LINES]:
        put(line)
    if len(lines) > _MAX_LINES:
        put(_("and {count} more").format(count=len(lines) - _MAX_LINES))
    put(_("Records: {what}.").format(what=found.words))


def _shape(session: Session, found: Preview | None, done: bool) -> dict[str, Any]:
    kinds = (
        ("added", found.added if found else ()),
        ("updated", found.updated if found else ()),
        ("removed", found.removed if found else ()),
    )
    records = [
        {"id": record_id, "number": deciding.number_of(session, table, record_id), "table": table, "change": kind}
        for kind, rows in kinds
        for table, record_id in rows
    ]
    return {**{kind: len(rows) for kind, rows in kinds}, "records": records, "written": done}


# The list


def _list(session: Session, asked: Asked) -> None:
    from roadmap_tui.services import recovery

    found = recovery.copies(session)
    if asked.as_json:
        put_json([_as_json(session, place, copy) for place, copy in enumerate(found, 1)])
        return
    for place, copy in enumerate(found, 1):
        moment = copy.moment.strftime("%d-%m-%Y %H.%M")
        why = _(recovery.REASONS.get(copy.reason, copy.reason))
        put(f"{place:3}  {moment}  {why:28}  {safe(_difference(session, copy))}")
    if found:
        say(_('Go back with: roadmap restore "{plan}" --at NUMBER').format(plan=session.path))
    else:
        say(_("There are no copies of this plan yet."))


def _difference(session: Session, copy: Backup) -> str:
    """How many records a copy holds and what going back to it would do; or why it cannot be read."""
    from roadmap_tui.services import recovery

    try:
        then = recovery.tables_of(session, copy)
    except (UnreadableError, UsageError) as error:
        return str(error)
    count = recovery.count_of(then)
    words = ngettext("{count} record", "{count} records", count).format(count=count)
    where = "" if recovery.is_of_this_file(session, copy) else _(", of another copy of the file")
    return f"{words}{where}: {recovery.preview(session, then).words}"


def _as_json(session: Session, place: int, copy: Backup) -> dict[str, Any]:
    from roadmap_tui.services import recovery

    shape: dict[str, Any] = {
        "place": place,
        "at": deciding.local_time(copy.moment),
        "reason": copy.reason,
        "file": str(copy.path),
        "of_this_file": recovery.is_of_this_file(session, copy),
    }
    try:
        then = recovery.tables_of(session, copy)
    except (UnreadableError, UsageError) as error:
        return {**shape, "problem": str(error)}
    found = recovery.preview(session, then)
    counts = {"added": len(found.added), "updated": len(found.updated), "removed": len(found.removed)}
    return {**shape, "records": recovery.count_of(then), **counts}

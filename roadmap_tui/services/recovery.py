"""Bringing back what a plan file lost: from the safety copy, a backup, the bin, or the rest of a damaged file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import msgspec

from roadmap_tui.errors import NotSavedError, UsageError
from roadmap_tui.i18n import N_, _, ngettext, reason
from roadmap_tui.model.record import fields_of
from roadmap_tui.model.registry import TABLES
from roadmap_tui.planning.findings import Finding
from roadmap_tui.services import sharing, telling
from roadmap_tui.session import Session
from roadmap_tui.store import rebuilding, restoring
from roadmap_tui.store.backup import Backup, backups, keep_backup, make_backup, path_key, read_backup
from roadmap_tui.store.changes import Change
from roadmap_tui.store.damage import sound_rows
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.external import Row
from roadmap_tui.store.header import header_of
from roadmap_tui.store.join import join_tables
from roadmap_tui.store.merging import compare
from roadmap_tui.store.news import gained, sentence
from roadmap_tui.store.placing import find_stored
from roadmap_tui.store.rebuilding import Rebuilt
from roadmap_tui.store.revisions import is_emptied
from roadmap_tui.store.saving import check_writable, leftovers
from roadmap_tui.user.profile import load_profile

_NAMED = 3
SAFETY = "safety"
REASONS = {
    SAFETY: N_("safety copy"),
    "save": N_("while saving"),
    "merge": N_("before a merge"),
    "restore": N_("before going back"),
    "import": N_("before an import"),
    "migration": N_("before a new file format"),
    "separate": N_("before becoming a plan of its own"),
    "kept": N_("put away by choice"),
    "damaged": N_("damaged file"),
    "copy": N_("lay beside the plan"),
}
_SOURCES = {
    "file": N_("the file itself"),
    "unfinished": N_("an interrupted save beside it"),
    SAFETY: N_("the safety copy of"),
    "backup": N_("the backup of"),
}
_DATES = ("%Y-%m-%d", "%d-%m-%Y", "%Y-%m-%d %H:%M", "%d-%m-%Y %H:%M", "%d-%m-%Y %H.%M", "%Y-%m-%dT%H:%M:%S")


class Missing(msgspec.Struct, frozen=True):
    """What the safety copy holds that the file lacks: the plan with it, and in one sentence who changed what."""

    tables: Tables
    words: str
    moment: datetime


class Preview(msgspec.Struct, frozen=True):
    """What going back changes: the live records that come back, get other values, and go to the bin."""

    changes: tuple[Change, ...]
    added: tuple[Row, ...]
    updated: tuple[Row, ...]
    removed: tuple[Row, ...]

    @property
    def words(self) -> str:
        """All of it in a few words."""
        added, updated, removed = len(self.added), len(self.updated), len(self.removed)
        counts = (
            (added, ngettext("{count} comes back", "{count} come back", added)),
            (updated, ngettext("{count} gets other values", "{count} get other values", updated)),
            (removed, ngettext("{count} goes to the bin", "{count} go to the bin", removed)),
        )
        parts = [words.format(count=count) for count, words in counts if count]
        return ", ".join(parts) or _("the same as now")


# The safety copy


def look(session: Session) -> Missing | None:
    """What the safety copy of this file holds that the file lacks; None where nothing is missing.

    What an interrupted save in place left is taken in at once: that was on its way to this very file.
    """
    safety = session.safety
    if safety is None:
        return None
    document = session.document
    if not session.read_only:
        data = _read(safety.journal)
        if data and document.lacking(data):
            document.join(document.read_state(data, safety.journal))
    tables: Tables | None = None
    moment = 0.0
    for path in safety.copies():
        data = _read(path)
        if data and document.lacking(data):
            theirs = document.read_state(data, path)
            tables = join_tables(session.tables if tables is None else tables, theirs)
            moment = max(moment, path.stat().st_mtime)
    if tables is None:
        return None
    return Missing(tables, _missing_words(session, tables), datetime.fromtimestamp(moment))


def _missing_words(session: Session, tables: Tables) -> str:
    """Which rows are gone altogether, and who changed what in the others."""
    news = gained(session.tables, tables)
    gone = [row for row in sorted(news) if row[0] in TABLES and find_stored(session.tables, *row) is None]
    changed = sentence(tables, {row: revs for row, revs in news.items() if row not in gone})
    if not gone:
        return changed or _("Details of the plan itself.")
    then = sharing.beside(session, tables)
    names = ", ".join(telling.name_of(then, *row) for row in gone[:_NAMED]) + (", ..." if len(gone) > _NAMED else "")
    words = ngettext(
        "{count} row is not in it any more: {names}.", "{count} rows are not in it any more: {names}.", len(gone)
    )
    return f"{words.format(count=len(gone), names=names)} {changed}".strip()


def lacking(session: Session, missing: Missing) -> Preview:
    """What bringing back what is missing changes."""
    merged = compare(session.tables, missing.tables)
    return Preview((), merged.added, merged.updated, merged.removed)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def bring_back(session: Session, missing: Missing) -> None:
    """Take what is missing into the plan, after a backup of the file. It is in the file after the next save."""
    session.check_writable()
    back_up(session, "restore")
    session.document.join(missing.tables)


def keep_this_version(session: Session) -> None:
    """Leave the file as it is; the safety copy is put away among the backups. Raises NotSavedError."""
    if session.safety is not None:
        try:
            session.safety.forget(datetime.now(), "kept")
        except OSError as error:
            raise NotSavedError(
                _("The safety copy could not be put away ({reason}).").format(reason=reason(error))
            ) from error


def make_separate(session: Session) -> None:
    """Make the file a plan of its own, that is no copy of what it was any more. To be saved by the caller."""
    session.check_writable()
    back_up(session, "separate")
    session.document.separate(session.document.newest)


def back_up(session: Session, why: str) -> None:
    """Keep the file as it is now, before something big. Raises NotSavedError, with nothing changed."""
    if session.safety is not None and session.path.exists():
        make_backup(session.path, session.safety.backups, why, datetime.now())


# Backups


def copies(session: Session) -> list[Backup]:
    """All copies this user has of the plan, safety copies before backups, newest first; `key` says of which file."""
    safety = session.safety
    if safety is None:
        return []
    found = backups(safety.backups)
    for path in safety.copies():
        if path.exists():
            moment = datetime.fromtimestamp(path.stat().st_mtime)
            found.append(Backup(path, moment, SAFETY, safety.key))
    return sorted(found, key=lambda each: (each.reason == SAFETY, each.moment), reverse=True)


def tables_of(session: Session, copy: Backup) -> Tables:
    """The plan as a copy holds it. Raises UnreadableError, UsageError where it is another plan."""
    found = session.document.read_state(read_backup(copy.path), copy.path)
    if header_of(found)["doc"] != session.document.document_id:
        raise UsageError(_("This copy is of another plan."))
    return found


def count_of(tables: Tables) -> int:
    """How many live records there are."""
    return sum(len(rows) for table, rows in tables.items() if table in TABLES)


def is_of_this_file(session: Session, copy: Backup) -> bool:
    """Whether a copy was made of the file at this path, and not of another copy of the plan."""
    return copy.key in ("", path_key(session.path))


def labels(table: str, fields: Iterable[str]) -> list[str]:
    """The labels of fields, for people; those that they never see are left out."""
    known = fields_of(TABLES[table]) if table in TABLES else {}
    return [_(known[name].label) for name in fields if name in known and known[name].label]


def choose(found: list[Backup], which: str) -> Backup:
    """The copy that people mean: its place in the list, or the newest one at or before a moment. Raises UsageError."""
    text = which.strip()
    if text.isdecimal() and 1 <= int(text) <= len(found):
        return found[int(text) - 1]
    for each in found:
        if each.path.name.startswith(text) and len(text) >= 8:
            return each
    moment = _moment(text)
    if moment is None:
        words = _('There is no copy "{which}"; name a line of "roadmap restore PLAN --list", or a date.')
        raise UsageError(words.format(which=which))
    earlier = max((each for each in found if each.moment <= moment), key=lambda each: each.moment, default=None)
    if earlier is None:
        raise UsageError(_("There is no copy from before {which}.").format(which=which))
    return earlier


def _moment(text: str) -> datetime | None:
    """A date, which stands for its last moment, or a date with a time, which stands for the end of that minute."""
    for place, layout in enumerate(_DATES):
        try:
            found = datetime.strptime(text, layout)
        except ValueError:
            continue
        end = (23, 59) if place < 2 else (found.hour, found.minute)
        return found.replace(hour=end[0], minute=end[1], second=59, microsecond=999_999)
    return None


def preview(session: Session, then: Tables, only: int = 0) -> Preview:
    """What going back to `then` changes, of the whole plan or of one record."""
    changes = restoring.changes_to(session.tables, then, only)
    live = {(change.table, change.id): change.id in session.tables.get(change.table, {}) for change in changes}
    removed = {(change.table, change.id) for change in changes if change.action == "delete"}
    return Preview(
        changes,
        tuple(sorted(row for row, there in live.items() if not there)),
        tuple(sorted(row for row, there in live.items() if there and row not in removed)),
        tuple(sorted(removed)),
    )


def go_back(session: Session, chosen: Preview) -> None:
    """Carry out a preview as one change that can be undone, after a backup. To be saved by the caller."""
    session.check_writable()
    if chosen.changes:
        back_up(session, "restore")
        session.commit(chosen.changes)


# The bin


def find_any(session: Session, word: str, then: Tables) -> int:
    """The id of the record that people mean, live, removed, or only in an earlier state. Raises UsageError."""
    try:
        return session.find(word).id
    except UsageError:
        earlier = [
            record_id
            for table in TABLES
            for record_id, fields in then.get(table, {}).items()
            if str(fields.get("number", "")).casefold() == word.strip().casefold()
        ]
        return earlier[0] if len(earlier) == 1 else find_removed(session, word)[1]


def find_removed(session: Session, word: str) -> Row:
    """The removed record that people mean by its number. Raises UsageError."""
    wanted = word.strip().casefold()
    found = [
        (table, record_id)
        for table in TABLES
        for record_id, fields in session.removed(table).items()
        if str(fields.get("number", "")).casefold() == wanted or str(record_id) == wanted
    ]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(str(record_id) for _table, record_id in found)
        raise UsageError(_('"{word}" was removed more than once; use an id: {ids}.').format(word=word, ids=ids))
    raise UsageError(_('There is no removed record "{word}" in this plan.').format(word=word))


def take_from_bin(session: Session, row: Row) -> Preview:
    """What bringing back a removed record changes: it returns with all that was removed along with it.

    Raises UsageError for one that was erased for good, for nothing of it is left.
    """
    stored = session.stored(*row)
    if stored is not None and is_emptied(stored):
        raise UsageError(_("This record was erased for good; there is nothing left to bring back."))
    changes = restoring.from_bin(session.tables, *row)
    return Preview(changes, tuple((change.table, change.id) for change in changes), (), ())


# The file itself


def rebuild(path: Path) -> Rebuilt:
    """What can be brought back of a damaged or vanished file; nothing is written. Raises UnreadableError."""
    return rebuilding.rebuild(path, load_profile().state)


def put_in_place(found: Rebuilt) -> Path | None:
    """Write a rebuilt plan; answers where the damaged file is kept (None: there was none). Raises NotSavedError."""
    return rebuilding.write(found, load_profile().state, datetime.now())


def put_aside(session: Session) -> Path | None:
    """Keep the damaged file in the place of an open plan elsewhere, so that the next save writes the plan from memory.

    Rows in it that others saved whole are taken in. Answers where it is kept (None: it is not damaged). Raises
    NotSavedError.
    """
    damaged = session.document.damaged
    if damaged is None:
        return None
    session.check_writable()
    path = Path(os.path.realpath(session.path))
    try:
        if check_writable(path) or session.safety is None:
            kept = rebuilding.keep_beside(path, damaged, datetime.now())
        else:
            kept = keep_backup(damaged, path, session.safety.backups, "damaged", datetime.now())
    except OSError as error:
        words = _("Not saved: the damaged file could not be put aside ({reason}).")
        raise NotSavedError(words.format(reason=reason(error))) from error
    session.document.join(sound_rows(damaged, path, session.tables))
    session.document.write_over(damaged)
    return kept


def keep_unsaved(session: Session) -> bool:
    """Keep changes that cannot be put in the file in the safety copy, for the next start; False where that fails."""
    if session.safety is None or not session.unsaved or session.read_only:
        return False
    try:
        session.safety.keep(session.document.state(), session.document.lacking)
    except OSError:
        return False
    return True


def source_words(found: Rebuilt) -> list[str]:
    """What came from where, a line for each place."""
    lines = []
    for each in found.sources:
        moment = each.moment.strftime("%d-%m-%Y %H.%M") if each.moment else ""
        what = " ".join(f"{_(_SOURCES[each.kind])} {moment}".split())
        words = ngettext("{count} record from {what}", "{count} records from {what}", each.records)
        lines.append(words.format(count=each.records, what=what))
    return lines


def integrity(session: Session) -> list[Finding]:
    """What is wrong with the file as such: values from outside, interrupted saves, changes that are missing."""
    found = []
    for table, record_id in sorted(session.document.outside):
        if table in TABLES:
            stored = session.tables.get(table, {}).get(record_id, {})
            message = _("This was changed outside Roadmap.")
            why = _("Its seal does not fit. Roadmap keeps the change; the next save seals it.")
            found.append(Finding("changed_outside", table, record_id, str(stored.get("number") or ""), message, why))
    for path in leftovers(session.path):
        message = _('An interrupted save left "{name}" beside the file.').format(name=path.name)
        found.append(_about_file("interrupted_save", message, _("It has been taken in; the next save puts it away.")))
    if session.document.rescued:
        message = _("The file holds conflict markers of git.")
        why = _("Both versions have been joined; the next save writes that.")
        found.append(_about_file("conflict_markers", message, why))
    missing = look(session)
    if missing is not None:
        message = _("The file lacks changes that were saved here before.")
        advice = _('See: roadmap restore "{path}"').format(path=session.path)
        found.append(_about_file("changes_missing", message, f"{missing.words} {advice}"))
    return found


def _about_file(code: str, message: str, why: str) -> Finding:
    return Finding(code, "plan", 0, "", message, why)

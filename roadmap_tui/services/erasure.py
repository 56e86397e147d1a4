"""Erasing a person from a plan, as privacy law (AVG, GDPR article 17) asks: first what would go, then doing it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from roadmap_tui.editing import edits
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.cleaning import safe
from roadmap_tui.model.handles import handle
from roadmap_tui.model.person import Person
from roadmap_tui.model.reading import read_record
from roadmap_tui.model.record import Record
from roadmap_tui.model.registry import TABLES
from roadmap_tui.model.stakeholder import Stakeholder
from roadmap_tui.services import telling
from roadmap_tui.session import Session
from roadmap_tui.store.backup import plan_folder
from roadmap_tui.store.changes import Group, apply
from roadmap_tui.store.copies import copies_beside
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.erased_files import clear_files, holding_files
from roadmap_tui.store.erased_names import ErasedNames
from roadmap_tui.store.erasing import Erased, Redact, erase, pattern_of, redactor, remaining
from roadmap_tui.store.header import ACTORS
from roadmap_tui.store.placing import stored_records
from roadmap_tui.user.drafts import Draft, DraftFolder
from roadmap_tui.view.columns import ViewContext

_PEOPLE = (Person.TABLE, Stakeholder.TABLE)
_CONTACT = re.compile(r"[^\s<>,;]+@[^\s<>,;]+|\+?\d[\d \-()]{5,}\d")
_NUMBER = re.compile(r"[A-Za-z]{1,3}\d+[a-z]*")
_PARTICLES = {"van", "der", "den", "het", "the", "von", "bin", "ibn", "ten", "ter", "del", "dos"}
_SHORTEST_PART = 3
_BEFORE, _EXCERPT = 12, 44


class Erasure(msgspec.Struct, frozen=True):
    """What would go: the names and addresses looked for, the records of the person, and what stands there after.

    `parts` are the words of the names that still stand somewhere, with (table, id, field, text) of each place: those a
    person has to judge, for another person may be meant.
    """

    words: tuple[str, ...]
    instead: str
    people: tuple[tuple[str, int], ...]
    erased: Erased
    parts: tuple[str, ...]
    review: tuple[tuple[str, int, str, str], ...]

    @property
    def redact(self) -> Redact:
        """What takes the names out of any value."""
        return redactor(pattern_of(self.words), self.instead)


class Outcome(msgspec.Struct, frozen=True):
    """What was cleared on this computer, which files could not be, and the copies beside the plan that still know."""

    files: int
    drafts: int
    failed: tuple[Path, ...]
    beside: tuple[Path, ...]


def prepare(session: Session, names: Sequence[str], instead: str = "") -> Erasure:
    """What erasing these people (each a name, or the number of a person or stakeholder) would do.

    `instead` takes the place of the name; without it the role of the person does, else words that say it is gone.
    Raises UsageError for a name that is too short or stands nowhere, and for a number that is no person.
    """
    people = [found for name in names for found in _people(session.tables, name)]
    called = [name.strip() for name in names if not _NUMBER.fullmatch(name.strip())]
    called += [record.title for _table, _id, record in people]
    contacts = [each for _t, _i, record in people for each in _CONTACT.findall(getattr(record, "contact", ""))]
    words = list(dict.fromkeys(word for word in (*called, *contacts) if word.strip()))
    if not words or any(len(re.findall(r"\w", word)) < 2 for word in words):
        raise UsageError(
            _("Name the person in full, or by number; one letter or nothing at all is too little to go by.")
        )
    pattern = pattern_of(words)
    roles = [role for _t, _i, record in people if (role := getattr(record, "role", "")) and not pattern.search(role)]
    instead = pattern.sub("", instead).strip() or (roles[0] if roles else _("(name erased)"))
    whole = tuple((table, record_id) for table, record_id, _record in people)
    found = erase(session.tables, redactor(pattern, instead), whole)
    if not people and not found.finds and not _is_kept_here(session, pattern, redactor(pattern, instead)):
        raise UsageError(
            _("{name} was not found, in this plan nor in what this computer keeps of it; nothing was erased.").format(
                name=", ".join(f'"{word}"' for word in words)
            )
        )
    parts = _parts(called, pattern)
    review = remaining(found.tables, pattern_of(parts)) if parts else []
    return Erasure(tuple(words), instead, whole, found, parts, tuple(review))


def shown_lines(session: Session, context: ViewContext, erasure: Erasure) -> list[tuple[str, str]]:
    """What people see change, as (record, what happens to it): first the person, then where others name them."""
    pattern = pattern_of(erasure.words)
    whole = {(each.table, each.id) for each in erasure.erased.shown} & set(erasure.people)
    lines = [(telling.name_of(session, *each), _("the whole record")) for each in sorted(whole)]
    for each in erasure.erased.shown:
        if (each.table, each.id) not in whole:
            before, after = (
                telling.one_line_value(context, each.table, each.field, value) for value in (each.before, each.after)
            )
            found = pattern.search(before)
            start = max(0, found.start() - _BEFORE) if found else 0
            label = telling.label_of(each.table, each.field)
            name = telling.name_of(session, each.table, each.id)
            lines.append((name, f"{label}: {_excerpt(before, start)} -> {_excerpt(after, start)}"))
    return lines


def _excerpt(text: str, start: int) -> str:
    end = start + _EXCERPT
    return ("..." if start else "") + text[start:end] + ("..." if end < len(text) else "")


def _people(tables: Tables, name: str) -> list[tuple[str, int, Record]]:
    """The people and stakeholders of this name or number, also those in the bin."""
    wanted = name.strip().casefold()
    is_number = bool(_NUMBER.fullmatch(wanted))
    found = []
    for table, record_id, stored in stored_records(tables):
        if table in _PEOPLE:
            shown = str(stored.get("number" if is_number else "title") or "")
            if shown.casefold() == wanted or (len(wanted) == 10 and handle(record_id) == wanted):
                found.append((table, record_id, read_record(TABLES[table], record_id, stored, [])))
    if is_number and not found:
        raise UsageError(_('There is no person or stakeholder "{name}" in this plan.').format(name=name))
    if is_number and not any(record.title for _t, _i, record in found):
        raise UsageError(_('"{name}" was erased before; give the name to clear what came in since.').format(name=name))
    return found


def _parts(names: Iterable[str], pattern: re.Pattern[str]) -> tuple[str, ...]:
    """The words of the names that could also point to the person alone, such as a first name."""
    words = dict.fromkeys(word for name in names for word in re.findall(r"[\w'-]+", name))
    long = (word for word in words if len(word) >= _SHORTEST_PART and word.casefold() not in _PARTICLES)
    return tuple(word for word in long if not pattern.fullmatch(word))


def _is_kept_here(session: Session, pattern: re.Pattern[str], redact: Redact) -> bool:
    """Whether the backups, safety copies or drafts of this user hold a name that the plan itself does not."""
    drafts = DraftFolder(session.profile.drafts, session.document.document_id).all()
    return any(redact(found := _content(draft)) != found for draft in drafts) or bool(
        holding_files(_folder(session), pattern, redact)
    )


def _folder(session: Session) -> Path:
    return plan_folder(session.profile.state, session.document.document_id)


def carry_out(session: Session, erasure: Erasure) -> Outcome:
    """Erase, save, and clear what this computer keeps of the plan. It cannot be undone.

    Raises NotSavedError where the plan cannot be saved; do it again then.
    """
    session.check_writable()
    if erasure.erased.finds:
        session.document.join(_with_removals(session, erasure))
        session.document.take_news()
    session.save()
    profile = session.profile
    folder = _folder(session)
    ErasedNames(folder).add(erasure.words)
    files, failed = clear_files(folder, pattern_of(erasure.words), erasure.redact, erasure.people)
    drafts = _clear_drafts(DraftFolder(profile.drafts, session.document.document_id), erasure)
    beside = copies_beside(session.path, session.document.document_id)
    return Outcome(files, drafts, tuple(failed), tuple(beside))


def _with_removals(session: Session, erasure: Erasure) -> Tables:
    """The plan without the names, with the emptied records of the person in the bin."""
    tables = {name: dict(rows) for name, rows in erasure.erased.tables.items()}
    live = [TABLES[table](id=each) for table, each in erasure.people if each in tables.get(table, {})]
    if live:
        known = tuple(each for each in session.introduction() if erasure.redact(each.fields) == each.fields)
        apply(tables, Group(session.next_revision(), (*known, *edits.delete(tables, live))))
    return tables


def _clear_drafts(folder: DraftFolder, erasure: Erasure) -> int:
    """Take the names out of forms that were not saved; a form for the person itself goes."""
    count = 0
    for draft in folder.all():
        content = _content(draft)
        if (draft.table, draft.id) in erasure.people:
            folder.remove(draft.name)
        elif (cleared := erasure.redact(content)) != content:
            folder.keep(msgspec.convert(msgspec.to_builtins(draft) | cleared, Draft))
        else:
            continue
        count += 1
    return count


def _content(draft: Draft) -> dict[str, Any]:
    """What somebody wrote in a form."""
    plain = msgspec.to_builtins(draft)
    return {name: plain[name] for name in ("texts", "title", "preset")}


def told(outcome: Outcome) -> str:
    """What was cleared besides the plan, in one sentence."""
    count = outcome.files + outcome.drafts
    if not count:
        return _("Erased.")
    return ngettext(
        "Erased, also in {count} file on this computer.", "Erased, also in {count} files on this computer.", count
    ).format(count=count)


# Names that return


def returned(session: Session) -> list[tuple[str, int]]:
    """The records, as (table, id), that hold a name which this user erased from the plan before."""
    own = (ACTORS, session.profile.actor)
    return [row for row in ErasedNames(_folder(session)).found_in(session.tables) if row != own]


def returned_words(session: Session, rows: Sequence[tuple[str, int]]) -> str:
    """Where an erased name stands again and what to do, in one sentence; empty where there are no such records."""
    if not rows:
        return ""
    places = dict.fromkeys(_place(session, *row) for row in rows)
    words = _('A name that you erased stands again in {places}; erase it once more: roadmap erase "{plan}" "NAME"')
    return words.format(places=", ".join(places), plan=session.path)


def _place(session: Session, table: str, record_id: int) -> str:
    if table == ACTORS:
        return _("the list of authors")
    return safe(telling.number_of(session, table, record_id)) or telling.name_of(session, table, record_id)

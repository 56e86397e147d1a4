"""One open plan: read it, change it, take changes back, save it and notice what others saved."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from roadmap_tui.errors import NotSavedError, UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.handles import handle, number_sort_key
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record
from roadmap_tui.model.registry import TABLES
from roadmap_tui.readings import Readings
from roadmap_tui.store.document import Document
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.header import ACTORS, BIN
from roadmap_tui.store.news import name_of, sentence
from roadmap_tui.store.placing import find_stored
from roadmap_tui.store.revisions import Stored, actor_of, revision, seen_revisions, time_of, undo_tail

if TYPE_CHECKING:
    from roadmap_tui.model.conditions import Condition
    from roadmap_tui.model.reading import BadValue
    from roadmap_tui.planning.outlook import Outlook
    from roadmap_tui.store.changes import Change
    from roadmap_tui.store.safety import SafetyCopy
    from roadmap_tui.user.profile import Profile

_MIN_HANDLE = 3


class LastChange(msgspec.Struct, frozen=True):
    """When the plan was last changed, in local time, and by whom (empty where the name was erased)."""

    moment: datetime
    name: str


class Session:
    """One plan in use. Every change is carried out in memory at once; `save` puts it in the file."""

    def __init__(
        self, document: Document, *, user: str = "", read_only: bool = False, today: date | None = None
    ) -> None:
        self.document = document
        self.read_only = read_only or document.is_newer_format
        self._user = user
        self._today = today
        self.is_throw_away = False
        self._profile: Profile | None = None
        self._safety: SafetyCopy | None = None
        self._readings = Readings()
        self._outlook: tuple[int, date, Outlook] | None = None

    @classmethod
    def open(cls, path: Path | str, *, user: str = "", read_only: bool = False, today: date | None = None) -> Session:
        """The plan in the file at `path`. Raises UnreadableError."""
        path = Path(path)
        return cls(Document.open(path, partial(_safe_states, path, user)), user=user, read_only=read_only, today=today)

    @classmethod
    def glance(cls, path: Path | str, *, today: date | None = None) -> Session:
        """The plan at `path` for who only asks how it stands: faster, never to be changed. Raises UnreadableError."""
        return cls(Document.glance(Path(path)), read_only=True, today=today)

    @classmethod
    def create(
        cls,
        path: Path | str,
        rows: Iterable[tuple[str, int, Mapping[str, Any]]],
        *,
        user: str = "",
        today: date | None = None,
    ) -> Session:
        """A new plan with `rows` (table, id, fields), saved at `path`. Raises NotSavedError where a file is."""
        session = cls.start(path, rows, user=user, today=today)
        session.save()
        return session

    @classmethod
    def start(
        cls,
        path: Path | str,
        rows: Iterable[tuple[str, int, Mapping[str, Any]]],
        *,
        user: str = "",
        today: date | None = None,
    ) -> Session:
        """A new plan with `rows` that is not in a file until it is saved. Raises NotSavedError where a file is."""
        from roadmap_tui.editing import edits
        from roadmap_tui.user.profile import load_profile

        path = Path(path)
        if path.exists():
            raise NotSavedError(_('"{path}" exists already; choose another name.').format(path=path))
        profile = load_profile(user)
        document = Document.new(path, _revision(profile))
        session = cls(document, user=user, today=today)
        session._profile = profile
        session.commit(edits.add_many(document.tables, rows))
        return session

    # reading

    @property
    def path(self) -> Path:
        """The plan file."""
        return self.document.path

    @property
    def tables(self) -> Tables:
        """The stored records; never alter them."""
        return self.document.tables

    @property
    def generation(self) -> int:
        """A number that grows with every change, from here or from outside."""
        return self.document.generation

    @property
    def today(self) -> date:
        """The day that everything is judged by."""
        return self._today or date.today()

    @property
    def plan(self) -> Plan:
        """The record about the plan itself."""
        found = self.records(Plan.TABLE)
        return found[0] if found and isinstance(found[0], Plan) else Plan()

    @property
    def bad_values(self) -> list[BadValue]:
        """The values that could not be read, of the tables that were asked for."""
        return self._readings.bad_values

    def records(self, table: str) -> tuple[Record, ...]:
        """All live records of a table in their own order. Unreadable values are in `bad_values`."""
        return self._readings.all(table, self.tables.get(table, {}), self.generation)

    def record(self, table: str, record_id: int) -> Record | None:
        """One live record, or None."""
        self.records(table)
        return self._readings.one(table, record_id)

    def removed(self, table: str) -> dict[int, dict[str, Any]]:
        """The fields of the records that somebody removed from a table, by id; one whose making was undone is none."""
        from roadmap_tui.store.undo import is_unmade

        binned = self.tables.get(BIN, {})
        return {
            i: dict(row.get("record", {}))
            for i, row in binned.items()
            if row.get("table") == table and not is_unmade(row)
        }

    @staticmethod
    def select(rows: Iterable[Mapping[str, Any]], condition: Condition) -> list[Mapping[str, Any]]:
        """The rows that meet `condition`."""
        from roadmap_tui.store.query import matching

        return matching(rows, condition)

    def find(self, word: str) -> Record:
        """The record people mean by a number (A12) or the beginning of a handle. Raises UsageError."""
        wanted = word.strip()
        if wanted.lower() == Plan.TABLE:
            return self.plan
        by_number, by_handle = [], []
        for table in TABLES:
            for record in self.records(table):
                if record.number and record.number.lower() == wanted.lower():
                    by_number.append(record)
                elif len(wanted) >= _MIN_HANDLE and handle(record.id).startswith(wanted.lower()):
                    by_handle.append(record)
        found = by_number or by_handle
        if len(found) == 1:
            return found[0]
        if found:
            options = ", ".join(f"{handle(record.id)} ({record.title[:30]})" for record in found[:5])
            raise UsageError(
                _('"{word}" can mean several records; use a handle: {options}.').format(word=word, options=options)
            )
        raise UsageError(
            _('There is no record "{word}" in this plan; "roadmap list" shows the numbers.').format(word=word)
        )

    @property
    def outlook(self) -> Outlook:
        """What follows from the plan today: dates, hours, what is late. Loaded only by those who ask."""
        from roadmap_tui.planning.outlook import Outlook

        known = self._outlook
        if known is not None and known[0] == self.generation and known[1] == self.today:
            return known[2]
        before = known[2] if known is not None and known[1] == self.today else None
        found = Outlook(self.plan, self.records, self.today, before)
        self._outlook = (self.generation, self.today, found)
        return found

    def last_change(self) -> LastChange | None:
        """Who changed the plan last, and when."""
        newest = self.document.newest
        if not time_of(newest):
            return None
        return LastChange(datetime.fromtimestamp(time_of(newest) / 1000), self.name_of(actor_of(newest)))

    def name_of(self, actor: str) -> str:
        """The name of whoever wrote revisions as `actor`; empty where it is not known."""
        return name_of(self.tables, actor)

    def seen(self, record: Record) -> frozenset[str]:
        """What somebody who now looks at `record` has seen; keep it while a form is open."""
        stored = self.tables.get(record.TABLE, {}).get(record.id)
        return seen_revisions(stored) if stored else frozenset()

    # many hands

    def stored(self, table: str, record_id: int) -> Stored | None:
        """A record as the file holds it, live or from the bin; never alter it."""
        return find_stored(self.tables, table, record_id)

    def author(self, rev: str) -> tuple[str, datetime | None]:
        """Who wrote a revision (empty where it is not known), and when in local time."""
        moment = time_of(rev)
        return self.name_of(actor_of(rev)), datetime.fromtimestamp(moment / 1000) if moment else None

    def news(self) -> str:
        """Who changed what, as far as it came in since this was last asked; empty where nothing did."""
        return sentence(self.tables, self.document.take_news())

    # changing

    @property
    def profile(self) -> Profile:
        """Who makes the changes."""
        from roadmap_tui.user.profile import load_profile

        if self._profile is None:
            self._profile = load_profile(self._user)
        return self._profile

    def commit(self, changes: Sequence[Change], tail: str = "") -> None:
        """Carry out one user action; `tail` marks taking one back.

        Raises NotSavedError where the plan may only be read, UsageError where a rule forbids the change.
        """
        from roadmap_tui.editing import rules

        self.check_writable()
        if changes:
            if not tail:
                changes = rules.settled(self, changes)
            self.document.commit(self.next_revision(tail), (*self.introduction(), *changes))

    def check_writable(self) -> None:
        """Raises NotSavedError, saying why, where the plan may only be read."""
        if self.read_only:
            raise NotSavedError(
                _("This plan is open for reading only.")
                if not self.document.is_newer_format
                else _("This plan was made with a newer version of Roadmap; here you can read it but not change it.")
            )

    def next_revision(self, tail: str = "") -> str:
        """A revision after every other in the plan, whatever the clocks of their makers said."""
        return _revision(self.profile, tail, time_of(self.document.newest) + 1)

    def introduction(self) -> tuple[Change, ...]:
        """The user's name in the table of actors, where it is not there yet."""
        from roadmap_tui.store.changes import Change

        known = self.tables.get(ACTORS, {}).get(self.profile.actor, {})
        if known.get("name") == self.profile.name:
            return ()
        return (Change(ACTORS, self.profile.actor, {"name": self.profile.name}),)

    def add(self, table: str, fields: Mapping[str, Any], after: Record | None = None) -> int:
        """A new record, at the end or below `after`; returns its id."""
        from roadmap_tui.editing import edits

        changes = (
            edits.add_after(self.tables, after, fields) if after else edits.add_records(self.tables, table, [fields])
        )
        self.commit(changes)
        return changes[0].id

    def update(self, record: Record, fields: Mapping[str, Any], seen: frozenset[str] | None = None) -> None:
        """New values for some fields of a record."""
        from roadmap_tui.editing import edits

        if fields:
            self.commit(edits.set_fields(record, fields, seen))

    def undo(self) -> str:
        """Take the user's last change back and say what it was. Raises UsageError where there is nothing to undo."""
        from roadmap_tui.store import undo

        target = undo.last_undoable(self.tables, handle(self.profile.actor))
        return self._take_back(target, _("There is nothing to undo."))

    def redo(self) -> str:
        """Carry out again what was undone last and say what it is. Raises UsageError."""
        from roadmap_tui.store import undo

        target = undo.last_redoable(self.tables, handle(self.profile.actor))
        return self._take_back(target, _("There is nothing to redo."))

    def _take_back(self, target: str | None, nothing: str) -> str:
        from roadmap_tui.store import undo

        inverse = undo.inverse(self.tables, target) if target else None
        if target is None or inverse is None:
            raise UsageError(nothing)
        if not inverse.changes:
            raise UsageError(_("This cannot be undone any more: others changed the same fields since."))
        described = self.describe(inverse.changes)
        self.commit(inverse.changes, undo_tail(target))
        return described

    def describe(self, changes: Sequence[Change]) -> str:
        """The records that changes touch, in a few words: A3 and 4 more."""
        numbers = sorted({self._number(change) for change in changes} - {""}, key=number_sort_key)
        if len(numbers) > 3:
            return _("{first} and {count} more").format(first=numbers[0], count=len(numbers) - 1)
        return ", ".join(numbers)

    def _number(self, change: Change) -> str:
        stored = find_stored(self.tables, change.table, change.id) or {}
        return str(stored.get("number") or (_("Plan") if change.table == Plan.TABLE else ""))

    # the file

    @property
    def unsaved(self) -> int:
        """How many changes are not in the file yet."""
        return self.document.unsaved

    def save(self) -> bool:
        """Put all changes in the file; True where others had changed it too. Raises NotSavedError."""
        from roadmap_tui.editing import edits
        from roadmap_tui.progress import unbroken

        if self.document.unsaved:
            for rev, change in edits.missing_numbers(self.tables):
                self.document.commit(rev, (change,))
        safety = self.safety
        with unbroken():
            try:
                return self.document.save(self.profile.locks, safety)
            finally:
                if safety is not None:
                    safety.rotate()

    @property
    def safety(self) -> SafetyCopy | None:
        """What this user's own folder keeps of the file; None for a plan that is thrown away."""
        from roadmap_tui.store.safety import SafetyCopy

        document_id = self.document.document_id
        if not self.is_throw_away and (self._safety is None or self._safety.document_id != document_id):
            self._safety = SafetyCopy(self.profile.state, document_id, self.path)
        return self._safety

    def refresh(self) -> bool:
        """Take in what others saved since; True where the plan changed or the file lost what we had saved."""
        before = self.unsaved
        return bool(self.document.refresh()) or self.unsaved > before


def _safe_states(path: Path, user: str, document_id: str) -> Iterable[bytes]:
    from roadmap_tui.store.safety import SafetyCopy
    from roadmap_tui.user.profile import load_profile

    return SafetyCopy(load_profile(user).state, document_id, path).states()


def _revision(profile: Profile, tail: str = "", not_before: int = 0) -> str:
    moment = max(int(time.time() * 1000), not_before)
    return revision(moment, handle(profile.actor), tail or os.urandom(4).hex())

"""Many hands on one plan: take copies in, show and settle differences, tell what happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap_tui.model.record import Record
from roadmap_tui.session import Session
from roadmap_tui.store.document import Document
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.loading import Loaded
from roadmap_tui.store.news import opening_notices

if TYPE_CHECKING:
    from roadmap_tui.store.history import Event
    from roadmap_tui.store.merging import Difference, Merged


def differences(session: Session) -> list[Difference]:
    """What waits for a decision: where people wrote different things without knowing of each other."""
    from roadmap_tui.store import merging

    return merging.differences(session.tables)


def decide(session: Session, record: Record, fields: Mapping[str, Any]) -> None:
    """Settle differences of a record with the values that a person chose. Raises UsageError."""
    from roadmap_tui.editing import edits

    session.commit(edits.decide(session.tables, record, fields))


def merge(
    session: Session, copies: Iterable[Path], *, preview: bool = False, backup: bool = True, separated: bool = False
) -> Merged:
    """Take copies of this plan in, all or none, after a backup of the file; with `preview` nothing changes.

    With `separated` also one that was made a plan of its own. Raises UsageError for another plan.
    """
    from roadmap_tui.store.backup import backup_folder, make_backup
    from roadmap_tui.store.merging import merge_files

    merged = merge_files(session.tables, copies, separated=separated)
    if not preview:
        session.check_writable()
    if merged.adds and not preview:
        if backup:
            folder = backup_folder(session.profile.state, session.document.document_id)
            make_backup(session.path, folder, "merge", datetime.now())
        session.document.join(merged.tables)
    return merged


def beside(session: Session, tables: Tables) -> Session:
    """Another state of the same plan, to look at only."""
    return Session(Document(session.path, Loaded(tables), b""), read_only=True, today=session.today)


def history(session: Session, record_id: int = 0, since: date | None = None) -> list[Event]:
    """Who changed what and when, newest first; of one record, and since the beginning of a day, where asked."""
    from roadmap_tui.store.history import events

    moment = int(datetime.combine(since, datetime.min.time()).timestamp() * 1000) if since else 0
    return events(session.tables, moment, record_id)


def notices(session: Session) -> list[str]:
    """What people should know about the file as it was opened."""
    return opening_notices(session.tables, session.document.outside, session.document.rescued)

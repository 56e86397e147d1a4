"""Putting findings of the check aside with a reason, and taking that back; both travel with the plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from roadmap_tui.editing import edits
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.cleaning import clean_line
from roadmap_tui.model.dismissal import Dismissal
from roadmap_tui.model.ids import derived_id
from roadmap_tui.planning.dismissals import Judged, judged

if TYPE_CHECKING:
    from roadmap_tui.planning.findings import Finding
    from roadmap_tui.session import Session
    from roadmap_tui.store.changes import Change

_MOST_MESSAGE = 160


def checked(session: Session) -> list[Judged]:
    """Every finding of the plan as it is now, dismissed ones included."""
    return judged(session.outlook, session.bad_values)


def dismiss(session: Session, findings: Iterable[Finding], reason: str) -> tuple[Change, ...]:
    """The changes that put these findings aside. Raises UsageError without findings or without a reason.

    A finding has one id in every copy of the plan, so that two people who dismiss it make one record.
    """
    words = clean_line(reason)
    found = list(findings)
    if not words:
        raise UsageError(_("Give the reason; later somebody will want to know."))
    if not found:
        raise UsageError(_("Choose a row first."))
    rows = [
        {
            "title": f"{each.number or _('Plan')}: {each.message}"[:_MOST_MESSAGE],
            "reason": words,
            "noted": session.today.isoformat(),
            "code": each.code,
            "about": each.id,
            "basis": each.basis,
        }
        for each in found
    ]
    document = session.document.document_id
    ids = [derived_id(document, Dismissal.TABLE, each.code, str(each.id), each.basis) for each in found]
    return edits.add_records(session.tables, Dismissal.TABLE, rows, ids)


def take_back(session: Session, dismissals: Sequence[Dismissal]) -> tuple[Change, ...]:
    """The changes that make dismissed findings count again."""
    return edits.delete(session.tables, dismissals)

"""When a record was last changed, and by whom: "laatst bijgewerkt" without anybody having to fill it in."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from roadmap_tui.store.revisions import seen_revisions, time_of

if TYPE_CHECKING:
    from roadmap_tui.exchange.beyond import Beyond
    from roadmap_tui.session import Session


def last_updated(session: Session, table: str, record_id: int) -> tuple[datetime, str] | None:
    """The moment of the newest change of a record in local time, and the name of who made it (empty if unknown)."""
    stored = session.stored(table, record_id)
    revisions = seen_revisions(stored) if stored else frozenset[str]()
    if not revisions:
        return None
    name, moment = session.author(max(revisions, key=time_of))
    return (moment, name) if moment is not None else None


def beyond_records(session: Session) -> Beyond:
    """What an export tells beside the records: when each was last updated, and the plans of projects as they are."""
    from roadmap_tui.exchange.beyond import Beyond
    from roadmap_tui.services.project_plans import live_plans

    def updated(table: str, record_id: int) -> date | None:
        found = last_updated(session, table, record_id)
        return found[0].date() if found else None

    return Beyond(updated, live_plans(session))

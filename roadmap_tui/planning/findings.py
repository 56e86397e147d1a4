"""What a check answers: something to look at, with the reason why it matters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from roadmap_tui.model.record import Record

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

R = TypeVar("R", bound=Record)


class Finding(msgspec.Struct, frozen=True):
    """Something to look at: a stable code, the record (id 0 for the plan as a whole), and two sentences."""

    code: str
    table: str
    id: int
    number: str
    message: str
    why: str


def about(code: str, record: Record, message: str, why: str) -> Finding:
    """A finding about one record."""
    return Finding(code, record.TABLE, record.id, record.number, message, why)


def all_of(outlook: Outlook, record_type: type[R]) -> Sequence[R]:
    """All records of one kind."""
    found: Sequence[Any] = outlook.records(record_type.TABLE)
    return found

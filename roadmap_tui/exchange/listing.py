"""Records as JSON for other programs: English field names, ISO dates, the id with its number and handle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from roadmap_tui.model.fields import Kind
from roadmap_tui.model.handles import handle
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.view.derived import derived

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook


def listed(record: Record, outlook: Outlook | None = None) -> dict[str, Any]:
    """One record in the shape of `roadmap list --json`, with under `derived` what follows from it."""
    shape: dict[str, Any] = {"id": record.id, "number": record.number, "handle": handle(record.id)}
    for name, field in fields_of(type(record)).items():
        if field.kind is not Kind.INTERNAL:
            shape[name] = msgspec.to_builtins(getattr(record, name))
    if outlook is not None and (values := derived(outlook, record)):
        shape["derived"] = values
    return shape

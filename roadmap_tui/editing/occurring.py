"""A risk that occurs: it becomes an issue in the log, and its corrective measures become actions there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Protocol

from roadmap_tui.editing import edits
from roadmap_tui.model.ids import derived_id, new_id
from roadmap_tui.model.risk import Measure, Risk
from roadmap_tui.model.steering import LogEntry
from roadmap_tui.store.changes import Change
from roadmap_tui.store.encoding import Tables

_CLOSED = ("done", "cancelled")
Row = tuple[str, int, dict[str, Any]]


class PlanState(Protocol):
    """The plan that changes are made to; a Session is one."""

    @property
    def tables(self) -> Tables: ...
    @property
    def today(self) -> date: ...


def completed(state: PlanState, changes: Sequence[Change]) -> Sequence[Change]:
    """`changes` with what follows where they make a risk occur; what the log holds already is not added again."""
    rows = [row for change in changes if _occurs(state, change) for row in _entries(state, change)]
    return (*changes, *edits.add_many(state.tables, rows)) if rows else changes


def _occurs(state: PlanState, change: Change) -> bool:
    if change.table != Risk.TABLE or change.action != "set" or change.fields.get("status") != "occurred":
        return False
    return bool(_stored(state, Risk.TABLE).get(change.id, {}).get("status") != "occurred")


def _stored(state: PlanState, table: str) -> dict[int, Any]:
    return dict(state.tables.get(table, {}))


def _entries(state: PlanState, change: Change) -> Iterator[Row]:
    """The issue, and an action for each corrective measure that is not done; none that is open in the log already."""
    risk = {**_stored(state, Risk.TABLE).get(change.id, {}), **change.fields}
    log = _stored(state, LogEntry.TABLE)
    known = {
        (entry.get("kind", "action"), entry.get("title"))
        for entry in log.values()
        if entry.get("risk") == change.id and entry.get("status") not in _CLOSED
    }
    common = {"risk": change.id, "noted": state.today.isoformat()}
    holder = risk.get("action_holder") or risk.get("owner")
    found: list[tuple[int, dict[str, Any]]] = []
    if risk.get("kind") != "opportunity" and not any(kind == "issue" for kind, _title in known):
        found.append((change.id, {"title": risk.get("title"), "kind": "issue", "owner": risk.get("owner")}))
    measures = sorted(_stored(state, Measure.TABLE).items(), key=lambda item: str(item[1].get("order", "")))
    for measure_id, measure in measures:
        if measure.get("risk") != change.id or measure.get("kind") != "corrective" or measure.get("status") == "done":
            continue
        if ("action", measure.get("title")) not in known:
            owner = measure.get("owner") or holder
            fields = {"title": measure.get("title"), "kind": "action", "owner": owner, "due": measure.get("due")}
            found.append((measure_id, fields))
    for source, fields in found:
        given = {name: value for name, value in fields.items() if value}
        yield LogEntry.TABLE, _entry_id(source, log), {**given, **common}


def _entry_id(source: int, log: dict[int, Any]) -> int:
    """The id that follows from the risk or measure, the same in every copy; a fresh one the second time round."""
    derived = derived_id("occurred", str(source))
    return new_id() if derived in log else derived

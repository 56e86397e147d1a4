"""An approved plan changes by a change request: what was agreed on, nothing that only tells how it goes.

Guarded are the goal and its criteria, the scope, the results, the fixed dates and the money that was granted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import msgspec

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import N_, _
from roadmap_tui.model.goal import Criterion
from roadmap_tui.model.governance import ChangeRequest
from roadmap_tui.model.milestone import Milestone
from roadmap_tui.model.plan import Plan
from roadmap_tui.model.record import Record
from roadmap_tui.model.scope import ScopeItem
from roadmap_tui.model.steering import BudgetLine
from roadmap_tui.store.changes import Change
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.revisions import heads

Records = Callable[[str], Sequence[Record]]
GUARDED: Final[Mapping[str, Mapping[str, str]]] = {
    Plan.TABLE: {"goal": "goal", "responsibility": "scope", "start": "dates", "go_live": "dates"},
    Criterion.TABLE: {"title": "goal", "target": "goal"},
    ScopeItem.TABLE: {"title": "scope", "side": "scope"},
    Milestone.TABLE: {"title": "results", "due": "dates", "offset": "dates"},
    BudgetLine.TABLE: {"granted": "money"},
}
_WHOLE: Final = {Criterion.TABLE: "goal", ScopeItem.TABLE: "scope", Milestone.TABLE: "results"}
"""What adding or removing a whole record changes."""
_WORDS: Final = {
    "goal": N_("the goal"),
    "scope": N_("the scope"),
    "results": N_("the results"),
    "dates": N_("a fixed date"),
    "money": N_("the budget that was granted"),
}


def check(records: Records, tables: Tables, changes: Iterable[Change]) -> None:
    """Raise UsageError where `changes` need a change request that was not granted."""
    plan = next((found for found in records(Plan.TABLE) if isinstance(found, Plan)), Plan())
    if plan.status != "approved":
        return
    opened: set[str] | None = None
    for change in changes:
        subject = _subject(records, tables, change)
        if not subject:
            continue
        opened = granted(records) if opened is None else opened
        if subject not in opened and "several" not in opened:
            raise UsageError(_refusal(subject))


def granted(records: Records) -> set[str]:
    """The parts of the plan that granted change requests open."""
    return {r.about for r in records(ChangeRequest.TABLE) if isinstance(r, ChangeRequest) and r.status == "granted"}


def _subject(records: Records, tables: Tables, change: Change) -> str:
    """What of an approved plan a change alters; empty where it is free."""
    guarded = GUARDED.get(change.table)
    if guarded is None:
        return ""
    record = next((found for found in records(change.table) if found.id == change.id), None)
    if change.action != "set" or record is None:
        whole = _WHOLE.get(change.table, "")
        return whole or ("money" if _brings_money(record, change) else "")
    if change.table == Milestone.TABLE and change.fields.get("status") == "cancelled":
        return "results"
    stored = tables.get(change.table, {}).get(change.id)
    for name, value in change.fields.items():
        undecided = stored is not None and len(heads(stored, name)) > 1
        if name in guarded and not undecided and _plain(getattr(record, name)) != _plain(value):
            return guarded[name]
    return ""


def _brings_money(record: Record | None, change: Change) -> bool:
    granted = getattr(record, "granted", None) if record is not None else change.fields.get("granted")
    return granted is not None


def _plain(value: Any) -> Any:
    """A value to compare by: empty in any form is the same."""
    return msgspec.to_builtins(value) or None


def _refusal(subject: str) -> str:
    return _(
        "This plan is approved, so {what} only changes with a change request that was granted. File one with its "
        "reason: on the screen Change requests (palette), or roadmap add PLAN change_requests title=... about={about} "
        "reason=...; put its status on granted once it is decided."
    ).format(what=_(_WORDS[subject]), about=subject)

"""What no change by a user may do to a plan, and what goes with a change; undo and joining are not stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.link import Link
from roadmap_tui.model.record import Record
from roadmap_tui.store.changes import Change

if TYPE_CHECKING:
    from roadmap_tui.editing.issuing import PlanState

Records = Callable[[str], Sequence[Record]]


def settled(state: PlanState, changes: Sequence[Change]) -> Sequence[Change]:
    """`changes` with what goes with them. Raises UsageError with the reason where they may not be made."""
    from roadmap_tui.editing import approval, issuing, occurring, rating

    check(state.records, changes)
    issuing.check(state.records, changes)
    approval.check(state.records, state.tables, changes)
    return occurring.completed(state, issuing.completed(state, rating.completed(state.records, changes)))


def check(records: Records, changes: Iterable[Change]) -> None:
    """Raise UsageError with the reason where `changes` may not be made to a plan with these records."""
    links = [change for change in changes if change.table == Link.TABLE]
    if any("source" in change.fields or "target" in change.fields for change in links):
        _no_loops(records, links)


def _no_loops(records: Records, changes: Sequence[Change]) -> None:
    """A link may not make an activity wait, in the end, for itself; loops that were there already stop nobody."""
    from roadmap_tui.planning.loops import loop_with, ordered
    from roadmap_tui.planning.passes import Dependency

    ends = {link.id: (link.source, link.target) for link in records(Link.TABLE) if isinstance(link, Link)}
    for change in changes:
        source, target = ends.pop(change.id, (None, None))
        if change.action != "delete":
            ends[change.id] = change.fields.get("source", source), change.fields.get("target", target)
    links = {number: Dependency(a, b) for number, (a, b) in ends.items() if a is not None and b is not None}
    ids = dict.fromkeys(end for link in links.values() for end in (link.source, link.target))
    if not ordered(list(ids), list(links.values()))[2]:
        return
    for changed in (links[change.id] for change in changes if change.id in links):
        others = (link for link in links.values() if link is not changed)
        if (loop := loop_with(others, changed.source, changed.target)) is not None:
            raise UsageError(_refusal(records, loop))


def _refusal(records: Records, loop: Sequence[int]) -> str:
    names = {record.id: record.number or record.title for record in records("activities")}
    first = names.get(loop[0], "?")
    if len(loop) == 2:
        return _("{activity} cannot wait for itself; choose another activity.").format(activity=first)
    return _(
        "This link would make activities wait for each other: {loop}. Remove another of these links first."
    ).format(loop=" > ".join(names.get(each, "?") for each in loop))

"""The order of the roadmap: urgency, complexity and logic, each item with a sentence that says why (document S2).

The score is urgency times its weight plus simplicity (the top of the scale minus complexity, plus one). Logic goes
before score: what an item comes after is there first, and takes over the score of what waits for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import msgspec

from roadmap_tui.i18n import _
from roadmap_tui.model.journeys import RoadmapItem
from roadmap_tui.model.plan import Plan
from roadmap_tui.planning.findings import all_of
from roadmap_tui.planning.loops import ordered

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_TOP: Final = 5
_NAMED: Final = 3


class After(msgspec.Struct, frozen=True):
    """One item that comes after another."""

    source: int
    target: int


class Ranked(msgspec.Struct, frozen=True):
    """An item in the order of the roadmap; a place of 0 means that it was not judged."""

    item: RoadmapItem
    place: int
    score: int | None
    lifted: int | None
    """The score it takes over from an item that waits for it; None where its own is higher."""
    why: str


class Ranking(msgspec.Struct, frozen=True):
    """All items in their order, and the loops in what comes after what."""

    items: tuple[Ranked, ...]
    loops: tuple[tuple[int, ...], ...]
    top: int


def scale_top(plan: Plan) -> int:
    """The top of the scale of urgency and complexity; it begins at 1."""
    return plan.priority_scale if plan.priority_scale is not None and 2 <= plan.priority_scale <= 10 else _TOP


def score_of(item: RoadmapItem, plan: Plan) -> int | None:
    """How early an item should come; None where urgency or complexity is missing or outside the scale."""
    judged = judgement(item, scale_top(plan))
    if judged is None:
        return None
    urgency, complexity = judged
    return urgency * (plan.urgency_weight or 1) + scale_top(plan) + 1 - complexity


def judgement(item: RoadmapItem, top: int) -> tuple[int, int] | None:
    """Urgency and complexity of an item; None where either is missing or outside the scale."""
    if item.urgency is None or item.complexity is None or not in_scale(item.urgency, top):
        return None
    return (item.urgency, item.complexity) if in_scale(item.complexity, top) else None


def in_scale(value: int, top: int) -> bool:
    """Whether a judgement lies on the scale."""
    return 1 <= value <= top


def ranking(outlook: Outlook) -> Ranking:
    """All roadmap items in the order in which they should come."""
    items = {item.id: item for item in all_of(outlook, RoadmapItem)}
    edges = [After(s, i.id) for i in items.values() for s in dict.fromkeys(i.after) if s in items and s != i.id]
    sorted_ids, kept, loops = ordered(list(items), edges)
    own = {i: score_of(item, outlook.plan) for i, item in items.items()}
    best, because = _lifted(sorted_ids, kept, own)
    order = _in_order(sorted_ids, kept, best)
    waits: dict[int, list[int]] = {}
    for edge in kept:
        waits.setdefault(edge.target, []).append(edge.source)
    judged = [i for i in order if best[i] is not None]
    places = {i: place for place, i in enumerate(judged, 1)}
    found = [
        Ranked(
            items[i],
            places.get(i, 0),
            own[i],
            best[i] if i in because else None,
            _why(items[i], outlook.plan, items.get(because.get(i, 0)), [items[s] for s in waits.get(i, ())]),
        )
        for i in [*judged, *(i for i in order if best[i] is None)]
    ]
    return Ranking(tuple(found), loops, scale_top(outlook.plan))


def _lifted(
    order: Sequence[int], edges: Sequence[After], own: Mapping[int, int | None]
) -> tuple[dict[int, int | None], dict[int, int]]:
    """Per item the highest score of itself and all that waits for it, and the other item that gave it, if any."""
    followers: dict[int, list[int]] = {}
    for edge in edges:
        followers.setdefault(edge.source, []).append(edge.target)
    best: dict[int, int | None] = dict(own)
    because: dict[int, int] = {}
    for i in reversed(order):
        for follower in followers.get(i, ()):
            score, mine = best[follower], best[i]
            if score is not None and (mine is None or score > mine):
                best[i], because[i] = score, because.get(follower, follower)
    return best, because


def _in_order(order: Sequence[int], edges: Sequence[After], best: Mapping[int, int | None]) -> list[int]:
    """The highest score first, but never before what it comes after; ties keep the order of the list."""
    waiting = dict.fromkeys(order, 0)
    followers: dict[int, list[int]] = {}
    for edge in edges:
        waiting[edge.target] += 1
        followers.setdefault(edge.source, []).append(edge.target)
    place = {i: index for index, i in enumerate(order)}
    ready = [i for i in order if not waiting[i]]
    found: list[int] = []
    while ready:
        ready.sort(key=lambda i: (-(best[i] or 0), place[i]))
        here = ready.pop(0)
        found.append(here)
        for follower in followers.get(here, ()):
            waiting[follower] -= 1
            if not waiting[follower]:
                ready.append(follower)
    return found


def _why(item: RoadmapItem, plan: Plan, for_whom: RoadmapItem | None, first: Sequence[RoadmapItem]) -> str:
    sentences = [_judged(item, scale_top(plan))]
    if for_whom is not None:
        sentences.append(_("It comes early because {item} waits for it.").format(item=for_whom.number))
    if first:
        names = ", ".join(each.number for each in first[:_NAMED])
        more = f" (+{len(first) - _NAMED})" if len(first) > _NAMED else ""
        sentences.append(_("It comes after {items}.").format(items=names + more))
    return " ".join(sentences)


def _judged(item: RoadmapItem, top: int) -> str:
    judged = judgement(item, top)
    if judged is None:
        return _("Urgency and complexity must both be judged, from 1 to {top}.").format(top=top)
    urgency, complexity = judged
    middle = (top + 1) / 2
    urgent = _("urgent") if urgency > middle else _("not urgent") if urgency < middle else _("fairly urgent")
    hard = _("complex") if complexity > middle else _("simple") if complexity < middle else _("fairly complex")
    opposed = min(urgency, complexity) > middle or max(urgency, complexity) < middle
    joined = (
        _("{urgent} ({urgency}) but {complex} ({complexity}).")
        if opposed
        else _("{urgent} ({urgency}) and {complex} ({complexity}).")
    )
    words = joined.format(urgent=urgent, urgency=urgency, complex=hard, complexity=complexity)
    return words[:1].upper() + words[1:]

"""The same subject in the same period in several plans, without comparing everything with everything.

Texts about exactly the same are one kind; only kinds that share enough words, found through an index, are compared,
and of their items only those whose days meet.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

import msgspec

from roadmap_tui.planning.joint.periods import Span, hull, shared_period
from roadmap_tui.planning.joint.similarity import LIKELY, SHARED, nearness, neighbours, shared, subject_of, sure_of

_FEW: Final = 24
"""Up to so many items the shared period is worked out day by day; beyond that it is from first to last."""
Kind = frozenset[str]


class Item(NamedTuple):
    """Something in a plan: which plan (its place), what it is called, and its days; none where days do not count."""

    plan: int
    text: str
    span: Span | None
    key: int


class Group(msgspec.Struct, frozen=True):
    """Items of at least two plans that are about the same: how sure that is, and when at least two are at it."""

    subject: str
    items: tuple[Item, ...]
    confidence: float
    start: date | None
    end: date | None

    @property
    def plans(self) -> tuple[int, ...]:
        """The places of the plans, in their own order."""
        return tuple(sorted({item.plan for item in self.items}))


def groups(items: Sequence[Item], *, timed: bool = True) -> list[Group]:
    """The subjects that several plans share; `timed` where their days must meet. Every item is in one group at most.

    The most central kind of text makes the first group: the one that most plans, and then most kinds, resemble.
    """
    pools: dict[Kind, _Pool] = {}
    for item in items:
        if subject_of(item.text).text and (item.span is not None or not timed):
            pools.setdefault(subject_of(item.text).kind, _Pool()).items.append(item)
    for pool in pools.values():
        pool.settle()
    alike = _alike(pools)
    taken: set[int] = set()
    found = []
    for kind in _central(pools, alike):
        others = [(pools[each], share) for each, share in alike[kind].items()]
        for centre in pools[kind].items:
            if centre.key in taken:
                continue
            company = _company(centre, others, taken, timed)
            if len({item.plan for item, _sure in company}) > 1:
                found.append(_made(centre, company, timed))
                taken.update(item.key for item, _sure in company)
    return sorted(found, key=lambda g: (g.start or date.min, -len(g.plans), -g.confidence, g.subject))


class _Pool:
    """The items of one kind of text, in the order of their first day."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.plans: frozenset[int] = frozenset()
        self._starts: list[int] = []
        self._longest = 0

    def settle(self) -> None:
        """Sort, once all items are there."""
        self.items.sort(key=lambda item: (item.span or (date.min, date.min), item.plan, item.key))
        self.plans = frozenset(item.plan for item in self.items)
        spans = [item.span or (date.min, date.min) for item in self.items]
        self._starts = [first.toordinal() for first, _last in spans]
        self._longest = max((last - first).days for first, last in spans)

    def meeting(self, span: Span) -> Iterable[Item]:
        """The items whose days meet `span`."""
        first, last = span
        left = bisect_left(self._starts, first.toordinal() - self._longest)
        for item in self.items[left : bisect_right(self._starts, last.toordinal())]:
            if item.span is not None and item.span[1] >= first:
                yield item


def _alike(kinds: Iterable[Kind]) -> dict[Kind, dict[Kind, float]]:
    """For every kind of text the kinds about the same, itself included, with how much they share."""
    found: dict[Kind, dict[Kind, float]] = {}
    words = {word for kind in kinds for word in kind}
    near = neighbours(words)
    holders: dict[str, list[Kind]] = {}
    for kind in kinds:
        found[kind] = {kind: 1.0}
        counts: dict[Kind, float] = {}
        for word in kind:
            for other in holders.get(word, ()):
                counts[other] = counts.get(other, 0.0) + 1.0
            for each in near.get(word, ()):
                for other in holders.get(each, ()):
                    counts[other] = counts.get(other, 0.0) + nearness(word, each)
            holders.setdefault(word, []).append(kind)
        for other, count in counts.items():
            if 2 * count >= SHARED * (len(kind) + len(other)) and (share := shared(kind, other)) >= SHARED:
                found[kind][other] = found[other][kind] = share
    return found


def _central(pools: Mapping[Kind, _Pool], alike: Mapping[Kind, Mapping[Kind, float]]) -> list[Kind]:
    """The kinds that at least two plans have, alone or with others; those that most plans resemble come first."""
    reach = {kind: len(frozenset().union(*(pools[other].plans for other in alike[kind]))) for kind in pools}

    def rank(kind: Kind) -> tuple[int, float, int, str]:
        return -reach[kind], -sum(alike[kind].values()), len(kind), " ".join(sorted(kind))

    return sorted((kind for kind in pools if reach[kind] > 1), key=rank)


def _company(
    centre: Item, others: Sequence[tuple[_Pool, float]], taken: set[int], timed: bool
) -> list[tuple[Item, float]]:
    """The free items that resemble `centre`, itself included, with how sure that is.

    In time they meet the centre, or one that does: who is at it in May learns from who goes on in June.
    """
    if not timed or centre.span is None:
        return _alike_items(centre, others, taken, None)
    first = _alike_items(centre, others, taken, centre.span)
    return _alike_items(centre, others, taken, hull(item.span for item, _sure in first if item.span is not None))


def _alike_items(
    centre: Item, others: Sequence[tuple[_Pool, float]], taken: set[int], span: Span | None
) -> list[tuple[Item, float]]:
    """The free items that resemble `centre` and whose days meet `span`, where there is one."""
    about = subject_of(centre.text)
    found = []
    for pool, share in others:
        for item in pool.items if span is None else pool.meeting(span):
            if item.key in taken:
                continue
            sure = sure_of(about, subject_of(item.text), share)
            if sure >= LIKELY:
                found.append((item, sure))
    return found


def _made(centre: Item, company: Sequence[tuple[Item, float]], timed: bool) -> Group:
    ordered = sorted(company, key=lambda pair: (pair[0].plan, pair[0].span or (date.min, date.min), pair[0].key))
    items = tuple(item for item, _sure in ordered)
    best: dict[int, float] = {}
    for item, sure in ordered:
        if item.plan != centre.plan:
            best[item.plan] = max(sure, best.get(item.plan, 0.0))
    period = _period(items) if timed else None
    confidence = round(sum(best.values()) / len(best), 2)
    return Group(centre.text, items, confidence, *(period or (None, None)))


def _period(items: Sequence[Item]) -> Span | None:
    by_plan: dict[int, list[Span]] = {}
    for item in items:
        if item.span is not None:
            by_plan.setdefault(item.plan, []).append(item.span)
    if sum(map(len, by_plan.values())) <= _FEW:
        return shared_period(list(by_plan.values()))
    return hull(span for spans in by_plan.values() for span in spans)

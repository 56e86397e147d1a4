"""Putting linked things in order, and naming the loops that make that impossible."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import Protocol, TypeVar

MOST_LOOPS = 50  # loops that are reported; what closes any further one is left out silently
Loop = tuple[int, ...]


class Edge(Protocol):
    """Anything that leads from one id to another."""

    @property
    def source(self) -> int:
        """Where it comes from."""

    @property
    def target(self) -> int:
        """Where it leads to."""


E = TypeVar("E", bound=Edge)


def ordered(ids: Sequence[int], edges: list[E]) -> tuple[list[int], list[E], tuple[Loop, ...]]:
    """The ids with every source before its targets, the edges without those that close a loop, and the loops.

    A loop runs in the direction of its edges and starts and ends with the same id.
    """
    try:
        return _sorted(ids, edges), edges, ()
    except CycleError:
        kept, loops = _without_loops(ids, edges)
        return _sorted(ids, kept), kept, tuple(loops)


def _sorted(ids: Iterable[int], edges: Iterable[E]) -> list[int]:
    sources: dict[int, list[int]] = {each: [] for each in ids}
    for edge in edges:
        sources[edge.target].append(edge.source)
    return list(TopologicalSorter(sources).static_order())


def targets_of(edges: Iterable[E]) -> dict[int, list[E]]:
    """The edges by the id they come from."""
    found: dict[int, list[E]] = {}
    for edge in edges:
        found.setdefault(edge.source, []).append(edge)
    return found


def _without_loops(ids: Iterable[int], edges: Iterable[E]) -> tuple[list[E], list[Loop]]:
    """Walk along all edges, leaving out each one that leads back onto the path walked so far."""
    outgoing, kept = targets_of(edges), list[E]()
    loops: list[Loop] = []
    finished: set[int] = set()
    for first in ids:
        if first in finished:
            continue
        path: dict[int, Iterator[E]] = {first: iter(outgoing.get(first, ()))}
        while path:
            here = next(reversed(path))
            edge = next(path[here], None)
            if edge is None:
                finished.add(here)
                del path[here]
            elif edge.target in path:
                if len(loops) < MOST_LOOPS:
                    loops.append(_tail(path, edge.target))
            else:
                kept.append(edge)
                if edge.target not in finished:
                    path[edge.target] = iter(outgoing.get(edge.target, ()))
    return kept, list(dict.fromkeys(loops))


def _tail(path: Mapping[int, object], start: int) -> Loop:
    walked = list(path)
    return (*walked[walked.index(start) :], start)


def loop_with(edges: Iterable[Edge], source: int, target: int) -> list[int] | None:
    """The loop that an edge from `source` to `target` would close, starting and ending with `source`; None without one.

    The shortest loop is given. An edge from something to itself is a loop too.
    """
    if source == target:
        return [source, source]
    outgoing = targets_of(edges)
    came_from: dict[int, int] = {target: source}
    waiting = deque([target])
    while waiting:
        here = waiting.popleft()
        for edge in outgoing.get(here, ()):
            if edge.target == source:
                return [source, *_way_to(here, came_from, source), source]
            if edge.target not in came_from:
                came_from[edge.target] = here
                waiting.append(edge.target)
    return None


def _way_to(last: int, came_from: Mapping[int, int], start: int) -> list[int]:
    way = [last]
    while came_from[way[-1]] != start:
        way.append(came_from[way[-1]])
    return way[::-1]

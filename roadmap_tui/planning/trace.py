"""Walking from a roadmap item back to the bottleneck it solves, and from a bottleneck on to what solves it.

Every record names what it comes from: an activity its roadmap item, fit/gap or bottlenecks, an item its consequences,
a consequence its step, a step its journey and the bottlenecks it takes away, a journey and a bottleneck their persona
(document S2).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal
from weakref import WeakKeyDictionary

import msgspec

from roadmap_tui.model.activity import Activity
from roadmap_tui.model.journey_map import Component, FitGap, MapMilestone
from roadmap_tui.model.journeys import Bottleneck, Consequence, Journey, JourneyStep, Persona, RoadmapItem
from roadmap_tui.model.record import Record

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

_COMES_FROM: Final[tuple[tuple[str, str, str], ...]] = (
    (RoadmapItem.TABLE, "consequences", Consequence.TABLE),
    (Consequence.TABLE, "step", JourneyStep.TABLE),
    (Consequence.TABLE, "bottlenecks", Bottleneck.TABLE),
    (JourneyStep.TABLE, "journey", Journey.TABLE),
    (JourneyStep.TABLE, "bottlenecks", Bottleneck.TABLE),
    (Journey.TABLE, "persona", Persona.TABLE),
    (Bottleneck.TABLE, "persona", Persona.TABLE),
    (FitGap.TABLE, "bottlenecks", Bottleneck.TABLE),
    (FitGap.TABLE, "milestone", MapMilestone.TABLE),
    (Activity.TABLE, "bottlenecks", Bottleneck.TABLE),
    (Component.TABLE, "milestone", MapMilestone.TABLE),
)
"""(table, field, table that the field names): the record comes from what the field names."""
_BECAME: Final = (RoadmapItem.TABLE, FitGap.TABLE, Component.TABLE)
"""Records whose field `activity` names the work that they became."""
TRACED: Final = (
    Persona.TABLE, Bottleneck.TABLE, Journey.TABLE, JourneyStep.TABLE, Consequence.TABLE, MapMilestone.TABLE,
    Component.TABLE, FitGap.TABLE, RoadmapItem.TABLE, Activity.TABLE,
)  # fmt: skip
"""The tables of a trace, from where it begins to where it ends."""
Ends = Literal["planned", "begun", "nothing"]
Records = Callable[[str], Sequence[Record]]


class Found(msgspec.Struct, frozen=True):
    """A record on a trace, and how many steps it lies from where the walk began."""

    record: Record
    depth: int


class Trace:
    """What comes from what, in one state of a plan."""

    def __init__(self, records: Records) -> None:
        self._records: dict[int, Record] = {record.id: record for table in TRACED for record in records(table)}
        self._ideal = {each.id for each in records(Journey.TABLE) if getattr(each, "state", "") != "current"}
        self._sources: dict[int, list[int]] = {}
        self._results: dict[int, list[int]] = {}
        for table, field, target in _COMES_FROM:
            for record in records(table):
                self._connect(record.id, _ids(getattr(record, field)), target)
        for table in _BECAME:
            for record in records(table):
                for activity in _ids(record.activity):  # type: ignore[attr-defined]
                    if self._is(activity, Activity.TABLE):
                        self._link(activity, record.id)

    def _connect(self, result: int, sources: Iterable[int], table: str) -> None:
        for source in sources:
            if self._is(source, table):
                self._link(result, source)

    def _is(self, record_id: int, table: str) -> bool:
        found = self._records.get(record_id)
        return found is not None and table == found.TABLE

    def _link(self, result: int, source: int) -> None:
        if source not in self._sources.setdefault(result, []):
            self._sources[result].append(source)
            self._results.setdefault(source, []).append(result)

    def record(self, record_id: int) -> Record | None:
        """A record that takes part in traces."""
        return self._records.get(record_id)

    def back(self, record_id: int) -> list[Found]:
        """Everything that a record comes from, each once, every branch followed to its end before the next."""
        return self._walk(record_id, self._sources)

    def forward(self, record_id: int) -> list[Found]:
        """Everything that comes from a record, each once, every branch followed to its end before the next."""
        return self._walk(record_id, self._results)

    def _walk(self, start: int, links: Mapping[int, Sequence[int]]) -> list[Found]:
        found: dict[int, Found] = {}
        waiting = [(each, 1) for each in reversed(links.get(start, ()))]
        while waiting:
            record_id, depth = waiting.pop()
            if record_id in found or record_id == start:
                continue
            found[record_id] = Found(self._records[record_id], depth)
            waiting += [(each, depth + 1) for each in reversed(links.get(record_id, ()))]
        return list(found.values())

    def ends(self, bottleneck: Bottleneck) -> Ends:
        """Whether something planned solves a bottleneck, only something thought of, or nothing at all."""
        results = [found.record for found in self.forward(bottleneck.id)]
        if any(isinstance(record, RoadmapItem | Activity) for record in results):
            return "planned"
        begun = any(
            isinstance(record, Consequence | FitGap)
            or (isinstance(record, JourneyStep) and record.journey in self._ideal)
            for record in results
        )
        return "begun" if begun else "nothing"

    def is_rooted(self, record: Record) -> bool:
        """Whether a record goes back to a bottleneck."""
        return any(isinstance(found.record, Bottleneck) for found in self.back(record.id))


_known: WeakKeyDictionary[Outlook, Trace] = WeakKeyDictionary()


def trace_of(outlook: Outlook) -> Trace:
    """The trace of a plan, made once for each state of it."""
    found = _known.get(outlook)
    if found is None:
        found = _known[outlook] = Trace(outlook.records)
    return found


def _ids(value: Any) -> tuple[int, ...]:
    if isinstance(value, tuple | list):
        return tuple(each for each in value if isinstance(each, int))
    return (value,) if isinstance(value, int) else ()

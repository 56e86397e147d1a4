"""Turning what was thought of into work: roadmap items, gaps, components and wishes become activities, linked back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from roadmap_tui.editing import edits
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.ids import new_id
from roadmap_tui.model.joint import Observation, Requirement
from roadmap_tui.model.journey_map import Component, FitGap, Layer
from roadmap_tui.model.journeys import PHASE, STANDARD_LANES, Lane, RoadmapItem
from roadmap_tui.model.link import Link
from roadmap_tui.model.record import Record
from roadmap_tui.store.changes import Change
from roadmap_tui.store.encoding import Tables

GROWING = frozenset({table.TABLE for table in (RoadmapItem, FitGap, Component, Observation, Requirement)})
"""The tables whose records can become activities."""


def to_activities(tables: Tables, records: Sequence[Record], titles: Mapping[int, str]) -> tuple[Change, ...]:
    """An activity for each record that has none yet, and what comes after what as links between them.

    `titles` names layers by their ids. One group of changes, so that it is one step to undo. Raises UsageError where
    no record can become an activity.
    """
    alive = tables.get(Activity.TABLE, {})
    chosen = [r for r in records if r.TABLE in GROWING and getattr(r, "activity", None) not in alive]
    if not chosen:
        raise UsageError(_("These are activities already, or cannot become one."))
    ids = {record.id: new_id() for record in chosen}
    rows = [_activity(record, titles) for record in chosen]
    added = edits.add_records(tables, Activity.TABLE, rows, list(ids.values()))
    back = [change for record in chosen for change in edits.set_fields(record, {"activity": ids[record.id]})]
    links = [
        {"source": source, "target": ids[record.id], "kind": "FS"}
        for record in chosen
        if isinstance(record, RoadmapItem)
        for each in dict.fromkeys(record.after)
        if (source := ids.get(each) or _activity_of(tables, each)) is not None and each != record.id
    ]
    return (*added, *back, *(edits.add_records(tables, Link.TABLE, links) if links else ()))


def layer_titles(records: Callable[[str], Sequence[Record]]) -> dict[int, str]:
    """What the layers of the journey map are called, by their ids."""
    return {layer.id: " ".join(layer.title.split()) for layer in records(Layer.TABLE)}


def _activity_of(tables: Tables, item_id: int) -> int | None:
    found = tables.get(RoadmapItem.TABLE, {}).get(item_id, {}).get("activity")
    return found if isinstance(found, int) and found in tables.get(Activity.TABLE, {}) else None


def _activity(record: Record, titles: Mapping[int, str]) -> dict[str, Any]:
    if isinstance(record, RoadmapItem):
        phase = next((_(choice.label) for choice in PHASE if choice.code == record.phase), "")
        found = {"title": record.title, "lead": record.owner, "when": record.when, "phase": phase}
        found["description"] = record.explanation
    elif isinstance(record, FitGap):
        found = {"title": record.todo.strip() or record.title, "lead": record.owner, "result": record.wanted}
        found |= {"description": record.now, "layer": titles.get(record.layer or 0, "")}
    elif isinstance(record, Observation | Requirement):
        found = {"title": record.title, "description": record.remarks}
    else:
        assert isinstance(record, Component)
        found = {"title": record.title, "lead": record.owner, "layer": titles.get(record.layer or 0, "")}
    return {name: value for name, value in found.items() if value.strip()}


def standard_lanes(tables: Tables) -> tuple[Change, ...]:
    """The usual lanes of a blueprint, for a plan that has none. Raises UsageError where there are lanes."""
    if tables.get(Lane.TABLE):
        raise UsageError(_("The blueprint has lanes already."))
    rows = [{"title": _(title), "question": _(question)} for title, question in STANDARD_LANES]
    return edits.add_records(tables, Lane.TABLE, rows)

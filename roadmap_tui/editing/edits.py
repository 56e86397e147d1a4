"""What user actions do to records: each answers the changes to make, or raises UsageError with the reason why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Kind
from roadmap_tui.model.handles import next_number
from roadmap_tui.model.ids import new_id
from roadmap_tui.model.ordering import between, place_of, sequence
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.model.registry import TABLES
from roadmap_tui.store import merging, undo
from roadmap_tui.store.changes import Change
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.header import BIN
from roadmap_tui.store.placing import find_stored
from roadmap_tui.store.revisions import (
    DELETION,
    RESERVED,
    Stored,
    heads,
    is_adopted,
    is_deleted,
    is_emptied,
    outside_revision,
)

_LEAVING: Mapping[str, str] = {"on_hold": "active", "occurred": "closed"}


def _numbers(tables: Tables, table: str) -> Iterable[str]:
    for record in list(tables.get(table, {}).values()):
        yield str(record.get("number", ""))
    for binned in list(tables.get(BIN, {}).values()):
        if binned.get("table") == table:
            yield str(binned.get("record", {}).get("number", ""))


def _orders(tables: Tables, table: str) -> list[str]:
    found = (record.get("order") for record in tables.get(table, {}).values())
    return [order for order in found if isinstance(order, str)]


def _last_order(tables: Tables, table: str) -> str:
    return next(filter(None, map(place_of, sorted(_orders(tables, table), reverse=True))), "")


def add_records(
    tables: Tables, table: str, rows: Sequence[Mapping[str, Any]], ids: Sequence[int] | None = None
) -> tuple[Change, ...]:
    """New records at the end of their table, numbered after the highest number ever used.

    A record whose id is in the bin comes back under its old number.
    """
    prefix = TABLES[table].PREFIX
    following = int(next_number(prefix, _numbers(tables, table))[len(prefix) :]) if prefix else 0
    places = sequence(len(rows), _last_order(tables, table))
    changes = []
    for index, row in enumerate(rows):
        record_id = ids[index] if ids else new_id()
        fields = {"order": places[index], **row}
        if record_id in tables.get(BIN, {}):
            changes.append(Change(table, record_id, action="restore"))
        elif prefix:
            fields = {"number": f"{prefix}{following}", **fields}
            following += 1
        changes.append(Change(table, record_id, fields))
    return tuple(changes)


def missing_numbers(tables: Tables) -> Iterator[tuple[str, Change]]:
    """A number for each record that something else added without one, with the revision to write it under.

    Everybody who comes to the same number writes the same revision, so that copies agree.
    """
    for table, record_type in TABLES.items():
        prefix = record_type.PREFIX
        bare = [] if not prefix else [key for key, row in list(tables.get(table, {}).items()) if _lacks_number(row)]
        used = list(_numbers(tables, table)) if bare else []
        for record_id in sorted(bare):
            used.append(next_number(prefix, used))
            yield outside_revision(table, record_id, used[-1]), Change(table, record_id, {"number": used[-1]})


def _lacks_number(row: Stored) -> bool:
    return "number" not in row and is_adopted(row) and not heads(row, "number")


def add_many(tables: Tables, rows: Iterable[tuple[str, int, Mapping[str, Any]]]) -> tuple[Change, ...]:
    """New records of several tables, each given as (table, id, fields), in the order they come."""
    by_table: dict[str, list[tuple[int, Mapping[str, Any]]]] = {}
    for table, record_id, fields in rows:
        by_table.setdefault(table, []).append((record_id, fields))
    return tuple(
        change
        for table, found in by_table.items()
        for change in add_records(tables, table, [fields for _id, fields in found], [i for i, _fields in found])
    )


def add_after(tables: Tables, neighbour: Record, fields: Mapping[str, Any]) -> tuple[Change, ...]:
    """One new record directly below `neighbour`."""
    (change,) = add_records(tables, neighbour.TABLE, [fields])
    behind = sorted(order for order in _orders(tables, neighbour.TABLE) if order > neighbour.order)
    place = between(neighbour.order, next(filter(None, map(place_of, behind)), ""))
    return (Change(change.table, change.id, {**change.fields, "order": place}),)


def set_fields(record: Record, fields: Mapping[str, Any], seen: frozenset[str] | None = None) -> tuple[Change, ...]:
    """New values for some fields of one record."""
    return (Change(record.TABLE, record.id, dict(fields), seen),)


def duplicate(tables: Tables, records: Sequence[Record]) -> tuple[Change, ...]:
    """A copy of each record directly below it, with what belongs to it; copies start their life as not started."""
    if not records:
        raise UsageError(_("Choose a row first."))
    changes: list[Change] = []
    for record in records:
        stored = _own_fields(tables, record.TABLE, record.id)
        stored.pop("origin", None)
        title = _("{title} (copy)").format(title=stored.get("title", ""))
        (copy,) = add_after(tables, record, {**stored, "title": title})
        changes.append(_renumbered(copy, changes))
        for child_type, field in _owned_by(record.TABLE):
            rows = [
                {**_own_fields(tables, child_type.TABLE, child_id), field: copy.id}
                for child_id, child in tables.get(child_type.TABLE, {}).items()
                if child.get(field) == record.id
            ]
            changes.extend(_renumbered(change, changes) for change in add_records(tables, child_type.TABLE, rows))
    return tuple(changes)


def _own_fields(tables: Tables, table: str, record_id: int) -> dict[str, Any]:
    stored = tables[table][record_id]
    return {name: value for name, value in stored.items() if name not in (RESERVED, "number", "order")}


def _renumbered(change: Change, before: Iterable[Change]) -> Change:
    """`change` with a number that none of the changes before it took."""
    prefix = TABLES[change.table].PREFIX
    taken = [
        str(other.fields["number"]) for other in before if other.table == change.table and "number" in other.fields
    ]
    if change.fields.get("number") not in taken:
        return change
    return Change(change.table, change.id, {**change.fields, "number": next_number(prefix, taken)})


def _owned_by(table: str) -> list[tuple[type[Record], str]]:
    """The record types that cannot exist without a record of `table`, with the field that points to it."""
    return [pair for pair in _pointing_to(table) if fields_of(pair[0])[pair[1]].required]


def _pointing_to(table: str, kind: Kind = Kind.REF) -> list[tuple[type[Record], str]]:
    return [
        (record_type, field.name)
        for record_type in TABLES.values()
        for field in fields_of(record_type).values()
        if field.kind is kind and field.target == table
    ]


def delete(tables: Tables, records: Sequence[Record]) -> tuple[Change, ...]:
    """Records to the bin with what belongs to them; other records stop pointing to them."""
    if not records:
        raise UsageError(_("Choose a row first."))
    if any(record.TABLE == "plan" for record in records):
        raise UsageError(_("The plan itself cannot be removed; remove the file instead."))
    changes: dict[int, Change] = {}
    for record in records:
        changes[record.id] = Change(record.TABLE, record.id, action="delete")
        owned = _owned_by(record.TABLE)
        for other_type, field in _pointing_to(record.TABLE):
            for other_id, other in tables.get(other_type.TABLE, {}).items():
                if other.get(field) == record.id and other_id not in changes:
                    belongs = (other_type, field) in owned
                    changes[other_id] = Change(
                        other_type.TABLE,
                        other_id,
                        {} if belongs else {field: None},
                        action="delete" if belongs else "set",
                    )
    for change in _fewer(tables, records):
        before = changes.get(change.id, change)
        if before.action == "set":
            changes[change.id] = Change(change.table, change.id, {**before.fields, **change.fields})
    return tuple(changes.values())


def _fewer(tables: Tables, records: Sequence[Record]) -> Iterator[Change]:
    """Other records without these among the several that they point to."""
    gone = {record.id for record in records}
    pointing = dict.fromkeys(pair for record in records for pair in _pointing_to(record.TABLE, Kind.REFS))
    for other_type, field in pointing:
        for other_id, other in tables.get(other_type.TABLE, {}).items():
            before = other.get(field)
            if isinstance(before, list) and not gone.isdisjoint(each for each in before if isinstance(each, int)):
                yield Change(other_type.TABLE, other_id, {field: [each for each in before if each not in gone] or None})


def owned_count(tables: Tables, records: Sequence[Record]) -> int:
    """How many other records a deletion takes along."""
    chosen = {record.id for record in records}
    return sum(1 for change in delete(tables, records) if change.action == "delete" and change.id not in chosen)


def move(shown: Sequence[Record], record: Record, step: int) -> tuple[Change, ...]:
    """`record` one place up (-1) or down (+1) among the records as they are listed."""
    index = next((i for i, other in enumerate(shown) if other.id == record.id), None)
    target = -1 if index is None else index + step
    if index is None or not 0 <= target < len(shown):
        raise UsageError(_("This row cannot move further."))
    low, high = (target - 1, target) if step < 0 else (target, target + 1)
    before = shown[low].order if low >= 0 else ""
    after = shown[high].order if high < len(shown) else ""
    if after and before >= after:
        raise UsageError(_("Rows can only be moved in their own order; clear the sorting first."))
    return set_fields(record, {"order": between(before, after)})


def advance(records: Sequence[Record]) -> tuple[Change, ...]:
    """Tick off, or move the status one step on."""
    if not records:
        raise UsageError(_("Choose a row first."))
    steps = records[0].STEPS
    if not steps:
        raise UsageError(_("There is nothing to tick off here."))
    target = _following(records[0], steps)
    return tuple(change for record in records for change in set_fields(record, {"status": target}))


def _following(record: Record, steps: Sequence[str]) -> str:
    """The next status; a status outside the circle, such as on hold, goes back to work where there is such a step."""
    status = getattr(record, "status", "")
    if status in steps:
        return steps[(steps.index(status) + 1) % len(steps)]
    return _LEAVING.get(status, steps[0])


def finish(record: Record) -> tuple[Change, ...]:
    """The record done: what `roadmap done` does."""
    if not record.FINISHED:
        raise UsageError(_("{kind} cannot be marked as done.").format(kind=_(record.LABEL)))
    return set_fields(record, {"status": record.FINISHED})


def decide(tables: Tables, record: Record, fields: Mapping[str, Any]) -> tuple[Change, ...]:
    """The changes that settle differences of a record with the values a person chose. Raises UsageError.

    Removing takes along what belongs to the record; keeping it brings back all that went with it.
    """
    changes = merging.decide(tables, record.TABLE, record.id, fields)
    if merging.REMOVED not in fields:
        return changes
    if fields[merging.REMOVED]:
        return tuple(change for change in changes if change.action == "set") + delete(tables, [record])
    stored = find_stored(tables, record.TABLE, record.id) or {}
    found = (undo.inverse(tables, rev) for rev, value in heads(stored, DELETION).items() if value is not None)
    return changes + tuple(_without_asking(change) for each in found for change in each.changes)


def _without_asking(change: Change) -> Change:
    """What brings a record back for good, also where taking its removal back would ask about it again."""
    return Change(change.table, change.id, action="restore") if DELETION in change.asks else change


def _points_to(value: Any, record_id: int) -> bool:
    return record_id in value if isinstance(value, list) else value == record_id


def bring_back(tables: Tables, places: Iterable[tuple[str, int]]) -> tuple[Change, ...]:
    """Removed records, as (table, id), out of the bin with what belonged to them; others point to them again."""
    changes: dict[int, Change] = {}
    for table, record_id in places:
        stored = find_stored(tables, table, record_id)
        if stored is None or not is_deleted(stored) or is_emptied(stored):
            raise UsageError(_("This record is not in the bin any more."))
        changes[record_id] = Change(table, record_id, action="restore")
        owned = {(kind.TABLE, field) for kind, field in _owned_by(table)}
        for change in undo.inverse(tables, max(heads(stored, DELETION))).changes:
            other = find_stored(tables, change.table, change.id) or {}
            belongs = any(kind == change.table and other.get(field) == record_id for kind, field in owned)
            pointed = change.action == "set" and all(_points_to(value, record_id) for value in change.fields.values())
            if belongs or pointed:
                changes.setdefault(change.id, _without_asking(change))
    return tuple(changes.values())

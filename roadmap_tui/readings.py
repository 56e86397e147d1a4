"""Stored records as typed ones: each read once, and again only when it changed."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from roadmap_tui.model.reading import BadValue, read_record
from roadmap_tui.model.record import Record
from roadmap_tui.model.registry import TABLES
from roadmap_tui.store.numbers import tell_apart
from roadmap_tui.store.revisions import Stored


class Readings:
    """The typed records of one plan, remembered per table until the plan changes."""

    def __init__(self) -> None:
        self.bad_values: list[BadValue] = []
        self._read: dict[str, dict[int, tuple[Stored, Record]]] = {}
        self._sorted: dict[str, tuple[int, tuple[Record, ...]]] = {}

    def all(self, table: str, stored: Mapping[int, Stored], generation: int) -> tuple[Record, ...]:
        """The records of a table in their own order, as `stored` holds them in `generation` of the plan."""
        known = self._sorted.get(table)
        if known is not None and known[0] == generation:
            return known[1]
        found = self._with_few_changes(table, stored, known[1]) if known is not None else None
        if found is None:
            found = tuple(
                sorted((record for _s, record in self._renewed(table, stored)), key=lambda r: (r.order, r.id))
            )
        self._sorted[table] = (generation, found)
        return found

    def _with_few_changes(
        self, table: str, stored: Mapping[int, Stored], known: tuple[Record, ...]
    ) -> tuple[Record, ...] | None:
        """`known` with the records that changed since; None where any came, went, moved or got another number."""
        before = self._read[table]
        if len(stored) != len(before):
            return None
        changed = {i: fields for i, fields in stored.items() if i not in before or before[i][0] is not fields}
        for record_id, fields in changed.items():
            was = before.get(record_id, ({}, None))[0]
            if not was or any(was.get(name) != fields.get(name) for name in ("order", "number")):
                return None
        self.bad_values = [bad for bad in self.bad_values if bad.table != table or bad.id not in changed]
        for record_id, fields in changed.items():
            number = before[record_id][1].number
            record = read_record(TABLES[table], record_id, fields, self.bad_values)
            before[record_id] = fields, record if record.number == number else replace(record, number=number)
        return tuple([before[each.id][1] if each.id in changed else each for each in known]) if changed else known

    def one(self, table: str, record_id: int) -> Record | None:
        """A record of a table that was asked for, or None."""
        found = self._read[table].get(record_id)
        return found[1] if found else None

    def _renewed(self, table: str, stored: Mapping[int, Stored]) -> list[tuple[Stored, Record]]:
        before = self._read.get(table, {})
        known_bad = [bad for bad in self.bad_values if bad.table == table]
        self.bad_values = [bad for bad in self.bad_values if bad.table != table]
        now: dict[int, tuple[Stored, Record]] = {}
        for record_id, fields in stored.items():
            earlier = before.get(record_id)
            now[record_id] = (
                earlier
                if earlier is not None and earlier[0] is fields
                else (fields, read_record(TABLES[table], record_id, fields, self.bad_values))
            )
        self.bad_values += [bad for bad in known_bad if bad.id in now and now[bad.id] is before.get(bad.id)]
        tell_apart(now)
        self._read[table] = now
        return list(now.values())

"""What a join brought: which records changed, and by whom."""

from __future__ import annotations

from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.placing import find_stored, stored_records
from roadmap_tui.store.revisions import Stored, seen_revisions

News = dict[tuple[str, int], frozenset[str]]


def differing(before: Tables, after: Tables) -> News:
    """The records that are not the same in `after`, which holds all of `before`, with the revisions they gained."""
    found: News = {}
    for table, record_id, record in stored_records(after):
        if before.get(table, {}).get(record_id) is record:
            continue
        known = find_stored(before, table, record_id)
        if known != record:
            found[table, record_id] = frozenset(_revisions(record) - _revisions(known))
    return found


def _revisions(record: Stored | None) -> set[str]:
    return {*seen_revisions(record), *record["_"].get("h", {})} if record else set()

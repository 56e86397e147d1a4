"""What a join brought: which records changed, by whom, and how to say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.handles import handle
from roadmap_tui.model.registry import TABLES
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.header import ACTORS, META
from roadmap_tui.store.placing import find_stored, stored_records
from roadmap_tui.store.revisions import (
    DELETION,
    OUTSIDE,
    RESERVED,
    UNKNOWN,
    Stored,
    actor_of,
    fingerprint,
    heads,
    seen_revisions,
)

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


def gained(before: Tables, after: Tables) -> News:
    """As `differing`, but only records of which the current values differ; more about their past is no gain."""
    return {
        row: revisions
        for row, revisions in differing(before, after).items()
        if _current(find_stored(before, *row)) != _current(find_stored(after, *row))
    }


def _current(record: Stored | None) -> tuple[str, frozenset[str]]:
    return (fingerprint(record), frozenset(heads(record, DELETION))) if record else ("", frozenset())


def _revisions(record: Stored | None) -> set[str]:
    return {*seen_revisions(record), *record[RESERVED].get("h", {})} if record else set()


def name_of(tables: Tables, actor: str) -> str:
    """The name of whoever wrote revisions as `actor`; empty where it is not known."""
    if actor in (OUTSIDE, UNKNOWN):
        return _("outside Roadmap")
    rows = tables.get(ACTORS, {})
    return str(next((row.get("name", "") for key, row in rows.items() if handle(key) == actor), ""))


def sentence(tables: Tables, news: News) -> str:
    """Who changed how much, in one sentence; empty where nothing changed that people see."""
    by_person: dict[str, Counter[str]] = {}
    for (table, _record_id), revisions in sorted(news.items()):
        if table in TABLES:
            actor = actor_of(max(revisions)) if revisions else ""
            by_person.setdefault(actor, Counter())[table] += 1
    parts = []
    for actor, counts in by_person.items():
        what = _listed(counted(table, counts[table]) for table in TABLES if table in counts)
        if actor in (OUTSIDE, UNKNOWN):
            parts.append(_("{what} changed outside Roadmap").format(what=what))
        else:
            parts.append(_("{name} changed {what}").format(name=name_of(tables, actor) or _("Somebody"), what=what))
    return "; ".join(parts) + "." if parts else ""


def counted(table: str, count: int) -> str:
    """A number of records of one kind in words: 3 activities."""
    kind = TABLES[table].LABEL if count == 1 else TABLES[table].PLURAL
    return f"{count} {_(kind).lower()}"


def _listed(words: Iterable[str]) -> str:
    *first, last = words
    return _("{first} and {last}").format(first=", ".join(first), last=last) if first else last


def opening_notices(tables: Tables, outside: Iterable[tuple[str, int]], rescued: bool) -> list[str]:
    """What people should know about a file as it was opened."""
    found = []
    if rescued:
        found.append(_("This file held two versions after a merge by git; both are in the plan now."))
    places = list(outside)
    if any(table == META for table, _key in places):
        found.append(_("The head of this file, which says what plan it is, was changed outside Roadmap."))
    changed = [place for place in places if place[0] in TABLES]
    if changed:
        words = ngettext(
            "{count} record was changed outside Roadmap; that is kept as a change of its own.",
            "{count} records were changed outside Roadmap; that is kept as a change of its own.",
            len(changed),
        )
        found.append(words.format(count=len(changed)))
    return found

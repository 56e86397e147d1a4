"""Taking a name out of a plan: out of its values, earlier values, other values, the bin and the list of authors.

A value that holds the name is replaced where it stands by one without it, under a revision made from the old one; the
old one gets marks that keep it away in every later join. So an old copy brings nothing back, two people who erase the
same name need not decide anything, and a value that nobody had seen when the name was erased stays and is shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from hashlib import blake2b
from typing import Any

import msgspec

from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.external import Row
from roadmap_tui.store.header import ACTORS, META
from roadmap_tui.store.join import settled
from roadmap_tui.store.placing import place, stored_records
from roadmap_tui.store.revisions import (
    DELETION,
    RESERVED,
    Stored,
    actor_of,
    erased_mark,
    field_names,
    fingerprint,
    heads,
    is_deleted,
    is_emptied,
    mark,
    revision,
    time_of,
    with_heads,
)

_KEPT = ("number", "order")
Redact = Callable[[Any], Any]


class Replaced(msgspec.Struct, frozen=True):
    """A value that is shown now, and what stands there without the name."""

    table: str
    id: int
    field: str
    before: Any
    after: Any


class Erased(msgspec.Struct, frozen=True):
    """The plan without the names: what is shown otherwise now, and how many values that are not shown went too."""

    tables: Tables
    shown: tuple[Replaced, ...]
    hidden: int

    @property
    def finds(self) -> bool:
        """Whether there was anything to erase."""
        return bool(self.shown or self.hidden)


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """Finds these names as whole words, in capitals or not and with any white space between their parts."""
    forms = {unicodedata.normalize(form, word) for word in words for form in ("NFC", "NFD")}
    spaced = [r"\s+".join(re.escape(part) for part in form.split()) for form in forms if form.strip()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(spaced, key=len, reverse=True))})(?!\w)", re.IGNORECASE)


def redactor(pattern: re.Pattern[str], instead: str) -> Redact:
    """What takes every name that `pattern` finds out of a value of any shape."""

    def redact(value: Any) -> Any:
        if isinstance(value, str):
            return pattern.sub(lambda _found: instead, value)
        if isinstance(value, dict):
            return {redact(name): redact(each) for name, each in value.items()}
        return [redact(each) for each in value] if isinstance(value, list) else value

    return redact


def erase(tables: Tables, redact: Redact, whole: Collection[Row] = ()) -> Erased:
    """The plan without what `redact` takes out; records in `whole`, as (table, id), lose all that they hold."""
    after = {name: dict(rows) for name, rows in tables.items()}
    shown: list[Replaced] = []
    hidden = 0
    for table, record_id, record in list(stored_records(tables)):
        if table == META:
            continue
        all_of_it = (table, record_id) in whole
        forget = _author_redactor(redact) if table == ACTORS else redact
        doomed = list(_doomed(record, forget, all_of_it))
        if not doomed:
            continue
        changed = _without(record, doomed, all_of_it)
        place(after, table, record_id, changed)
        found = [
            Replaced(table, record_id, name, record.get(name), changed.get(name))
            for name in sorted(field_names(record) - {DELETION})
            if record.get(name) != changed.get(name)
        ]
        if table.startswith("_") or is_deleted(record):
            found = []
        shown += found
        hidden += len(doomed) - len(found)
    return Erased(after, tuple(shown), hidden)


def _author_redactor(redact: Redact) -> Redact:
    """The name of an author goes as a whole, so that the program says that it does not know who it was."""
    return lambda value: value if redact(value) == value else None


_Doomed = tuple[str, str, Any]


def _doomed(record: Stored, redact: Redact, all_of_it: bool) -> Iterable[_Doomed]:
    """The (field, revision, what comes instead) of every value that goes, current and earlier."""
    history = record[RESERVED].get("h", {})
    for field in sorted({*field_names(record), *(name for old in history.values() for name in old)} - {DELETION}):
        earlier = {rev: old[field] for rev, old in history.items() if field in old}
        for rev, value in {**earlier, **heads(record, field)}.items():
            instead = None if all_of_it and field not in _KEPT else redact(value)
            if instead != value:
                yield field, rev, instead


def _without(record: Stored, doomed: Iterable[_Doomed], all_of_it: bool) -> Stored:
    """`record` with each value replaced; in the bin it stays there.

    Values older than the history reaches may hold the name too, so none of those may return either.
    """
    marks = set(record[RESERVED].get("k", ()))
    history = {rev: dict(old) for rev, old in record[RESERVED].get("h", {}).items()}
    known = {mark(field, rev) for rev, old in history.items() for field in old}
    marks |= {f"x{each}" for each in marks - known if each[:1] not in ("x", "q")}
    changed = record
    for field, rev, instead in doomed:
        marks |= {mark(field, rev), erased_mark(field, rev)}
        new = successor(rev)
        current = heads(changed, field)
        if rev in current:
            del current[rev]
            changed = with_heads(changed, field, current | {new: instead})
        else:
            del history[rev][field]
            marks.add(mark(field, new))
            if not all_of_it:
                history.setdefault(new, {})[field] = instead
    if is_deleted(record):
        gone = heads(record, DELETION)
        marks |= {each for rev in gone for each in (mark(DELETION, rev), erased_mark(DELETION, rev))}
        changed = with_heads(changed, DELETION, {successor(rev): {"seen": fingerprint(changed)} for rev in gone})
    meta = {**changed[RESERVED], "k": sorted(marks), "h": {rev: old for rev, old in history.items() if old}}
    return settled({**changed, RESERVED: meta})


def successor(rev: str) -> str:
    """The revision of what stands in the place of a value that was erased; the same for everybody who erases it."""
    tail = blake2b(f"erased\x1f{rev}".encode(errors="surrogatepass"), digest_size=4).hexdigest()
    return revision(time_of(rev), actor_of(rev), tail)


def remaining(tables: Tables, pattern: re.Pattern[str]) -> list[tuple[str, int, str, str]]:
    """Where live records still hold what `pattern` finds, as (table, id, field, text)."""
    return [
        (table, record_id, field, value)
        for table, rows in sorted(tables.items())
        if not table.startswith("_")
        for record_id, record in rows.items()
        for field, value in record.items()
        if isinstance(value, str) and pattern.search(value) and not is_emptied(record)
    ]

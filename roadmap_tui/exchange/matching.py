"""Which activity of the plan a row of a source is: by what it was called when it last came in."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from typing import Any

from roadmap_tui.exchange.cells import one_line
from roadmap_tui.exchange.fieldvalues import hash_of
from roadmap_tui.exchange.table import SourceRow

_MOST_COMPARED = 60_000
_COMPARED_PART = 300
_COMPARED = ("description", "result", "lead", "when", "workform", "sessions", "participants")


@dataclass(frozen=True)
class Known:
    """An activity of the plan, live or removed, with what an earlier import remembers of it."""

    id: int
    stored: Mapping[str, Any]
    removed: bool

    @cached_property
    def _origin(self) -> Mapping[str, Any]:
        origin = self.stored.get("origin")
        return origin if isinstance(origin, Mapping) else {}

    @cached_property
    def source(self) -> str:
        """The source it came from, "" when a person made it."""
        return str(self._origin.get("source", ""))

    @cached_property
    def key(self) -> str:
        """The key of its row in that source, or of its title."""
        return str(self._origin.get("row", "")) or _key(str(self.stored.get("title", "")))

    @cached_property
    def seen(self) -> Mapping[str, str]:
        """Per field the hash of what the source said last."""
        seen = self._origin.get("seen")
        return {str(k): str(v) for k, v in seen.items()} if isinstance(seen, Mapping) else {}


def row_key(row: SourceRow) -> str:
    """What stays of a title when layout, capitals, accents and punctuation do not count."""
    return _key(row.cells["title"])


def match(rows: Sequence[SourceRow], known: Sequence[Known], source: str) -> list[Known | None]:
    """For each row the activity it is, or None when it is new.

    First by title among what came from the same source, then titles that changed a little. A source with another
    name is taken for the same table when at least half of its rows have the title of an activity.
    """
    found: list[Known | None] = [None] * len(rows)
    _by_title(rows, [item for item in known if item.source == source], found)
    _by_likeness(rows, [item for item in known if item.source == source], found)
    others = [item for item in known if item.source != source and not (item.removed and not item.source)]
    elsewhere: list[Known | None] = [found[i] for i in range(len(rows))]
    _by_title(rows, others, elsewhere)
    return elsewhere if 2 * sum(item is not None for item in elsewhere) >= len(rows) else found


def _by_title(rows: Sequence[SourceRow], known: Sequence[Known], found: list[Known | None]) -> None:
    """Pair rows and activities with the same title; of several, the first with the first."""
    waiting: dict[str, list[Known]] = {}
    for item in sorted(known, key=lambda k: (k.removed, str(k.stored.get("order", "")), k.id), reverse=True):
        waiting.setdefault(item.key, []).append(item)
    for index, row in enumerate(rows):
        if found[index] is None and (same := waiting.get(row_key(row))):
            found[index] = same.pop()


def _by_likeness(rows: Sequence[SourceRow], known: Sequence[Known], found: list[Known | None]) -> None:
    """Pair what is left where a title was edited: alike in words, or the same in all other cells."""
    taken = {item.id for item in found if item}
    left = [item for item in known if item.id not in taken]
    open_rows = [index for index, item in enumerate(found) if item is None]
    if not left or len(left) * len(open_rows) > _MOST_COMPARED:
        return
    scored = [(_likeness(rows[index], item), -index, n) for index in open_rows for n, item in enumerate(left)]
    used: set[int] = set()
    for score, index, n in sorted(scored, reverse=True):
        if score and found[-index] is None and n not in used:
            found[-index] = left[n]
            used.add(n)


def _likeness(row: SourceRow, item: Known) -> float:
    """How surely the row is this activity, 0 for not; a title half alike needs cells that are the same."""
    title = SequenceMatcher(None, row_key(row)[:_COMPARED_PART], item.key[:_COMPARED_PART], autojunk=False).ratio()
    filled = [name for name in _COMPARED if row.cells.get(name)]
    same = sum(item.seen.get(name) == hash_of(name, row.cells[name]) for name in filled)
    share = same / len(filled) if filled else 0.0
    numbered_alike = _digits(row_key(row)) == _digits(item.key)
    alike = title >= 0.85 or (title >= 0.5 and share >= 0.5)
    return title + share if (alike and numbered_alike) or (same >= 3 and share == 1) else 0.0


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


@lru_cache(maxsize=65536)
def _key(title: str) -> str:
    text = unicodedata.normalize("NFKD", one_line(title).casefold())
    return "".join(c for c in text if c.isalnum()) or one_line(title)

"""Filter as you type: the rows that hold all the words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter
from time import perf_counter
from typing import Any

from roadmap_tui.model.fields import Field, Kind
from roadmap_tui.model.record import Record, shown_fields
from roadmap_tui.view.columns import ViewContext, field_text
from roadmap_tui.view.formats import format_number

_GLANCE = 16
_AS_THEY_ARE = frozenset(
    {Kind.TEXT, Kind.LONG, Kind.WHEN, Kind.EFFORT, Kind.PEOPLE, Kind.OFFSET, Kind.NUMBER, Kind.SCALE}
)


class TextFilter:
    """Finds records by the words in their fields; each record's words are put together once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Record, str]] = {}

    def matches(self, records: Sequence[Record], query: str, context: ViewContext) -> list[Record]:
        """The records that hold every word of `query`, in any field and in any order."""
        words = query.casefold().split()
        if not words:
            return list(records)
        if len(words) == 1:
            word = words[0]
            return [record for record in records if word in self._words_of(record, context)]
        return [record for record in records if _holds(self._words_of(record, context), words)]

    def gather(self, records: Sequence[Record], context: ViewContext, seconds: float) -> bool:
        """Put words together for at most so long; True where those of all records are known."""
        end = perf_counter() + seconds
        for place, record in enumerate(records):
            self._words_of(record, context)
            if place % _GLANCE == 0 and perf_counter() > end:
                return False
        return True

    def _words_of(self, record: Record, context: ViewContext) -> str:
        known = self._known.get(record.id)
        if known is not None and known[0] is record:
            return known[1]
        words = searchable(record, context)
        self._known[record.id] = (record, words)
        return words


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def searchable(record: Record, context: ViewContext) -> str:
    """All that a person can read of a record, for finding it."""
    read, others = _fields(type(record))
    parts = [value if type(value) is str else str(value) for value in read(record) if value or value == 0]
    for field in others:
        value = getattr(record, field.name)
        if value is None or value == "" or value is False:
            continue
        if field.kind is Kind.FLAG:
            parts.append(_word(field.label))
        else:
            parts.append(field_text(field, value, context))
            parts += [format_number(value)] if field.kind is Kind.DECIMAL else []
    return "\n".join(parts).casefold()


@cache
def _fields(record_type: type[Record]) -> tuple[Callable[[Record], tuple[Any, ...]], tuple[Field, ...]]:
    """What reads the number and the values that are shown as they are; and the fields that show something else."""
    fields = shown_fields(record_type)
    names = ["number", *(field.name for field in fields if field.kind in _AS_THEY_ARE)]
    read = attrgetter(*names) if len(names) > 1 else lambda record: (record.number,)
    return read, tuple(field for field in fields if field.kind not in _AS_THEY_ARE)


def _word(label: str) -> str:
    from roadmap_tui.i18n import _

    return _(label)


Matcher = Callable[[Record], bool]

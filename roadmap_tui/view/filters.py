"""Filter as you type: the rows that hold all the words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from roadmap_tui.model.fields import Kind
from roadmap_tui.model.record import Record, shown_fields
from roadmap_tui.view.columns import ViewContext, field_text


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
    parts = [record.number]
    for field in shown_fields(type(record)):
        value = getattr(record, field.name)
        if value is None or value == "" or value is False:
            continue
        if field.kind is Kind.FLAG:
            parts.append(_word(field.label))
        else:
            parts.append(field_text(field, value, context))
    return "\n".join(parts).casefold()


def _word(label: str) -> str:
    from roadmap_tui.i18n import _

    return _(label)


Matcher = Callable[[Record], bool]

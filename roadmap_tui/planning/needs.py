"""What a section must hold, as needs that are met or not; every need is one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from roadmap_tui.i18n import _
from roadmap_tui.model.record import Record
from roadmap_tui.planning.unfilled import is_unfilled, unfilled

_NAMED, _SHORT = 3, 30


class Need(NamedTuple):
    """Something a section must hold, and the sentence that says so where it does not."""

    met: bool
    sentence: str


def text(value: str, sentence: str) -> Need:
    """A need that something is written, and not only what a template asks."""
    return Need(bool(value.strip()) and not is_unfilled(value), sentence)


def each(records: Sequence[Any], test: Callable[[Any], object], sentence: str) -> Need:
    """A need of every record; `sentence` names those that do not meet it. Without records it is not met."""
    failing = [record for record in records if not test(record)]
    return Need(bool(records) and not failing, sentence.format(which=numbers(failing)) if failing else sentence)


def numbers(records: Sequence[Record]) -> str:
    """The numbers of a few records, and how many more there are."""
    names = ", ".join(record.number or record.title[:_SHORT] for record in records[:_NAMED])
    more = len(records) - _NAMED
    return _("{names} and {count} more").format(names=names, count=more) if more > 0 else names


def per_record(records: Sequence[Any], needs: Iterable[tuple[Callable[[Any], object], str]]) -> Iterator[Need]:
    """Needs of every record; they say nothing more where there are no records at all."""
    for test, sentence in needs:
        found = each(records, test, sentence)
        yield found if records else Need(False, "")


def none_left(found: Sequence[Any], left: Sequence[Record], sentence: str) -> Iterator[Need]:
    """A need that `found` reaches every other record; it says nothing where there is nothing found."""
    if found:
        yield Need(not left, sentence.format(which=numbers(left)))


def living(records: Sequence[Any]) -> list[Any]:
    """The records that were not cancelled."""
    return [record for record in records if record.status != "cancelled"]


def answered(records: Iterable[Any]) -> Iterator[Need]:
    """A need that no record still holds the question of a template; it says nothing where none does."""
    if left := unfilled(records):
        yield Need(False, _("Still to fill in: {which}.").format(which=numbers(left)))


def told(*needs: Need) -> list[Need]:
    """The needs, without those that have nothing to say because their records are not there."""
    return [need for need in needs if need.met or need.sentence]

"""For whom a file is: readers outside the organisation do not get what is internal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import LANGUAGES, N_, _, translate
from roadmap_tui.model.fields import Kind
from roadmap_tui.model.parsing import normalise
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.model.registry import TABLES
from roadmap_tui.model.report import Judgement, Report
from roadmap_tui.model.stakeholder import Communication, Stakeholder

Records = Callable[[str], Sequence[Record]]
EVERYBODY, SUPPLIER = "", "supplier"
LABEL: Final = N_("supplier")
_KEPT_OF_STAKEHOLDERS: Final = ("id", "number", "order", "title", "organisation")
_NEVER: Final = (Report.TABLE, Judgement.TABLE)
"""What is written for the client alone."""


def audience_of(word: str) -> str:
    """The audience people name, in Dutch or English; empty is everybody. Raises UsageError."""
    wanted = normalise(word)
    if not wanted:
        return EVERYBODY
    names = {SUPPLIER, *(translate(LABEL, code) for code in LANGUAGES)}
    if wanted in map(normalise, names):
        return SUPPLIER
    raise UsageError(_('There is no audience "{word}"; choose {name}.').format(word=word, name=_(LABEL)))


def for_supplier(records: Records) -> Records:
    """The records without those marked internal, what belongs to them, the stakeholder analysis and the reports."""
    hidden = set(_hidden(records))
    known: dict[str, list[Record]] = {}

    def found(table: str) -> Sequence[Record]:
        if table not in known:
            rows = [] if table in _NEVER else [row for row in records(table) if row.id not in hidden]
            known[table] = [_named_only(row) if isinstance(row, Stakeholder) else row for row in rows]
        return known[table]

    return found


def check_part(table: str) -> None:
    """Raise UsageError for a part that never goes to the supplier."""
    if table in (*_NEVER, "report"):
        raise UsageError(_("A progress report is written for the client and does not go to the supplier."))
    if table == Stakeholder.TABLE:
        raise UsageError(_("The stakeholder analysis does not go to the supplier; choose another part."))


def _hidden(records: Records) -> Iterator[int]:
    """The ids of what is marked internal, and of what cannot exist without it."""
    owners = _owners()
    marked: set[int] = set()
    for record_type in sorted(TABLES.values(), key=lambda each: len(owners.get(each.TABLE, ()))):
        for row in records(record_type.TABLE):
            above = (getattr(row, name) for name in owners.get(record_type.TABLE, ()))
            if row.internal or any(each in marked for each in above):
                marked.add(row.id)
                yield row.id


def _owners() -> Mapping[str, tuple[str, ...]]:
    """Per table the fields that name the record it belongs to; a communication moment belongs to its stakeholder."""
    found = {
        record_type.TABLE: tuple(f.name for f in fields_of(record_type).values() if f.kind is Kind.REF and f.required)
        for record_type in TABLES.values()
    }
    return {**found, Communication.TABLE: ("stakeholder",)}


def _named_only(stakeholder: Stakeholder) -> Stakeholder:
    return Stakeholder(**{name: getattr(stakeholder, name) for name in _KEPT_OF_STAKEHOLDERS})

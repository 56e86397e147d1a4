"""Differences, history and the bin as rows of a list."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.handles import number_sort_key
from roadmap_tui.model.ids import derived_id
from roadmap_tui.model.parsing import parse_date
from roadmap_tui.model.registry import TABLES
from roadmap_tui.services import sharing, telling
from roadmap_tui.session import Session
from roadmap_tui.store import undo
from roadmap_tui.store.history import Event
from roadmap_tui.store.merging import REMOVED, Difference
from roadmap_tui.store.placing import removed_records
from roadmap_tui.store.revisions import DELETION, heads, is_emptied
from roadmap_tui.view.columns import ViewContext
from roadmap_tui.view.hands import BinRow, DifferenceRow, HistoryRow, Side

_AGO = re.compile(r"(?:sinds\s+|since\s+)?(\d{1,3})\s+(dag|dagen|day|days|week|weken|weeks)\s+(?:geleden|ago)")
_MOST_ROWS = 20_000


def difference_rows(session: Session, context: ViewContext) -> list[DifferenceRow]:
    """What waits for a decision."""
    rows = [_difference_row(session, context, each) for each in sharing.differences(session)]
    return sorted(rows, key=lambda row: (number_sort_key(row.number), row.record_id, row.name))


def _difference_row(session: Session, context: ViewContext, found: Difference) -> DifferenceRow:
    sides = []
    at = found.table, found.id, found.stored_field
    for value in found.values:
        authors = [telling.writer_of(session, *at, rev) for rev, other in found.heads.items() if other == value]
        who, when = ", ".join(dict.fromkeys(name for name, _when in authors)), authors[0][1]
        sides.append(Side(value, _side_text(context, found, value), who, when))
    return DifferenceRow(
        id=derived_id(found.table, str(found.id), found.field),
        number=telling.number_of(session, found.table, found.id),
        title=telling.title_of(session, found.table, found.id),
        field=telling.label_of(found.table, found.field) if found.field != REMOVED else _("Removed or kept?"),
        who=", ".join(dict.fromkeys(side.who for side in sides)),
        table=found.table,
        record_id=found.id,
        name=found.field,
        sides=tuple(sides),
    )


def _side_text(context: ViewContext, found: Difference, value: object) -> str:
    if found.field == REMOVED:
        return _("Remove this record.") if value else _("Keep this record, with the changes made since.")
    return telling.value_text(context, found.table, found.field, value) or _("(empty)")


def history_rows(
    session: Session, context: ViewContext, record_id: int = 0, since: date | None = None
) -> list[HistoryRow]:
    """Who changed what and when, newest first; of one record, and since a day, where asked."""
    rows: list[HistoryRow] = []
    for event in sharing.history(session, record_id, since):
        rows += _event_rows(session, context, event)
        if len(rows) > _MOST_ROWS:
            break
    return rows


def _event_rows(session: Session, context: ViewContext, event: Event) -> list[HistoryRow]:
    who, when = telling.who_and_when(session, event.revision)
    rows: list[HistoryRow] = []
    for change in event.changes:
        words = telling.change_words(context, event, change)
        if not words:
            continue
        fields = tuple(
            (
                telling.label_of(change.table, each.field),
                telling.one_line_value(context, change.table, each.field, each.before),
                telling.one_line_value(context, change.table, each.field, each.after),
            )
            for each in change.fields
            if each.field not in (*telling.UNSHOWN, "order")
        )
        row = HistoryRow(
            id=derived_id(event.revision, change.table, str(change.id)),
            order=event.revision,
            number=telling.number_of(session, change.table, change.id),
            title=telling.title_of(session, change.table, change.id),
            when=when,
            who=who,
            what=words,
            table=change.table,
            record_id=change.id,
            is_first=not rows,
            fields=fields,
        )
        rows.append(row)
    return rows


def bin_rows(session: Session, context: ViewContext) -> list[BinRow]:
    """What somebody removed, newest first. What was erased for good, or undone at its making, is not there."""
    rows = []
    for table, record_id, record in removed_records(session.tables):
        if is_emptied(record) or undo.is_unmade(record):
            continue
        rev = max(heads(record, DELETION))
        who, when = telling.who_and_when(session, rev)
        facts = tuple(
            (telling.label_of(table, name), text)
            for name, value in record.items()
            if name not in ("_", "number", "order", "origin", "title")
            and value is not False
            and (text := telling.value_text(context, table, name, value)) not in ("", "?")
        )
        row = BinRow(
            id=derived_id(table, str(record_id)),
            order=rev,
            number=telling.number_of(session, table, record_id),
            title=telling.title_of(session, table, record_id),
            kind=_(TABLES[table].LABEL) if table in TABLES else table,
            who=who,
            when=when,
            table=table,
            record_id=record_id,
            facts=facts,
        )
        rows.append(row)
    rows.sort(key=lambda row: number_sort_key(row.number))
    return sorted(rows, key=lambda row: row.order, reverse=True)


def since_day(session: Session, text: str) -> date | None:
    """The day that words such as "vorige week" or "1 juni" point to; None for no words. Raises UsageError."""
    words = " ".join(text.casefold().split())
    if not words:
        return None
    with suppress(UsageError):
        return parse_date(words, _("Since"))
    if ago := _AGO.fullmatch(words):
        return session.today - timedelta(days=int(ago[1]) * (7 if ago[2].startswith("we") else 1))
    found = session.outlook.reader.when(words).start
    if found is None:
        raise UsageError(
            _('"{text}" is not a moment; try: last week, 2 weeks ago or 1 June.').format(text=" ".join(text.split()))
        )
    return found

"""Differences between copies as the command line shows them: as text with who and when, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from roadmap_tui.cli.output import paint
from roadmap_tui.i18n import N_, _
from roadmap_tui.model.cleaning import safe
from roadmap_tui.model.fields import Field, Kind, Tone
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.model.registry import TABLES

if TYPE_CHECKING:
    from roadmap_tui.session import Session
    from roadmap_tui.store.merging import Difference

REMOVED = Field("removed", N_("Removed"), "", Kind.FLAG)
_LONG = 200


def as_json(session: Session, found: Iterable[Difference]) -> list[dict[str, Any]]:
    """Each difference as other programs get it."""
    shapes = []
    for each in found:
        identity = {"id": each.id, "number": number_of(session, each.table, each.id), "table": each.table}
        shapes.append({**identity, "field": each.field, "values": each.values})
    return shapes


def lines(session: Session, found: Iterable[Difference]) -> list[str]:
    """Each record with its fields and, below each other, the values with who wrote them and when."""
    shown = []
    last = (0, "")
    for each in found:
        if (each.id, each.table) != last:
            shown.append(paint(name_of(session, each.table, each.id), Tone.STRONG))
            last = (each.id, each.table)
        shown.append(f"  {label_of(each.table, each.field)} ({safe(each.field)})")
        for rev, value in each.heads.items():
            who, when = who_and_when(session, rev)
            text = value_text(session, each.table, each.field, value)
            shown.append(f"    {text}  {paint(f'{who}, {when}', Tone.MUTED)}")
    return shown


def number_of(session: Session, table: str, record_id: int) -> str:
    """The number of a record as people see it, also of one that was removed; empty where it has none."""
    found = record_of(session, table, record_id)
    if found is not None:
        return found.number
    number = (session.stored(table, record_id) or {}).get("number")
    return number if isinstance(number, str) else ""


def record_of(session: Session, table: str, record_id: int) -> Record | None:
    """A live record of a kind that this version knows."""
    return session.record(table, record_id) if table in TABLES else None


def name_of(session: Session, table: str, record_id: int) -> str:
    """Number and title of a record, safe to show."""
    title = (session.stored(table, record_id) or {}).get("title")
    number = number_of(session, table, record_id)
    if not number and not title:
        number = _(TABLES[table].LABEL) if table in TABLES else f"{table} {record_id}"
    return " ".join(safe(f"{number} {title if isinstance(title, str) else ''}").split())


def label_of(table: str, field: str) -> str:
    """The label of a field; its name where this version does not know it."""
    if field == REMOVED.name:
        return _(REMOVED.label)
    known = fields_of(TABLES[table]).get(field) if table in TABLES else None
    return _(known.label) if known else safe(field)


def value_text(session: Session, table: str, field: str, value: Any) -> str:
    """A value on one line: as its field shows it, else as JSON."""
    if field == REMOVED.name:
        return _("yes") if value else _("no")
    if value is None or value == "":
        return _("(empty)")
    text = _as_shown(session, table, field, value)
    line = " ".join(safe(text).split())
    return line if len(line) <= _LONG else f"{line[:_LONG]}..."


def _as_shown(session: Session, table: str, field: str, value: Any) -> str:
    from roadmap_tui.cli.records import view_context
    from roadmap_tui.model.reading import read_record
    from roadmap_tui.view.columns import field_text

    known = fields_of(TABLES[table]).get(field) if table in TABLES else None
    if known is not None and known.kind is not Kind.INTERNAL:
        text = field_text(known, getattr(read_record(TABLES[table], 0, {field: value}), field), view_context(session))
        if text:
            return f'"{text}"' if isinstance(value, str) and not known.choices else text
    return json.dumps(value, ensure_ascii=False)


def who_and_when(session: Session, rev: str) -> tuple[str, str]:
    """The name of the author of a revision, and its moment, both safe to show."""
    from roadmap_tui.view.formats import clock, format_date

    actor, moment = session.author(rev)
    name = " ".join(safe(actor).split()) or _("somebody unknown")
    return name, f"{format_date(moment.date())} {clock(moment)}" if moment else _("unknown when")


def local_time(moment: datetime | None) -> str | None:
    """A moment as JSON has it."""
    return moment.astimezone().isoformat(timespec="seconds") if moment else None

"""What happened to a plan, in words: records, fields and values of any age, who wrote them and when."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from roadmap_tui.i18n import N_, _
from roadmap_tui.model.cleaning import safe
from roadmap_tui.model.fields import Field, Kind
from roadmap_tui.model.reading import read_record
from roadmap_tui.model.record import default_of, fields_of
from roadmap_tui.model.registry import TABLES
from roadmap_tui.session import Session
from roadmap_tui.store import undo
from roadmap_tui.store.history import Event, RecordChange
from roadmap_tui.view.columns import ViewContext, field_text
from roadmap_tui.view.formats import clock, format_date

REMOVED = Field("removed", N_("Removed"), "", Kind.FLAG)
UNSHOWN = ("origin", "number")
KINDS = {"undo": N_("took back"), "redo": N_("carried out again")}
ACTIONS = {
    "added": N_("added"),
    "changed": N_("changed"),
    "removed": N_("removed"),
    "restored": N_("brought back"),
}


def number_of(session: Session, table: str, record_id: int) -> str:
    """The number of a record as people see it, also of one that was removed; empty where it has none."""
    found = session.record(table, record_id) if table in TABLES else None
    if found is not None:
        return found.number
    number = (session.stored(table, record_id) or {}).get("number")
    return number if isinstance(number, str) else ""


def title_of(session: Session, table: str, record_id: int) -> str:
    """The title of a record on one line, safe to show; what kind of record it is, and of which others, where it has
    none.
    """
    stored = session.stored(table, record_id) or {}
    title = stored.get("title")
    if isinstance(title, str) and title.strip():
        return " ".join(safe(title).split())
    if table not in TABLES:
        return "" if number_of(session, table, record_id) else f"{safe(table)} {record_id}"
    others = [
        number_of(session, field.target, stored[name])
        for name, field in fields_of(TABLES[table]).items()
        if field.kind is Kind.REF and isinstance(stored.get(name), int)
    ]
    return f"{_(TABLES[table].LABEL)} {', '.join(safe(each) for each in others if each)}".strip()


def name_of(session: Session, table: str, record_id: int) -> str:
    """Number and title of a record, safe to show."""
    return f"{safe(number_of(session, table, record_id))} {title_of(session, table, record_id)}".strip()


def label_of(table: str, field: str) -> str:
    """The label of a field; its name where this version does not know it."""
    if field == REMOVED.name:
        return _(REMOVED.label)
    known = fields_of(TABLES[table]).get(field) if table in TABLES else None
    return _(known.label) if known else safe(field)


def value_text(context: ViewContext, table: str, field: str, value: Any) -> str:
    """A value as its field shows it, of as many lines as it has; else as JSON. Empty where there is none."""
    known = fields_of(TABLES[table]).get(field) if table in TABLES else None
    if value is None and known is not None and known.choices:
        value = default_of(TABLES[table], field)
    if value is None or value == "":
        return ""
    if known is not None and known.kind is not Kind.INTERNAL:
        text = field_text(known, getattr(read_record(TABLES[table], 0, {field: value}), field), context)
        if text:
            return safe(text)
    return safe(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def who_and_when(session: Session, rev: str) -> tuple[str, str]:
    """The name of the author of a revision, and its moment, both safe to show."""
    actor, moment = session.author(rev)
    name = " ".join(safe(actor).split()) or _("somebody unknown")
    return name, moment_words(moment) if moment else _("unknown when")


def writer_of(session: Session, table: str, record_id: int, field: str, rev: str) -> tuple[str, str]:
    """Who first wrote the value that a revision of a field holds and when, whoever brought it back since."""
    record = session.stored(table, record_id)
    return who_and_when(session, undo.first_written(record, field, rev) if record else rev)


def moment_words(moment: datetime) -> str:
    """03-06-2026 9.12."""
    return f"{format_date(moment.date())} {clock(moment)}"


def change_words(context: ViewContext, event: Event, change: RecordChange) -> str:
    """What a user action did to one record, on one line."""
    words = [] if change.action == "changed" else [_(ACTIONS[change.action])]
    for each in change.fields:
        if each.field in UNSHOWN:
            continue
        if each.field == "order":
            words.append(_("moved"))
            continue
        before = one_line_value(context, change.table, each.field, each.before)
        after = one_line_value(context, change.table, each.field, each.after)
        words.append(f"{label_of(change.table, each.field)}: {before} -> {after}")
    if event.kind in KINDS:
        words.insert(0, _(KINDS[event.kind]))
    return "; ".join(words)


def one_line_value(context: ViewContext, table: str, field: str, value: Any) -> str:
    """A value on one line, with a word where it is empty."""
    if field == REMOVED.name:
        return _("yes") if value else _("no")
    return " ".join(value_text(context, table, field, value).split()) or _("(empty)")

"""Differences between copies as the command line shows them: as text with who and when, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from roadmap_tui.cli.output import paint
from roadmap_tui.model.cleaning import safe
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import fields_of
from roadmap_tui.model.registry import TABLES
from roadmap_tui.services.telling import label_of, one_line_value, writer_of
from roadmap_tui.services.telling import name_of as name_of
from roadmap_tui.services.telling import number_of as number_of

if TYPE_CHECKING:
    from roadmap_tui.session import Session
    from roadmap_tui.store.merging import Difference

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
        shown.append(f"  {_both_names(label_of(each.table, each.field), safe(each.field))}")
        for rev, value in each.heads.items():
            who, when = writer_of(session, each.table, each.id, each.stored_field, rev)
            text = value_text(session, each.table, each.field, value)
            shown.append(f"    {text}  {paint(f'{who}, {when}', Tone.MUTED)}")
    return shown


def _both_names(label: str, name: str) -> str:
    """A label with the field's name behind it, unless it stands there already."""
    return label if label.endswith(f"({name})") else f"{label} ({name})"


def value_text(session: Session, table: str, field: str, value: Any) -> str:
    """A value on one line, of a bearable length; words that a person typed stand in quotes."""
    from roadmap_tui.cli.records import view_context

    line = one_line_value(view_context(session), table, field, value)
    if len(line) > _LONG:
        line = f"{line[:_LONG]}..."
    known = fields_of(TABLES[table]).get(field) if table in TABLES else None
    is_typed = isinstance(value, str) and value and known is not None and not known.choices
    return f'"{line}"' if is_typed else line


def local_time(moment: datetime | None) -> str | None:
    """A moment as JSON has it."""
    return moment.astimezone().isoformat(timespec="seconds") if moment else None

"""Records as the reading commands print them: JSON, tables and pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from roadmap_tui.cli.options import options
from roadmap_tui.cli.output import paint
from roadmap_tui.model.handles import handle
from roadmap_tui.model.record import Record

if TYPE_CHECKING:
    from roadmap_tui.session import Session
    from roadmap_tui.view.columns import Column, ViewContext
    from roadmap_tui.view.text import Line

_GAP = "  "
_FOR_PROGRAMS = ("leads", "precision")


def as_json(session: Session, record: Record) -> dict[str, Any]:
    """One record as other programs get it, with what follows from it under "derived"."""
    from roadmap_tui.exchange.listing import listed

    return listed(record, session.outlook)


def view_context(session: Session) -> ViewContext:
    """What columns need to show records of this plan."""
    from roadmap_tui.view.columns import ViewContext
    from roadmap_tui.view.glyphs import glyphs_for

    return ViewContext(session.outlook, session.record, glyphs_for(options().ascii))


def table_lines(session: Session, table: str, rows: Sequence[Record], width: int) -> list[str]:
    """A heading and one line per record, in as many columns as fit."""
    from roadmap_tui.i18n import _
    from roadmap_tui.model.fields import Tone
    from roadmap_tui.view.columns import lay_out
    from roadmap_tui.view.tables import columns_of
    from roadmap_tui.view.text import fit

    context = view_context(session)
    columns = lay_out([_with_whole_numbers(column, rows) for column in columns_of(table)], width)
    heading = _GAP.join(fit(_(column.label), size, right=column.right) for column, size in columns)
    lines = [paint(heading.rstrip(), Tone.MUTED)]
    for record in rows:
        cells = [_cell(column, size, column.paint(record, context, size), context) for column, size in columns]
        lines.append(_GAP.join(cells).rstrip())
    return lines


def _with_whole_numbers(column: Column, rows: Sequence[Record]) -> Column:
    """The column as it is; that of the numbers so wide that none is cut."""
    import msgspec

    from roadmap_tui.view.text import one_line, width_of

    if column.name != "number":
        return column
    size = max([column.width, *(width_of(one_line(row.number)) for row in rows)])
    return msgspec.structs.replace(column, width=size, minimum=size)


def _cell(column: Column, size: int, line: Line, context: ViewContext) -> str:
    """The runs of a cell in exactly `size` columns, each in its own tone."""
    from roadmap_tui.view.text import cut, width_of

    room, shown = size, []
    for run in line:
        if room <= 0:
            break
        text = cut(run.text, room, context.glyphs.ellipsis)
        room -= width_of(text)
        shown.append(paint(text, run.tone))
    padding = " " * max(0, room)
    return padding + "".join(shown) if column.right else "".join(shown) + padding


def page_lines(session: Session, record: Record, width: int) -> list[str]:
    """Everything that is filled in on one record, with what follows from it."""
    from roadmap_tui.i18n import _
    from roadmap_tui.model.fields import Tone
    from roadmap_tui.model.record import fields_of, shown_fields
    from roadmap_tui.services.freshness import last_updated
    from roadmap_tui.view.columns import field_text
    from roadmap_tui.view.derived import askable, askable_fields
    from roadmap_tui.view.formats import format_date
    from roadmap_tui.view.text import fit, one_line, width_of, wrap

    context = view_context(session)
    pairs = [(_(f.label), field_text(f, getattr(record, f.name), context)) for f in shown_fields(type(record))[1:]]
    reading = askable(session.outlook, record)
    own = fields_of(type(record))
    for field in askable_fields(record.TABLE).values():
        if field.name in _FOR_PROGRAMS:
            continue
        if field.name not in own or getattr(record, field.name) is None:
            pairs.append((_(field.label), _derived_text(field, reading.get(field.name))))
    if (touched := last_updated(session, record.TABLE, record.id)) is not None:
        moment, name = touched
        pairs.append((_("Last updated"), "  ".join(filter(None, (format_date(moment.date()), one_line(name))))))
    filled = [(label, text) for label, text in pairs if text]
    longest = max((width_of(label) for label, _text in filled), default=0)
    indent = min(longest, width // 3) + len(_GAP)
    lines = [paint(f"{record.number}{_GAP}{one_line(record.title)}".strip(), Tone.STRONG)]
    for label, text in filled:
        first, *more = wrap(text, width - indent)
        shown = fit(label, indent - len(_GAP), context.glyphs.ellipsis) + _GAP
        lines.append(paint(shown, Tone.MUTED) + first)
        lines.extend(" " * indent + line for line in more)
    lines.append(paint(f"{_('Handle')}{_GAP}{handle(record.id)}", Tone.MUTED))
    return lines


def _derived_text(field: Any, value: Any) -> str:
    """A derived value as people read it; a no is not worth a line."""
    from datetime import date

    from roadmap_tui.i18n import _
    from roadmap_tui.model.fields import Kind
    from roadmap_tui.model.parsing import choice_label
    from roadmap_tui.view.formats import format_date, format_number

    if value in (None, "", False, []):
        return ""
    if isinstance(value, list):
        return ", ".join(_derived_text(field, item) for item in value)
    match field.kind:
        case Kind.DATE:
            return format_date(date.fromisoformat(value))
        case Kind.FLAG:
            return _("yes")
        case Kind.PERCENT:
            return f"{value}%"
        case Kind.CHOICE:
            return choice_label(field, value)
    return format_number(value) if isinstance(value, (int, float)) else str(value)

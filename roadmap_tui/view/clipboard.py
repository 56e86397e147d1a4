"""Rows of a table as tab-separated text, as Word and Excel take it from the clipboard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from roadmap_tui.i18n import _
from roadmap_tui.model.cleaning import clean_text
from roadmap_tui.model.fields import Kind
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.view.columns import Column, ViewContext, field_text
from roadmap_tui.view.formats import format_number

_FULL_WIDTH = 400
_FORMULA = "=+-@"


def as_text(
    records: Iterable[Record], columns: Sequence[Column], context: ViewContext, *, headings: bool = False
) -> str:
    """One line a record, its cells in the order of the columns; with a line of headings where asked for."""
    shown = [column for column in columns if column.label]
    lines = [[_(column.label) for column in shown]] if headings else []
    lines += [[_cell(record, column, context) for column in shown] for record in records]
    return "\n".join("\t".join(map(_quoted, line)) for line in lines)


def _cell(record: Record, column: Column, context: ViewContext) -> str:
    """The words of a field; what only follows from the plan as the table shows it, without its sign."""
    field = fields_of(type(record)).get(column.name)
    if column.name == "number":
        return record.number
    if field is not None and field.kind is Kind.DECIMAL:
        return format_number(getattr(record, column.name))
    if field is not None:
        return field_text(field, getattr(record, column.name), context)
    return "".join(run.text for run in column.paint(record, context, _FULL_WIDTH)).strip()


def _quoted(text: str) -> str:
    """A cell that stays one cell: of several lines between quotes, and never taken for a formula."""
    text = clean_text(text).strip().replace("\t", " ")
    if text[:1] in _FORMULA and text[:1] and not text[1:2].isdigit():
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if "\n" in text or text.startswith('"') else text

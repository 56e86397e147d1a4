"""Columns of a record table: what each shows, how it sorts, and how they share the width there is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import msgspec

from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Field, Kind, Tone
from roadmap_tui.model.parsing import choice_label
from roadmap_tui.model.record import Record, fields_of
from roadmap_tui.view.formats import format_date, grouped, lag_text, percent
from roadmap_tui.view.glyphs import Glyphs, choice_sign
from roadmap_tui.view.text import Line, Run, one_line, width_of

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook

Lookup = Callable[[str, int], Record | None]
SIGN_ONLY = 4
NOT_MEASURED: Mapping[str, int] = MappingProxyType({})
_LAST = "\U0010ffff"


class ViewContext(msgspec.Struct, frozen=True):
    """What a view needs beside the record itself."""

    outlook: Outlook
    lookup: Lookup
    glyphs: Glyphs
    waiting: frozenset[int] = frozenset()
    """The records that hold a difference to be decided."""
    updated: Callable[[str, int], tuple[datetime, str] | None] | None = None
    """When a record was last changed and by whom, by table and id; None where the view does not tell."""


Paint = Callable[[Any, ViewContext, int], Line]
SortKey = Callable[[Any, ViewContext], Any]


class Column(msgspec.Struct, frozen=True):
    """One column; where the width is short, columns with a higher `drop` leave first (0 stays).

    Spare width goes to columns in order of `grow`; a `whole` column takes its full width or stays at its minimum.
    Columns with a `drop` above `outlasts` leave before a `whole` column shrinks.
    """

    name: str
    label: str
    width: int
    minimum: int
    paint: Paint
    key: SortKey
    drop: int = 0
    flex: int = 0
    right: bool = False
    descending: bool = False
    grow: int = 5
    whole: bool = False
    outlasts: int = 9


def field_text(field: Field, value: Any, context: ViewContext) -> str:
    """A field's value as people read it; may hold several lines."""
    if value is None or value == "":
        return ""
    match field.kind:
        case Kind.DATE:
            return format_date(value) if isinstance(value, date) else str(value)
        case Kind.DECIMAL:
            return grouped(value)
        case Kind.PERCENT:
            return percent(value)
        case Kind.FLAG:
            return _("yes") if value else ""
        case Kind.LAG:
            return lag_text(str(value))
        case Kind.CHOICE:
            return choice_label(field, value)
        case Kind.REF:
            target = context.lookup(field.target, value)
            return f"{target.number} {target.title}".strip() if target else "?"
        case Kind.REFS:
            return ", ".join(
                f"{target.number} {target.title}" if target else "?" for target in targets(field, value, context)
            )
    return str(value)


def targets(field: Field, value: Iterable[int], context: ViewContext) -> list[Record | None]:
    """The records that a field points to; None for one that is not there."""
    return [context.lookup(field.target, each) for each in value]


def field_tone(field: Field, strong: bool = False) -> Tone:
    """How much a field's text stands out."""
    if strong:
        return Tone.STRONG
    return Tone.NORMAL if field.kind in (Kind.TEXT, Kind.WHEN, Kind.DATE, Kind.PEOPLE) else Tone.MUTED


def field_key(field: Field, value: Any, context: ViewContext) -> Any:
    """What a column of this field sorts by; empty values come last."""
    match field.kind:
        case Kind.CHOICE:
            codes = [choice.code for choice in field.choices]
            return codes.index(value) if value in codes else len(codes)
        case Kind.NUMBER | Kind.DECIMAL | Kind.PERCENT | Kind.SCALE:
            return value if value is not None else 10**9
        case Kind.DATE:
            return value or date.max
    text = field_text(field, value, context)
    return text.casefold() or _LAST


def field_column(
    record_type: type[Record],
    name: str,
    *,
    minimum: int = 8,
    drop: int = 0,
    flex: int = 0,
    strong: bool = False,
    muted: bool = False,
    grow: int = 5,
    width: int = 0,
    outlasts: int = 9,
) -> Column:
    """A column that shows one declared field."""
    field = fields_of(record_type)[name]
    tone = Tone.MUTED if muted else field_tone(field, strong)

    def paint(record: Record, context: ViewContext, width: int) -> Line:
        if field.kind is Kind.CHOICE and any(choice.glyph for choice in field.choices):
            return status_line(field, getattr(record, name), context, width)
        if field.kind is Kind.REFS:
            found = targets(field, getattr(record, name), context)
            return [Run(", ".join(target.number if target else "?" for target in found), tone)]
        return [Run(one_line(field_text(field, getattr(record, name), context)), tone)]

    def key(record: Record, context: ViewContext) -> Any:
        return field_key(field, getattr(record, name), context)

    right = field.kind in (Kind.NUMBER, Kind.DECIMAL, Kind.PERCENT)
    size = width or field.width
    whole = field.kind is Kind.CHOICE and minimum < SIGN_ONLY
    least = min(minimum, size)
    return Column(
        name, field.label, size, least, paint, key, drop, flex, right, grow=grow, whole=whole, outlasts=outlasts
    )


def status_line(field: Field, code: str, context: ViewContext, width: int) -> Line:
    """A choice as sign and word, or as the sign alone where there is no room."""
    sign, tone = choice_sign(field, code, context.glyphs)
    if sign == " ":
        return [Run(one_line(choice_label(field, code)), tone)]
    return [Run(sign if width < SIGN_ONLY else f"{sign} {one_line(choice_label(field, code))}", tone)]


def lay_out(
    columns: Sequence[Column], width: int, gap: int = 2, needs: Mapping[str, int] = NOT_MEASURED
) -> list[tuple[Column, int]]:
    """Which columns fit in `width` cells, and how wide each is.

    `needs` tells how wide the widest text of a column is, where that was measured: a column takes no more than that
    before the others have what they need.
    """
    kept = [_needed(column, needs) for column in _that_fit(list(columns), width, gap)]
    widths = {column.name: column.minimum for column in kept}
    for _cell in range(_least(kept, gap) - width):
        widest = max(widths, key=lambda name: widths[name])
        widths[widest] = max(1, widths[widest] - 1)
    spare = max(0, width - _least(kept, gap))
    for column in sorted(kept, key=lambda column: column.grow):
        grow = column.width - column.minimum
        grow = min(spare, grow) if grow <= spare or not column.whole else 0
        widths[column.name] += grow
        spare -= grow
    if needs:
        spare = _fill(kept, widths, needs, spare)
        spare = _fill(kept, widths, {column.name: width_of(_(column.label)) for column in kept}, spare)
    shares = sum(column.flex for column in kept)
    flexible = [column for column in kept if column.flex]
    for column in flexible:
        widths[column.name] += spare * column.flex // shares
    if flexible:
        widths[flexible[0].name] += spare - sum(spare * column.flex // shares for column in flexible)
    own = {column.name: column for column in columns}
    return [(own[column.name], widths[column.name]) for column in kept]


def _needed(column: Column, needs: Mapping[str, int]) -> Column:
    """The column with no more width than its texts and its heading take; a whole one with all that it needs."""
    need = needs.get(column.name, column.width)
    if column.whole:
        return msgspec.structs.replace(column, width=max(need, column.width))
    if need >= column.width:
        return column
    size = min(column.width, max(need, width_of(_(column.label))))
    return msgspec.structs.replace(column, width=size, minimum=min(column.minimum, size))


def _fill(columns: Sequence[Column], widths: dict[str, int], wanted: Mapping[str, int], spare: int) -> int:
    """Give columns that lack a few cells what they want: titles, then those that lack least; answers what is left."""
    lacking = [
        (column.name != "title", wanted[column.name] - widths[column.name], column.name)
        for column in columns
        if wanted.get(column.name, 0) > widths[column.name] and (not column.whole or widths[column.name] > SIGN_ONLY)
    ]
    for _other, cells, name in sorted(lacking):
        grow = min(cells, spare)
        widths[name] += grow
        spare -= grow
    return spare


def _that_fit(columns: list[Column], width: int, gap: int) -> list[Column]:
    """The columns without those that leave; whole columns shrink only after what they outlast has left."""
    outlasted = min((column.outlasts for column in columns if column.whole), default=0)
    for least, below in ((_least_in_full, outlasted), (_least, 0)):
        while least(columns, gap) > width and (leaving := [each for each in columns if each.drop > below]):
            columns.remove(max(leaving, key=lambda column: column.drop))
    return columns


def panned(
    columns: Sequence[Column],
    width: int,
    gap: int,
    hollow: frozenset[str],
    skipped: int,
    needs: Mapping[str, int] = NOT_MEASURED,
) -> tuple[list[tuple[Column, int]], bool]:
    """The columns that fit without the first `skipped` of those that may leave, and whether more are hidden behind.

    `hollow` columns hold nothing in any row; where not all columns fit they leave first, until they are asked for.
    """
    all_stay = skipped or _least(columns, gap) <= width
    kept = [column for column in columns if all_stay or column.name not in hollow or not column.drop]
    leaving = [column for column in kept if column.drop and column.name != "number"][:skipped]
    laid_out = lay_out([column for column in kept if column not in leaving], width, gap, needs)
    return laid_out, len(laid_out) < len(columns) - len(leaving)


def _least(columns: Sequence[Column], gap: int) -> int:
    return sum(column.minimum for column in columns) + gap * (len(columns) - 1)


def _least_in_full(columns: Sequence[Column], gap: int) -> int:
    return _least(columns, gap) + sum(column.width - column.minimum for column in columns if column.whole)

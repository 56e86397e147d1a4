"""What many hands did to a plan, as rows of a list: differences, history, the bin, and copies beside the file."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Annotated, Any, ClassVar

import msgspec

from roadmap_tui.i18n import N_
from roadmap_tui.model import fields as f
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.view.columns import Column, ViewContext
from roadmap_tui.view.text import Line, Run, fit, one_line, width_of, wrap

_GAP = 3
_MOST_WORDS = 4000


class Side(msgspec.Struct, frozen=True):
    """One of the values that wait: the value itself, how it reads, and who wrote it when."""

    value: Any
    text: str
    who: str
    when: str


class DifferenceRow(Record, frozen=True, kw_only=True):
    """One field that holds several values."""

    TABLE: ClassVar[str] = "_differences"

    title: Annotated[str, f.text(N_("Record"), width=24)] = ""
    field: Annotated[str, f.text(N_("Field"), width=16)] = ""
    who: Annotated[str, f.text(N_("By"), width=16)] = ""
    table: str = ""
    record_id: int = 0
    name: str = ""
    sides: tuple[Side, ...] = ()


class HistoryRow(Record, frozen=True, kw_only=True):
    """What one user action did to one record."""

    TABLE: ClassVar[str] = "_history"

    when: Annotated[str, f.text(N_("When"), width=16)] = ""
    who: Annotated[str, f.text(N_("By"), width=16)] = ""
    title: Annotated[str, f.text(N_("Record"), width=24)] = ""
    what: Annotated[str, f.text(N_("What"), width=40)] = ""
    table: str = ""
    record_id: int = 0
    is_first: bool = True
    fields: tuple[tuple[str, str, str], ...] = ()


class BinRow(Record, frozen=True, kw_only=True):
    """One record that somebody removed."""

    TABLE: ClassVar[str] = "_removed"

    title: Annotated[str, f.text(N_("Record"), width=30)] = ""
    kind: Annotated[str, f.text(N_("Kind"), width=16)] = ""
    who: Annotated[str, f.text(N_("Removed by"), width=16)] = ""
    when: Annotated[str, f.text(N_("When"), width=16)] = ""
    table: str = ""
    record_id: int = 0
    facts: tuple[tuple[str, str], ...] = ()


class CopyRow(Record, frozen=True, kw_only=True):
    """A copy of the plan that lies beside it."""

    TABLE: ClassVar[str] = "_copies"

    title: Annotated[str, f.text(N_("File"), width=34)] = ""
    who: Annotated[str, f.text(N_("Last changed by"), width=16)] = ""
    when: Annotated[str, f.text(N_("Saved"), width=16)] = ""
    what: Annotated[str, f.text(N_("What it adds"), width=34)] = ""
    path: Path = Path()
    adds: bool = False
    lines: tuple[tuple[str, Tone, str], ...] = ()


def _column(name: str, label: str, width: int, minimum: int, tone: Tone, **extra: Any) -> Column:
    def paint(row: Record, context: ViewContext, width: int) -> Line:
        return [Run(one_line(str(getattr(row, name))), tone)]

    return Column(name, label, width, minimum, paint, lambda row, context: str(getattr(row, name)).casefold(), **extra)


def _difference_columns() -> tuple[Column, ...]:
    return (
        _column("number", N_("No."), 4, 3, Tone.MUTED),
        _column("title", N_("Record"), 30, 16, Tone.STRONG, flex=3, grow=1),
        _column("field", N_("Field"), 22, 12, Tone.NORMAL, flex=1, grow=2),
        _column("who", N_("By"), 26, 12, Tone.MUTED, drop=2, flex=1),
    )


def _history_columns() -> tuple[Column, ...]:
    def once(name: str) -> Callable[[HistoryRow, ViewContext, int], Line]:
        return lambda row, context, width: [Run(getattr(row, name) if row.is_first else "", Tone.MUTED)]

    return (
        Column("when", N_("When"), 16, 16, once("when"), lambda row, context: row.order, descending=True),
        Column("who", N_("By"), 16, 8, once("who"), lambda row, context: row.who.casefold(), drop=4),
        _column("number", N_("No."), 4, 3, Tone.MUTED, drop=3),
        _column("title", N_("Record"), 26, 14, Tone.STRONG, flex=1, drop=2),
        _column("what", N_("What"), 44, 20, Tone.NORMAL, flex=3, grow=1),
    )


def _bin_columns() -> tuple[Column, ...]:
    return (
        _column("number", N_("No."), 4, 3, Tone.MUTED),
        _column("title", N_("Record"), 34, 20, Tone.STRONG, flex=3, grow=1),
        _column("kind", N_("Kind"), 18, 10, Tone.NORMAL, drop=3),
        _column("who", N_("Removed by"), 18, 10, Tone.NORMAL, drop=2, flex=1),
        Column("when", N_("When"), 16, 16, _when, lambda row, context: row.order, drop=1, descending=True),
    )


def _copy_columns() -> tuple[Column, ...]:
    return (
        _column("title", N_("File"), 34, 18, Tone.STRONG, flex=2, grow=2),
        _column("what", N_("What it adds"), 54, 30, Tone.NORMAL, flex=3, grow=1),
        _column("who", N_("Last changed by"), 18, 12, Tone.MUTED, drop=2),
        Column("when", N_("Saved"), 16, 16, _when, lambda row, context: row.order, drop=1, descending=True),
    )


def _when(row: Any, context: ViewContext, width: int) -> Line:
    return [Run(row.when, Tone.MUTED)]


COLUMNS: dict[str, Callable[[], tuple[Column, ...]]] = {
    DifferenceRow.TABLE: _difference_columns,
    HistoryRow.TABLE: _history_columns,
    BinRow.TABLE: _bin_columns,
    CopyRow.TABLE: _copy_columns,
}


def side_by_side(left: Line, right: Line, one: str, other: str, width: int, rule: str) -> list[Line]:
    """Two texts beside each other under their headings, with the words that differ standing out."""
    half = (width - _GAP) // 2
    first, second = _marked(one, other)
    columns = [[left, *_wrapped(first, half)], [right, *_wrapped(second, half)]]
    lines: list[Line] = []
    for place in range(max(map(len, columns))):
        start, end = (column[place] if place < len(column) else [] for column in columns)
        used = sum(width_of(run.text) for run in start)
        lines.append([*start, Run(" " * max(0, half - used)), Run(f" {rule} ", Tone.MUTED), *end])
    return lines


_Words = list[tuple[str, bool]]


def _marked(one: str, other: str) -> tuple[_Words, _Words]:
    """The words of both texts, each with whether the other text lacks it there."""
    first, second = _words(one), _words(other)
    marked: tuple[_Words, _Words] = ([], [])
    if len(first) + len(second) > _MOST_WORDS:
        return [(word, False) for word in first], [(word, False) for word in second]
    for kind, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        marked[0].extend((word, kind != "equal") for word in first[a:b])
        marked[1].extend((word, kind != "equal") for word in second[c:d])
    return marked


def _words(text: str) -> list[str]:
    lines = [line.split() for line in text.split("\n")]
    return [word for line in lines for word in (*line, "\n")][:-1]


def _wrapped(words: _Words, width: int) -> list[Line]:
    lines: list[Line] = [[]]
    room = width
    for word, differs in words:
        if word == "\n":
            lines.append([])
            room = width
            continue
        for piece in wrap(word, width):
            size = width_of(piece) + (1 if lines[-1] else 0)
            if size > room and lines[-1]:
                lines.append([])
                room, size = width, width_of(piece)
            space = " " if lines[-1] else ""
            lines[-1].append(Run(space + piece, Tone.WARN if differs else Tone.NORMAL))
            room -= size
    return lines


def fact_lines(facts: tuple[tuple[str, str], ...], width: int, label_width: int = 20) -> list[Line]:
    """Labels with their texts, wrapped."""
    lines: list[Line] = []
    for label, text in facts:
        for place, part in enumerate(wrap(text, width - label_width)):
            lines.append([Run(fit(label if place == 0 else "", label_width - 1) + " ", Tone.MUTED), Run(part)])
    return lines

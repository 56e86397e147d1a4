"""Rows that are drawn when they come in sight: of a table, a list of sentences or a comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.view.text import Line, Run, wrap


class Row(NamedTuple):
    """One line, made for the width it gets; `record` is what Enter opens, None for headings and blanks."""

    draw: Callable[[int], Line]
    record: Record | None = None


def plain(*runs: Run, record: Record | None = None) -> Row:
    """A row that is the same in every width."""
    line = list(runs)
    return Row(lambda width: line, record)


def sentence_rows(text: str, width: int, sign: str, tone: Tone, record: Record | None = None) -> Iterable[Row]:
    """A sentence with a sign before it, wrapped; its first line opens the record."""
    first, *more = wrap(text, max(8, width - 2))
    yield plain(Run(f"{sign} {first}", tone), record=record)
    yield from (plain(Run(f"  {line}", tone)) for line in more)

"""What a source gives: first a grid as the file holds it, then rows keyed by activity field."""

from __future__ import annotations

from dataclasses import dataclass, field

MAX_COLUMNS = 200
"""What stands further to the right is no part of a planning table."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is not an activity; `row` counts from 1 as the source shows it."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Warning_:  # noqa: N801 - the plain name is Python's
    """Something to check by eye; row 0 is the table as a whole."""

    row: int
    message: str


@dataclass(slots=True)
class RawRow:
    """One row of a grid; `repeated` are the columns whose text stands in a cell merged with the one above."""

    number: int
    cells: list[str]
    repeated: frozenset[int] = frozenset()
    heading: bool = False
    merged: bool = False

    def __post_init__(self) -> None:
        del self.cells[MAX_COLUMNS:]


@dataclass(slots=True)
class RawTable:
    """A grid of text as the file holds it, with the lines of text that stand before it.

    `exact` says that the headings, in the first row, are field names and not words of people.
    """

    format: str
    rows: list[RawRow]
    before: list[str] = field(default_factory=list)
    warnings: list[Warning_] = field(default_factory=list)
    exact: bool = False


@dataclass(slots=True)
class SourceRow:
    """One activity; `cells` holds clean text by activity field name."""

    number: int
    cells: dict[str, str]


@dataclass(slots=True)
class SourceTable:
    """A planning table that was read: `columns` are the field names found, in the order of the source."""

    format: str
    title: str
    subtitle: str
    columns: list[str]
    rows: list[SourceRow]
    skipped: list[Skipped] = field(default_factory=list)
    warnings: list[Warning_] = field(default_factory=list)

"""The rows of one record table: which records, filtered and sorted, and where each is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from roadmap_tui.i18n import _
from roadmap_tui.model.record import Record
from roadmap_tui.view.columns import NOT_MEASURED, Column, ViewContext
from roadmap_tui.view.filters import TextFilter
from roadmap_tui.view.tables import DEFAULT_SORT, columns_of
from roadmap_tui.view.text import Line, line_width

_SEARCHED = 300
_MEASURED = 600


class Listing:
    """What a table shows of one kind of record. Loading costs time in proportion to the records; moving does not."""

    def __init__(self, table: str) -> None:
        self.table = table
        self.columns: tuple[Column, ...] = columns_of(table)
        self.sort = DEFAULT_SORT.get(table, "")
        self.query = ""
        self.only: Callable[[Record], bool] | None = None
        self.hollow: frozenset[str] = frozenset()
        """The columns that hold nothing in any row and may make room for others."""
        self.needs: Mapping[str, int] = NOT_MEASURED
        """The cells that the widest text of each column takes, where the table is small enough to look."""
        self.rows: list[Record] = []
        self.total = 0
        self._places: dict[int, int] = {}
        self._filter = TextFilter()
        self._all: Sequence[Record] = ()
        self._context: ViewContext | None = None

    def load(self, records: Sequence[Record], context: ViewContext) -> None:
        """Show `records` from now on."""
        is_new = records is not self._all
        self._all, self._context = records, context
        self._fit_numbers()
        if is_new:
            self._measure(records, context)
        self.arrange()

    def _is_hollow(self, column: Column, records: Sequence[Record], context: ViewContext) -> bool:
        """Whether a column that may leave holds nothing in any row; a long table is not searched for it."""
        if not column.drop or not 0 < len(records) <= _SEARCHED:
            return False
        return not any(run.text.strip() for record in records for run in column.paint(record, context, column.width))

    def _measure(self, records: Sequence[Record], context: ViewContext) -> None:
        """How wide each column has to be; what was asked for stays, so that columns keep their place."""
        if 0 < len(records) * len(self.columns) <= _MEASURED:
            self.needs = {
                column.name: max(
                    self.needs.get(column.name, 0),
                    *(line_width(column.paint(record, context, column.width)) for record in records),
                )
                for column in self.columns
            }

    def _fit_numbers(self) -> None:
        """Make room for the longest number; the room never shrinks, so that columns keep their place."""
        first = self.columns[0] if self.columns else None
        longest = max((len(record.number) for record in self._all), default=0)
        if first is not None and first.name == "number" and longest > first.minimum:
            wider = msgspec.structs.replace(first, width=max(longest, first.width), minimum=longest)
            self.columns = (wider, *self.columns[1:])

    def arrange(self) -> None:
        """Filter and sort again."""
        if self._context is None:
            return
        context = self._context
        chosen = self._all if self.only is None else [record for record in self._all if self.only(record)]
        self.total = len(chosen)
        self.hollow = frozenset(c.name for c in self.columns if self._is_hollow(c, chosen, context))
        rows = self._filter.matches(chosen, self.query, context)
        column = self.sort_column
        if column is not None:
            rows.sort(key=lambda record: column.key(record, context), reverse=column.descending)
        self.rows = rows
        self._places = {record.id: place for place, record in enumerate(rows)}

    def gather(self, seconds: float) -> bool:
        """Get ready for a filter for at most so long; True where filtering takes no time any more."""
        return self._context is None or self._filter.gather(self._all, self._context, seconds)

    @property
    def context(self) -> ViewContext | None:
        """What the cells are painted with; None until something is loaded."""
        return self._context

    @property
    def sort_column(self) -> Column | None:
        """The column that rows are sorted by; None for their own order."""
        return next((column for column in self.columns if column.name == self.sort), None)

    def next_sort(self) -> str:
        """Sort by the next column, after the last by the records' own order; says in words what it is now."""
        names = ["", *(column.name for column in self.columns if column.label and column.name != "number")]
        self.sort = names[(names.index(self.sort) + 1) % len(names)] if self.sort in names else ""
        self.arrange()
        column = self.sort_column
        return _("Sorted by: {column}").format(column=_(column.label)) if column else _("In their own order")

    def row_of(self, record_id: int) -> int | None:
        """Where a record is, or None where it is not shown."""
        return self._places.get(record_id)

    def cell(self, row: int, column: Column, width: int) -> Line:
        """What a row shows in a column of this width."""
        return column.paint(self.rows[row], self._context, width) if self._context is not None else []

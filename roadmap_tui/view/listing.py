"""The rows of one record table: which records, filtered and sorted, and where each is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from roadmap_tui.i18n import _
from roadmap_tui.model.record import Record
from roadmap_tui.view.columns import Column, ViewContext
from roadmap_tui.view.filters import TextFilter
from roadmap_tui.view.tables import DEFAULT_SORT, columns_of
from roadmap_tui.view.text import Line


class Listing:
    """What a table shows of one kind of record. Loading costs time in proportion to the records; moving does not."""

    def __init__(self, table: str) -> None:
        self.table = table
        self.columns: tuple[Column, ...] = columns_of(table)
        self.sort = DEFAULT_SORT.get(table, "")
        self.query = ""
        self.only: Callable[[Record], bool] | None = None
        self.rows: list[Record] = []
        self.total = 0
        self._places: dict[int, int] = {}
        self._filter = TextFilter()
        self._all: Sequence[Record] = ()
        self._context: ViewContext | None = None

    def load(self, records: Sequence[Record], context: ViewContext) -> None:
        """Show `records` from now on."""
        self._all, self._context = records, context
        self.arrange()

    def arrange(self) -> None:
        """Filter and sort again."""
        if self._context is None:
            return
        context = self._context
        chosen = self._all if self.only is None else [record for record in self._all if self.only(record)]
        self.total = len(chosen)
        rows = self._filter.matches(chosen, self.query, context)
        column = self.sort_column
        if column is not None:
            rows.sort(key=lambda record: column.key(record, context), reverse=column.descending)
        self.rows = rows
        self._places = {record.id: place for place, record in enumerate(rows)}

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

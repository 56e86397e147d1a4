"""What every screen of record tables shares: the filter and the marks, under the same keys everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _, ngettext
from screens.base import PlanScreen
from screens.widgets.filter_bar import FilterBar
from screens.widgets.frame import MessageLine
from screens.widgets.record_table import RecordTable

_GATHER_SECONDS, _REST_SECONDS = 0.01, 0.001


class TablesScreen(PlanScreen):
    """One or more record tables of which rows are filtered and marked."""

    AUTO_FOCUS = "RecordTable"
    _filtered: RecordTable | None = None
    _wanted: str | None = None
    _is_gathering = False

    def extra(self) -> ComposeResult:
        yield FilterBar()

    @property
    def tables(self) -> Sequence[RecordTable]:
        """All tables of this screen."""
        return list(self.query(RecordTable))

    @property
    def table(self) -> RecordTable:
        """The table that actions work on: the one with the focus, else the first."""
        tables = self.tables
        return next((table for table in tables if table.has_focus), tables[0])

    def on_mount(self) -> None:
        """Show what the tables showed before, where somebody comes back from another plan."""
        stand = self.roadmap.stand
        if stand is not None:
            from screens.standing import take_up

            for table in self.tables:
                take_up(stand, self.place, table)
            self.call_after_refresh(self.tell_rest)

    # marks

    def action_mark(self) -> None:
        """Mark the row under the cursor."""
        self._need_row()
        self.table.toggle_mark()
        self.tell_rest()

    def action_mark_range(self) -> None:
        """Mark every row from the last mark up to the cursor."""
        self._need_row()
        self.table.mark_range()
        self.tell_rest()

    def action_mark_all(self) -> None:
        """Mark all rows that are shown; where they are, none."""
        self._need_row()
        self.table.mark_all()
        self.tell_rest()

    def _need_row(self) -> None:
        if self.table.record is None:
            raise UsageError(_("There is no row here."))

    def unmark(self) -> None:
        """Let all marks of the table go."""
        if self.table.marked:
            self.table.marked.clear()
            self.table.refresh()
        self.tell_rest()

    # filter

    def action_filter(self) -> None:
        """Filter the rows of this table while typing."""
        self._filtered = self.table
        self._wanted = None
        self.query_one(FilterBar).open(self.table.listing.query)
        if not self._is_gathering:
            self._gather()

    def action_clear(self) -> None:
        """Clear marks and filter."""
        self._wanted = None
        self.table.marked.clear()
        if not self.table.listing.query:
            self.table.listing.arrange()
        self.filter_by("")

    def _gather(self) -> None:
        """Get ready to filter a long list, a little at a time so that keys come in between; then do what is wanted."""
        table = self._filtered
        self._is_gathering = table is not None and not table.listing.gather(_GATHER_SECONDS)
        if self._is_gathering:
            self.set_timer(_REST_SECONDS, self._gather)
        elif self._wanted is not None:
            query, self._wanted = self._wanted, None
            self.filter_by(query)
            if not self.query_one(FilterBar).display:
                self._filtered = None

    def filter_by(self, query: str) -> None:
        """Show only the rows that hold these words."""
        table = self._filtered or self.table
        if query != table.listing.query:
            table.listing.query = query
            table.listing.arrange()
        table.show()
        self.tell_rest(table)

    def tell_rest(self, table: RecordTable | None = None) -> None:
        """Keep saying that rows are hidden or marked, and how to get out of that."""
        table = table or self.table
        listing, words, count = table.listing, [], len(table.marked)
        if listing.query:
            text = _('Filter "{words}": {count} of {total}.')
            words.append(text.format(words=listing.query, count=len(listing.rows), total=listing.total))
        if count:
            words.append(ngettext("{count} row marked.", "{count} rows marked.", count).format(count=count))
        if words:
            words.append(_("Esc shows everything.") if listing.query else _("Esc clears the marks."))
        self.query_one(MessageLine).rest(" ".join(words))

    @on(FilterBar.Changed)
    def _filter_typed(self, event: FilterBar.Changed) -> None:
        self._wanted = event.query
        if not self._is_gathering:
            self._gather()

    @on(FilterBar.Closed)
    def _filter_closed(self, event: FilterBar.Closed) -> None:
        bar = self.query_one(FilterBar)
        bar.close()
        if event.clear:
            self._wanted = None
            self.filter_by("")
        self.set_focus(self._filtered or self.table)
        if self._wanted is None:
            self._filtered = None

"""The bin: what was removed, by whom, and how does it come back?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from roadmap_tui.actions.scopes import APP, BIN, ROWS
from roadmap_tui.editing import edits
from roadmap_tui.i18n import N_, _, ngettext
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.services.changelists import bin_rows
from roadmap_tui.view.hands import BinRow, fact_lines
from roadmap_tui.view.text import Line, Run
from screens.keys import bindings
from screens.rows import RowsScreen


class BinScreen(RowsScreen):
    """The records that somebody removed; Enter brings back the marked ones, else the one under the cursor."""

    PLACE: ClassVar[str] = "bin"
    TABLE: ClassVar[str] = BinRow.TABLE
    EMPTY: ClassVar[str] = N_("The bin is empty.")
    SCOPES: ClassVar[tuple[str, ...]] = (BIN, ROWS, APP)
    BINDINGS = bindings(BIN)

    def rows(self) -> Sequence[Record]:
        return bin_rows(self.session, self.view_context())

    def top(self) -> str:
        count = self.table.listing.total
        return ngettext("{count} record in the bin", "{count} records in the bin", count).format(count=count)

    def about(self, row: Record | None, width: int) -> list[Line]:
        if not isinstance(row, BinRow):
            return []
        title: Line = [Run(f"{row.number} {row.title}".strip(), Tone.STRONG), Run(f"   {row.kind}", Tone.MUTED)]
        gone = _("Removed by {who}, {when}").format(who=row.who, when=row.when)
        return [title, [Run(gone, Tone.MUTED)], [], *fact_lines(row.facts, width)]

    async def open_row(self) -> None:
        self.action_bring_back()

    def action_bring_back(self) -> None:
        """The chosen records out of the bin, with what went along with them."""
        self.one_row()
        chosen = [row for row in self.table.chosen if isinstance(row, BinRow)]
        changes = edits.bring_back(self.session.tables, [(row.table, row.record_id) for row in chosen])
        self.unmark()
        done = _("Brought back: {what}. u takes it back.").format(what=self.session.describe(changes))
        self.roadmap.commit(changes, done)

"""A screen of two tables, where the second shows what belongs to the record under the cursor of the first."""

from __future__ import annotations

from typing import ClassVar

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.view.text import Line, Run, one_line
from screens.lists import ListScreen
from screens.widgets.lines import OneLine
from screens.widgets.record_table import RecordTable

_LEAST_ROWS = 5


class SectionLine(OneLine):
    """The name of a part of the screen, and whose it is."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._owner: Record | None = None

    def show(self, owner: Record | None) -> None:
        """Say whose part this is."""
        if owner is not self._owner:
            self._owner = owner
            self.refresh()

    @property
    def line_number(self) -> int:
        """The last of its lines; a blank one above it keeps parts apart."""
        return self.size.height - 1

    def left(self, width: int) -> Line:
        line = [Run(f"  {self._name}", Tone.STRONG)]
        if self._owner is not None:
            line.append(Run(f"  {self._owner.number}  {one_line(self._owner.title)}", Tone.MUTED))
        return line


class OwnedListScreen(ListScreen):
    """Subclasses name the tables OWNER and OWNED, and the FIELD of the second that points to the first.

    Where the first table stands in a box of its own, ABOVE is the id of that box.
    """

    OWNER: ClassVar[str] = ""
    OWNED: ClassVar[str] = ""
    FIELD: ClassVar[str] = ""
    ABOVE: ClassVar[str] = ""

    @property
    def owner_table(self) -> RecordTable:
        """The table of owners."""
        return self.query_one(f"#{self.OWNER}", RecordTable)

    @property
    def owned_table(self) -> RecordTable:
        """The table of what belongs to the chosen owner."""
        return self.query_one(f"#{self.OWNED}", RecordTable)

    def refresh_plan(self) -> None:
        self.load(self.owner_table)
        self._leave_room()
        self._show_owned(self.owner_table.record)

    def _leave_room(self) -> None:
        """Give the first table no more lines than it has rows; the rest is for what belongs to the chosen one."""
        above = self.query_one(f"#{self.ABOVE or self.OWNER}")
        above.styles.max_height = max(_LEAST_ROWS, self.owner_table.listing.total) + 1

    def row_chosen(self, table: RecordTable, record: Record | None) -> None:
        if table is self.owner_table:
            self._show_owned(record, changed=False)
            self.show_detail(record)

    def _show_owned(self, owner: Record | None, changed: bool = True) -> None:
        owner_id = owner.id if owner else None
        field = self.FIELD
        table = self.owned_table
        table.listing.only = lambda record: getattr(record, field) == owner_id and self.owned_shown(record)
        self.load(table, changed)
        self.query_one(SectionLine).show(owner)

    def owned_shown(self, record: Record) -> bool:
        """Whether the second table shows a record of the chosen owner."""
        return True

    def preset(self, table: RecordTable) -> dict[str, object]:
        if table is not self.owned_table:
            return {}
        owner = self.owner_table.record
        if owner is None:
            raise UsageError(_("Choose or make the row that it belongs to first."))
        return {self.FIELD: owner.id}

    def select_record(self, record: Record) -> None:
        if record.TABLE == self.OWNED:
            owner_id = getattr(record, self.FIELD)
            if owner_id is not None:
                self.owner_table.select(owner_id)
            self._show_owned(self.owner_table.record)
        super().select_record(record)

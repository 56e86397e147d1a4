"""Links of one activity: what it waits for, and what waits for it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from roadmap_tui.actions.scopes import APP, LIST
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.link import Link
from roadmap_tui.model.record import Record
from roadmap_tui.view.listing import Listing
from roadmap_tui.view.text import Line, Run, one_line
from screens.lists import ListScreen
from screens.widgets.lines import OneLine
from screens.widgets.record_table import RecordTable

_ENDS = {"before": "target", "after": "source"}


class LinksHeading(OneLine):
    """Whose links these are, or which of the two lists follows."""

    DEFAULT_CSS = "LinksHeading { height: 2; }"

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.line: Line = []

    @property
    def line_number(self) -> int:
        return 1

    def left(self, width: int) -> Line:
        return self.line

    def right(self, width: int) -> Line:
        return [Run(_("Tab: other list   Esc: back") + " ", Tone.MUTED)] if self.id == "whose" else []


class LinksScreen(ListScreen):
    """Two lists of links: new ones get the activity as their other end."""

    SCOPES: ClassVar[tuple[str, ...]] = (LIST, APP)

    def __init__(self, activity: Activity, place: str) -> None:
        super().__init__(place)
        self._activity_id = activity.id

    def body(self) -> ComposeResult:
        yield LinksHeading("whose")
        yield LinksHeading("waits-for")
        yield self._links("before", _("It waits for nothing; n adds what must come first."))
        yield LinksHeading("waiting")
        yield self._links("after", _("Nothing waits for it; n adds what follows."))

    def _links(self, name: str, empty: str) -> RecordTable:
        listing = Listing(Link.TABLE)
        listing.columns = tuple(column for column in listing.columns if column.name != _ENDS[name])
        listing.only = lambda record: getattr(record, _ENDS[name]) == self._activity_id
        return RecordTable(listing, empty, id=name)

    def refresh_plan(self) -> None:
        activity = self.session.record(Activity.TABLE, self._activity_id)
        if activity is None:
            self.dismiss()
            return
        super().refresh_plan()
        whose = _("Links of {activity}").format(activity=activity.number)
        title = Run(one_line(activity.title), Tone.STRONG)
        for name, line in (
            ("whose", [Run(f"  {whose}  ", Tone.MUTED), title]),
            ("waits-for", [Run("  " + _("Waits for"), Tone.STRONG)]),
            ("waiting", [Run("  " + _("Waiting for it"), Tone.STRONG)]),
        ):
            heading = self.query_one(f"#{name}", LinksHeading)
            heading.line = line
            heading.refresh()

    def preset(self, table: RecordTable) -> dict[str, object]:
        return {_ENDS[table.id or "before"]: self._activity_id}

    def select_record(self, record: Record) -> None:
        """Put the cursor on a link, in the list that it is in."""
        for table in self.tables:
            if record.TABLE == Link.TABLE and table.select(record.id):
                table.focus()

    async def action_open(self) -> None:
        """A link opens in its form: there is no more to see of it."""
        await self.action_edit()

    def action_clear(self) -> None:
        """Clear marks and filter; where there are none, back to where this was opened."""
        if self.table.marked or self.table.listing.query:
            super().action_clear()
        else:
            self.dismiss()

"""What screens of records share that take part in traces: walk from a row, and make rows activities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from roadmap_tui.editing import growing
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.record import Record
from roadmap_tui.planning.trace import TRACED

if TYPE_CHECKING:
    from screens.base import PlanScreen

    _Base = PlanScreen
else:
    _Base = object


class Tracing(_Base):
    """Subclasses say which records were chosen."""

    def traced_records(self) -> Sequence[Record]:
        """The record under the cursor, or those that are marked."""
        raise NotImplementedError

    async def action_trace_back(self) -> None:
        """The trace of the record under the cursor. Raises UsageError for records that take part in none."""
        found = self.traced_records()
        record = found[0] if found else None
        if record is None:
            raise UsageError(_("Choose a row first."))
        if record.TABLE not in TRACED:
            raise UsageError(_("{kind} takes no part in traces.").format(kind=_(record.LABEL)))
        await show_trace(self, record)

    def action_make_activities(self) -> None:
        """The chosen rows as activities of the plan, linked back. Raises UsageError where none can be."""
        titles = growing.layer_titles(self.session.records)
        changes = growing.to_activities(self.session.tables, self.traced_records(), titles)
        count = sum(1 for change in changes if change.table == Activity.TABLE)
        done = ngettext("{count} activity made; u takes it back.", "{count} activities made; u takes it back.", count)
        self.roadmap.commit(changes, done.format(count=count))


async def show_trace(screen: PlanScreen, record: Record) -> None:
    """Go to the screen of traces, on one record."""
    from screens.trace import TraceScreen

    roadmap, place = screen.roadmap, screen.place
    await roadmap.switch_mode(TraceScreen.PLACE)
    if isinstance(roadmap.screen, TraceScreen):
        roadmap.screen.begin(record, place)

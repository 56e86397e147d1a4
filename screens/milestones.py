"""Milestones: what must be delivered, and how far is it?"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from roadmap_tui.i18n import _
from roadmap_tui.view.listing import Listing
from screens.owned import OwnedListScreen, SectionLine
from screens.widgets.record_table import RecordTable


class MilestonesScreen(OwnedListScreen):
    """The milestones, and the checklist of the one under the cursor."""

    PLACE: ClassVar[str] = "milestones"
    OWNER, OWNED, FIELD = "milestones", "checkpoints", "milestone"

    def body(self) -> ComposeResult:
        with Container(id="panes"):
            with Vertical(id="list"):
                empty = _("No milestones yet; n adds the first.")
                yield RecordTable(Listing("milestones"), empty, id="milestones")
            with Vertical(id="beside"):
                yield SectionLine(_("Checklist"))
                empty = _("No checklist yet; n adds the first point.")
                yield RecordTable(Listing("checkpoints"), empty, id="checkpoints")

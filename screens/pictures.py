"""What the screens share that show records in a picture: open, edit and tick off the one under the cursor."""

from __future__ import annotations

from typing import ClassVar

from roadmap_tui.actions.scopes import APP, PICTURE, ROW
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.record import Record
from screens.base import PlanScreen
from screens.keys import bindings


class PictureScreen(PlanScreen):
    """Subclasses say which record is under the cursor, and put the cursor on one."""

    SCOPES: ClassVar[tuple[str, ...]] = (PICTURE, ROW, APP)
    BINDINGS = bindings(PICTURE, ROW)

    @property
    def record(self) -> Record | None:
        """The record under the cursor."""
        raise NotImplementedError

    def one_record(self) -> Record:
        """The record under the cursor. Raises UsageError where there is none."""
        if self.record is None:
            raise UsageError(_("Choose a row first."))
        return self.record

    def action_show(self) -> None:
        """The record on its own screen."""
        self.roadmap.show_record(self.one_record())

    async def action_new_row(self) -> None:
        """A new record of the same kind; an activity where there is none yet."""
        record = self.record
        await self.roadmap.open_new(record.TABLE if record else "activities", record)

    async def action_edit_row(self) -> None:
        """Change the record in a form."""
        await self.roadmap.open_form(self.one_record())

    def action_advance_row(self) -> None:
        """Tick off, or move the status one step on."""
        from roadmap_tui.editing import edits

        self.roadmap.commit(edits.advance([self.one_record()]))

"""Saving in the background: one save at a time, its outcome in words, and a look at what others saved."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec
from textual.message import Message

from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.view.formats import clock


class SaveState(msgspec.Struct, frozen=True):
    """Where the last save stands."""

    state: Literal["unchanged", "saving", "saved", "failed"] = "unchanged"
    moment: datetime | None = None
    reason: str = ""

    def words(self, read_only: bool) -> tuple[str, Tone]:
        """The state in a few words, with its tone."""
        if read_only:
            return _("read only"), Tone.WARN
        if self.state == "failed":
            return _("! not saved (r: try again)"), Tone.BAD
        if self.state == "saving":
            return _("saving…"), Tone.MUTED
        if self.state == "saved" and self.moment:
            return _("saved {time}").format(time=clock(self.moment)), Tone.MUTED
        return _("saved"), Tone.MUTED


class SaveEnded(Message):
    """A save is over: `reason` says why it failed, `joined` whether changes of others came in."""

    def __init__(self, reason: str = "", joined: bool = False) -> None:
        super().__init__()
        self.reason = reason
        self.joined = joined


class PlanRefreshed(Message):
    """Somebody else saved the plan; it has been read again."""

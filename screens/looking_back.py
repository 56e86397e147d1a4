"""From a record to its history and differences, and from the folder to the copies that lie in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from roadmap_tui.errors import RoadmapError, UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.services import copies
from screens.confirm import ConfirmScreen

if TYPE_CHECKING:
    from screens.records import RecordApp
    from screens.saving import SavingApp


class CopiesFound(Message):
    """Copies of the plan with something new lie beside it."""

    def __init__(self, found: list[copies.Copy]) -> None:
        super().__init__()
        self.found = found


def look_beside(app: SavingApp) -> None:
    """Look for copies beside the plan without holding up the screen."""

    def look() -> None:
        try:
            found = copies.find(app.session, with_left=False)
        except (RoadmapError, OSError):
            return
        if found:
            app.post_message(CopiesFound(found))

    app.run_worker(look, thread=True, group="copies", exit_on_error=False)


def offer(app: RecordApp, found: list[copies.Copy]) -> None:
    """Say what lies beside the plan and let the user look at it, or leave it there for good."""
    if app.session.read_only:
        app.say(copies.notice(found), Tone.WARN)
        return

    async def answered(answer: str | None) -> None:
        if answer == "look":
            await app.switch_mode("copies")
        elif answer == "leave":
            for copy in found:
                copies.leave(app.session, copy.path)

    more = _("A file service or a person made it, because two people changed the plan at the same time.")
    answers = [("enter", "look", _("Look at it")), ("w", "leave", _("Leave it; do not ask again"))]
    app.push_screen(ConfirmScreen(copies.notice(found), answers, more), answered)


async def open_history(app: RecordApp, record: Record) -> None:
    """Who changed a record, what and when; Esc goes back."""
    from screens.history import HistoryScreen

    await app.push_screen(HistoryScreen("history", record))


async def open_differences(app: RecordApp, record: Record) -> None:
    """What is to be decided about a record; Esc goes back. Raises UsageError where there is nothing."""
    from screens.differences import DifferencesScreen

    if record.id not in app.waiting:
        raise UsageError(_("Nothing has to be decided about this row."))
    await app.push_screen(DifferencesScreen("differences", record))

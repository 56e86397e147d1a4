"""Watching the plan file: what others save, and whether it stays whole and in its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message

from roadmap_tui.errors import RoadmapError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from screens.saving import SaveState, SavingApp

if TYPE_CHECKING:
    from roadmap_tui.session import Session
    from screens.base import Settings

_POLL_SECONDS = 2.0


class PlanRefreshed(Message):
    """Somebody else saved the plan; it has been read again."""


class FileGone(Message):
    """The plan file is not in its place any more."""


class FileLooked(Message):
    """The plan file stands in its place, `damaged` or whole."""

    def __init__(self, damaged: bool) -> None:
        super().__init__()
        self.damaged = damaged


class WatchingApp(SavingApp):
    """The part of the application that looks at the plan file now and then."""

    def __init__(self, session: Session | Callable[[], Session], settings: Settings) -> None:
        super().__init__(session, settings)
        self._refreshing = False

    def on_mount(self) -> None:
        """Watch for what others save."""
        self.set_interval(_POLL_SECONDS, self.look_for_changes)

    def look_for_changes(self) -> None:
        """Read what others saved, in a thread; one look at a time."""
        if self.is_open and not self._refreshing and not self.is_saving:
            self._refreshing = True
            self.run_worker(self._refresh_session, thread=True, group="refresh", exit_on_error=False)

    def _refresh_session(self) -> None:
        try:
            changed = self.session.refresh()
        except (RoadmapError, OSError):
            changed = False
        finally:
            self._refreshing = False
        if changed:
            self.post_message(PlanRefreshed())
        elif not self.session.path.exists() and self.session.document.has_file:
            self.post_message(FileGone())
        else:
            self.post_message(FileLooked(self.session.document.damaged is not None))

    def on_file_looked(self, message: FileLooked) -> None:
        """Say once that the file was damaged by something else; the plan in memory stays."""
        if message.damaged and self.save_state.state in ("unchanged", "saved"):
            self.show_save(SaveState("damaged"))
            words = _("The file has been damaged by something else. Your plan is still here; r writes it again.")
            self.say(words, Tone.BAD)
        elif not message.damaged and self.save_state.state == "damaged":
            self.show_save(SaveState())
            self.say(_("The file is whole again."))

    def on_file_gone(self) -> None:
        """Say so once; the plan in memory stays, and the next save puts the file back."""
        if self.save_state.state in ("unchanged", "saved"):
            self.show_save(SaveState("gone"))
            self.say(_("The file is gone from its place. Your plan is still here; r puts it back."), Tone.BAD)

    def on_plan_refreshed(self) -> None:
        """Show what others saved."""
        self.say_news(_("Somebody else changed the plan; you now see it as it is."))
        self.plan_changed()

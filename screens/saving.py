"""Changing and saving: one save at a time in the background, and its outcome in words."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import msgspec
from textual.message import Message

from roadmap_tui.actions.changing import CHANGING
from roadmap_tui.errors import RoadmapError
from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.fields import Tone
from roadmap_tui.view.formats import clock
from screens.base import PlanScreen
from screens.opening import OpeningApp
from screens.shell import is_typed_in

if TYPE_CHECKING:
    from pathlib import Path

    from textual.dom import DOMNode

    from roadmap_tui.session import Session
    from roadmap_tui.store.changes import Change
    from screens.base import Settings

_FRAME_SECONDS = 0.03
_SWITCH_SECONDS = 0.001
"""How long a save may go on where a key waits; saving itself loses little by it."""


class SaveState(msgspec.Struct, frozen=True):
    """Where the last save stands."""

    state: Literal["unchanged", "saving", "saved", "failed", "gone", "damaged"] = "unchanged"
    moment: datetime | None = None
    reason: str = ""

    def words(self, read_only: bool) -> tuple[str, Tone]:
        """The state in a few words, with its tone."""
        if read_only:
            return _("read only"), Tone.WARN
        if self.state == "failed":
            return _("! not saved (r: try again)"), Tone.BAD
        if self.state == "gone":
            return _("! file is gone (r: put back)"), Tone.BAD
        if self.state == "damaged":
            return _("! file is damaged (r: write again)"), Tone.BAD
        if self.state == "saving":
            return _("saving…"), Tone.MUTED
        if self.state == "saved" and self.moment:
            return _("saved {time}").format(time=clock(self.moment)), Tone.MUTED
        return _("saved"), Tone.MUTED


class SaveEnded(Message):
    """A save is over: `reason` says why it failed, `joined` whether changes of others came in.

    `aside` is where a damaged file was put; `kept` tells that a next start brings back what could not be saved.
    """

    def __init__(self, reason: str = "", joined: bool = False, aside: Path | None = None, kept: bool = False) -> None:
        super().__init__()
        self.reason = reason
        self.joined = joined
        self.aside = aside
        self.kept = kept


class SavingApp(OpeningApp):
    """The part of the application that changes and saves the plan."""

    def __init__(self, session: Session | Callable[[], Session], settings: Settings) -> None:
        super().__init__(session, settings)
        self.save_state = SaveState()
        self.drafts_to_remove: set[str] = set()
        self.closing = False
        self._waiting: tuple[int, frozenset[int]] = (-1, frozenset())
        self.is_saving = False

    def on_ready(self) -> None:
        """The frame has been painted: show the plan in it, a moment later, so that the frame reaches the terminal."""
        self.painted = True
        self.set_timer(_FRAME_SECONDS, self._show_plan)

    def look_around(self) -> None:
        """Say once what is special about the file that is open now."""
        self.call_after_refresh(self._say_notices)

    def _say_notices(self) -> None:
        from roadmap_tui.services.sharing import notices

        found = notices(self.session)
        if found:
            self.say(" ".join(found), Tone.WARN)

    @property
    def is_read_only(self) -> bool:
        """Whether the open plan may only be read."""
        return self.is_open and self.session.read_only

    async def run_action(self, action: Any, default_namespace: DOMNode | None = None, namespaces: Any = None) -> bool:
        """Carry out an action; one that changes the plan is refused at once where it may only be read."""
        name = str(action).partition("(")[0].rpartition(".")[2]
        if name in CHANGING and self.is_read_only and not is_typed_in(default_namespace):
            self.say(_("This plan is open for reading only."), Tone.WARN)
            return True
        return await super().run_action(action, default_namespace, namespaces)

    @property
    def waiting(self) -> frozenset[int]:
        """The records that hold a difference to be decided."""
        generation = self.session.generation
        if self._waiting[0] != generation:
            from roadmap_tui.services.sharing import differences

            self._waiting = generation, frozenset(each.id for each in differences(self.session))
        return self._waiting[1]

    def commit(self, changes: Sequence[Change], done: str = "") -> None:
        """Carry out one user action, show it and save it."""
        self.session.commit(changes)
        self.plan_changed()
        if done:
            self.say(done)

    def _show_plan(self) -> None:
        """Show the plan on the screens that stand; one that is still being made catches up itself."""
        for screen in self.screen_stack:
            if isinstance(screen, PlanScreen) and screen.is_mounted:
                screen.update_plan()

    def plan_changed(self) -> None:
        """Show the changed plan everywhere and save what is not in the file yet."""
        self._show_plan()
        if self.session.unsaved:
            self.start_save()

    def start_save(self, put_aside: bool = False) -> None:
        """Save in a thread, where asked over a damaged file; while one save runs, the next waits for its end."""
        if self.is_saving:
            return
        self.is_saving = True
        self.show_save(SaveState("saving"))
        self.run_worker(partial(self._save, put_aside), thread=True, group="save", exit_on_error=False)

    def _save(self, put_aside: bool) -> None:
        from roadmap_tui.services import recovery

        usual = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH_SECONDS)
        try:
            aside = recovery.put_aside(self.session) if put_aside else None
            joined = self.session.save()
        except Exception as error:
            own = isinstance(error, RoadmapError)
            reason = str(error) if own else _("Not saved: {reason}").format(reason=error)
            self.post_message(SaveEnded(reason=reason, kept=recovery.keep_unsaved(self.session)))
        else:
            self.post_message(SaveEnded(joined=joined, aside=aside))
        finally:
            sys.setswitchinterval(usual)

    def on_save_ended(self, message: SaveEnded) -> None:
        """Show how the save ended; go on with what came in meanwhile."""
        self.is_saving = False
        if message.reason:
            self.show_save(SaveState("failed", reason=message.reason))
            damaged = _("Not saved: the file has been damaged by something else; r writes the plan again.")
            self.say(damaged if self.session.document.damaged is not None else message.reason, Tone.BAD)
            if self.closing:
                self.closing = False
                self.ask_to_leave(message.reason, message.kept)
            return
        self.show_save(SaveState("saved", datetime.now()))
        while self.drafts_to_remove and not self.session.unsaved:
            self.drafts.remove(self.drafts_to_remove.pop())
        if self.session.document.take_put_back():
            self.say(_("The file was gone and has been put back."), Tone.WARN)
        if message.aside is not None:
            words = _('The plan has been written again; the damaged file is kept as "{name}".')
            self.say(words.format(name=message.aside.name), Tone.WARN)
        elif message.joined:
            self.say_news(_("Changes of others were taken in."))
        self.plan_changed()
        if self.closing and not self.session.unsaved:
            self.exit()

    def show_save(self, state: SaveState) -> None:
        """Show where saving stands."""
        self.save_state = state
        for screen in self.screen_stack:
            if isinstance(screen, PlanScreen):
                screen.refresh_header()

    def say_news(self, otherwise: str) -> None:
        """Who changed what, and what that leaves to be decided."""
        before = len(self._waiting[1])
        words = self.session.news() or otherwise
        count = len(self.waiting)
        if count > before:
            asks = ngettext(
                "{count} record waits for a decision (: Differences).",
                "{count} records wait for a decision (: Differences).",
                count,
            )
            words = f"{words} {asks.format(count=count)}"
        self.say(words, Tone.WARN if count > before else Tone.NORMAL)

    def ask_to_leave(self, reason: str, kept: bool) -> None:
        """The user wanted to close, but the last changes are not saved."""

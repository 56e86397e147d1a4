"""Questions about a file that lacks what was saved before, is damaged, or does not hold the last changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from roadmap_tui.errors import RoadmapError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.services import recovery
from screens.confirm import ConfirmScreen
from screens.shell import BaseApp

if TYPE_CHECKING:
    from roadmap_tui.services.recovery import Missing
    from screens.base import Settings
    from screens.saving import SavingApp


class SafetyLooked(Message):
    """The safety copy has been compared with the file; `missing` is what the file lacks."""

    def __init__(self, missing: Missing | None) -> None:
        super().__init__()
        self.missing = missing


def look_in_background(app: SavingApp) -> None:
    """Compare the safety copy with the file without holding up the screen."""

    def look() -> None:
        try:
            app.post_message(SafetyLooked(recovery.look(app.session)))
        except (RoadmapError, OSError):
            return

    app.run_worker(look, thread=True, group="safety", exit_on_error=False)


def ask_about(app: SavingApp, missing: Missing) -> None:
    """Say what the file lacks and let the user choose; leaving the question open asks again at the next start."""
    session = app.session
    if session.read_only:
        app.say(_("The file lacks what was saved here before: {what}").format(what=missing.words), Tone.WARN)
        return

    def answered(answer: str | None) -> None:
        if answer:
            app.attempt(lambda: _settle(app, answer, missing))

    answers = [
        ("b", "bring", _("Bring back")),
        ("k", "keep", _("Keep this version")),
        ("s", "separate", _("Make it a plan of its own")),
    ]
    question = _("This file lacks changes that you made in it before.")
    more = (
        missing.words
        + "\n"
        + _(
            "Probably an older copy was put in its place, lines were taken out of the file, or the last save failed. "
            "None of these counts as removing: to remove rows, bring them back and remove them here."
        )
    )
    app.push_screen(ConfirmScreen(question, answers, more), answered)


def _settle(app: SavingApp, answer: str, missing: Missing) -> None:
    if answer == "bring":
        recovery.bring_back(app.session, missing)
        done = _("Brought back.")
    elif answer == "separate":
        recovery.make_separate(app.session)
        done = _("The file is now a plan of its own.")
    else:
        recovery.keep_this_version(app.session)
        done = _("The file stays as it is; the earlier state is kept under Restore.")
    app.plan_changed()
    app.say(done)


def ask_to_write_over(app: SavingApp) -> None:
    """Put the file that was damaged under the open plan aside and write the plan, where the user agrees."""

    def answered(answer: str | None) -> None:
        if answer == "write":
            app.start_save(put_aside=True)

    question = _("Put the damaged file aside and write the plan as it is here?")
    answers = [("y", "write", _("Yes")), ("n", "", _("No"))]
    app.push_screen(ConfirmScreen(question, answers, _("The damaged file is kept beside it.")), answered)


def ask_to_leave(app: SavingApp, reason: str, kept: bool) -> None:
    """The user wants to close but the last changes are not saved; `kept` tells that the next start has them."""
    damaged = app.session.document.damaged is not None

    def answered(answer: str | None) -> None:
        if answer == "leave":
            app.exit()
        elif answer == "retry":
            app.closing = True
            app.start_save(put_aside=damaged)

    retry = _("Put the damaged file aside and save") if damaged else _("Try again")
    leave = _("Leave; the next start brings the changes back") if kept else _("Leave and lose the changes")
    answers = [("r", "retry", retry), ("w", "leave", leave)]
    app.push_screen(ConfirmScreen(_("Your last changes are not saved."), answers, reason), answered)


def offer_rebuild(app: BaseApp, path: Path, why: str, leave: Callable[[bool], None]) -> None:
    """Show what can be brought back of a damaged file and write it when the user agrees; `leave` gets what happened.

    Raises UnreadableError where nothing can be brought back.
    """
    found = recovery.rebuild(path)

    def answered(answer: str | None) -> None:
        if answer != "write":
            leave(False)
            return
        try:
            recovery.put_in_place(found)
        except RoadmapError as error:
            app.say(str(error), Tone.BAD)
            leave(False)
        else:
            leave(True)

    more = "\n".join([why, "", *recovery.source_words(found), "", _("The damaged file is kept beside it.")])
    question = _("This plan is damaged. Put it together from what is left?")
    app.push_screen(ConfirmScreen(question, [("enter", "write", _("Put together"))], more), answered)


class RebuildApp(BaseApp):
    """Asks about one damaged file; its result is whether the file can be opened now."""

    def __init__(self, settings: Settings, path: Path, why: str) -> None:
        super().__init__(settings)
        self._path, self._why = path, why

    def on_mount(self) -> None:
        """Ask at once."""
        offer_rebuild(self, self._path, self._why, self.exit)


def ask_to_rebuild(settings: Settings, path: Path, why: str) -> bool:
    """Let the user decide about a damaged file; True where it was put together. Raises UnreadableError."""
    recovery.rebuild(path)
    return bool(RebuildApp(settings, path, why).run())

"""The application: one open plan, its screens, and the actions that work everywhere."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.record import Record
from roadmap_tui.user.seen import has_seen
from screens.places import PLACES
from screens.records import RecordApp
from screens.tidying import collect_when_quiet

if TYPE_CHECKING:
    from roadmap_tui.session import Session
    from roadmap_tui.view.search import SearchIndex
    from screens.base import Settings
    from screens.looking_back import CopiesFound
    from screens.plans import OpenPlans
    from screens.recovering import SafetyLooked
    from screens.standing import Stand
    from screens.start import StartSettings


class RoadmapApp(RecordApp):
    """One open plan."""

    MODES = {place.name: place.make for place in PLACES}
    DEFAULT_MODE = PLACES[0].name
    clock: Callable[[], datetime] = staticmethod(datetime.now)
    """The time of now, for what is stamped with it."""
    plans: OpenPlans | None = None
    """The plans in this window, from the moment that there may be more than one."""
    stand: Stand | None = None
    """How this plan stood before somebody went to another one."""
    last_search = ""
    search_index: tuple[tuple[int, int], SearchIndex] | None = None

    def on_mount(self) -> None:
        """Be ready for a lost connection."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError, AttributeError):
                loop.add_signal_handler(getattr(signal, name), self._cut_off)

    def look_around(self) -> None:
        """Offer what was typed before, what is missing from the file and what lies beside it, and a tour."""
        from screens.looking_back import look_beside
        from screens.recovering import look_in_background

        super().look_around()
        self.call_later(self._offer_drafts)
        look_in_background(self)
        look_beside(self)
        self.call_later(self._offer_tour)

    def _offer_tour(self) -> None:
        """Tell a newcomer that there is a tour."""
        if not has_seen("tour"):
            from screens.tour import offer_tour

            offer_tour(self)

    def on_copies_found(self, message: CopiesFound) -> None:
        """Offer the copies that lie beside the plan."""
        from screens.looking_back import offer

        offer(self, message.found)

    def on_safety_looked(self, message: SafetyLooked) -> None:
        """Ask about what the file lacks; save what an interrupted save had left."""
        from screens.recovering import ask_about

        if message.missing is not None:
            ask_about(self, message.missing)
        elif self.session.unsaved:
            self.plan_changed()

    def _cut_off(self) -> None:
        """The terminal is gone or the system stops: keep what was typed and what is not in the file, and leave."""
        self.keep_drafts()
        if self.is_open and self.session.unsaved:
            from roadmap_tui.services.recovery import keep_unsaved

            keep_unsaved(self.session)
        self.exit()

    def keep_drafts(self) -> None:
        """Keep what stands in an open form."""
        for screen in self.screen_stack:
            keep = getattr(screen, "keep_draft", None)
            if keep is not None:
                keep()

    def _offer_drafts(self) -> None:
        drafts = self.drafts.all()
        if drafts and not self.session.read_only:
            from screens.confirm import ConfirmScreen

            draft = drafts[0]
            what = f"{draft.number} {draft.title}".strip()
            question = _("A form was not saved: {what}. Go on with it?").format(what=what or _("new row"))
            answers = [("enter", "open", _("Go on")), ("w", "drop", _("Throw away"))]

            async def answered(answer: str | None) -> None:
                if answer == "open":
                    await self.open_draft(draft)
                elif answer == "drop":
                    self.drafts.remove(draft.name)

            self.push_screen(ConfirmScreen(question, answers), answered)

    # actions that work everywhere

    async def action_go(self, place: str) -> None:
        """Another screen."""
        if place not in self.MODES:
            raise UsageError(_("That screen does not exist yet."))
        await self.switch_mode(place)

    def action_undo(self) -> None:
        """Take the last change back."""
        self._take_back(self.session.undo(), _("Undone: {what}"))

    def action_redo(self) -> None:
        """Carry out again what was undone."""
        self._take_back(self.session.redo(), _("Done again: {what}"))

    def _take_back(self, what: str, words: str) -> None:
        self.plan_changed()
        self.say(words.format(what=what))

    def action_retry_save(self) -> None:
        """Save again after a failure; over a damaged file only when the user agrees."""
        if self.session.document.damaged is not None:
            from screens.recovering import ask_to_write_over

            self.session.check_writable()
            ask_to_write_over(self)
            return
        if not self.session.unsaved and not self.session.document.write_again():
            raise UsageError(_("Everything is saved."))
        self.start_save()

    async def action_edit_plan(self) -> None:
        """The form of the plan itself."""
        await self.open_form(self.session.plan)

    async def action_choose_setting(self, key: str, value: str) -> None:
        """Keep a setting and carry it out at once."""
        from screens.settings import Setting, choose

        await choose(self, Setting(key, value))

    async def action_search(self) -> None:
        """Find words anywhere in the plan."""
        from screens.search import SearchScreen

        def chosen(record: Record | None) -> None:
            if record is not None:
                self.show_record(record)

        await self.push_screen(SearchScreen(self.last_search), chosen)

    def action_plans(self) -> None:
        """Go to another plan, in this window."""
        from screens.plans import OpenPlans, choose_plan

        self.plans = self.plans or OpenPlans(self.session)
        choose_plan(self, self.plans)

    async def action_palette(self) -> None:
        """Find an action or a record by name."""
        from screens.palette import PaletteScreen

        await self.push_screen(PaletteScreen(self.screen), self._run_chosen)

    def _run_chosen(self, chosen: Callable[[], object] | None) -> None:
        if chosen is not None:
            self.call_later(chosen)

    def action_help(self) -> None:
        """All keys of this screen."""
        from screens.help import open_help

        open_help(self)

    # leaving

    async def action_quit(self) -> None:
        """Close when everything is saved; asks where something could not be saved or a form is open."""
        cancel = getattr(self.screen, "action_cancel", None)
        if cancel is not None:
            await cancel()
            return
        if self.session.unsaved and not self.session.read_only:
            self.closing = True
            self.start_save()
            return
        self.exit()

    def ask_to_leave(self, reason: str, kept: bool) -> None:
        from screens.recovering import ask_to_leave

        ask_to_leave(self, reason, kept)


def run(session: Session | Callable[[], Session], settings: Settings, place: str = PLACES[0].name) -> None:
    """Open the plan in the terminal, on one of its screens, until the user closes it. Raises UnreadableError."""
    plans: OpenPlans | None = None
    stand: Stand | None = None
    following: Session | Callable[[], Session] | None = session
    while following is not None:
        RoadmapApp.DEFAULT_MODE = place
        app = RoadmapApp(following, settings)
        app.plans, app.stand = plans, stand
        following = finish(app)
        plans = app.plans
        stand = plans.stand(following) if plans is not None and following is not None else None
        place = stand.place if stand is not None else PLACES[0].name


def finish(app: RoadmapApp) -> Session | None:
    """Run it and answer the plan to go on with; a mistake in the program does not end as if all went well."""
    app.call_later(collect_when_quiet, app)
    following: Session | None = app.run()
    if app.return_code:
        raise SystemExit(app.return_code)
    return following


def run_start(settings: StartSettings) -> None:
    """Let the user choose or make a plan, and open it."""
    from screens.start import choose

    session = choose(settings)
    if session is not None:
        run(session, settings)

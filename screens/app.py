"""The application: one open plan, its screens, and saving in the background."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.binding import Binding

from roadmap_tui.actions import APP
from roadmap_tui.drafts import DraftFolder
from roadmap_tui.errors import RoadmapError, UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.registry import TABLES
from roadmap_tui.view.columns import ViewContext
from roadmap_tui.view.form import FormModel
from roadmap_tui.view.glyphs import Glyphs, glyphs_for
from screens.base import BaseScreen, PlanScreen
from screens.keys import keymap
from screens.places import PLACES, place_of_table
from screens.saving import PlanRefreshed, SaveEnded, SaveState
from screens.theme import LOOKS, Look, textual_theme, wants_plain_colours

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from roadmap_tui.model.record import Record
    from roadmap_tui.session import Session
    from roadmap_tui.store.changes import Change
    from screens.base import Settings

_POLL_SECONDS = 2.0


class BaseApp(App[Any], inherit_bindings=False):
    """Look, keys and error handling, for the plan and for the start screen."""

    CSS_PATH = "roadmap.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [Binding("ctrl+c", "app.quit", show=False)]

    def __init__(self, settings: Settings) -> None:
        plain = wants_plain_colours()
        super().__init__(ansi_color=True if plain else None)
        self.settings = settings
        name = "ansi" if plain else settings.theme if settings.theme in LOOKS else "dark"
        self.look: Look = LOOKS[name]
        self.glyphs: Glyphs = glyphs_for(settings.ascii)
        self.animation_level = "none"
        theme = textual_theme(name)
        self.register_theme(theme)
        self.theme = theme.name
        self.set_keymap(keymap(settings.keys))

    def say(self, text: str, tone: Tone = Tone.NORMAL) -> None:
        """A message on the screen that is shown."""
        if isinstance(self.screen, BaseScreen):
            self.screen.say(text, tone)

    async def run_action(self, action: Any, default_namespace: DOMNode | None = None, namespaces: Any = None) -> bool:
        """Carry out an action; where it cannot be, say why on the message line."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except RoadmapError as error:
            self.say(str(error), Tone.WARN)
            return True


class RoadmapApp(BaseApp):
    """One open plan."""

    MODES = {place.name: place.make for place in PLACES}
    DEFAULT_MODE = PLACES[0].name

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(settings)
        self.session = session
        self.save_state = SaveState()
        self.drafts = DraftFolder(session.profile.drafts, session.document.document_id)
        self.drafts_to_remove: set[str] = set()
        self._saving = False
        self._refreshing = False
        self._closing = False

    def on_mount(self) -> None:
        """Watch for what others save."""
        self.set_interval(_POLL_SECONDS, self._look_for_changes)

    # changes

    def commit(self, changes: Sequence[Change], done: str = "") -> None:
        """Carry out one user action, show it and save it."""
        self.session.commit(changes)
        self.plan_changed()
        if done:
            self.say(done)

    def plan_changed(self) -> None:
        """Show the changed plan everywhere and save what is not in the file yet."""
        for screen in self.screen_stack:
            if isinstance(screen, PlanScreen):
                screen.update_plan()
        if self.session.unsaved:
            self.start_save()

    def start_save(self) -> None:
        """Save in a thread; while one save runs, the next waits for its end."""
        if self._saving:
            return
        self._saving = True
        self._show_save(SaveState("saving"))
        self.run_worker(self._save, thread=True, group="save", exit_on_error=False)

    def _save(self) -> None:
        try:
            joined = self.session.save()
        except RoadmapError as error:
            self.post_message(SaveEnded(reason=str(error)))
        except Exception as error:
            self.post_message(SaveEnded(reason=_("Not saved: {reason}").format(reason=error)))
        else:
            self.post_message(SaveEnded(joined=joined))

    def on_save_ended(self, message: SaveEnded) -> None:
        """Show how the save ended; go on with what came in meanwhile."""
        self._saving = False
        if message.reason:
            self._show_save(SaveState("failed", reason=message.reason))
            self.say(message.reason, Tone.BAD)
            if self._closing:
                self._closing = False
                self._ask_to_leave(message.reason)
            return
        self._show_save(SaveState("saved", datetime.now()))
        while self.drafts_to_remove and not self.session.unsaved:
            self.drafts.remove(self.drafts_to_remove.pop())
        if message.joined:
            self.say(_("Changes of others were taken in."))
        self.plan_changed()
        if self._closing and not self.session.unsaved:
            self.exit()

    def _show_save(self, state: SaveState) -> None:
        self.save_state = state
        for screen in self.screen_stack:
            if isinstance(screen, PlanScreen):
                screen.refresh_header()

    def _look_for_changes(self) -> None:
        if not self._refreshing and not self._saving:
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

    def on_plan_refreshed(self) -> None:
        """Show what others saved."""
        self.plan_changed()
        self.say(_("Somebody else changed the plan; you now see it as it is."))

    # actions that work everywhere

    def action_go(self, place: str) -> None:
        """Another screen."""
        if place not in self.MODES:
            raise UsageError(_("That screen does not exist yet."))
        self.switch_mode(place)

    def show_record(self, record: Record) -> None:
        """The record on its own screen, under the cursor."""
        place = place_of_table(record.TABLE)
        if place:
            self.switch_mode(place)
            self.call_later(self._select, record)

    def _select(self, record: Record) -> None:
        select = getattr(self.screen, "select_record", None)
        if select is not None:
            select(record)

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
        """Save again after a failure."""
        if not self.session.unsaved:
            raise UsageError(_("Everything is saved."))
        self.start_save()

    # records

    def open_detail(self, record: Record, place: str) -> None:
        """Everything about one record, as its own view."""
        from screens.detail import DetailScreen

        self.push_screen(DetailScreen(record, place))

    def open_form(self, record: Record) -> None:
        """The form of a record, with the draft that is still waiting for it."""
        self._open_form(type(record), record)

    def open_new(self, table: str, after: Record | None = None, preset: Mapping[str, Any] | None = None) -> None:
        """An empty form."""
        self._open_form(TABLES[table], None, after, preset)

    def _open_form(
        self,
        record_type: type[Record],
        record: Record | None,
        after: Record | None = None,
        preset: Mapping[str, Any] | None = None,
    ) -> None:
        from screens.form import FormScreen

        session = self.session
        if session.read_only:
            raise UsageError(_("This plan is open for reading only."))
        draft = self.drafts.find(record_type.TABLE, record.id if record else None)
        preset = draft.preset if draft is not None and record is None else preset
        model = FormModel(record_type, record, session.records, session.record, preset)
        context = ViewContext(session.outlook, session.record, self.glyphs)
        form = FormScreen(model, context, session.seen(record) if record else frozenset(), after.id if after else None)
        self.push_screen(form, self._form_closed)
        if draft is not None:
            self.call_after_refresh(form.fill, draft)

    def _form_closed(self, record_id: int | None) -> None:
        """Put the cursor on what was added or changed."""
        screen = self.screen
        for table in TABLES:
            record = self.session.record(table, record_id) if record_id else None
            if record is not None and isinstance(screen, PlanScreen):
                screen.update_plan()
                self._select(record)

    def attempt(self, action: Callable[[], None]) -> None:
        """Do something; where it cannot be done, say why on the message line."""
        try:
            action()
        except RoadmapError as error:
            self.say(str(error), Tone.WARN)

    def action_edit_plan(self) -> None:
        """The form of the plan itself."""
        self.open_form(self.session.plan)

    def action_palette(self) -> None:
        """Find an action or a record by name."""
        from screens.palette import PaletteScreen

        self.push_screen(PaletteScreen(self.screen), self._run_chosen)

    def _run_chosen(self, chosen: Callable[[], object] | None) -> None:
        if chosen is not None:
            self.call_later(chosen)

    def action_help(self) -> None:
        """All keys of this screen."""
        from screens.help import HelpScreen

        scopes = self.screen.SCOPES if isinstance(self.screen, PlanScreen) else (APP,)
        self.push_screen(HelpScreen(scopes))

    # leaving

    async def action_quit(self) -> None:
        """Close when everything is saved; asks where something could not be saved."""
        for screen in self.screen_stack:
            if isinstance(screen, PlanScreen) or not hasattr(screen, "keep_draft"):
                continue
            screen.keep_draft()
        if self.session.unsaved and not self.session.read_only:
            self._closing = True
            self.start_save()
            return
        self.exit()

    def _ask_to_leave(self, reason: str) -> None:
        from screens.confirm import ConfirmScreen

        def answered(answer: str | None) -> None:
            if answer == "leave":
                self.exit()
            elif answer == "retry":
                self._closing = True
                self.start_save()

        answers = [("r", "retry", _("Try again")), ("w", "leave", _("Leave and lose the changes"))]
        self.push_screen(ConfirmScreen(_("Your last changes are not saved."), answers, reason), answered)


def run(session: Session, settings: Settings) -> None:
    """Open the plan in the terminal until the user closes it."""
    RoadmapApp(session, settings).run()

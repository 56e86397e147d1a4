"""The start screen: open a plan, make one, or look around in the example."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from roadmap_tui.actions.keymap import keys_of
from roadmap_tui.actions.keys import key_label
from roadmap_tui.actions.table import BY_ID
from roadmap_tui.errors import DamagedError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.view.text import Line, Run, one_line, width_of
from screens.ask import AskScreen
from screens.base import BaseScreen, Settings, TooSmall
from screens.keys import KeyNames
from screens.recovering import offer_rebuild
from screens.shell import BaseApp
from screens.starting import Option, example, keep_new, known_plans, new_plans, open_plan, plan_from_table, tables
from screens.widgets.frame import MessageLine
from screens.widgets.lines import OneLine
from screens.widgets.option_list import OptionList
from screens.working import readable, work

if TYPE_CHECKING:
    from roadmap_tui.session import Session


class StartSettings(Settings, Protocol):
    """The settings, with the name of the user."""

    @property
    def name(self) -> str: ...


class TitleLine(OneLine):
    """What this is."""

    DEFAULT_CSS = "TitleLine { background: $raised; margin-bottom: 1; }"

    def left(self, width: int) -> Line:
        return [Run(" Roadmap", Tone.STRONG), Run("   " + _("One plan, one file, also offline."), Tone.MUTED)]


class HintLine(OneLine):
    """Where somebody begins who never saw this before, or all that an option says where its line is too short."""

    _note = ""

    def tell(self, option: Option) -> None:
        """Say what the option is, where its own line cuts that off."""
        self._note = one_line(option.note)
        self.refresh()

    def left(self, width: int) -> Line:
        if self._note and width_of(self._note) > width - 30:
            return [Run(" " + self._note, Tone.NORMAL)]
        key = KeyNames(self.roadmap.keys, self.roadmap.settings.ascii)["tour"]
        return [Run(" " + _("New here? Open the example plan and press {key} for a tour.").format(key=key), Tone.MUTED)]


class StartKeys(OneLine):
    """The keys of this screen."""

    DEFAULT_CSS = "StartKeys { background: $surface; }"

    def left(self, width: int) -> Line:
        line: Line = [Run(" ")]
        for action_id in ("show", "quit"):
            action, app = BY_ID[action_id], self.roadmap
            key = key_label(keys_of(action, app.keys)[0], app.settings.ascii)
            line += [Run(key, Tone.ACCENT), Run(f" {_(action.label)}   ", Tone.MUTED)]
        return line


class StartScreen(BaseScreen):
    """Everything there is to start with."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(BY_ID["quit"].keys), "app.quit", BY_ID["quit"].label, show=False, id="quit"),
    ]
    AUTO_FOCUS = "OptionList"

    def compose(self) -> ComposeResult:
        yield TooSmall(id="too-small")
        yield TitleLine()
        yield OptionList(
            [
                (_("Open"), known_plans(Path.cwd())),
                (_("New plan"), new_plans()[:-1]),
                (_("From a table you have"), tables(Path.cwd())),
                (_("Look around"), new_plans()[-1:]),
            ],
        )
        yield HintLine()
        yield MessageLine()
        yield StartKeys()

    @property
    def start(self) -> StartApp:
        """The application."""
        assert isinstance(self.app, StartApp)
        return self.app

    @on(OptionList.Moved)
    def _tell(self, message: OptionList.Moved) -> None:
        self.query_one(HintLine).tell(message.option)

    @on(OptionList.Chosen)
    def _choose(self, message: OptionList.Chosen) -> None:
        option, user = message.option, self.start.user
        if option.kind == "template":
            from screens.new_plan import NewPlanScreen

            self.app.push_screen(NewPlanScreen(option), self.start.leave_with)
        elif option.kind == "table":
            self._read_table(option)
        elif option.kind == "plan":
            self.start.attempt(lambda: self._open(Path(option.value), user))
        else:
            self.start.attempt(lambda: self.start.leave_with(example(date.today(), user)))

    def _read_table(self, option: Option) -> None:
        """Make a plan of a table; asks which where it is not one of this folder."""

        def read(typed: str) -> None:
            source, user = readable(typed), self.start.user
            words = _("Reading {name}…").format(name=source.name)
            made = partial(plan_from_table, source, Path.cwd(), date.today(), user)
            self.app.call_later(work, self.start, words, made, self._keep)

        if option.value:
            self.start.attempt(lambda: read(option.value))
        else:
            more = _("The file with the table; a name in this folder, or the whole path.")
            self.app.push_screen(AskScreen(_("Which table?"), _("Read"), read, more))

    def _keep(self, session: Session) -> None:
        """Save the plan that was made of a table, and leave with it."""
        words = _("Saving…")
        work(self.start, words, lambda: keep_new(session), self.start.leave_with, may_leave=False)

    def _open(self, path: Path, user: str) -> None:
        """Leave with the plan; where it is damaged, ask first whether to put it together."""

        def read() -> Session | DamagedError:
            try:
                return open_plan(path, user)
            except DamagedError as error:
                return error

        def then(found: Session | DamagedError) -> None:
            if isinstance(found, DamagedError):
                offer_rebuild(self.start, path, str(found), lambda whole: self._open(path, user) if whole else None)
            else:
                self.start.leave_with(found)

        work(self.start, _("Opening {name}…").format(name=path.name), read, then)


class StartApp(BaseApp):
    """Lets the user choose a plan; its result is the open plan, or None."""

    def __init__(self, settings: StartSettings) -> None:
        super().__init__(settings)
        self.user = settings.name

    def on_mount(self) -> None:
        """Show what there is."""
        self.push_screen(StartScreen())

    def leave_with(self, session: Session | None) -> None:
        """Close with a plan; stay where none was made."""
        if session is not None:
            self.exit(session)


def choose(settings: StartSettings) -> Session | None:
    """The plan that the user opens or makes; None where they leave."""
    result: Session | None = StartApp(settings).run()
    return result

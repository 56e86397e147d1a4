"""Choosing a theme: everything behind the list shows at once how it would look."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from roadmap_tui.config import own_themes, set_value
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import N_, _
from roadmap_tui.user.themes import theme_problems
from screens.starting import Option
from screens.widgets.key_words import KeyWords
from screens.widgets.option_list import OptionList

if TYPE_CHECKING:
    from screens.shell import BaseApp

_BUILT_IN = (
    ("dark", N_("Dark colours"), N_("Light letters on a dark ground.")),
    ("light", N_("Light colours"), N_("Dark letters on a light ground.")),
    ("contrast", N_("High contrast"), N_("As clear as can be, on black.")),
    ("contrast-light", N_("High contrast, light"), N_("As clear as can be, on white.")),
    ("ansi", N_("Colours of the terminal"), N_("The sixteen colours you chose there.")),
)


class ThemeScreen(ModalScreen[None]):
    """The themes there are; Enter keeps one, Esc goes back to the one before."""

    DEFAULT_CSS = """
    ThemeScreen { align: right bottom; }
    ThemeScreen > Vertical {
        width: 78; max-width: 100%; height: auto; max-height: 80%; padding: 0 1;
        background: $raised; border: round $accent;
    }
    ThemeScreen OptionList { height: auto; }
    """

    def __init__(self, app: BaseApp) -> None:
        super().__init__()
        self._before = app.theme_name
        self._names = [name for name, _label, _note in _BUILT_IN] + list(own_themes(app.settings.path))

    @property
    def roadmap(self) -> BaseApp:
        """The application, with its own attributes."""
        return cast("BaseApp", self.app)

    def compose(self) -> ComposeResult:
        built_in = [Option("theme", name, _(label), _(note)) for name, label, note in _BUILT_IN]
        own = [Option("theme", name, name, _("Your own.")) for name in self._names[len(_BUILT_IN) :]]
        with Vertical():
            yield OptionList([(_("Theme"), [*built_in, *own])])
            yield KeyWords([("Enter", _("Keep")), ("Esc", _("Cancel"))])

    def on_mount(self) -> None:
        """Begin with the theme that is in use."""
        themes = self.query_one(OptionList)
        themes.choose(self._before)
        self.set_focus(themes)

    @on(OptionList.Moved)
    def _try_out(self, message: OptionList.Moved) -> None:
        self.roadmap.use_theme(message.option.value)
        for screen in self.roadmap.screen_stack:
            screen.refresh(recompose=False, layout=True)
            for widget in screen.query("*"):
                widget.refresh()

    @on(OptionList.Chosen)
    def _keep(self, message: OptionList.Chosen) -> None:
        app, name = self.roadmap, message.option.value
        self.dismiss()
        settings = app.settings
        if settings.path:
            app.attempt(lambda: set_value("theme", name, Path(settings.path)))
        wrong = [problem.sentence for problem in theme_problems(settings.path) if Path(problem.file).stem == name]
        app.call_after_refresh(app.say, wrong[0] if wrong else _("From now on this is your theme."))

    def on_key(self, event: events.Key) -> None:
        """Esc goes back to how it was."""
        if event.key in ("escape", "q"):
            event.stop()
            self._try_out(OptionList.Moved(Option("theme", self._before, "", "")))
            self.dismiss()


def choose_theme(app: BaseApp) -> None:
    """Let the user choose a theme. Raises UsageError where the terminal leaves no choice."""
    if app.plain_colours:
        raise UsageError(_("This terminal shows few colours or none, so there is no choice of themes."))
    app.push_screen(ThemeScreen(app))

"""Making a plan from a template: its name, and the go-live date that the rest is counted from."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from roadmap_tui.actions.table import BY_ID
from roadmap_tui.errors import RoadmapError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.view.text import Line, Run, one_line
from screens.base import BaseScreen, TooSmall
from screens.starting import Option, file_for, new_plan
from screens.widgets.frame import MessageLine
from screens.widgets.key_words import KeyWords
from screens.widgets.lines import OneLine

if TYPE_CHECKING:
    from screens.start import StartApp


class _Words(OneLine):
    """One line of words that can be replaced."""

    def __init__(self, text: str = "", tone: Tone = Tone.MUTED, id: str | None = None) -> None:
        super().__init__(id=id)
        self._run = Run(" " + text, tone)

    def show(self, text: str, tone: Tone = Tone.MUTED) -> None:
        """Say something else."""
        self._run = Run(" " + text, tone)
        self.refresh()

    def left(self, width: int) -> Line:
        return [self._run]


class NewPlanScreen(BaseScreen):
    """Asks for a name and a date; answers the plan that was made, or None."""

    BINDINGS = [Binding(",".join(BY_ID["cancel"].keys), "leave", BY_ID["cancel"].label, show=False, id="cancel")]
    DEFAULT_CSS = """
    NewPlanScreen Input, NewPlanScreen Input:focus {
        border: none; height: 1; padding: 0 1 !important; margin: 0 1 1 1; max-width: 70; background: $surface;
    }
    NewPlanScreen Input:focus { background: $raised; }
    NewPlanScreen #heading { background: $raised; }
    NewPlanScreen KeyWords { margin: 0 0 0 1; }
    NewPlanScreen #space { height: 1fr; }
    """
    AUTO_FOCUS = "#title"

    def __init__(self, template: Option) -> None:
        super().__init__()
        self._template = template

    def compose(self) -> ComposeResult:
        yield TooSmall(id="too-small")
        title = one_line(self._template.title)
        yield _Words(_("New plan: {template}").format(template=title), Tone.STRONG, id="heading")
        yield _Words()
        yield _Words(one_line(self._template.note))
        yield _Words()
        yield _Words(_("Name of the plan"))
        yield Input(id="title", compact=True)
        yield _Words(_("Go-live (may stay empty)"))
        yield Input(id="go-live", compact=True, placeholder=_("dd-mm-yyyy"))
        self._file = _Words()
        yield self._file
        yield _Words(id="space")
        yield MessageLine()
        yield KeyWords([("Enter", _("Next field, then make the plan")), ("Esc", _("Back"))])

    @on(Input.Changed, "#title")
    def _name_file(self, event: Input.Changed) -> None:
        """Show which file the plan will be."""
        try:
            self._file.show(_("File: {path}").format(path=file_for(event.value, Path.cwd()).name))
        except RoadmapError:
            self._file.show("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """On to the date, and from there make the plan."""
        if event.input.id == "title":
            self.query_one("#go-live", Input).focus()
            return
        app = cast("StartApp", self.app)
        title, go_live = (self.query_one(name, Input).value for name in ("#title", "#go-live"))
        try:
            made = new_plan(self._template.value, title, go_live, Path.cwd(), date.today(), app.user)
        except RoadmapError as error:
            self.say(str(error), Tone.WARN)
            return
        self.dismiss(made)

    def on_key(self, event: events.Key) -> None:
        """Up and down go between the two fields."""
        if event.key in ("down", "up"):
            event.stop()
            names = ("#go-live",) if event.key == "down" else ("#title",)
            self.query_one(names[0], Input).focus()

    def action_leave(self) -> None:
        """Back to the start."""
        self.dismiss(None)

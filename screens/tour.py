"""A tour of a minute: a few screens in a row, each with what it is for and its first key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from roadmap_tui.actions.keymap import keys_of
from roadmap_tui.actions.keys import key_label
from roadmap_tui.actions.table import BY_ID
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import N_, _
from roadmap_tui.model.fields import Tone
from roadmap_tui.user.seen import note_seen
from screens.keys import KeyNames
from screens.widgets.frame import MessageLine
from screens.widgets.key_words import KeyWords

if TYPE_CHECKING:
    from screens.app import RoadmapApp
    from screens.shell import BaseApp

_NAME = "tour"


class Step(NamedTuple):
    """One stop: the screen, what it answers, and what to do there; `{action}` becomes the key of that action."""

    place: str
    question: str
    words: str


STEPS: tuple[Step, ...] = (
    Step(
        "overview",
        N_("How are we doing?"),
        N_("The first line gives the answer and the reason. Below it: what is late and what comes now."),
    ),
    Step(
        "activities",
        N_("Who does what, and when?"),
        N_('{new} makes an activity, {edit} changes it. Write dates as you say them: "begin mei", "8 en 15 juni".'),
    ),
    Step(
        "milestones",
        N_("What must be delivered, and how far is it?"),
        N_("Each milestone has its checklist; {next_pane} goes there and {advance} ticks a point off."),
    ),
    Step(
        "risks",
        N_("What may go wrong, and what do we do about it?"),
        N_("The heaviest risk stands on top, its measures below; {show_matrix} shows the matrix."),
    ),
    Step(
        "timeline",
        N_("What happens when?"),
        N_("Bars are as exact as your words are. {move_bar} moves a bar and shows first what moves along."),
    ),
    Step(
        "chapters",
        N_("How complete is the implementation plan?"),
        N_("Every chapter of the plan, with what is missing. {go_check} lists everything that needs a look."),
    ),
    Step(
        "overview",
        N_("The rest finds itself"),
        N_("{palette} finds anything, {help} shows the keys here, {undo} takes back. It saves by itself."),
    ),
)


class TourScreen(ModalScreen[int]):
    """One stop of the tour, over the screen it is about; answers the number of the next stop, -1 to end."""

    DEFAULT_CSS = """
    TourScreen { align: center bottom; }
    TourScreen > Vertical {
        width: 76; max-width: 100%; height: auto; padding: 0 2; margin-bottom: 1;
        background: $raised; border: round $accent;
    }
    TourScreen Static { width: 1fr; height: auto; }
    TourScreen #question { text-style: bold; }
    """

    def __init__(self, number: int, keys: Mapping[str, Sequence[str]], ascii_only: bool) -> None:
        super().__init__()
        self._number = number
        self._keys, self._ascii = keys, ascii_only

    def compose(self) -> ComposeResult:
        step = STEPS[self._number]
        last = self._number == len(STEPS) - 1
        answers = [("Enter", _("Done") if last else _("Next"))]
        answers += [(key_label("backspace"), _("Back"))] if self._number else []
        answers += [] if last else [("Esc", _("Stop"))]
        with Vertical():
            place = f"{self._number + 1}/{len(STEPS)}"
            yield Static(Content(f"{place}  {_(step.question)}"), id="question")
            yield Static(Content(_(step.words).format_map(KeyNames(self._keys, self._ascii))), id="words")
            yield KeyWords(answers)

    def on_key(self, event: events.Key) -> None:
        """Next, back or stop."""
        event.stop()
        if event.key in ("enter", "space", "right"):
            self.dismiss(self._number + 1)
        elif event.key in ("backspace", "left"):
            self.dismiss(max(0, self._number - 1))
        elif event.key in ("escape", "q"):
            self.dismiss(-1)


def start_tour(app: BaseApp) -> None:
    """Show the first stop. Raises UsageError where no plan is open."""
    if getattr(app, "session", None) is None:
        raise UsageError(_("The tour goes through a plan; open one first."))
    note_seen(_NAME)
    _visit(cast("RoadmapApp", app), 0)


def _visit(app: RoadmapApp, number: int) -> None:
    async def visit() -> None:
        await app.action_go(STEPS[number].place)
        for line in app.screen.query(MessageLine):
            line.rest("")
        await app.push_screen(TourScreen(number, app.keys, app.settings.ascii), answered)

    def answered(following: int | None) -> None:
        if following is not None and 0 <= following < len(STEPS):
            _visit(app, following)

    app.call_later(visit)


def offer_tour(app: RoadmapApp) -> None:
    """Say that there is a tour: in every example plan, and once in the first plan of one's own."""
    if not app.session.is_throw_away:
        note_seen(_NAME)
    key = key_label(keys_of(BY_ID[_NAME], app.keys)[0], app.settings.ascii)
    for line in app.screen.query(MessageLine):
        line.rest(_("New here? {key} shows you around in a minute.").format(key=key), Tone.ACCENT)

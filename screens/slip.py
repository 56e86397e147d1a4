"""What if this slips: what would move, while the number of days or weeks is typed; nothing moves before Enter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input, Static

from roadmap_tui.errors import RoadmapError
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.cleaning import safe
from roadmap_tui.model.fields import Tone
from roadmap_tui.planning.consequences import Consequences, consequences, read_slip
from roadmap_tui.view.schedule_text import slip_lines
from roadmap_tui.view.text import Line, Run, wrap
from screens.widgets.key_words import KeyWords
from screens.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook
    from roadmap_tui.view.glyphs import Glyphs

_DELAY = 0.12
_BEGIN = "2w"
_SCROLLING = {"up": "cursor_up", "down": "cursor_down", "pageup": "page_up", "pagedown": "page_down"}


class SlipScreen(ModalScreen[Consequences]):
    """Asks how far one activity slips and shows what follows; answers what to carry out."""

    DEFAULT_CSS = """
    SlipScreen { align: center middle; }
    SlipScreen > Vertical {
        width: 110; max-width: 96%; height: 90%; padding: 1 1 0 1; background: $raised; border: round $accent;
    }
    SlipScreen Static { width: 1fr; height: 1; padding: 0 1; }
    SlipScreen #question { text-style: bold; }
    SlipScreen Input, SlipScreen Input:focus {
        border: none; height: 1; padding: 0 1; margin: 0 1 1 1; background: $background;
    }
    """

    def __init__(self, outlook: Outlook, activity: Activity, glyphs: Glyphs) -> None:
        super().__init__()
        self._outlook, self._activity, self._glyphs = outlook, activity, glyphs
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        name = f"{self._activity.number} {' '.join(self._activity.title.split())}"
        answers = [("Enter", _("Carry it out")), (_("Arrows"), _("Scroll")), ("Esc", _("Leave it as it is"))]
        with Vertical():
            yield Static(Content(safe(_("How far does {activity} slip?").format(activity=name))), id="question")
            yield Input(_BEGIN, placeholder=_("For example 2w (weeks) or 3d (working days)"), compact=True)
            yield TextPane(focusable=False)
            yield KeyWords(answers)

    def on_mount(self) -> None:
        """Show at once what two weeks would do."""
        self.query_one(Input).focus()
        self._look()

    def on_input_changed(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_DELAY, self._look)

    def _found(self) -> Consequences:
        """What follows from what was typed. Raises UsageError."""
        return consequences(self._outlook, self._activity, read_slip(self.query_one(Input).value))

    def _look(self) -> None:
        self.query_one(TextPane).show(self._lines())

    def _lines(self) -> Callable[[int], list[Line]]:
        try:
            found = self._found()
        except RoadmapError as error:
            reason = str(error)
            return lambda width: [[Run(line, Tone.WARN)] for line in wrap(reason, width)]
        return lambda width: list(slip_lines(self._outlook, found, width, self._glyphs))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand over what to carry out; stay where it cannot be read."""
        event.stop()
        try:
            found = self._found()
        except RoadmapError:
            self._look()
            return
        self.dismiss(found)

    async def on_key(self, event: events.Key) -> None:
        """Esc leaves everything as it was; the arrows scroll."""
        if event.key == "escape":
            event.stop()
            self.dismiss(None)
        elif event.key in _SCROLLING:
            event.stop()
            getattr(self.query_one(TextPane), f"action_{_SCROLLING[event.key]}")()

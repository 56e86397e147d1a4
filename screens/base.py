"""What every screen shares: the lines around it, messages, a place for the plan, and a word for tiny terminals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, cast

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.strip import Strip

from roadmap_tui.actions.scopes import APP
from roadmap_tui.i18n import _, language
from roadmap_tui.model.fields import Tone
from roadmap_tui.view.text import Run, wrap
from screens.computing import Computed
from screens.keys import bindings
from screens.widgets.frame import KeyFooter, MessageLine, PlanHeader, TabLine
from screens.widgets.lines import Painted

if TYPE_CHECKING:
    from roadmap_tui.session import Session
    from roadmap_tui.view.columns import ViewContext
    from screens.app import RoadmapApp
    from screens.computing import Computation

SMALLEST = (40, 10)
WIDE, VERY_WIDE, TALL = 110, 150, 32


class Settings(Protocol):
    """What the screens want to know of the user's settings."""

    @property
    def theme(self) -> str: ...
    @property
    def keys(self) -> Mapping[str, Sequence[str]]: ...
    @property
    def ascii(self) -> bool: ...
    @property
    def path(self) -> str: ...


class TooSmall(Painted):
    """The one sentence that a tiny terminal shows, over everything else."""

    def render_line(self, y: int) -> Strip:
        words = _("Make this window larger: {width} by {height}.").format(width=SMALLEST[0], height=SMALLEST[1])
        lines = wrap(words, self.size.width)
        return self.strip([Run(lines[y])] if y < len(lines) else [], self.size.width)


class BaseScreen(Screen[Any]):
    """A screen with a message line that steps back on a terminal that is too small."""

    def on_resize(self, event: events.Resize) -> None:
        """Say so where the terminal is too small; mark where it is wide."""
        width, height = event.size
        self.set_class(width < SMALLEST[0] or height < SMALLEST[1], "-tiny")
        self.set_class(width >= WIDE, "-wide")
        self.set_class(width >= VERY_WIDE, "-very-wide")
        self.set_class(height >= TALL, "-tall")

    @property
    def idle_actions(self) -> frozenset[str]:
        """Actions that have nothing to act on here; the footer leaves them out."""
        return frozenset()

    @property
    def roadmap(self) -> RoadmapApp:
        """The application, with its own attributes."""
        return cast("RoadmapApp", self.app)

    @property
    def session(self) -> Session:
        """The open plan."""
        return self.roadmap.session

    def say(self, text: str, tone: Tone = Tone.NORMAL) -> None:
        """A message on this screen's message line."""
        for line in self.query(MessageLine):
            line.say(text, tone)

    def stop_saying(self, text: str) -> None:
        """Take a message away, where it is still the one that is shown."""
        for line in self.query(MessageLine):
            if line.text == text:
                line.clear_message()


class PlanScreen(BaseScreen):
    """One of the screens of a plan. Subclasses give PLACE, SCOPES, `body` and `refresh_plan`."""

    PLACE: ClassVar[str] = ""
    SCOPES: ClassVar[tuple[str, ...]] = (APP,)
    BINDINGS = bindings(APP)

    def __init__(self, place: str = "") -> None:
        super().__init__()
        self.place = place or self.PLACE
        self._shown_generation = -1
        self._language = language()
        self.computation: Computation | None = None

    def compose(self) -> ComposeResult:
        """The lines around the body."""
        yield TooSmall(id="too-small")
        yield PlanHeader(id="plan-header")
        yield TabLine(self.place)
        yield from self.body()
        yield from self.extra()
        yield MessageLine()
        yield KeyFooter(*self.SCOPES)

    def body(self) -> ComposeResult:
        """The widgets of this screen."""
        yield from ()

    def extra(self) -> ComposeResult:
        """What stands between the body and the message line."""
        yield from ()

    def refresh_plan(self) -> None:
        """Show the plan as it is now, without moving the cursor."""

    def update_plan(self) -> None:
        """Call `refresh_plan` where the plan changed since it was last shown."""
        if not self.roadmap.ready():
            return
        if self.session.generation != self._shown_generation:
            self._shown_generation = self.session.generation
            self.refresh_plan()
            self.refresh_header()
            if self.session.read_only:
                self.query_one(KeyFooter).refresh()

    def show_again(self) -> None:
        """Show everything anew, also where the plan did not change."""
        self._shown_generation = -1
        self.update_plan()

    async def compose_again(self) -> None:
        """Make all widgets anew, with words of the language that is in use now, and show the plan in them."""
        self._language = language()
        await self.recompose()
        if self.focused is None and self.AUTO_FOCUS:
            self.query(self.AUTO_FOCUS).first().focus()
        self.show_again()

    def on_computed(self, message: Computed) -> None:
        """Show what was worked out beside the application."""
        message.computation.end(message)

    def refresh_header(self) -> None:
        """Draw the header line again."""
        for header in self.query(PlanHeader):
            header.refresh()

    def on_screen_resume(self) -> None:
        """Catch up with what changed while another screen was shown; at the very start the frame comes first."""
        if self._language != language():
            self.call_later(self.compose_again)
        elif self.roadmap.painted:
            self.update_plan()

    def view_context(self) -> ViewContext:
        """What views need beside the records."""
        from roadmap_tui.services.freshness import last_updated
        from roadmap_tui.view.columns import ViewContext

        session = self.session
        updated = partial(last_updated, session)
        return ViewContext(session.outlook, session.record, self.roadmap.glyphs, self.roadmap.waiting, updated)

"""Long work: done beside the application in a thread, shown while it goes on, and left with Esc."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from roadmap_tui.errors import RoadmapError, UnreadableError, UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.cleaning import safe
from roadmap_tui.model.fields import Tone
from roadmap_tui.progress import Stopped, listening

if TYPE_CHECKING:
    from screens.shell import BaseApp

T = TypeVar("T")
_UNSEEN, _TICK = 0.25, 0.2
_TRACK = 24
_MARK = 6


class Outcome(msgspec.Struct, frozen=True):
    """How long work ended: with a result, with an error, or left by the user (neither)."""

    result: Any = None
    error: Exception | None = None
    is_left: bool = False


class WorkingScreen(ModalScreen[Outcome]):
    """Says what is being done; short work ends before it shows. A task that may not be left must not be halved."""

    DEFAULT_CSS = """
    WorkingScreen { align: center middle; background: transparent; }
    WorkingScreen > Vertical {
        width: 64; max-width: 95%; height: auto; padding: 1 2; background: $raised; border: round $accent;
        visibility: hidden;
    }
    WorkingScreen.-seen > Vertical { visibility: visible; }
    WorkingScreen Static { width: 1fr; height: auto; }
    WorkingScreen #words { text-style: bold; }
    WorkingScreen #going { color: $soft; }
    WorkingScreen #leave { margin-top: 1; color: $accent; }
    """

    class Ended(Message):
        """The task is over."""

        def __init__(self, outcome: Outcome) -> None:
            super().__init__()
            self.outcome = outcome

    def __init__(self, words: str, task: Callable[[], Any], may_leave: bool) -> None:
        super().__init__()
        self._words, self._job, self._may_leave = words, task, may_leave
        self._started = time.monotonic()
        self._share: float | None = None
        self._is_left = False

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Content(safe(self._words)), id="words")
            yield Static("", id="going")
            leave = f"Esc  {_('Cancel')}" if self._may_leave else _("This cannot be stopped halfway; wait a moment.")
            yield Static(Content(leave), id="leave")

    def on_mount(self) -> None:
        """Begin."""
        self.run_worker(self._work, thread=True, group="work", exit_on_error=False)
        self.set_timer(_UNSEEN, self._be_seen)

    def _be_seen(self) -> None:
        self.add_class("-seen")
        self._tick()
        self.set_interval(_TICK, self._tick)

    def _tick(self) -> None:
        seconds = time.monotonic() - self._started
        words = _("{seconds} s").format(seconds=int(seconds))
        full, empty = ("=", ".") if self._is_ascii() else ("━", "─")
        if self._share is None:
            place = int(seconds / _TICK) % _TRACK
            bar = "".join(full if (at - place) % _TRACK < _MARK else empty for at in range(_TRACK))
        else:
            done = round(self._share * _TRACK)
            bar, words = full * done + empty * (_TRACK - done), f"{round(100 * self._share)}%  {words}"
        self.query_one("#going", Static).update(Content(f"{bar}  {words}"))

    def _is_ascii(self) -> bool:
        settings = getattr(self.app, "settings", None)
        return bool(getattr(settings, "ascii", False))

    def _tell(self, done: int, total: int) -> None:
        """How far the task is, from its own thread; a task that was left ends here. Raises Stopped."""
        if self._is_left:
            raise Stopped
        self._share = done / total

    def _work(self) -> None:
        try:
            with listening(self._tell):
                outcome = Outcome(self._job())
        except Stopped:
            return
        except Exception as error:
            outcome = Outcome(error=error)
        if not self._is_left:
            self.post_message(self.Ended(outcome))

    def on_working_screen_ended(self, message: Ended) -> None:
        """Hand the result over."""
        self.dismiss(message.outcome)

    def on_key(self, event: events.Key) -> None:
        """Esc leaves; no other key does anything meanwhile."""
        event.stop()
        if event.key == "escape" and self._may_leave:
            self._is_left = True
            self.dismiss(Outcome(is_left=True))


def work(
    app: BaseApp,
    words: str,
    task: Callable[[], T],
    then: Callable[[T], object],
    *,
    may_leave: bool = True,
    left: Callable[[], object] | None = None,
) -> None:
    """Do `task` in a thread while `words` say so, and give its result to `then` in the application.

    A task that may be left only reads: what it found is thrown away when the user presses Esc, and `left` is called.
    """

    def ended(outcome: Outcome | None) -> None:
        if outcome is None or outcome.is_left:
            if left is not None:
                left()
            app.say(_("Stopped; nothing was changed."))
        elif isinstance(outcome.error, RoadmapError):
            app.say(str(outcome.error), Tone.WARN)
        elif outcome.error is not None:
            raise outcome.error
        else:
            result: T = outcome.result
            app.attempt(lambda: void(then(result)))

    app.push_screen(WorkingScreen(words, task, may_leave), ended)


def readable(typed: str) -> Path:
    """The file that somebody typed the name of. Raises UsageError for no name, UnreadableError where there is none."""
    name = typed.strip().strip("\"'")
    if not name:
        raise UsageError(_("Give the name of a file."))
    path = Path(name).expanduser()
    if not path.is_file():
        raise UnreadableError(_("{name} does not exist; check the name and the folder.").format(name=path.name))
    return path


def void(_result: object) -> None:
    """Nothing: the answer of a callback does not matter."""

"""Computing beside the application: a large plan is worked out in a thread, so that no key waits for it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from textual.message import Message

from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone

if TYPE_CHECKING:
    from roadmap_tui.session import Session
    from screens.base import PlanScreen

T = TypeVar("T")
_LARGE = 2_000
_UNSEEN = 0.3


class Computed(Message):
    """A computation is over: with a result, or with an error."""

    def __init__(self, computation: Computation, result: Any = None, error: Exception | None = None) -> None:
        super().__init__()
        self.computation, self.result, self.error = computation, result, error


class Computation:
    """One result on its way to a screen; a newer one, or a change of the plan, makes it void."""

    def __init__(self, screen: PlanScreen, task: Callable[[], Any], show: Callable[[Any], object]) -> None:
        self._screen, self._task, self._show = screen, task, show
        self._generation = screen.session.generation

    def start(self) -> None:
        """Begin in a thread; say so where it takes a while."""
        screen = self._screen
        screen.run_worker(self._work, thread=True, exclusive=True, group="compute", exit_on_error=False)
        screen.set_timer(_UNSEEN, self._tell)

    def _work(self) -> None:
        try:
            found = Computed(self, self._task())
        except Exception as error:
            found = Computed(self, error=error)
        with suppress(RuntimeError):
            self._screen.post_message(found)

    @property
    def _is_current(self) -> bool:
        return self._screen.computation is self

    def _tell(self) -> None:
        if self._is_current:
            self._screen.say(_("Working it out…"), Tone.MUTED)

    def end(self, found: Computed) -> None:
        """Show the result, where it is still that of the plan as it is now."""
        if not self._is_current:
            return
        self._screen.computation = None
        self._screen.stop_saying(_("Working it out…"))  # which one before this may have said
        if self._generation != self._screen.session.generation:
            self._screen.update_plan()
        elif found.error is not None:
            raise found.error
        else:
            gc.freeze()
            self._show(found.result)


def is_large(session: Session) -> bool:
    """Whether working something out takes long enough to be felt."""
    return sum(len(rows) for rows in session.tables.values()) > _LARGE


def work_out(screen: PlanScreen, task: Callable[[], T], show: Callable[[T], object]) -> None:
    """Give what `task` makes of the plan to `show`: at once, or for a large plan when it is ready, keys going on.

    `task` only reads. A second call on the same screen, and a change of the plan, make what is under way void.
    """
    if is_large(screen.session):
        screen.computation = Computation(screen, task, show)
        screen.computation.start()
    else:
        screen.computation = None
        show(task())

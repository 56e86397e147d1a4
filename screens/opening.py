"""The plan of an application: open already, or read as soon as the frame stands."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from roadmap_tui.errors import RoadmapError
from screens.shell import BaseApp

if TYPE_CHECKING:
    from roadmap_tui.session import Session
    from roadmap_tui.user.drafts import DraftFolder
    from screens.base import Settings


class OpeningApp(BaseApp):
    """The part of the application that has a plan, which ends with one sentence where it cannot be read."""

    def __init__(self, session: Session | Callable[[], Session], settings: Settings) -> None:
        """A plan that is open, or what opens it: the frame is then painted before the file is read."""
        super().__init__(settings)
        self._opening = session if callable(session) else lambda: session
        self._session = None if callable(session) else session
        self._failure: RoadmapError | None = None

    def run(self, *args: Any, **options: Any) -> Any:
        """Run until the user closes it. Raises UnreadableError where the plan could not be opened."""
        found = super().run(*args, **options)
        if self._failure is not None:
            raise self._failure
        return found

    def on_mount(self) -> None:
        """Look around in a plan that is open already."""
        if self.is_open:
            self.look_around()

    def look_around(self) -> None:
        """What there is to do once the plan is open."""

    @property
    def is_open(self) -> bool:
        """Whether the plan has been read."""
        return self._session is not None

    @property
    def session(self) -> Session:
        """The open plan, which is read when it is first asked for. Raises UnreadableError."""
        if self._session is None:
            self._session = self._opening()
            self.call_later(self.look_around)
        if not gc.isenabled():
            gc.freeze()  # what a plan and the libraries hold stays; walking through it would make keys wait
            gc.enable()
        return self._session

    @cached_property
    def drafts(self) -> DraftFolder:
        """What was typed in forms of this plan and not saved."""
        from roadmap_tui.user.drafts import DraftFolder

        return DraftFolder(self.session.profile.drafts, self.session.document.document_id)

    def ready(self) -> bool:
        """Read the plan where that has not happened yet; False, and the end, where it cannot be."""
        try:
            return self.session is not None
        except RoadmapError as error:
            self._give_up(error)
            return False

    def _give_up(self, error: RoadmapError) -> None:
        self._failure = error
        self.exit()

    def _handle_exception(self, error: Exception) -> None:
        """End with its own sentence where a plan cannot be opened."""
        if isinstance(error, RoadmapError) and not self.is_open:
            self._give_up(error)
        else:
            super()._handle_exception(error)

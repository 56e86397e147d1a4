"""The keys that every widget with a cursor knows: a step, a page, and all the way."""

from __future__ import annotations

from roadmap_tui.actions.scopes import TABLE
from screens.keys import bindings
from screens.widgets.lines import Painted

FAR = 1_000_000
"""More rows or columns than there are; a widget stops at its edge."""


class Walking(Painted, can_focus=True, inherit_bindings=False):
    """Turns the keys of a list into steps; what a step does is for the kinds of widget."""

    BINDINGS = bindings(TABLE)

    @property
    def page(self) -> int:
        """How many rows a page is."""
        return max(1, self.size.height)

    def walk(self, down: int, right: int) -> None:
        """Go so many rows down and columns to the right, as far as there are."""
        raise NotImplementedError

    def action_cursor_up(self) -> None:
        self.walk(-1, 0)

    def action_cursor_down(self) -> None:
        self.walk(1, 0)

    def action_cursor_left(self) -> None:
        self.walk(0, -1)

    def action_cursor_right(self) -> None:
        self.walk(0, 1)

    def action_page_up(self) -> None:
        self.walk(-self.page, 0)

    def action_page_down(self) -> None:
        self.walk(self.page, 0)

    def action_cursor_first(self) -> None:
        self.walk(-FAR, 0)

    def action_cursor_last(self) -> None:
        self.walk(FAR, 0)

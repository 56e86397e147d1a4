"""The list of copies that one can go back to."""

from __future__ import annotations

from collections.abc import Sequence

from textual.message import Message

from roadmap_tui.actions.scopes import RECOVERY, TABLE
from screens.keys import bindings
from screens.starting import Option
from screens.widgets.option_list import OptionList


class CopyList(OptionList, inherit_bindings=False):
    """Options of which the one under the cursor is shown at once, beside the list."""

    BINDINGS = bindings(TABLE, RECOVERY)
    LEAST_TITLE = 16

    class Reached(Message):
        """The cursor stands on another option."""

        def __init__(self, option: Option) -> None:
            super().__init__()
            self.option = option

    def replace(self, groups: Sequence[tuple[str, Sequence[Option]]]) -> None:
        """Show other options, with the cursor where it was."""
        place = self._row
        self.fill(groups)
        if place < len(self._lines) and not isinstance(self._lines[place], str):
            self._row = place
        self._keep_in_sight()

    def action_restore_copy(self) -> None:
        """Choose the option under the cursor."""
        self.action_show()

    def _keep_in_sight(self) -> None:
        super()._keep_in_sight()
        line = self._lines[self._row] if self._lines else ""
        if not isinstance(line, str):
            self.post_message(self.Reached(line))

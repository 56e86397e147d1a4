"""A list of things to start with, under headings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from roadmap_tui.actions.scopes import PICTURE, TABLE
from roadmap_tui.model.fields import Tone
from roadmap_tui.view.text import Run, fit, one_line, width_of
from screens.keys import bindings
from screens.widgets.walking import Walking

if TYPE_CHECKING:
    from screens.starting import Option

_LONGEST_TITLE = 40


class OptionList(Walking, inherit_bindings=False):
    """Options under headings; the cursor skips the headings."""

    BINDINGS = bindings(TABLE, PICTURE)
    DEFAULT_CSS = "OptionList { height: 1fr; width: 1fr; }"
    LEAST_TITLE = 24

    class Chosen(Message):
        """The option that was chosen."""

        def __init__(self, option: Option) -> None:
            super().__init__()
            self.option = option

    class Moved(Message):
        """The cursor is on another option."""

        def __init__(self, option: Option) -> None:
            super().__init__()
            self.option = option

    def __init__(self, groups: Sequence[tuple[str, Sequence[Option]]]) -> None:
        super().__init__()
        self.fill(groups)

    def fill(self, groups: Sequence[tuple[str, Sequence[Option]]]) -> None:
        """Show these options, the cursor on the first."""
        self._lines: list[str | Option] = []
        for heading, options in groups:
            if options:
                self._lines += [*([""] if self._lines else []), heading, *options]
        titles = [width_of(one_line(option.title)) for _heading, options in groups for option in options]
        self._title = min(_LONGEST_TITLE, max([self.LEAST_TITLE, *titles]))
        self._row = next((row for row, line in enumerate(self._lines) if not isinstance(line, str)), 0)
        self._top = 0

    def action_show(self) -> None:
        """Choose the option under the cursor."""
        line = self._lines[self._row] if self._lines else ""
        if not isinstance(line, str):
            self.post_message(self.Chosen(line))

    def choose(self, value: str) -> None:
        """Put the cursor on the option with this value."""
        rows = [row for row, line in enumerate(self._lines) if not isinstance(line, str) and line.value == value]
        if rows:
            self._row = rows[0]
            self._keep_in_sight()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines)

    def walk(self, down: int, right: int) -> None:
        rows = [row for row, line in enumerate(self._lines) if not isinstance(line, str)]
        if rows:
            before, self._row = self._row, rows[max(0, min(len(rows) - 1, rows.index(self._row) + down))]
            self._keep_in_sight()
            line = self._lines[self._row]
            if before != self._row and not isinstance(line, str):
                self.post_message(self.Moved(line))

    def _keep_in_sight(self) -> None:
        height = max(1, self.size.height)
        lowest = self._row - height + 1
        self._top = max(0, min(max(self._top, lowest), self._row - 1, len(self._lines) - height))
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor visible."""
        self._keep_in_sight()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on an option; twice chooses it."""
        row = event.y + self._top
        if row < len(self._lines) and not isinstance(self._lines[row], str):
            self._row = row
            self.refresh()
            if event.chain == 2:
                self.action_show()

    def render_line(self, y: int) -> Strip:
        """A heading, or an option with its note."""
        width, row = self.size.width, y + self._top
        line = self._lines[row] if row < len(self._lines) else ""
        if isinstance(line, str):
            return self.strip([Run(" " + line, Tone.STRONG)], width)
        is_cursor = row == self._row
        sign = self.glyphs.cursor if is_cursor else " "
        title = fit(one_line(line.title), max(self.LEAST_TITLE, min(self._title, width // 3)), self.glyphs.ellipsis)
        runs = [
            Run(f"{sign}  ", Tone.ACCENT),
            Run(title + "  ", Tone.STRONG if is_cursor else Tone.NORMAL),
            Run(one_line(line.note), Tone.MUTED),
        ]
        return self.strip(runs, width, self.look.cursor) if is_cursor else self.strip(runs, width)

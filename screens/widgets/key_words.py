"""The foot of a dialog: each key in the colour of keys, beside what it does."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Size
from textual.strip import Strip

from roadmap_tui.model.fields import Tone
from roadmap_tui.view.text import Line, Run, line_width, wrap
from screens.widgets.lines import Painted

_GAPS = (4, 2)


class KeyWords(Painted):
    """Keys with their words: beside each other, or below each other in a column where there is no room for that."""

    DEFAULT_CSS = "KeyWords { height: auto; width: 1fr; margin-top: 1; }"

    def __init__(self, answers: Sequence[tuple[str, str]] = (), id: str | None = None) -> None:
        super().__init__(id=id)
        self._answers = answers

    def show(self, answers: Sequence[tuple[str, str]]) -> None:
        """Offer other keys."""
        self._answers = answers
        self.refresh(layout=True)

    def _lines(self, width: int) -> list[Line]:
        for gap in _GAPS:
            line: Line = []
            for key, words in self._answers:
                line += [Run(" " * gap)] if line else []
                line += [Run(key, Tone.ACCENT), Run(f"  {words}")]
            if line_width(line) <= width:
                return [line]
        return self._below(width)

    def _below(self, width: int) -> list[Line]:
        longest = max(len(key) for key, _words in self._answers) + 2
        lines: list[Line] = []
        for key, words in self._answers:
            first, *more = wrap(words, width - longest)
            lines.append([Run(f"{key:<{longest}}", Tone.ACCENT), Run(first)])
            lines += [[Run(" " * longest + part)] for part in more]
        return lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        lines = self._lines(self.size.width)
        return self.strip(lines[y] if y < len(lines) else [], self.size.width)

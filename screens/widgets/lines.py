"""Widgets that draw their own lines from runs of text with a meaning."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from roadmap_tui.model.cleaning import safe
from roadmap_tui.model.fields import Tone
from roadmap_tui.view.glyphs import Glyphs
from roadmap_tui.view.text import Line, Run, line_width, trim

if TYPE_CHECKING:
    from screens.shell import BaseApp
    from screens.theme import Look

_EMPTY = Style()
_ELLIPSIS = "\u2026"


def merged(segments: Iterable[Segment]) -> list[Segment]:
    """The segments with neighbours of one style joined; blanks take the style before them.

    Every change of style costs some forty bytes on the wire, so fewer pieces make a slow line fast.
    """
    kept: list[Segment] = []
    for segment in segments:
        if not segment.text:
            continue
        if kept and (segment.style == kept[-1].style or _is_blank_alike(segment, kept[-1])):
            kept[-1] = Segment(kept[-1].text + segment.text, kept[-1].style)
        elif len(kept) == 1 and _is_blank_alike(kept[0], segment):
            kept[0] = Segment(kept[0].text + segment.text, segment.style)
        else:
            kept.append(segment)
    return kept


def _is_blank_alike(segment: Segment, before: Segment) -> bool:
    style, other = segment.style, before.style
    if style is None or other is None or not segment.text.isspace():
        return False
    same = style.bgcolor == other.bgcolor and style.reverse == other.reverse and style.underline == other.underline
    return same and not (style.reverse and style.color != other.color)


class Painted(Widget):
    """Knows the look and the glyphs, and turns lines of runs into strips."""

    @property
    def roadmap(self) -> BaseApp:
        """The application, with its own attributes."""
        return cast("BaseApp", self.app)

    @property
    def look(self) -> Look:
        """The styles to paint with."""
        return self.roadmap.look

    @property
    def glyphs(self) -> Glyphs:
        """The signs of this terminal."""
        return self.roadmap.glyphs

    def segments(self, line: Line, background: Style = _EMPTY) -> list[Segment]:
        """The runs of a line as segments."""
        return [Segment(safe(run.text), self.tone(run.tone, background)) for run in line if run.text]

    def tone(self, tone: Tone, background: Style = _EMPTY) -> Style:
        """How a tone looks on a background; where the cursor reverses the colours, tones would make blocks of them."""
        return background if background.reverse else self.look.tones[tone] + background

    def strip(self, line: Line, width: int, background: Style = _EMPTY) -> Strip:
        """A line in exactly `width` cells."""
        segments = self.segments(trim(line, width, self.glyphs.ellipsis), background)
        return self.finished(segments, width, background)

    def finished(self, segments: Iterable[Segment], width: int, background: Style = _EMPTY) -> Strip:
        """Segments as a strip of exactly `width` cells on this widget's surface."""
        if self.glyphs.ellipsis != _ELLIPSIS:
            segments = [
                segment._replace(text=segment.text.replace(_ELLIPSIS, self.glyphs.ellipsis)) for segment in segments
            ]
        strip = Strip(segments).adjust_cell_length(width, background)
        base = self.rich_style
        return Strip(merged(Segment(text, base + style if style else base) for text, style, _ in strip), width)


class OneLine(Painted):
    """A widget of one line: something on the left, and on the right where there is room."""

    DEFAULT_CSS = "OneLine { height: 1; width: 1fr; }"

    @property
    def line_number(self) -> int:
        """On which of its lines the text stands; the others are blank."""
        return 0

    def left(self, width: int) -> Line:
        """What stands on the left."""
        return []

    def right(self, width: int) -> Line:
        """What stands on the right."""
        return []

    def render_line(self, y: int) -> Strip:
        """The line, with the right part where it does not push the left part away."""
        width = self.size.width
        if y != self.line_number:
            return self.strip([], width)
        right = self.right(width)
        room = width - line_width(right) - 2 if right else width
        left = trim(self.left(max(0, room)), width, self.glyphs.ellipsis)
        gap = width - line_width(left) - line_width(right)
        if right and gap < 2:
            return self.strip(left, width)
        return self.strip([*left, Run(" " * gap), *right], width)

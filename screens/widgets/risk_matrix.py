"""The 5x5 risk matrix: likelihood upwards, impact to the right, the number of open risks in each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from roadmap_tui.actions import PICTURE, TABLE
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.model.risk import Risk
from roadmap_tui.view.matrix import SCALE, Matrix, MatrixCell, describe, legend, matrix
from roadmap_tui.view.text import Line, Run
from screens.keys import bindings
from screens.widgets.lines import Painted

if TYPE_CHECKING:
    from screens.app import RoadmapApp

_LEFT, _CELL = 5, 5
MATRIX_HEIGHT = 10
_FIRST_ROW = 2
_REVERSED = Style(reverse=True)


class RiskMatrix(Painted, can_focus=True, inherit_bindings=False):
    """Shows where the open risks lie; arrows choose a cell, Enter picks its risks."""

    BINDINGS = bindings(TABLE, PICTURE)
    DEFAULT_CSS = f"RiskMatrix {{ height: {MATRIX_HEIGHT}; width: 1fr; }}"

    class Picked(Message):
        """The risks of the cell that was chosen."""

        def __init__(self, risks: tuple[Risk, ...]) -> None:
            super().__init__()
            self.risks = risks

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._matrix: Matrix | None = None
        self._generation = -1
        self._here: tuple[int, int] = (5, 5)
        self._marked: tuple[int, int] | None = None

    @property
    def matrix(self) -> Matrix:
        """The matrix of the plan as it is now."""
        session = cast("RoadmapApp", self.app).session
        if self._matrix is None or self._generation != session.generation:
            self._matrix, self._generation = matrix(session.outlook), session.generation
        return self._matrix

    @property
    def cell(self) -> MatrixCell:
        """The cell under the cursor."""
        return self.matrix.cells[self._here]

    def show(self, record: Record | None = None) -> None:
        """Draw the plan as it is now, with the cell of one risk marked."""
        known = isinstance(record, Risk) and record.chance and record.impact
        self._marked = (record.chance, record.impact) if known and isinstance(record, Risk) else None  # type: ignore[assignment]
        if self._marked and not self.has_focus:
            self._here = self._marked
        self.refresh()

    # moving

    def action_cursor_up(self) -> None:
        self._go(1, 0)

    def action_cursor_down(self) -> None:
        self._go(-1, 0)

    def action_cursor_left(self) -> None:
        self._go(0, -1)

    def action_cursor_right(self) -> None:
        self._go(0, 1)

    def action_page_up(self) -> None:
        self._go(4, 0)

    def action_page_down(self) -> None:
        self._go(-4, 0)

    def action_cursor_first(self) -> None:
        self._go(0, -4)

    def action_cursor_last(self) -> None:
        self._go(0, 4)

    def action_show(self) -> None:
        """Pick the risks of this cell. Raises UsageError where there are none."""
        if not self.cell.risks:
            raise UsageError(_("There are no open risks in this cell."))
        self.post_message(self.Picked(self.cell.risks))

    def _go(self, up: int, right: int) -> None:
        chance, impact = self._here
        self._here = (max(1, min(5, chance + up)), max(1, min(5, impact + right)))
        self.refresh()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a cell."""
        chance, impact = 5 - (event.y - _FIRST_ROW), (event.x - _LEFT) // _CELL + 1
        if (chance, impact) in self.matrix.cells:
            self._here = (chance, impact)
            self.refresh()

    # drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return MATRIX_HEIGHT

    def render_line(self, y: int) -> Strip:
        """Title, five rows of cells, the scale of impact and the classes."""
        width = self.size.width
        row = y - _FIRST_ROW
        if 0 <= row < len(SCALE):
            strip = Strip(self._cells(5 - row)).adjust_cell_length(width, Style())
            return strip.apply_style(self.rich_style)
        return self.strip(self._words(y), width)

    def _words(self, y: int) -> Line:
        if y == 1:
            unassessed = len(self.matrix.unassessed)
            note = "   " + _("{count} not assessed").format(count=unassessed) if unassessed else ""
            where = "   " + describe(self.cell) if self.has_focus else ""
            return [Run("  " + _("Likelihood"), Tone.MUTED), Run(note, Tone.WARN), Run(where, Tone.STRONG)]
        if y == _FIRST_ROW + len(SCALE):
            scale = "".join(f"{number:^{_CELL}}" for number in SCALE)
            return [Run(" " * _LEFT + scale + _("Impact"), Tone.MUTED)]
        return [Run("  "), *legend(self.matrix.levels, self.size.width - 2)] if y == MATRIX_HEIGHT - 1 else []

    def _cells(self, chance: int) -> list[Segment]:
        tones = self.look.tones
        segments = [Segment(f"  {chance}  ", tones[Tone.MUTED])]
        for impact in SCALE:
            cell = self.matrix.cells[chance, impact]
            tone = tones[cell.level.tone if cell.level else Tone.MUTED]
            letter = cell.level.letter if cell.level else "?"
            left, right = ("[", "]") if self.has_focus and self._here == (chance, impact) else (" ", " ")
            if (chance, impact) == self._marked and not self.has_focus:
                left, right = ">", "<"
            count = len(cell.risks)
            words, style = (f"{count:<2}{letter}", tone + _REVERSED) if count else (letter, tone)
            edge = tones[Tone.ACCENT]
            segments += [Segment(left, edge), Segment(f"{words:^{_CELL - 2}}", style), Segment(right, edge)]
        return segments

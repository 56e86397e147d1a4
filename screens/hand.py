"""The cursor and the pen of a terminal: the shortest way to draw the cells of a row that changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from screens.pens import PLAIN, Pen, after, change, for_blank, of_blank

Cell = tuple[str, Pen]
Spot = tuple[int, int, str, Pen]
"""Where the cursor is: just behind a text that was written in a row, from a column on, beginning with a pen."""

SGR = re.compile(r"\x1b\[([0-9;]*)m")
_BLANK = (" ", PLAIN)
_STEP = 4
"""The length of a step over up to 9 cells."""
_ERASES_FROM = 12
"""Blanks in the middle of a row that are longer than erasing them and a step over them."""


def pen_after(data: str, pen: Pen | None) -> Pen | None:
    """The pen after any data, which may begin with one that is not known."""
    for parameters in SGR.findall(data):
        if pen is not None or parameters in ("", "0"):
            pen = after(pen or PLAIN, parameters)
    return pen


def _place(row: int, column: int) -> str:
    return f"\x1b[{row};{column}H" if column > 1 else f"\x1b[{row}H" if row > 1 else "\x1b[H"


def _to_the_right(cells: int) -> str:
    return f"\x1b[{cells}C" if cells > 1 else "\x1b[C"


class Hand:
    """Where the cursor of a terminal is, with which pen it writes, and what is to be sent next."""

    def __init__(self, coloured_erase: bool = False) -> None:
        self.columns = 0
        self.at: Spot | None = None
        self.pen: Pen | None = PLAIN
        self._coloured_erase = coloured_erase
        self._found: list[str] = []

    def take(self) -> str:
        """What is to be sent."""
        found = "".join(self._found)
        self._found.clear()
        return found

    def write(self, data: str) -> None:
        """Send something as it is."""
        self._found.append(data)

    def go(self, spot: Spot) -> None:
        """The cursor to a spot, where need be by writing the text before it once more."""
        if self.at == spot:
            return
        row, column, text, pen = spot
        self._move(row, column)
        if text:
            self.change(pen)
            self._found.append(text)
            self.pen = pen_after(text, pen)
        self.at = spot

    def _move(self, row: int, column: int) -> None:
        """The cursor to a cell; a step to the right is shorter, and never begins at the margin."""
        distance = 0
        if self.at and self.at[0] == row and len(self.at[2]) < 2:
            distance = column - self.at[1] - len(self.at[2])
            if distance == 0 and column <= self.columns:
                return
        self._found.append(_to_the_right(distance) if distance > 0 else _place(row, column))
        self.at = (row, column, "", PLAIN)

    def change(self, pen: Pen) -> None:
        """Write with another pen from now on."""
        if self.pen != pen:
            self._found.append(change(self.pen, pen))
            self.pen = pen

    def draw(self, row: int, cells: list[Cell | None], changed: Sequence[int]) -> None:
        """Draw the cells of a row that changed."""
        self._move(row, changed[0] + 1)
        here = changed[0]
        for start, stop in _spans(changed):
            while start < stop:
                if start > here:
                    self._step(row, cells, here, start)
                cell = cells[start] or _BLANK
                end = _end_of_run(cells, start, stop)
                self._suit(cell, cells[end] if end < stop else None)
                here, start = start, end
                if end - here > 3 and self._can_erase(cell):
                    if self.columns and cells[end:] == [cell] * (self.columns - end):
                        self._found.append("\x1b[K")
                        return
                    if end - here >= _ERASES_FROM:
                        self._found.append(f"\x1b[{end - here}X")
                        continue
                self._found.append("".join([each[0] for each in cells[here:end] if each]))
                self.at = (row, end, *(cells[end - 1] or _BLANK))
                here = end

    def _step(self, row: int, cells: list[Cell | None], here: int, start: int) -> None:
        """Go on to a cell further on in the row, over what stands there already."""
        gap = cells[here:start]
        if len(gap) <= _STEP and all(cell and self._suits(cell) for cell in gap):
            self._found += [cell[0] for cell in gap if cell]
            self.at = (row, start, *(cells[start - 1] or _BLANK))
        else:
            self._found.append(_to_the_right(len(gap)))
            self.at = (row, start + 1, "", PLAIN)

    def _can_erase(self, cell: Cell) -> bool:
        return cell[0] == " " and not cell[1].on and (self._coloured_erase or not cell[1].paper)

    def _suits(self, cell: Cell) -> bool:
        """Whether a cell looks as it should with the pen of now."""
        return self.pen == cell[1] or (cell[0] == " " and self.pen == for_blank(self.pen, cell[1]))

    def _suit(self, cell: Cell, following: Cell | None) -> None:
        """Take a pen with which a cell looks as it should, if possible that of the cell after it."""
        if not self._suits(cell):
            pen = for_blank(self.pen, cell[1]) if cell[0] == " " else cell[1]
            if cell[0] == " " and following and following[1] == for_blank(following[1], cell[1]):
                pen = following[1]
            self.change(pen)


def _end_of_run(cells: list[Cell | None], start: int, stop: int) -> int:
    """Behind the blanks that are alike, or behind the words with one pen, with one or two blanks between them."""
    cell = cells[start] or _BLANK
    sign, pen = cell
    end = start + 1
    if sign == " ":
        while end < stop and cells[end] == cell:
            end += 1
        return end
    blank = (" ", of_blank(pen))
    while end < stop:
        following = cells[end] or _BLANK
        if following[0] == " ":
            if following != blank or (end + 2 < stop and cells[end + 1] == cells[end + 2] == blank):
                break
        elif following[1] is not pen:
            break
        end += 1
    return end


def _spans(places: Sequence[int]) -> list[tuple[int, int]]:
    """Places in ascending order as stretches from the first to behind the last."""
    if places[-1] - places[0] < len(places):
        return [(places[0], places[-1] + 1)]
    ends = [place for place, following in pairwise(places) if following > place + 1]
    starts = [following for place, following in pairwise(places) if following > place + 1]
    return list(zip([places[0], *starts], [end + 1 for end in (*ends, places[-1])], strict=True))

"""A model of what a terminal shows, so that only the cells that change need to be sent.

Textual writes whole pieces of rows, sets every colour anew for each of them and takes all of it back after it. A model
of what the terminal shows makes it possible to leave out what stands there already, as curses does (Arnold, "Screen
Updating and Cursor Movement Optimization"). What is not understood is passed on as it is, and the model starts anew.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import compress
from operator import ne

from screens.hand import SGR, Cell, Hand, Spot, pen_after
from screens.pens import PLAIN, Pen, after, of_blank

_WIDEST = 10_000
_PIECES = re.compile(r"(?=\x1b\[[0-9]+;[0-9]+H)")
_CURSOR = re.compile(r"\x1b\[([0-9]+);([0-9]+)H")
_TEXT = r"(?:[^\x00-\x1f\x7f-\x9f]++|\x1b\[[0-9;]*+m)*+"
_NARROW = (
    *(
        (0xA0, 0xAC),
        (0xAE, 0x2FF),
        (0x370, 0x377),
        (0x384, 0x482),
        (0x1E00, 0x1EFF),
        (0x2010, 0x2027),
        (0x2030, 0x205E),
    ),
    *((0x20A0, 0x20BF), (0x2100, 0x218B), (0x2190, 0x2319), (0x2400, 0x2426), (0x2460, 0x25FC), (0x2713, 0x2713)),
    *((0x2717, 0x2717), (0x2800, 0x28FF)),
)
"""Signs beyond ASCII that take one cell in every terminal."""


@lru_cache(maxsize=1024)
def _is_narrow(sign: str) -> bool:
    return " " <= sign <= "~" or any(first <= ord(sign) <= last for first, last in _NARROW)


@lru_cache(maxsize=128)
def _cells(body: str, pen: Pen) -> tuple[list[Cell], Pen] | None:
    """The cells of a piece and the pen after it; None where widths or sequences are not sure."""
    found: list[Cell] = []
    for index, part in enumerate(SGR.split(body)):
        if index % 2:
            changed = after(pen, part)
            if changed is None:
                return None
            pen = changed
        elif part:
            if not (part.isascii() and part.isprintable()) and not all(map(_is_narrow, part)):
                return None
            blank = (" ", of_blank(pen))
            found += [blank if sign == " " else (sign, pen) for sign in part]
    return found, pen


class Terminal:
    """What a terminal shows, as far as it is known, and what brings it to what it should show."""

    def __init__(self, coloured_erase: bool = False) -> None:
        self._hand = Hand(coloured_erase)
        self._rows: dict[int, list[Cell | None] | str] = {}
        self._wanted: Pen | None = PLAIN
        self._aim: Spot | None = None

    @property
    def columns(self) -> int:
        """The width; 0 where it is not known yet."""
        return self._hand.columns

    @columns.setter
    def columns(self, columns: int) -> None:
        self._hand.columns = columns

    def forget(self) -> bool:
        """Know nothing any more: everything that comes is sent; True where anything was known."""
        known = bool(self._rows)
        self._rows.clear()
        self._hand.at = self._aim = self._hand.pen = None
        return known

    def lean(self, data: str) -> str:
        """What has the same effect as `data` after all that came before."""
        pieces = [piece for piece in _PIECES.split(data) if piece]
        for index, piece in enumerate(pieces, 1):
            self._take(piece, index == len(pieces))
        if self._aim and not self._aim[2]:
            self._hand.go(self._aim)
        return self._hand.take()

    def _take(self, piece: str, last: bool) -> None:
        start = _CURSOR.match(piece)
        if start is None or self._wanted is None or (last and piece[-1] == "\n"):
            self._pass_on(piece)
            return
        row, column = int(start[1]), int(start[2])
        body = piece[start.end() :].removesuffix("\n")
        if not body:
            self._aim = (row, column, "", PLAIN)
        elif (cells := _cells(body, self._wanted)) and column - 1 + len(cells[0]) <= (self.columns or _WIDEST):
            self._take_cells(row, column, *cells)
        elif not cells and re.fullmatch(_TEXT, body) and pen_after(body, self._wanted) is not None:
            self._take_text(row, column, body)
        else:
            self._pass_on(piece)

    def _take_cells(self, row: int, column: int, cells: list[Cell], pen: Pen) -> None:
        end = column - 1 + len(cells)
        self._aim = (row, end, *cells[-1]) if cells else (row, column, "", PLAIN)
        self._wanted = pen
        known = self._rows.get(row)
        if not isinstance(known, list):
            known = self._rows[row] = []
        known += [None] * (end - len(known))
        before = known[column - 1 : end]
        if before != cells:
            known[column - 1 : end] = cells
            places = range(column - 1, end)
            is_new = before.count(None) == len(before)
            self._hand.draw(row, known, places if is_new else list(compress(places, map(ne, before, cells))))

    def _take_text(self, row: int, column: int, body: str) -> None:
        """A piece with signs that a terminal may draw wider or narrower than one cell: sent whole, or not at all."""
        assert self._wanted is not None
        self._aim = (row, column, body, self._wanted)
        piece = f"{self._wanted}{column};{body}"
        if self._rows.get(row) != piece:
            self._rows[row] = piece
            self._hand.go(self._aim)
        self._wanted = pen_after(body, self._wanted)

    def _pass_on(self, piece: str) -> None:
        """Something that is not understood, from where it would have begun."""
        if self._aim:
            self._hand.go(self._aim)
        if self._wanted is not None:
            self._hand.change(self._wanted)
        self._hand.write(piece)
        self.forget()
        self._hand.pen = self._wanted = pen_after(piece, self._wanted)

"""Tables in an Excel workbook (.xlsx)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from roadmap_tui.exchange.cells import one_line
from roadmap_tui.exchange.formulas import guarded, unguarded
from roadmap_tui.exchange.grid import Grid, Value, text_of
from roadmap_tui.exchange.table import RawRow, RawTable
from roadmap_tui.exchange.values import cell_text
from roadmap_tui.exchange.zipped import TooLargeError
from roadmap_tui.progress import counted

_MAX_COLUMNS = 100
_MAX_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_EMPTY_ROWS = 500
"""After this many empty rows in a row the sheet has ended."""
_MOST_MERGED, _MOST_MERGED_ROWS = 5_000, 100_000
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s+ref=\"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})\"")


def open_workbook(data: bytes) -> Any:
    """A workbook for reading; what the library remarks about odd cells and parts is not for who imports them."""
    import warnings

    from openpyxl import load_workbook

    warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
    return load_workbook(io.BytesIO(data), read_only=True, data_only=True)


def read(data: bytes) -> Iterator[RawTable]:
    """Every visible sheet, row by row; formulas give the value they had when the workbook was saved."""
    book = open_workbook(data)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            sheet.reset_dimensions()
            merged = _merged(data, str(getattr(sheet, "_worksheet_path", "")))
            yield RawTable("xlsx", _rows(sheet, merged))


def _rows(sheet: Any, merged: dict[int, list[tuple[int, int, bool]]]) -> list[RawRow]:
    rows: list[RawRow] = []
    above: list[str] = []
    empty = 0
    for number, values in enumerate(sheet.iter_rows(max_col=_MAX_COLUMNS), 1):
        cells = [unguarded(cell_text(c.value, getattr(c, "number_format", "") or "")) for c in values]
        while cells and not cells[-1].strip():
            cells.pop()
        row = _row(number, cells, above, merged.get(number, []))
        above = row.cells
        empty = 0 if any(row.cells) else empty + 1
        if empty > _EMPTY_ROWS:
            break
        rows.append(row)
    while rows and not any(rows[-1].cells):
        rows.pop()
    return rows


def _row(number: int, cells: list[str], above: list[str], merged: list[tuple[int, int, bool]]) -> RawRow:
    """One row with the text of cells that reach down into it filled in."""
    filled = sum(bool(cell) for cell in cells)
    widest = max((last - first for first, last, _begins in merged), default=0)
    repeated = set()
    for first, _last, begins in merged:
        if not begins and first < len(above) and above[first]:
            cells += [""] * (first + 1 - len(cells))
            cells[first] = above[first]
            repeated.add(first)
    heading = filled == 1 and not repeated and widest > 1 and bool(cells[0])
    return RawRow(number, cells, frozenset(repeated), heading, merged=not heading and widest > 0)


def _merged(data: bytes, path: str) -> dict[int, list[tuple[int, int, bool]]]:
    """Per row the merged columns that cover it, and whether the merged cell begins there."""
    ranges: dict[int, list[tuple[int, int, bool]]] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if path.lstrip("/") not in archive.namelist():
            return ranges
        xml = archive.read(path.lstrip("/"))
    left_over = _MOST_MERGED_ROWS
    found = _MERGED.findall(xml)
    if len(found) > _MOST_MERGED:
        raise TooLargeError
    for left, top, right, bottom in found:
        reach = min(int(bottom) - int(top), 1000, left_over)
        left_over -= max(0, reach) + 1
        if left_over < 0:
            break
        for row in range(int(top), int(top) + reach + 1):
            ranges.setdefault(row, []).append((_column(left), _column(right), row == int(top)))
    return ranges


def _column(letters: bytes) -> int:
    """The index of a column from its letters: A is 0, AA is 26."""
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index - 1


def sheet_name(text: str) -> str:
    """`text` as Excel allows the name of a sheet: no []:*?/\\, no apostrophe at either end, 31 characters at most."""
    return _NOT_IN_NAMES.sub(" ", one_line(text))[:_MAX_NAME].strip(" '")


def write(*grids: Grid) -> bytes:
    """A workbook with a sheet for every table: title, subtitle, a bold heading row that stays in view."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for grid in grids:
        name = sheet_name(grid.part) or "Sheet"
        taken = {sheet.title.casefold() for sheet in book.worksheets}
        numbers = (f"{name[: _MAX_NAME - 4]} ({number})" for number in range(2, len(grids) + 2))
        _fill(book.create_sheet(next(each for each in (name, *numbers) if each.casefold() not in taken)), grid)
    if not book.worksheets:
        book.create_sheet()
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill(sheet: Any, grid: Grid) -> None:
    """One table on its sheet, with wrapped cells, ready to print across the page."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for text, size in ((grid.title, 14), (grid.subtitle, 11)):
        if text:
            sheet.append([guarded(one_line(text))])
            sheet.cell(sheet.max_row, 1).font = Font(size=size, bold=size > 11)
    top = sheet.max_row + 1 if grid.title or grid.subtitle else 1
    rows: list[list[Value]] = [[heading.text for heading in grid.headings], *grid.rows]
    for number, row in enumerate(counted(rows), top):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column, guarded(text_of(value)) if isinstance(value, str) else value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number == top)
            if cell.is_date:
                cell.number_format = "dd-mm-yyyy"
    for column, heading in enumerate(grid.headings, 1):
        sheet.column_dimensions[get_column_letter(column)].width = heading.width
    sheet.freeze_panes = sheet.cell(top + 1, 1)
    sheet.print_title_rows = f"{top}:{top}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True

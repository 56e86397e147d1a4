"""Tables in a Word document: a heading row that repeats, columns in which words stay whole, colours for status."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from roadmap_tui.exchange.blocks import Lights
from roadmap_tui.exchange.cells import BULLET
from roadmap_tui.exchange.grid import Grid, text_of
from roadmap_tui.exchange.wordstyles import INK, TABLE_BULLET, TABLE_HEADING, TABLE_TEXT, dress, element
from roadmap_tui.model.fields import Tone
from roadmap_tui.progress import counted

_LETTER: Final = 0.19
"""Millimetres that a letter takes for each point of its size, in bold and with a little to spare."""
_PADDING: Final = 4.6
_LOOKED_AT: Final = 400
_HEAD, _RULE = "E3EBF3", "C3CCD6"
_FILL: Final = {Tone.GOOD: "DCEFDC", Tone.WARN: "FCE8C3", Tone.BAD: "F7D4D1"}
_LIGHT: Final = {Tone.GOOD: "2E7D32", Tone.WARN: "F0A30A", Tone.BAD: "C62828"}
_DARK_ON: Final = (Tone.WARN,)


def add_table(
    word: Any,
    grid: Grid,
    width: float,
    size: float,
    tones: Mapping[tuple[int, int], Tone] | None = None,
    blanks: bool = False,
) -> None:
    """`grid` as a table of `width` millimetres with text of `size` points; `tones` shade cells by (row, column).

    Empty lines within a cell are left out unless `blanks` keeps them, as for a table that may be imported again.
    """
    from docx.shared import Mm

    table = word.add_table(1 + len(grid.rows), len(grid.headings), style="Table Grid")
    table.autofit = False
    _lines(table)
    texts = [[heading.text for heading in grid.headings], *([text_of(v) for v in row] for row in grid.rows)]
    if not blanks:
        texts = [["\n".join(filter(None, text.split("\n"))) for text in row] for row in texts]
    strong = [heading.strong for heading in grid.headings]
    shares = _widths(grid, texts, width, size)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Mm(share)
    for number, (row, cells) in enumerate(counted(list(zip(table.rows, texts, strict=True)))):
        row._tr.get_or_add_trPr().append(element("cantSplit"))
        for place, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
            cell.width = Mm(shares[place])
            _fill(cell, text, TABLE_HEADING if number == 0 else TABLE_TEXT, number > 0 and strong[place])
            tone = (tones or {}).get((number - 1, place))
            if number == 0 or tone in _FILL:
                _shade(cell, _HEAD if number == 0 else _FILL[tone])  # type: ignore[index]
    table.rows[0]._tr.get_or_add_trPr().append(element("tblHeader"))


def add_lights(word: Any, lights: Lights, width: float) -> None:
    """Traffic lights beside each other: letter, aspect, the colour in words, and the trend."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt, RGBColor

    if not lights.lights:
        return
    table = word.add_table(1, len(lights.lights))
    table.autofit = False
    for cell, light in zip(table.rows[0].cells, lights.lights, strict=True):
        cell.width = Mm(width / len(lights.lights))
        _shade(cell, _LIGHT.get(light.tone, "E7E9EC"))
        dark = light.tone not in _LIGHT or light.tone in _DARK_ON
        words = f"{light.word}, {light.trend}" if light.trend else light.word
        for place, (text, points) in enumerate(((light.letter, 20), (light.aspect, 10), (words, 9))):
            paragraph = cell.paragraphs[0] if not place else cell.add_paragraph()
            dress(paragraph, TABLE_TEXT)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            run = paragraph.add_run(text)
            run.bold, run.font.size = place < 2, Pt(points)
            run.font.color.rgb = RGBColor.from_string(INK if dark else "FFFFFF")


def add_facts(word: Any, facts: list[tuple[str, str]], width: float, label: float = 48) -> None:
    """Labels with their values, without lines."""
    from docx.shared import Mm

    if not facts:
        return
    table = word.add_table(0, 2)
    table.autofit = False
    for name, value in facts:
        cells = table.add_row().cells
        cells[0].width, cells[1].width = Mm(label), Mm(width - label)
        _fill(cells[0], name, TABLE_TEXT, True)
        _fill(cells[1], value, TABLE_TEXT, False)


def _widths(grid: Grid, texts: list[list[str]], width: float, size: float) -> list[float]:
    """Millimetres for each column: its share, but no less than its longest word, so that words stay whole."""
    total = sum(heading.width for heading in grid.headings) or 1
    shares = [width * heading.width / total for heading in grid.headings]
    letter, most = size * _LETTER, 1.6 * width / max(1, len(shares))
    longest = [
        max((len(word) for row in texts[:_LOOKED_AT] for word in row[n].split()), default=0) for n in range(len(shares))
    ]
    least = [min(most, letters * letter + _PADDING) for letters in longest]
    lacking = sum(max(0.0, low - share) for low, share in zip(least, shares, strict=True))
    spare = sum(max(0.0, share - low) for low, share in zip(least, shares, strict=True))
    kept = 1 - min(1.0, lacking / spare) if spare else 1.0
    found = [low + (share - low) * kept if share > low else low for low, share in zip(least, shares, strict=True)]
    return [width * share / sum(found) for share in found]


def _lines(table: Any) -> None:
    """Thin lines between rows, none between columns, and some room in every cell."""
    borders = element("tblBorders")
    for name in ("top", "left", "bottom", "right", "insideH", "insideV"):
        shown = name not in ("left", "right", "insideV")
        borders.append(element(name, val="single" if shown else "nil", sz="4", space="0", color=_RULE))
    margins = element("tblCellMar")
    for name, twips in (("top", "34"), ("left", "85"), ("bottom", "34"), ("right", "85")):
        margins.append(element(name, w=twips, type="dxa"))
    properties = table._tbl.tblPr
    layout = properties.find(element("tblLayout").tag)
    for extra in (borders, margins):
        if extra is borders and layout is not None:
            layout.addprevious(extra)
        elif layout is not None:
            layout.addnext(extra)
        else:
            properties.append(extra)


def _fill(cell: Any, text: str, style: str, strong: bool) -> None:
    """One paragraph per line, the first one bold if `strong`; lines with a bullet become list items."""
    for index, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        bullet = line.startswith(BULLET)
        dress(paragraph, TABLE_BULLET if bullet else style)
        if line:
            run = paragraph.add_run(line.removeprefix(BULLET) if bullet else line)
            run.bold = (strong and index == 0) or None


def _shade(cell: Any, colour: str) -> None:
    cell._tc.get_or_add_tcPr().append(element("shd", val="clear", color="auto", fill=colour))

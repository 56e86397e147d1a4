"""A table as a Word document: landscape, with a heading row that repeats on every page."""

from __future__ import annotations

import io
from typing import Any

from roadmap_tui.exchange.cells import BULLET, one_line
from roadmap_tui.exchange.grid import Grid, text_of
from roadmap_tui.i18n import language

_SIZE = 9
_LETTER = 0.22
"""Millimetres that a letter takes for each point of its size."""
_PADDING = 4.2
_LOOKED_AT = 400


def write(grid: Grid) -> bytes:
    """The Word document (.docx) that holds `grid`, on A4."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    document = new_document(9)
    describe(document, grid.title)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(15)
    for name, size in (("Title", 20), ("Subtitle", 12)):
        document.styles[name].font.size = Pt(size)
        document.styles[name].font.name = "Calibri"
    if grid.title:
        document.add_paragraph(one_line(grid.title), style="Title")
    if grid.subtitle:
        document.add_paragraph(one_line(grid.subtitle), style="Subtitle")
    add_table(document, grid, 267)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def new_document(size: float) -> Any:
    """An empty document with text of `size` points, checked for spelling in the user's language."""
    from docx import Document
    from docx.oxml.ns import qn
    from docx.shared import Pt

    document = Document()
    for name in ("Normal", "List Bullet"):
        document.styles[name].font.size = Pt(size)
        document.styles[name].font.name = "Calibri"
        document.styles[name].paragraph_format.space_after = Pt(0)
    for spelling in document.styles.element.iter(qn("w:lang")):
        spelling.set(qn("w:val"), {"nl": "nl-NL", "en": "en-GB"}[language()])
    return document


def describe(document: Any, title: str, author: str = "") -> None:
    """What file managers show of the document."""
    properties = document.core_properties
    properties.title, properties.author, properties.comments = one_line(title)[:250], author[:250], ""


def add_table(document: Any, grid: Grid, width: float, size: float | None = None) -> None:
    """`grid` as a table of `width` millimetres, with a first row that repeats on every page.

    `size` is that of its text in points, where it differs from the text around it.
    """
    from docx.shared import Mm

    table = document.add_table(1 + len(grid.rows), len(grid.headings), style="Table Grid")
    table.autofit = False
    _lighten(table)
    bullet = document.styles["List Bullet"].style_id
    texts = [[heading.text for heading in grid.headings], *([text_of(v) for v in row] for row in grid.rows)]
    strong = [heading.strong for heading in grid.headings]
    for column, share in zip(table.columns, _widths(grid, texts, width, size or _SIZE), strict=True):
        column.width = Mm(share)
    for number, (row, cells) in enumerate(zip(table.rows, texts, strict=True)):
        _switch_on(row, "cantSplit")
        for cell, text, is_strong in zip(row.cells, cells, strong, strict=True):
            _fill(cell, text, bullet, is_strong or number == 0, size)
    _switch_on(table.rows[0], "tblHeader")
    for cell in table.rows[0].cells:
        _shade(cell)
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


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


def _lighten(table: Any) -> None:
    """Grey lines instead of black ones."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for name in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{name}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "B8C0CA")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)


def _fill(cell: Any, text: str, style: str, strong: bool, size: float | None) -> None:
    """One paragraph per line, the first one bold if `strong`; lines with a bullet become list items."""
    from docx.shared import Pt

    points, tight = Pt(size) if size else None, Pt(1.5)
    for index, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        bullet = line.startswith(BULLET)
        if points is not None:
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = tight
        if bullet:
            paragraph._p.style = style
        if line:
            run = paragraph.add_run(line.removeprefix(BULLET) if bullet else line)
            run.bold = (strong and index == 0) or None
            if points is not None:
                run.font.size = points


def _switch_on(row: Any, name: str) -> None:
    """Switch on a property of a table row."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{name}"))


def _shade(cell: Any) -> None:
    """A light grey background."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E7E9EC")):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)

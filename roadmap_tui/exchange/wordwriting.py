"""A table as a Word document: landscape, with a heading row that repeats on every page."""

from __future__ import annotations

import io
from typing import Any

from roadmap_tui.exchange.cells import BULLET, one_line
from roadmap_tui.exchange.grid import Grid, text_of


def write(grid: Grid) -> bytes:
    """The Word document (.docx) that holds `grid`, on A4."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(15)
    for name, size in (("Normal", 9), ("List Bullet", 9), ("Title", 20), ("Subtitle", 12)):
        document.styles[name].font.size = Pt(size)
        document.styles[name].font.name = "Calibri"
    for name in ("Normal", "List Bullet"):
        document.styles[name].paragraph_format.space_after = Pt(0)
    if grid.title:
        document.add_paragraph(one_line(grid.title), style="Title")
    if grid.subtitle:
        document.add_paragraph(one_line(grid.subtitle), style="Subtitle")
    table = document.add_table(1 + len(grid.rows), len(grid.headings), style="Table Grid")
    table.autofit = False
    total = sum(heading.width for heading in grid.headings) or 1
    for column, heading in zip(table.columns, grid.headings, strict=True):
        column.width = Mm(267 * heading.width / total)
    bullet = document.styles["List Bullet"].style_id
    texts = [[heading.text for heading in grid.headings], *([text_of(v) for v in row] for row in grid.rows)]
    strong = [heading.strong for heading in grid.headings]
    for number, (row, cells) in enumerate(zip(table.rows, texts, strict=True)):
        _switch_on(row, "cantSplit")
        for cell, text, is_strong in zip(row.cells, cells, strong, strict=True):
            _fill(cell, text, bullet, is_strong or number == 0)
    _switch_on(table.rows[0], "tblHeader")
    for cell in table.rows[0].cells:
        _shade(cell)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _fill(cell: Any, text: str, style: str, strong: bool) -> None:
    """One paragraph per line, the first one bold if `strong`; lines with a bullet become list items."""
    for index, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        bullet = line.startswith(BULLET)
        if bullet:
            paragraph._p.style = style
        if line:
            run = paragraph.add_run(line.removeprefix(BULLET) if bullet else line)
            run.bold = (strong and index == 0) or None


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

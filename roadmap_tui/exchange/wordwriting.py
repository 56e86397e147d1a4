"""A table as a Word document: across the page, with a heading row that repeats on every page."""

from __future__ import annotations

import io

from roadmap_tui.exchange.cells import one_line
from roadmap_tui.exchange.grid import Grid
from roadmap_tui.exchange.wordstyles import describe, new_document
from roadmap_tui.exchange.wordtables import add_table


def write(grid: Grid) -> bytes:
    """The Word document (.docx) that holds `grid`, on A4."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    document = new_document(9, 9)
    describe(document, grid.title)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(15)
    for name, size in (("Title", 20), ("Subtitle", 12)):
        document.styles[name].font.size = Pt(size)
    if grid.title:
        document.add_paragraph(one_line(grid.title), style="Title")
    if grid.subtitle:
        document.add_paragraph(one_line(grid.subtitle), style="Subtitle")
    add_table(document, grid, 267, 9, blanks=True)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()

"""The plan as a Word document: front page, table of contents, headings, and tables that repeat their first row."""

from __future__ import annotations

import io
from typing import Any

from roadmap_tui.exchange.cells import BULLET
from roadmap_tui.exchange.document import Document, Heading, Part, Prose
from roadmap_tui.exchange.wordwriting import add_table, describe, new_document
from roadmap_tui.i18n import _

_PORTRAIT, _LANDSCAPE = (210, 297), (297, 210)
_MARGIN, _WIDE_MARGIN = 25, 15
_MUTED = "5F6B7A"
_INK = "1F3A5F"


def write(document: Document) -> bytes:
    """The Word document (.docx), on A4."""
    word = new_document(10.5)
    describe(word, document.title, document.organisation)
    _styles(word)
    _front_page(word, document)
    word.add_section()
    _contents(word, document)
    word.add_page_break()
    wide = False
    for part in document.parts:
        _turn(word, part, wide)
        wide = part.wide
        _write_part(word, part)
    _page_numbers(word, document.title)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def _styles(word: Any) -> None:
    from docx.shared import Pt, RGBColor

    for name, size, before, after in (("Heading 1", 18, 26, 8), ("Heading 2", 13, 14, 4), ("Title", 30, 0, 6)):
        style = word.styles[name]
        style.font.size, style.font.color.rgb = Pt(size), RGBColor.from_string(_INK)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = True
        _own_font(style)
    word.styles["Subtitle"].font.size = Pt(16)
    word.styles["Subtitle"].font.italic = False
    word.styles["Subtitle"].font.color.rgb = RGBColor.from_string(_MUTED)
    _own_font(word.styles["Subtitle"])
    word.styles["Normal"].paragraph_format.space_after = Pt(6)
    word.styles["Normal"].paragraph_format.line_spacing = 1.15


def _own_font(style: Any) -> None:
    """The font of the text instead of the theme's, which wins otherwise."""
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    style.font.name = "Calibri"


def _front_page(word: Any, document: Document) -> None:
    from docx.shared import Mm, Pt

    _size(word.sections[0], _PORTRAIT, _MARGIN)
    first = word.add_paragraph(document.organisation)
    first.paragraph_format.space_before = Pt(150)
    word.add_paragraph(document.title, style="Title")
    word.add_paragraph(document.subtitle, style="Subtitle")
    space = word.add_paragraph()
    space.paragraph_format.space_before = Pt(60)
    table = word.add_table(0, 2)
    table.autofit = False
    for label, value in document.facts:
        cells = table.add_row().cells
        cells[0].width, cells[1].width = Mm(50), Mm(110)
        cells[0].text, cells[1].text = label, value
        cells[0].paragraphs[0].runs[0].font.bold = True
        for cell in cells:
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)


def _contents(word: Any, document: Document) -> None:
    """A table of contents that Word fills with page numbers; until then it lists the chapters."""
    title = word.add_paragraph(_("Contents"), style="Heading 1")
    title._p.get_or_add_pPr().append(_element("outlineLvl", val="9"))
    headings = [b for part in document.parts for b in part.blocks if isinstance(b, Heading) and b.level == 1]
    paragraph = word.add_paragraph()
    _run(paragraph, _element("fldChar", fldCharType="begin", dirty="true"))
    instruction = _element("instrText")
    instruction.text = 'TOC \\o "1-2" \\h \\z \\u'
    _run(paragraph, instruction)
    _run(paragraph, _element("fldChar", fldCharType="separate"))
    for place, heading in enumerate(headings):
        if place:
            paragraph = word.add_paragraph()
        paragraph.add_run(heading.text)
    _run(paragraph, _element("fldChar", fldCharType="end"))


def _turn(word: Any, part: Part, wide: bool) -> None:
    """Turn the page where a chapter is printed across it, and back."""
    if part.wide == wide:
        return
    section = word.add_section()
    _size(section, _LANDSCAPE if part.wide else _PORTRAIT, _WIDE_MARGIN if part.wide else _MARGIN)


def _size(section: Any, size: tuple[int, int], margin: int) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section.orientation = WD_ORIENT.LANDSCAPE if size[0] > size[1] else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(size[0]), Mm(size[1])
    section.left_margin = section.right_margin = Mm(margin)
    section.top_margin = section.bottom_margin = Mm(min(margin, 20))


def _write_part(word: Any, part: Part) -> None:
    width = _LANDSCAPE[0] - 2 * _WIDE_MARGIN if part.wide else _PORTRAIT[0] - 2 * _MARGIN
    for block in part.blocks:
        if isinstance(block, Heading):
            word.add_paragraph(block.text, style=f"Heading {block.level}")
        elif isinstance(block, Prose):
            _write_prose(word, block)
        else:
            add_table(word, block.grid, width, 9 if part.wide else 9.5)
            word.add_paragraph().paragraph_format.space_after = 0


def _write_prose(word: Any, prose: Prose) -> None:
    from docx.shared import RGBColor

    for line in prose.text.split("\n"):
        bullet = line.startswith(BULLET)
        paragraph = word.add_paragraph(style="List Bullet" if bullet else "Normal")
        run = paragraph.add_run(line.removeprefix(BULLET) if bullet else line)
        if prose.note:
            run.font.italic, run.font.color.rgb = True, RGBColor.from_string(_MUTED)


def _page_numbers(word: Any, title: str) -> None:
    """The title and the page at the foot of every page but the first."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    for place, section in enumerate(word.sections):
        section.footer.is_linked_to_previous = place > 1
        if place != 1:
            continue
        paragraph = section.footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.add_run(f"{title}   ")
        _run(paragraph, _element("fldChar", fldCharType="begin"))
        instruction = _element("instrText")
        instruction.text = "PAGE"
        _run(paragraph, instruction)
        _run(paragraph, _element("fldChar", fldCharType="end"))
        for run in paragraph.runs:
            run.font.size, run.font.color.rgb = Pt(9), RGBColor.from_string(_MUTED)


def _element(name: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _run(paragraph: Any, element: Any) -> None:
    paragraph.add_run()._r.append(element)

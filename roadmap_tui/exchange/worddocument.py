"""Documents for Word: front page with versions, table of contents, numbered pages, tables and the timeline."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

from roadmap_tui.exchange.blocks import Block, Document, Heading, Lights, Part, Prose, Table, Timeline
from roadmap_tui.exchange.cells import BULLET
from roadmap_tui.exchange.wordstyles import INK, NOTE, describe, element, new_document
from roadmap_tui.exchange.wordtables import add_facts, add_lights, add_table
from roadmap_tui.i18n import _

_PORTRAIT, _LANDSCAPE = (210, 297), (297, 210)
_MARGIN, _WIDE_MARGIN, _TIGHT = 25, 16, 18
_CELLS, _WIDE_CELLS = 9.5, 9
_LEVELS: Final = 2


def write(document: Document, timeline: Sequence[bytes] = ()) -> bytes:
    """The Word document (.docx), on A4; `timeline` are SVG files that show the planning."""
    from docx.shared import Pt

    word = new_document(10.5 if document.cover else 10, _CELLS)
    describe(word, document.title, document.organisation, document.subtitle)
    writer = _Writer(word, timeline)
    if document.cover:
        _front_page(word, document)
        writer.next_section(wide=False)
        _contents(word, document)
        word.add_page_break()
    else:
        wide = any(part.wide for part in document.parts)
        writer.shape(word.sections[0], wide, margin=_TIGHT)
        word.styles["Heading 2"].paragraph_format.space_before = Pt(9)
        word.styles["Heading 2"].font.size = Pt(12)
        _opening(word, document, writer.width)
    for part in document.parts:
        writer.part(part)
    _around(word, document)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


class _Writer:
    """Writes chapters one after the other, turning the page where one lies across it."""

    def __init__(self, word: Any, timeline: Sequence[bytes]) -> None:
        self.word, self.timeline = word, timeline
        self.wide = False
        self.width, self.bookmarks = 0.0, 0

    def shape(self, section: Any, wide: bool, margin: int = 0) -> None:
        """Size and margins of a section."""
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm

        size, self.wide = _LANDSCAPE if wide else _PORTRAIT, wide
        margin = margin or (_WIDE_MARGIN if wide else _MARGIN)
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(size[0]), Mm(size[1])
        section.left_margin = section.right_margin = Mm(margin)
        section.top_margin, section.bottom_margin = Mm(24 if not wide else 20), Mm(20 if not wide else 16)
        section.header_distance = section.footer_distance = Mm(10)
        self.width = size[0] - 2 * margin

    def next_section(self, wide: bool) -> None:
        """Begin on a new page of this shape."""
        self.shape(self.word.add_section(), wide)

    def part(self, part: Part) -> None:
        """One chapter, on a new page where it has one of its own or the page must be turned for it."""
        chapter = bool(part.blocks) and isinstance(part.blocks[0], Heading) and part.blocks[0].level == 1
        if (part.wide != self.wide or part.own_page) and chapter:
            self.next_section(part.wide)
        for block in part.blocks:
            self.block(block)

    def block(self, block: Block) -> None:
        """One block."""
        if isinstance(block, Heading):
            self._marked(self.word.add_paragraph(style=f"Heading {block.level}"), block)
        elif isinstance(block, Prose):
            _prose(self.word, block)
        elif isinstance(block, Lights):
            add_lights(self.word, block, self.width)
            _gap(self.word, 4)
        elif isinstance(block, Timeline):
            self._timeline()
        elif isinstance(block, Table):
            add_table(self.word, block.grid, self.width, _WIDE_CELLS if self.wide else _CELLS, block.tones)
            _gap(self.word, 4)

    def _marked(self, paragraph: Any, heading: Heading) -> None:
        """A heading with the bookmark that the table of contents refers to."""
        if heading.level > _LEVELS:
            paragraph.add_run(heading.text)
            return
        self.bookmarks += 1
        number = str(self.bookmarks)
        paragraph._p.append(element("bookmarkStart", id=number, name=_bookmark(self.bookmarks)))
        paragraph.add_run(heading.text)
        paragraph._p.append(element("bookmarkEnd", id=number))

    def _timeline(self) -> None:
        from roadmap_tui.exchange.worddrawing import drawing

        for number, picture in enumerate(self.timeline):
            paragraph = self.word.add_paragraph()
            paragraph.paragraph_format.line_spacing = 1.0
            told = _("Timeline of the plan; the table of the planning holds the same periods.")
            paragraph._p.append(drawing(picture, self.width / 10, _("Timeline"), told, number))


def _bookmark(number: int) -> str:
    return f"_Toc{900000 + number}"


def _prose(word: Any, prose: Prose) -> None:
    for line in prose.text.split("\n"):
        bullet = line.startswith(BULLET)
        if not line.strip():
            continue
        word.add_paragraph(
            line.removeprefix(BULLET) if bullet else line,
            style="List Bullet" if bullet else NOTE if prose.note else "Normal",
        )


def _gap(word: Any, points: float) -> None:
    """Some room below a table, which Word gives none."""
    from docx.shared import Pt

    paragraph = word.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(points)


def _front_page(word: Any, document: Document) -> None:
    from docx.shared import Mm, Pt, RGBColor

    _Writer(word, ()).shape(word.sections[0], wide=False)
    first = word.add_paragraph()
    run = first.add_run(document.organisation)
    run.font.size, run.bold, run.font.color.rgb = Pt(13), True, RGBColor.from_string(INK)
    first.paragraph_format.space_before, first.paragraph_format.space_after = Mm(52), Mm(6)
    title = word.add_paragraph(document.title, style="Title")
    word.add_paragraph(document.subtitle, style="Subtitle")
    _rule(title)
    _gap(word, 18)
    width = _PORTRAIT[0] - 2 * _MARGIN
    add_facts(word, document.facts, width)
    if document.note:
        _gap(word, 6)
        word.add_paragraph(document.note, style=NOTE)
    if document.versions is not None:
        heading = word.add_paragraph(_("Versions"), style="Heading 3")
        heading.paragraph_format.space_before = Mm(16)
        add_table(word, document.versions, width, _CELLS)


def _rule(paragraph: Any) -> None:
    """A line in the colour of the headings above a paragraph."""
    border = element("pBdr")
    border.append(element("top", val="single", sz="24", space="10", color=INK))
    paragraph._p.get_or_add_pPr().insert_element_before(
        border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr"
    )


def _opening(word: Any, document: Document, width: float) -> None:
    """The top of a document without a front page."""
    from docx.shared import Pt

    title = word.add_paragraph(document.title, style="Title")
    title.runs[0].font.size = Pt(22)
    title.paragraph_format.space_after = Pt(0)
    line = ", ".join(filter(None, (document.subtitle, document.organisation)))
    word.add_paragraph(line, style="Subtitle").runs[0].font.size = Pt(12)
    half = -(-len(document.facts) // 2)
    _pairs(word, document.facts[:half], document.facts[half:], width)
    if document.note:
        word.add_paragraph(document.note, style=NOTE)
    _gap(word, 4)


def _pairs(word: Any, left: list[tuple[str, str]], right: list[tuple[str, str]], width: float) -> None:
    """Facts in two columns, to save room."""
    from docx.shared import Mm

    if not left:
        return
    table = word.add_table(len(left), 4)
    table.autofit = False
    for place, row in enumerate(table.rows):
        found = (*left[place], *(right[place] if place < len(right) else ("", "")))
        for number, (cell, text) in enumerate(zip(row.cells, found, strict=True)):
            cell.width = Mm(width * (0.18, 0.32, 0.2, 0.3)[number])
            cell.paragraphs[0].style = "Table Text"
            cell.paragraphs[0].add_run(text).bold = number in (0, 2) or None


def _contents(word: Any, document: Document) -> None:
    """A table of contents that Word fills with page numbers; until then it lists the headings."""
    title = word.add_paragraph(_("Contents"), style="Heading 1")
    title._p.get_or_add_pPr().append(element("outlineLvl", val="9"))
    headings = [b for part in document.parts for b in part.blocks if isinstance(b, Heading) and b.level <= _LEVELS]
    paragraph = None
    for place, heading in enumerate(headings, 1):
        paragraph = word.add_paragraph(style=f"toc {heading.level}")
        if place == 1:
            _field(paragraph, f'TOC \\o "1-{_LEVELS}" \\h \\z \\u', begin=True)
        _entry(paragraph, heading.text, _bookmark(place))
    if paragraph is not None:
        _append(paragraph, element("fldChar", fldCharType="end"))


def _entry(paragraph: Any, text: str, bookmark: str) -> None:
    """A line of the contents that leads to its heading; the page numbers come when Word works the field out."""
    link = element("hyperlink", anchor=bookmark, history="1")
    paragraph._p.append(link)
    link.append(paragraph.add_run(text)._r)


def _field(paragraph: Any, instruction: str, begin: bool = False, text: str = "") -> None:
    """A field that Word works out; with `begin` the text that it holds until then still follows."""
    dirty = {"dirty": "true"} if begin else {}
    _append(paragraph, element("fldChar", fldCharType="begin", **dirty))
    told = element("instrText")
    told.text = f" {instruction} "
    told.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    _append(paragraph, told)
    _append(paragraph, element("fldChar", fldCharType="separate"))
    if not begin:
        paragraph.add_run(text)
        _append(paragraph, element("fldChar", fldCharType="end"))


def _around(word: Any, document: Document) -> None:
    """The head and foot of every page but the front page: title and version, organisation and page number."""
    sections = list(word.sections)
    first = 1 if document.cover else 0
    for place, section in enumerate(sections):
        if place < first:
            continue
        alike = place > first and section.page_width == sections[place - 1].page_width
        section.header.is_linked_to_previous = section.footer.is_linked_to_previous = alike
        if alike:
            continue
        width = section.page_width - section.left_margin - section.right_margin
        _beside(section.header.paragraphs[0], document.title, document.stamp, width)
        foot = section.footer.paragraphs[0]
        _beside(foot, document.organisation, "", width)
        before, middle = _("Page {number} of {count}").format(number="\n", count="\t").split("\n", 1)
        between, after = middle.split("\t", 1)
        foot.add_run(before)
        _field(foot, "PAGE", text="1")
        foot.add_run(between)
        _field(foot, "NUMPAGES", text="1")
        foot.add_run(after)


def _beside(paragraph: Any, left: str, right: str, width: Any) -> None:
    """Two texts on one line, the second against the right margin."""
    from docx.enum.text import WD_TAB_ALIGNMENT

    properties = paragraph._p.get_or_add_pPr()
    tabs = element("tabs")
    for position in ("4680", "4513", "9026", "9360"):
        tabs.append(element("tab", val="clear", pos=position))
    properties.insert_element_before(tabs, "w:spacing", "w:ind", "w:jc", "w:rPr")
    paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{left}\t{right}")


def _append(paragraph: Any, child: Any) -> None:
    paragraph.add_run()._r.append(child)

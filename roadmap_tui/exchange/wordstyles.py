"""The styles of a Word document, so that who receives it can change the look in one place."""

from __future__ import annotations

from typing import Any, Final

from roadmap_tui.exchange.cells import one_line
from roadmap_tui.i18n import language

INK, MUTED, ACCENT = "1F3A5F", "5F6B7A", "0A66B0"
FONT: Final = "Calibri"
TABLE_TEXT, TABLE_BULLET, TABLE_HEADING, NOTE = "Table Text", "Table Bullet", "Table Heading", "Note"
_LANGUAGES: Final = {"nl": "nl-NL", "en": "en-GB"}
_AFTER_HYPHENATION: Final = tuple(
    f"w:{name}"
    for name in (
        "doNotHyphenateCaps", "showEnvelope", "summaryLength", "clickAndTypeStyle", "defaultTableStyle",
        "evenAndOddHeaders", "bookFoldRevPrinting", "drawingGridHorizontalSpacing", "characterSpacingControl",
        "noLineBreaksAfter", "hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "rsids", "themeFontLang",
        "clrSchemeMapping", "shapeDefaults", "decimalSymbol",
    )
)  # fmt: skip
"""The settings that the standard puts after those of hyphenation (ECMA-376 part 1, 17.15.1.78)."""


def new_document(size: float, cell_size: float) -> Any:
    """An empty document with text of `size` points and tables of `cell_size`, in the user's language."""
    from docx import Document

    word = Document()
    _speak(word)
    _style(word, "Normal", size, after=6, line=1.12)
    _style(word, "List Bullet", size, after=3, line=1.12)
    headings = (("Heading 1", 19, 26, 8), ("Heading 2", 13.5, 16, 5), ("Heading 3", 11.5, 10, 3))
    for name, points, before, after in headings:
        _style(word, name, points, INK, before=before, after=after, together=True)
    _style(word, "Title", 32, INK, after=6)
    _style(word, "Subtitle", 16, MUTED, after=4)
    _border_off(word.styles["Title"])
    _own(word, TABLE_TEXT, "Normal", cell_size, after=1.5, before=1.5, line=1.0)
    _own(word, TABLE_BULLET, "List Bullet", cell_size, after=1, before=1, line=1.0)
    _own(word, TABLE_HEADING, TABLE_TEXT, cell_size, INK, after=2, before=2, line=1.0, together=True)
    word.styles[TABLE_HEADING].font.bold = True
    _own(word, NOTE, "Normal", size - 0.5, MUTED, after=6)
    word.styles[NOTE].font.italic = True
    for level, indent in ((1, 0.0), (2, 6.0)):
        _contents_style(word, level, indent, size)
    for name in ("Header", "Footer"):
        _style(word, name, 8.5, MUTED)
    return word


def describe(word: Any, title: str, author: str = "", subject: str = "") -> None:
    """What file managers show of the document."""
    properties = word.core_properties
    properties.title, properties.author, properties.comments = one_line(title)[:250], author[:250], ""
    properties.subject, properties.last_modified_by = subject[:250], ""
    properties.language = _LANGUAGES[language()]


def dress(paragraph: Any, style: str) -> None:
    """Give a paragraph a style by name; looking the name up in the document for each of thousands takes seconds."""
    paragraph._p.style = style.replace(" ", "")


def element(tag: str, /, **attributes: str) -> Any:
    """An XML element of WordprocessingML with attributes."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _speak(word: Any) -> None:
    """Spelling and hyphenation in the user's language."""
    from docx.oxml.ns import qn

    for spelling in word.styles.element.iter(qn("w:lang")):
        spelling.set(qn("w:val"), _LANGUAGES[language()])
        spelling.set(qn("w:eastAsia"), _LANGUAGES[language()])
    settings = word.settings.element
    for name, value in (("autoHyphenation", "true"), ("consecutiveHyphenLimit", "2"), ("hyphenationZone", "425")):
        settings.insert_element_before(element(name, val=value), *_AFTER_HYPHENATION)


def _style(
    word: Any, name: str, size: float, colour: str = "", before: float = 0, after: float = 0, line: float = 0,
    together: bool = False,
) -> Any:  # fmt: skip
    from docx.shared import Pt, RGBColor

    style = word.styles[name]
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[key]
    style.font.name, style.font.size, style.font.italic = FONT, Pt(size), False
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    if line:
        shape.line_spacing = line
    if together:
        shape.keep_with_next = True
        style.element.get_or_add_pPr().append(element("suppressAutoHyphens"))
    return style


def _own(word: Any, name: str, base: str, size: float, colour: str = "", **shape: Any) -> None:
    """A style of our own that follows another."""
    from docx.enum.style import WD_STYLE_TYPE

    style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.quick_style = word.styles[base], True
    _style(word, name, size, colour, **shape)


def _contents_style(word: Any, level: int, indent: float, size: float) -> None:
    """The style of a level of the table of contents, with a dotted line to the page number."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Mm, Pt

    style = word.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Normal"]
    style.paragraph_format.left_indent = Mm(indent)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(4 if level == 1 else 0), Pt(2)
    style.paragraph_format.tab_stops.add_tab_stop(Mm(160), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    style.font.size = Pt(size)
    style.font.bold = level == 1


def _border_off(style: Any) -> None:
    """Take away the line that the standard title has below it."""
    from docx.oxml.ns import qn

    for border in list(style.element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)

"""The lines of a plan that somebody else wrote, in Word, Excel, Markdown or text, with what looks like a heading."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from roadmap_tui.errors import UnreadableError
from roadmap_tui.exchange.opening import content_of, read_office, refuse_others
from roadmap_tui.exchange.text import decode
from roadmap_tui.i18n import _
from roadmap_tui.planning.standardplan import SourceLine, Weight

_MOST_LINES = 20_000
_MOST_ROWS, _MOST_COLUMNS, _EMPTY_ROWS = 5_000, 12, 200
_SHORT = 60
_NUMBERED = re.compile(r"\s*(?:\d+(?:\.\d+)*[.)]?|hoofdstuk\s+\d+|chapter\s+\d+)\s+\S", re.IGNORECASE)
_UNDERLINE = re.compile(r"\s*(?:=+|-+|~+)\s*")
_BULLET = re.compile(r"\s*[•·*▪◦‣-]\s+")
_MARKDOWN = re.compile(r"\s{0,3}#{1,6}\s")
_HEADING_STYLES = ("heading", "kop", "hoofdstuk", "titre", "uberschrift")
_SKIPPED_STYLES = ("title", "titel", "toc", "inhopg", "header", "footer", "koptekst", "voettekst")


def read_outline(path: Path) -> list[SourceLine]:
    """The lines of the document at `path`.

    Raises UnreadableError when it is missing, too large, protected, damaged, or neither Word, Excel nor text.
    """
    data = content_of(path)
    name = path.name
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableError(_("{name} is empty; choose the plan that the supplier sent.").format(name=name))
    refuse_others(data, name)
    if data.startswith(b"PK"):
        return read_office(data, name, _word_lines, _sheet_lines)[:_MOST_LINES]
    return list(islice(_text_lines(_decoded(data, name)), _MOST_LINES))


def _decoded(data: bytes, name: str) -> str:
    message = _("{name} is no text; choose the supplier's plan as .docx, .xlsx, .txt or .md.").format(name=name)
    try:
        text = decode(data, name)
    except UnreadableError as error:
        raise UnreadableError(message) from error
    if text.lstrip().startswith("{"):
        raise UnreadableError(message)
    return text


def _word_lines(data: bytes) -> Iterator[SourceLine]:
    from docx import Document

    from roadmap_tui.exchange.wordtext import Lists, paragraph_text, tag

    document = Document(io.BytesIO(data))
    lists = Lists(document)
    for number, paragraph in enumerate(document.element.body.iter(tag("p")), 1):
        style = lists.style_name(paragraph)
        text = paragraph_text(paragraph).strip()
        if not text or style.startswith(_SKIPPED_STYLES):
            continue
        in_table = any(True for _cell in paragraph.iterancestors(tag("tc")))
        place = _("table, paragraph {number}") if in_table else _("paragraph {number}")
        weight = _weight_in_word(text, style, in_table, _is_bold(paragraph, tag))
        yield _item(SourceLine(text, place.format(number=number), weight), bool(lists.mark(paragraph)))


def _weight_in_word(text: str, style: str, in_table: bool, bold: bool) -> Weight:
    if style.startswith(_HEADING_STYLES):
        return "heading"
    if len(text) > _SHORT or text[-1] in ".;,?!":
        return "text"
    return "heading" if bold and not in_table else "short"


def _is_bold(paragraph: Any, tag: Any) -> bool:
    """Whether every run of a paragraph is bold: how people make headings without a style."""
    runs = [run for run in paragraph.iter(tag("r")) if any((piece.text or "").strip() for piece in run.iter(tag("t")))]
    return bool(runs) and all(run.find(f"{tag('rPr')}/{tag('b')}") is not None for run in runs)


def _sheet_lines(data: bytes) -> Iterator[SourceLine]:
    from roadmap_tui.exchange.spreadsheet import open_workbook

    book = open_workbook(data)
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        sheet.reset_dimensions()
        yield SourceLine(sheet.title, _("name of a sheet"), "heading")
        empty = 0
        for number, row in enumerate(sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True), 1):
            cells = [str(value).strip() for value in row if isinstance(value, str) and value.strip()]
            empty = 0 if cells else empty + 1
            if empty > _EMPTY_ROWS:
                break
            place = _("sheet {sheet}, row {row}").format(sheet=sheet.title, row=number)
            yield from (SourceLine(text, place, _weight_in_row(text, len(cells))) for text in cells)


def _weight_in_row(text: str, count: int) -> Weight:
    """A short text alone in its row is a heading; beside others it may be one."""
    if len(text) > _SHORT or "\n" in text:
        return "text"
    return "heading" if count == 1 and _NUMBERED.match(text) else "short"


def _text_lines(text: str) -> Iterator[SourceLine]:
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if not line.strip() or _UNDERLINE.fullmatch(line):
            continue
        following = lines[number] if number < len(lines) else ""
        underlined = bool(following.strip()) and len(following.strip()) > 2 and bool(_UNDERLINE.fullmatch(following))
        alone = number == 1 or not lines[number - 2].strip()
        place = _("line {number}").format(number=number)
        found = SourceLine(line.strip(), place, _weight_in_text(line, underlined, alone))
        yield _item(found, bool(_BULLET.match(line)))


def _weight_in_text(line: str, underlined: bool, alone: bool) -> Weight:
    """`alone` says that an empty line stands above it."""
    text = line.strip()
    if _MARKDOWN.match(line) or underlined:
        return "heading"
    if len(text) > _SHORT or text[-1] in ".;,?!":
        return "text"
    named = (alone and text[0].isalnum()) or text[0] == "("
    return "heading" if named or _NUMBERED.match(text) or (text.isupper() and len(text) > 3) else "short"


def _item(line: SourceLine, in_list: bool) -> SourceLine:
    """An item of a list says what it is in its first words; the explanation after them is left out."""
    if not in_list or line.weight != "text":
        return line
    first = re.split(r"[(,:;.]", line.text, maxsplit=1)[0].strip()
    return SourceLine(first, line.place, "short") if 0 < len(first) <= _SHORT else line

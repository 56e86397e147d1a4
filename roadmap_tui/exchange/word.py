"""Tables in a Word document (.docx)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from roadmap_tui.exchange.table import RawRow, RawTable
from roadmap_tui.exchange.wordtext import Lists, paragraph_text, tag

_NEAR = 2
"""A table with at most this many lines above it takes these as title and subtitle."""


def read(data: bytes) -> Iterator[RawTable]:
    """Every table of the document, each with the title and subtitle that stand above it."""
    from docx import Document

    document = Document(io.BytesIO(data))
    lists = Lists(document)
    for table in document.element.body.iter(tag("tbl")):
        yield RawTable("docx", _rows(table, lists), _above(table, document, lists))


def _rows(table: Any, lists: Lists) -> list[RawRow]:
    rows: list[RawRow] = []
    previous: list[str] = []
    for element in _children(table, "tr"):
        row = _row(element, previous, len(rows) + 1, lists)
        rows.append(row)
        previous = row.cells
    widest = max((len(row.cells) for row in rows), default=0)
    for row in rows:
        row.heading = row.heading and len(row.cells) == widest
    return rows


def _row(element: Any, above: list[str], number: int, lists: Lists) -> RawRow:
    """One row on the grid: a cell over several columns fills the first, one over several rows each of them."""
    skipped = element.find(f"{tag('trPr')}/{tag('gridBefore')}")
    cells = [""] * _number(skipped)
    repeated: set[int] = set()
    elements = list(_children(element, "tc"))
    spans = [_number(cell.find(f"{tag('tcPr')}/{tag('gridSpan')}"), 1) for cell in elements]
    for cell, span in zip(elements, spans, strict=True):
        merge = cell.find(f"{tag('tcPr')}/{tag('vMerge')}")
        if merge is not None and merge.get(tag("val")) != "restart" and len(cells) < len(above):
            repeated.add(len(cells))
            cells.append(above[len(cells)])
        else:
            cells.append(_cell_text(cell, lists))
        cells += [""] * (span - 1)
    heading = len(elements) == 1 and spans[0] > 1 and bool(cells[0].strip())
    return RawRow(number, cells, frozenset(repeated), heading, merged=not heading and max(spans, default=1) > 1)


def _cell_text(cell: Any, lists: Lists) -> str:
    return "\n".join(lists.mark(p) + paragraph_text(p) for p in cell.iter(tag("p")))


def _children(parent: Any, name: str) -> Iterator[Any]:
    """Direct children, also those inside a content control or a tracked insertion."""
    for child in parent:
        if child.tag == tag(name):
            yield child
        elif child.tag in (tag("sdt"), tag("sdtContent"), tag("ins"), tag("customXml")):
            yield from _children(child, name)


def _number(element: Any, default: int = 0) -> int:
    """The value of an element that counts columns, kept within what a page can hold."""
    value = element.get(tag("val")) if element is not None else None
    return max(default, min(int(value), 100)) if value and value.isdecimal() and len(value) < 6 else default


def _above(table: Any, document: Any, lists: Lists) -> list[str]:
    """Title and subtitle: the lines right above, else what the document marks as its title or last heading."""
    paragraphs = []
    for element in document.element.body:
        if element is table or table in element.iterdescendants(tag("tbl")):
            break
        if element.tag == tag("p") and (text := paragraph_text(element).strip()):
            paragraphs.append((lists.style_name(element), text))
    if len(paragraphs) <= _NEAR:
        return [text for _style, text in paragraphs]
    titles = [text for style, text in paragraphs if style in ("title", "titel")]
    subtitles = [text for style, text in paragraphs if style in ("subtitle", "ondertitel")]
    headings = [text for style, text in paragraphs if style.startswith(("heading", "kop"))]
    found = titles[:1] or headings[-1:]
    return found + subtitles[:1] if found else []

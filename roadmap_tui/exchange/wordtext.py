"""The text of a Word paragraph as its reader sees it, list marks included."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from roadmap_tui.exchange.cells import BULLET

_NS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def tag(name: str) -> str:
    """The full XML name of a WordprocessingML element or attribute (ECMA-376 part 1)."""
    return _NS + name


_INSTEAD = {tag("tab"): " ", tag("br"): "\n", tag("cr"): "\n", tag("noBreakHyphen"): "-"}
_HIDDEN = {tag("del"), tag("moveFrom"), tag("pPr"), tag("rPr"), tag("txbxContent"), _FALLBACK}


def paragraph_text(paragraph: Any) -> str:
    """The visible text: tracked insertions are in, deletions and drawn boxes are out."""
    return "".join(_pieces(paragraph))


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == tag("t"):
            yield child.text or ""
        elif child.tag in _INSTEAD:
            yield _INSTEAD[child.tag]
        elif child.tag not in _HIDDEN:
            yield from _pieces(child)


class Lists:
    """The list marks of one document: bullets are written "· ", numbers are counted."""

    def __init__(self, document: Any) -> None:
        self._styles: dict[str, Any] = {}
        self._counts: dict[tuple[str, str], int] = {}
        styles = _related(document, "styles")
        for style in styles.iter(tag("style")) if styles is not None else ():
            self._styles[style.get(tag("styleId"), "")] = style
        self._formats = _formats(_related(document, "numbering"))

    def style_name(self, paragraph: Any) -> str:
        """The name of the paragraph's style in lower case, "" when it has none."""
        style = self._style(paragraph)
        name = style.find(tag("name")) if style is not None else None
        return str(name.get(tag("val"), "")).casefold() if name is not None else ""

    def mark(self, paragraph: Any) -> str:
        """What stands before the paragraph on paper: a bullet, its number, or nothing."""
        numbering = self._numbering(paragraph)
        if numbering is None:
            return ""
        number, level = numbering
        form = self._formats.get(numbering, "bullet")
        if form == "none":
            return ""
        if form == "bullet":
            return BULLET
        self._counts[number, level] = count = self._counts.get((number, level), 0) + 1
        return f"{chr(96 + (count - 1) % 26 + 1) if 'Letter' in form else count}. "

    def _style(self, paragraph: Any) -> Any:
        named = paragraph.find(f"{tag('pPr')}/{tag('pStyle')}")
        return self._styles.get(named.get(tag("val"), "")) if named is not None else None

    def _numbering(self, paragraph: Any) -> tuple[str, str] | None:
        """The list and level of a paragraph, its own or that of its style."""
        found = paragraph.find(f"{tag('pPr')}/{tag('numPr')}")
        style, seen = self._style(paragraph), 0
        while found is None and style is not None and seen < 20:
            found = style.find(f"{tag('pPr')}/{tag('numPr')}")
            base = style.find(tag("basedOn"))
            style, seen = (self._styles.get(base.get(tag("val"), "")) if base is not None else None), seen + 1
        if found is None:
            return None
        number, level = _value(found.find(tag("numId"))), _value(found.find(tag("ilvl"))) or "0"
        return (number, level) if number and number != "0" else None


def _value(element: Any) -> str:
    return str(element.get(tag("val"), "")) if element is not None else ""


def _related(document: Any, name: str) -> Any:
    """The root of the part that the document calls `name`, or None when it has no such part."""
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{name}") and not relation.is_external:
            return parse_xml(relation.target_part.blob)
    return None


def _formats(numbering: Any) -> dict[tuple[str, str], str]:
    """How each list and level is marked: bullet, decimal, lowerLetter, none, ..."""
    if numbering is None:
        return {}
    abstract: dict[str, dict[str, str]] = {}
    for kind in numbering.iter(tag("abstractNum")):
        levels = kind.iter(tag("lvl"))
        abstract[kind.get(tag("abstractNumId"), "")] = {
            level.get(tag("ilvl"), "0"): _value(level.find(tag("numFmt"))) for level in levels
        }
    formats: dict[tuple[str, str], str] = {}
    for number in numbering.iter(tag("num")):
        for level, form in abstract.get(_value(number.find(tag("abstractNumId"))), {}).items():
            formats[number.get(tag("numId"), ""), level] = form or "bullet"
    return formats

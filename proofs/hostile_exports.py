"""Documents made of a plan full of hostile texts: whoever opens one finds text, and nothing that runs or breaks."""

from __future__ import annotations

import csv
import html.parser
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from proofs.hostile_strings import MARK

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_NUMBER = re.compile(r"[+-]?[0-9.,:% -]*")
_LIVE = ("script", "iframe", "object", "embed", "form", "base", "link", "foreignobject", "animate", "set", "image")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def wrong(path: Path) -> list[str]:
    """What is not in order in a document that was made of hostile texts."""
    try:
        return list(_CHECKS[path.suffix](path))
    except Exception as error:
        return [f"{path.name} does not open: {type(error).__name__}: {error}"]


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig")


def _raw(text: str) -> Iterator[str]:
    for found in _CONTROL.finditer(text):
        yield f"raw {found[0]!r} in {text[max(0, found.start() - 30) : found.end() + 30]!r}"


class _Tags(html.parser.HTMLParser):
    """Every tag and attribute that a browser would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LIVE or MARK in tag:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            self.found += _live_attribute(tag, name, value or "")

    def handle_comment(self, data: str) -> None:
        if MARK in data:
            self.found.append(f"a text became a comment: {data[:60]}")

    def unknown_decl(self, data: str) -> None:
        self.found.append(f"a text became a declaration: {data[:60]}")


def _live_attribute(tag: str, name: str, value: str) -> Iterator[str]:
    name = name.rpartition("}")[2].lower()
    if name.startswith("on") or MARK in name:
        yield f"<{tag} {name}>"
    if name in ("href", "src", "action", "style", "xlink:href") and (MARK in value or "javascript:" in value):
        yield f"<{tag} {name}={value[:60]}>"


def _html(path: Path) -> Iterator[str]:
    text = _text(path)
    yield from _raw(text)
    tags = _Tags()
    tags.feed(text)
    tags.close()
    yield from tags.found


def _svg(path: Path) -> Iterator[str]:
    text = _text(path)
    yield from _raw(text)
    for element in ElementTree.fromstring(text).iter():
        tag = str(element.tag).rpartition("}")[2].lower()
        if tag in _LIVE or MARK in tag:
            yield f"<{tag}>"
        for name, value in element.attrib.items():
            yield from _live_attribute(tag, name, value)


def _md(path: Path) -> Iterator[str]:
    text = _text(path)
    yield from _raw(text)
    for found in re.finditer(r"(?<!\\)<(?!br>)[a-zA-Z/!?]", text):
        yield f"raw HTML: {text[max(0, found.start() - 30) : found.end() + 30]!r}"
    for found in re.finditer(r"(?<!\\)\]\((?!#)[^)]*" + MARK, text):
        yield f"a text became a link: {found[0]!r}"


def _csv(path: Path) -> Iterator[str]:
    text = _text(path)
    yield from _raw(text)
    for row in csv.reader(io.StringIO(text), delimiter=";" if ";" in text.splitlines()[0] else ","):
        for cell in row:
            if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell):
                yield f"a formula: {cell[:60]!r}"


def _xlsx(path: Path) -> Iterator[str]:
    import openpyxl

    yield from _xml_parts(path)
    for sheet in openpyxl.load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f" or cell.hyperlink is not None:
                    yield f"{cell.coordinate} runs: {cell.value!r:.60}"
                elif isinstance(cell.value, str) and cell.value.startswith(_FORMULA):
                    yield f"{cell.coordinate} becomes a formula when it is edited: {cell.value[:60]!r}"


def _docx(path: Path) -> Iterator[str]:
    import docx

    yield from _xml_parts(path)
    docx.Document(str(path))
    with zipfile.ZipFile(path) as parts:
        text = parts.read("word/document.xml").decode()
    for found in re.finditer(r"<w:instrText[^>]*>[^<]*" + MARK, text):
        yield f"a text became a field: {found[0][:80]!r}"


def _xml_parts(path: Path) -> Iterator[str]:
    """Every part is XML that can be read, and no text became the address of something outside."""
    with zipfile.ZipFile(path) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                root = ElementTree.fromstring(parts.read(name))
                for element in root.iter():
                    if name.endswith(".rels") and MARK in element.attrib.get("Target", ""):
                        yield f"{name} points to {element.attrib['Target'][:60]!r}"


def _json(path: Path) -> Iterator[str]:
    text = _text(path)
    yield from _raw(text)
    json.loads(text)


_CHECKS: dict[str, Callable[[Path], Iterator[str]]] = {
    ".html": _html, ".svg": _svg, ".md": _md, ".csv": _csv, ".xlsx": _xlsx, ".docx": _docx, ".json": _json,
}  # fmt: skip
KINDS = tuple(_CHECKS)

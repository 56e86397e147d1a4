"""Translation catalogues: gather the message ids from the code, update Dutch and English, compile, and check.

Usage: python tools/catalogues.py update|check
English is the message ids themselves; Dutch is written by hand in data/locale/nl/LC_MESSAGES/roadmap.po.
"""

from __future__ import annotations

import ast
import io
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "data" / "locale"
SOURCES = ("roadmap_tui", "screens")
FUNCTIONS = {"_": 1, "N_": 1, "ngettext": 2}
"""The functions that take message ids, and how many of their arguments are one."""
LANGUAGES = ("nl", "en")


def extracted() -> Catalog:
    """All message ids that the code uses now, also those within f-strings, which Babel sees on some Pythons only."""
    template = _catalogue(None)
    for source in SOURCES:
        for path in sorted((ROOT / source).rglob("*.py")):
            for message in _message_ids(ast.parse(path.read_text(encoding="utf-8"))):
                template.add(message)
    return template


def _message_ids(tree: ast.Module) -> Iterator[str | tuple[str, ...]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS:
            given = node.args[: FUNCTIONS[node.func.id]]
            ids = [each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            if all(ids) and ids:
                yield tuple(ids) if len(ids) > 1 else ids[0]


def _catalogue(language: str | None) -> Catalog:
    return Catalog(locale=language, project="roadmap-tui", version="1", fuzzy=False, header_comment="# Roadmap")


def po_file(language: str) -> Path:
    """Where the catalogue of a language is."""
    return LOCALE / language / "LC_MESSAGES" / "roadmap.po"


def load(language: str) -> Catalog:
    """The catalogue of a language as it is on disk; empty where there is none yet."""
    return _read(po_file(language), language)


def _read(path: Path, language: str | None) -> Catalog:
    if not path.exists():
        return _catalogue(language)
    with path.open("rb") as stream:
        return read_po(stream, locale=language)


def _identities(catalogue: Catalog) -> set[str]:
    return {str(message.id) for message in _messages(catalogue)}


def updated(language: str, template: Catalog) -> Catalog:
    """The catalogue with exactly the messages of `template`: known translations kept, new ones empty."""
    known, fresh = load(language), _catalogue(language)
    for message in _messages(template):
        before = known.get(message.id)
        translation = message.id if language == "en" else before.string if before else ""
        fresh.add(message.id, translation, flags=message.flags)
    return fresh


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def as_po(catalogue: Catalog) -> bytes:
    """The catalogue as text, without dates and line numbers, so that it changes only when messages do."""
    stream = io.BytesIO()
    write_po(stream, catalogue, width=110, no_location=True, sort_output=True)
    dated = (b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Generated-By', b'"Last-Translator', b'"Report-Msgid')
    return b"".join(line for line in stream.getvalue().splitlines(keepends=True) if not line.startswith(dated))


class _Undated(Catalog):
    """A catalogue whose header holds only what reading needs: no dates, no version of Babel."""

    mime_headers = property(
        lambda self: [("Content-Type", "text/plain; charset=utf-8"), ("Plural-Forms", self.plural_forms)],
        lambda self, headers: None,
    )


def as_mo(po: bytes, language: str) -> bytes:
    """The compiled form of a catalogue's text: the same bytes on every day and machine."""
    compiled = _Undated(locale=language, fuzzy=False, header_comment="")
    for message in _messages(read_po(io.BytesIO(po), locale=language)):
        compiled.add(message.id, message.string)
    stream = io.BytesIO()
    write_mo(stream, compiled)
    return stream.getvalue()


def problems() -> Iterator[str]:
    """Everything that keeps the catalogues from being complete and up to date."""
    template = extracted()
    if _identities(_read(LOCALE / "roadmap.pot", None)) != _identities(template):
        yield "roadmap.pot does not hold the message ids of the code"
    for language in LANGUAGES:
        known = load(language)
        for message in _messages(template):
            yield from (f"{language}: {fault}" for fault in _faults(known.get(message.id), message))
        extra = _identities(known) - _identities(template)
        extra |= {str(identity) for identity in known.obsolete}
        yield from (f"{language}: no longer used: {identity}" for identity in sorted(extra))
        compiled = po_file(language).with_suffix(".mo")
        if not compiled.exists() or compiled.read_bytes() != as_mo(po_file(language).read_bytes(), language):
            yield f"{language}: the compiled catalogue is out of date"


def _faults(found: Message | None, wanted: Message) -> Iterator[str]:
    if found is None or not all(_texts(found.string)):
        yield f"not translated: {wanted.id}"
        return
    if found.fuzzy:
        yield f"marked as uncertain: {wanted.id}"
    names = set().union(*(_placeholders(text) for text in _texts(wanted.id)))
    for text in _texts(found.string):
        if _placeholders(text) - names or (isinstance(wanted.id, str) and _placeholders(text) != names):
            yield f"other placeholders: {wanted.id}"


def _texts(value: str | Iterable[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _placeholders(text: str) -> set[str]:
    try:
        return {name for _text, name, _format, _conversion in Formatter().parse(text) if name is not None}
    except ValueError:
        return set()


def update() -> None:
    """Bring template, catalogues and compiled files up to date with the code."""
    template = extracted()
    _put(LOCALE / "roadmap.pot", as_po(template))
    for language in LANGUAGES:
        po = as_po(updated(language, template))
        _put(po_file(language), po)
        _put(po_file(language).with_suffix(".mo"), as_mo(po, language))


def _put(path: Path, content: bytes) -> None:
    """Replace a file in one step, so that a running program never reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.new")
    temporary.write_bytes(content)
    temporary.replace(path)


def main(arguments: list[str]) -> int:
    """Exit code 0 where the catalogues are complete."""
    if arguments not in (["update"], ["check"]):
        print("usage: python tools/catalogues.py update|check", file=sys.stderr)
        return 2
    if arguments == ["update"]:
        update()
    found = list(problems())
    print("\n".join(found) or "catalogues are complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Reading a planning table from any file: what it is shows from its content, not from its name."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from roadmap_tui.errors import UnreadableError
from roadmap_tui.exchange import delimited, jsonsource, markdown, pasted, spreadsheet, word, zipped
from roadmap_tui.exchange.assemble import assemble, recognised
from roadmap_tui.exchange.table import RawTable, Skipped, SourceRow, SourceTable, Warning_
from roadmap_tui.exchange.text import decode
from roadmap_tui.i18n import _

__all__ = ["Skipped", "SourceRow", "SourceTable", "Warning_", "read_source"]

MAX_BYTES = 50 * 1024 * 1024
_TEXT_READERS: tuple[Callable[[str], RawTable | None], ...] = (
    jsonsource.read,
    markdown.read,
    pasted.read,
    pasted.read_running,
    delimited.read,
)


def read_source(path: Path) -> SourceTable:
    """The planning table in the file at `path`: pasted text, Word, Excel, CSV or Markdown.

    Raises UnreadableError when the file is missing, too large, damaged, of another kind, or holds no
    table with headings that are recognised.
    """
    data = _bytes(path)
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> SourceTable:
    """The planning table in `data`; `name` is what errors call the file."""
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableError(_("{name} is empty; choose a file that holds a planning table.").format(name=name))
    refuse_others(data, name)
    if data.startswith(b"PK"):
        tables: Iterable[RawTable] = _office(data, name)
    else:
        tables = _text_tables(decode(data, name))
    best = max(((recognised(t), -i, t) for i, t in enumerate(tables)), key=lambda found: found[:2], default=None)
    table = assemble(best[2]) if best and best[0] else None
    if table is None:
        message = _(
            "{name} holds no planning table with known headings; the first row should name at least the"
            " activity and one other column, such as who or when."
        )
        raise UnreadableError(message.format(name=name))
    return table


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            message = _("{name} is a folder; choose a file that holds a planning table.")
            raise UnreadableError(message.format(name=path.name or str(path)))
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        message = _("{name} does not exist; check the name and the folder.")
        raise UnreadableError(message.format(name=str(path))) from error
    except (OSError, ValueError) as error:
        message = _("{name} cannot be read; check that you may open it and that no other program locks it.")
        raise UnreadableError(message.format(name=path.name)) from error
    if len(data) > MAX_BYTES:
        message = _("{name} is larger than {limit} MB; copy the planning table to a new file and import that.")
        raise UnreadableError(message.format(name=path.name, limit=MAX_BYTES // 1024 // 1024))
    return data


def refuse_others(data: bytes, name: str) -> None:
    """Say what to do with kinds of files that hold tables this program does not read."""
    if data.startswith(b"%PDF"):
        message = _("{name} is a PDF; import the Word or Excel file it was made from, or paste its table as text.")
    elif data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        message = _("{name} is an old or protected Office file; save it without a password as .docx or .xlsx.")
    elif data.startswith(b"{\\rtf"):
        message = _("{name} is an RTF file; save it as .docx and import that.")
    elif data.lstrip()[:1] == b"<":
        message = _("{name} is a web page or XML file; save the table as .docx, .xlsx or .csv and import that.")
    else:
        return
    raise UnreadableError(message.format(name=name))


def _office(data: bytes, name: str) -> list[RawTable]:
    """The tables of a Word or Excel file; whatever the library stumbles over means a damaged file."""
    reader = word.read if zipped.office_kind(data, name) == "docx" else spreadsheet.read
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return list(reader(data))
    except zipped.TooLargeError as error:
        raise UnreadableError(zipped.too_large(name)) from error
    except Exception as error:
        raise UnreadableError(zipped.damaged(name)) from error


def _text_tables(text: str) -> Iterator[RawTable]:
    for reader in _TEXT_READERS:
        if (table := reader(text)) is not None:
            yield table

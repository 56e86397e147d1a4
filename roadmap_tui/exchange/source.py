"""Reading a planning table from any file: what it is shows from its content, not from its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from roadmap_tui.errors import UnreadableError
from roadmap_tui.exchange import delimited, jsonsource, markdown, pasted, spreadsheet, word
from roadmap_tui.exchange.assemble import assemble, recognised
from roadmap_tui.exchange.opening import content_of, read_office, refuse_others
from roadmap_tui.exchange.table import RawTable, Skipped, SourceRow, SourceTable, Warning_
from roadmap_tui.exchange.text import decode
from roadmap_tui.i18n import _

__all__ = ["Skipped", "SourceRow", "SourceTable", "Warning_", "read_source"]

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
    data = content_of(path)
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> SourceTable:
    """The planning table in `data`; `name` is what errors call the file."""
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableError(_("{name} is empty; choose a file that holds a planning table.").format(name=name))
    refuse_others(data, name)
    if data.startswith(b"PK"):
        tables: Iterable[RawTable] = read_office(data, name, word.read, spreadsheet.read)
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


def _text_tables(text: str) -> Iterator[RawTable]:
    for reader in _TEXT_READERS:
        if (table := reader(text)) is not None:
            yield table

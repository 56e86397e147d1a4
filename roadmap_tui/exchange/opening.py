"""Opening a file that another program wrote: its bytes, and what is said of kinds that are not read here."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from roadmap_tui.errors import UnreadableError
from roadmap_tui.exchange import zipped
from roadmap_tui.i18n import _

MAX_BYTES = 50 * 1024 * 1024
T = TypeVar("T")


def content_of(path: Path) -> bytes:
    """The bytes of the file at `path`. Raises UnreadableError where it is missing, a folder, locked or too large."""
    try:
        if path.is_dir():
            raise UnreadableError(_("{name} is a folder; choose a file.").format(name=path.name or str(path)))
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        message = _("{name} does not exist; check the name and the folder.")
        raise UnreadableError(message.format(name=str(path))) from error
    except (OSError, ValueError) as error:
        message = _("{name} cannot be read; check that you may open it and that no other program locks it.")
        raise UnreadableError(message.format(name=path.name)) from error
    if len(data) > MAX_BYTES:
        message = _("{name} is larger than {limit} MB; save it without pictures, or copy what matters to a new file.")
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


def read_office(
    data: bytes, name: str, word: Callable[[bytes], Iterable[T]], sheet: Callable[[bytes], Iterable[T]]
) -> list[T]:
    """What the reader for its kind finds in an Office file; whatever a library stumbles over means a damaged file."""
    reader = word if zipped.office_kind(data, name) == "docx" else sheet
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return list(reader(data))
    except zipped.TooLargeError as error:
        raise UnreadableError(zipped.too_large(name)) from error
    except Exception as error:
        raise UnreadableError(zipped.damaged(name)) from error

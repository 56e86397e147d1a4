"""Opening an Office file safely: it is a zip, and a zip may promise more than a computer can hold."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from roadmap_tui.errors import UnreadableError
from roadmap_tui.i18n import _

MAX_PARTS = 10_000
MAX_UNPACKED, MAX_XML = 100 * 1024 * 1024, 20 * 1024 * 1024
MAX_TAGS = 600_000
MAX_RATIO = 300
_RATIO_FROM = 10 * 1024 * 1024
_HEAD, _PIECE, _OVERLAP = 4096, 1024 * 1024, 16
_XML = (".xml", ".rels", ".vml")
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)


class TooLargeError(Exception):
    """A part of an Office file that holds far more than a planning table does."""


def office_kind(data: bytes, name: str) -> str:
    """Which program wrote the zip: "docx" or "xlsx"; UnreadableError for another, damaged or unsafe one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_size(archive, name)
            names = set(archive.namelist())
            kind = _kind(names, archive)
            if kind in ("docx", "xlsx"):
                _check_xml(archive, name)
    except _DAMAGE as error:
        raise UnreadableError(damaged(name)) from error
    if kind == "ods":
        message = _("{name} is an OpenDocument file; save it as .docx, .xlsx or .csv and import that.")
        raise UnreadableError(message.format(name=name))
    if kind == "zip":
        message = _("{name} is a zip file without a Word or Excel document; unpack it and import what is in it.")
        raise UnreadableError(message.format(name=name))
    return kind


def damaged(name: str) -> str:
    """The sentence for an Office file that cannot be opened."""
    message = _("{name} is damaged or incomplete; open it in the program that made it and save it again.")
    return message.format(name=name)


def _kind(names: set[str], archive: zipfile.ZipFile) -> str:
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "mimetype" in names and archive.read("mimetype")[:60].startswith(b"application/vnd.oasis.opendocument"):
        return "ods"
    return "zip"


def _check_size(archive: zipfile.ZipFile, name: str) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    xml = sum(part.file_size for part in parts if part.filename.lower().endswith(_XML))
    bomb = any(p.file_size > _RATIO_FROM and p.file_size > MAX_RATIO * max(p.compress_size, 1) for p in parts)
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED or xml > MAX_XML or bomb:
        raise UnreadableError(too_large(name))


def _check_xml(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse parts that declare entities, hide them in an encoding no Office program writes, or never end.

    A declaration may come after a comment of any length, so all of a part is looked through, piece by piece.
    """
    tags = 0
    for part in archive.infolist():
        if not part.filename.lower().endswith(_XML):
            continue
        with archive.open(part) as stream:
            piece = stream.read(_HEAD)
            encoding = _ENCODING.search(piece)
            safe = encoding is None or encoding[1].lower() in (b"utf-8", b"us-ascii", b"ascii")
            while safe and piece:
                safe = b"<!DOCTYPE" not in piece and b"<!ENTITY" not in piece and b"\0" not in piece
                tags += piece.count(b"<")
                more = stream.read(_PIECE)
                piece = piece[-_OVERLAP:] + more if more else b""
        if not safe:
            message = _("{name} holds a document type declaration, which is not safe to read; save it again first.")
            raise UnreadableError(message.format(name=name))
        if tags > MAX_TAGS:
            raise UnreadableError(too_large(name))


def too_large(name: str) -> str:
    """The sentence for an Office file that takes more time or memory than a planning table is worth."""
    message = _("{name} is too large when unpacked; copy the planning table to a new document and import that.")
    return message.format(name=name)

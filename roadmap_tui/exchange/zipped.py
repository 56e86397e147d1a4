"""Opening an Office file safely: it is a zip, and a zip may promise more than a computer can hold."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from roadmap_tui.errors import UnreadableError
from roadmap_tui.i18n import _

MAX_PARTS = 10_000
MAX_UNPACKED = 300 * 1024 * 1024
MAX_RATIO = 300
_RATIO_FROM = 10 * 1024 * 1024
_HEAD = 4096
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)


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
    bomb = any(p.file_size > _RATIO_FROM and p.file_size > MAX_RATIO * max(p.compress_size, 1) for p in parts)
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED or bomb:
        message = _("{name} is too large when unpacked; copy the planning table to a new document and import that.")
        raise UnreadableError(message.format(name=name))


def _check_xml(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse parts that declare entities, or hide them in an encoding no Office program writes."""
    for part in archive.infolist():
        if not part.filename.lower().endswith((".xml", ".rels")):
            continue
        with archive.open(part) as stream:
            head = stream.read(_HEAD)
        encoding = _ENCODING.search(head)
        plain = encoding is None or encoding[1].lower() in (b"utf-8", b"us-ascii", b"ascii")
        if b"<!DOCTYPE" in head or b"<!ENTITY" in head or b"\0" in head or not plain:
            message = _("{name} holds a document type declaration, which is not safe to read; save it again first.")
            raise UnreadableError(message.format(name=name))

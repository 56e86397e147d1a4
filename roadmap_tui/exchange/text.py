"""From bytes to text: Unicode with or without a mark, or the Windows encoding of older programs."""

from __future__ import annotations

import codecs
import re

from roadmap_tui.errors import UnreadableError
from roadmap_tui.i18n import _

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MAX_TEXT, _LONGEST_LINE, _MOST_LINES = 5_000_000, 100_000, 100_000
"""No planning table has more characters, a longer line or more lines; that only keeps a program busy."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes, name: str) -> str:
    """The text in `data` with newlines as `\\n`; UnreadableError when it is no text at all."""
    text = _decoded(data[: 4 * MAX_TEXT])
    if text.count("\0") or len(_CONTROL.findall(text)) * 50 > len(text):
        message = _("{name} is not a text file; choose a planning table (.docx, .xlsx, .csv, .txt or .md).")
        raise UnreadableError(message.format(name=name))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    too_much = len(text) > MAX_TEXT or text.count("\n") > _MOST_LINES
    if too_much or max(map(len, text.split("\n"))) > _LONGEST_LINE:
        message = _("{name} holds far more text than a planning table; copy the table to a new file and import that.")
        raise UnreadableError(message.format(name=name))
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if (guess := _unmarked_utf16(data)) is not None:
        return data.decode(guess, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    if sum(c > "\x7f" for c in text[:1_000_000]) > 3 * damaged:
        return text
    return data.decode("cp1252", "replace")


def _unmarked_utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark, seen from where the zero bytes of Latin letters stand."""
    sample = data[:4000]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if half < 2 or max(even, odd) < half * 0.7 or min(even, odd) > half * 0.05:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"

"""Cleaning of text at the door: nothing that steers a terminal gets into a plan."""

from __future__ import annotations

import re
from functools import cache

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSEEN = "\u200b\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"
_HARMFUL = f"[{_CONTROL}{_BIDI}{_UNSEEN}\ud800-\udfff\u2028\u2029]"
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
_FLOOD = f"([{_MARKS}]{{4}})[{_MARKS}]+"
"""More marks on one letter than any language has; they reach over the lines around it."""
_ESCAPE_SEQUENCE = r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-_])"
_SPACES = r"[ \t\u00a0\u2007\u202f]+"
_SELECTORS = (0xE0100, 0xE01EF)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern in the form that searches; made when it is needed, as most text is plainly harmless."""
    return re.compile(pattern)


@cache
def _doubtful() -> frozenset[str]:
    """What counts as printable and yet may be harmful: marks, and selectors of variants."""
    marks = [(ord(part[0]), ord(part[-1])) for part in (_MARKS[at : at + 3] for at in range(0, len(_MARKS), 3))]
    return frozenset(chr(code) for first, last in (*marks, _SELECTORS) for code in range(first, last + 1))


def clean_text(text: str) -> str:
    """`text` of several lines without control, escape or direction characters and without ragged spaces."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if _compiled(_HARMFUL).search(text):
        text = _compiled(_HARMFUL).sub("", _compiled(_ESCAPE_SEQUENCE).sub("", text))
    if not text.isascii():
        text = _compiled(_FLOOD).sub(r"\1", text)
    lines = [_compiled(_SPACES).sub(" ", line).rstrip() for line in text.split("\n")]
    return "\n".join(lines).strip("\n").strip()


def clean_line(text: str) -> str:
    """`text` on one line, cleaned."""
    return " ".join(clean_text(text).split())


def is_clean(text: str) -> bool:
    """Whether `text` may go to a terminal as it is (line breaks and tabs aside)."""
    return _compiled(_HARMFUL).search(text) is None


def safe(text: str) -> str:
    """`text` from a file, made safe to show: harmful characters are replaced, nothing is interpreted."""
    if text.isprintable() and (text.isascii() or _doubtful().isdisjoint(text)):
        return text
    return _compiled(_FLOOD).sub(r"\1", _compiled(_HARMFUL).sub("\ufffd", text))


def escaped(json_text: str) -> str:
    """JSON in which harmful characters stand as escapes, so that it says the same and a terminal may show it."""
    if json_text.isascii() and "\x7f" not in json_text:
        return json_text
    return _compiled(_FLOOD).sub(_escape_marks, _compiled(_HARMFUL).sub(_escape, json_text))


def _escape_marks(found: re.Match[str]) -> str:
    few: str = found[1]
    return few + "".join(f"\\u{ord(mark):04x}" for mark in found[0][len(few) :])


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return found[0]
    units = (code,) if code < 0x10000 else (0xD7C0 + (code >> 10), 0xDC00 + (code & 0x3FF))
    return "".join(f"\\u{unit:04x}" for unit in units)

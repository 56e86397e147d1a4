"""Cleaning of text at the door: nothing that steers a terminal gets into a plan."""

from __future__ import annotations

import re

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_HARMFUL = re.compile(f"[{_CONTROL}{_BIDI}\ud800-\udfff\ufeff\u2028\u2029]")
_ESCAPE_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-_])")
_SPACES = re.compile(r"[ \t\u00a0\u2007\u202f]+")


def clean_text(text: str) -> str:
    """`text` of several lines without control, escape or direction characters and without ragged spaces."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if _HARMFUL.search(text):
        text = _HARMFUL.sub("", _ESCAPE_SEQUENCE.sub("", text))
    lines = [_SPACES.sub(" ", line).rstrip() for line in text.split("\n")]
    return "\n".join(lines).strip("\n").strip()


def clean_line(text: str) -> str:
    """`text` on one line, cleaned."""
    return " ".join(clean_text(text).split())


def is_clean(text: str) -> bool:
    """Whether `text` may go to a terminal as it is (line breaks and tabs aside)."""
    return _HARMFUL.search(text) is None


def safe(text: str) -> str:
    """`text` from a file, made safe to show: harmful characters are replaced, nothing is interpreted."""
    return text if _HARMFUL.search(text) is None else _HARMFUL.sub("\ufffd", text)

"""Keeping a spreadsheet from running text as a formula (OWASP: CSV injection)."""

from __future__ import annotations

import re

_STARTS = "=+\\-@\t\r\n＝＋－＠"
_RISKY = re.compile(rf"'*\s*[{_STARTS}]")
_GUARDED = re.compile(rf"''*\s*[{_STARTS}]")


def guarded(text: str) -> str:
    """`text` with a quote before it when a spreadsheet might take it for a formula."""
    return f"'{text}" if _RISKY.match(text) else text


def unguarded(text: str) -> str:
    """`text` without the quote that `guarded` put before it."""
    return text[1:] if _GUARDED.match(text) else text

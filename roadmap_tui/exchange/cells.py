"""Cleaning the text of a cell, and taking an activity cell apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from roadmap_tui.model.cleaning import clean_text

BULLET = "· "
_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BOOKMARK = re.compile(r"\[bookmark:[^\]\n]*\]", re.IGNORECASE)
_INVISIBLE = dict.fromkeys([0xAD, 0x200B, *range(0x2060, 0x2070), *range(0xFFF9, 0xFFFC), 0xFFFE, 0xFFFF])
_SPACES = re.compile(r"[^\S\n]+")
_BULLET_GLYPH = re.compile(r"^(?:[·•▪▫■□●○◦‣⁃∙➢➤►\uf0a7\uf0b7\uf0d8\uf0fc]\s*|[-–—*o]\s+)(?=\S)")
_RESULT = re.compile(
    r"^(?:(?:beoogd[e]?\s+|gewenst[e]?\s+)?(?:eind)?resulta(?:at|ten)|(?:expected\s+)?results?|outcome)"
    r"\s*[:=]\s*",
    re.IGNORECASE,
)
_OPTION = re.compile(r"^(?:optie|optioneel|option|optional)(?:\s*:|\s+[-–]\s)\s*(?=\S)", re.IGNORECASE)
_OPTION_REMARK = re.compile(r"\s*\((?:optie|optioneel|option|optional)\)\s*", re.IGNORECASE)


class Activity(NamedTuple):
    """The parts of an activity cell."""

    title: str
    description: str
    result: str
    optional: bool


def clean(text: str) -> str:
    """`text` without what cannot be seen or typed; words, line breaks and single blank lines stay."""
    if text.isascii() and text.isprintable() and "  " not in text and not _BOOKMARK.search(text):
        return text.strip(" ")
    return _cleaned(text)


@lru_cache(maxsize=4096)
def _cleaned(text: str) -> str:
    text = clean_text(_BREAKS.sub("\n", text)).translate(_INVISIBLE)
    text = _BOOKMARK.sub("", unicodedata.normalize("NFC", text))
    lines: list[str] = []
    for line in text.split("\n"):
        line = _SPACES.sub(" ", line).strip()
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip("\n")


def one_line(text: str) -> str:
    """`text` cleaned and on a single line."""
    return " ".join(clean(text).split())


def bullets(text: str) -> str:
    """Clean text in which every list mark is written the same way."""
    if "\n" not in text and (not text or (text[0].isalnum() and text[0] != "o")):
        return text
    return "\n".join(_BULLET_GLYPH.sub(BULLET, line) for line in text.split("\n"))


def option_prefix(title: str) -> tuple[str, bool]:
    """The title without its mark "Optie:", and whether it had one."""
    rest, found = _OPTION.subn("", title)
    if not found:
        rest, found = _OPTION_REMARK.subn(" ", title)
    return rest.strip(), bool(found)


def split_activity(text: str) -> Activity:
    """Take an activity cell apart: the first line is the title, "Resultaat:" opens the result.

    All that follows the word "Resultaat:" belongs to the result, colons and further lines included.
    """
    lines = clean(text).split("\n")
    at = next((i for i, line in enumerate(lines) if _RESULT.match(line)), len(lines))
    head, tail = lines[:at], lines[at:]
    title, optional = option_prefix(_BULLET_GLYPH.sub("", head[0]) if head else "")
    if tail:
        tail[0] = _RESULT.sub("", tail[0])
    return Activity(title, bullets("\n".join(head[1:]).strip("\n")), bullets("\n".join(tail).strip("\n")), optional)

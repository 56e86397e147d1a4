"""From text to tokens: one master pattern, then words and phrases looked up in the vocabulary."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.phrases import Phrase, build_phrases
from roadmap_tui.planning.language.words import Entry, build_words

ORDINAL_ENDINGS: Final = "desthnr"
LONGEST_TEXT: Final = 400  # characters; longer text is a story, not a moment or a duration

_LETTER: Final = r"[^\W\d_]"
_MASTER: Final = (
    r"(?P<range>t\s?/\s?m(?![^\W\d_]))"
    r"|(?P<per>p/(?=[wmjdk]\b))"
    r"|(?P<clock>\d{1,2}:\d{2}(?!\d)|\d{1,2}\.\d{2}(?!\d)(?=\s*(?:uur|u\b|h\b|(?:-|tot|t/m)\s*\d{1,2}\.\d{2}\s*(?:uur|u\b|h\b))))"
    r"|(?P<ordinal>\d+(?:e|de|ste|st|nd|rd|th)(?![^\W_]))"
    r"|(?P<num>\d+)"
    rf"|(?P<word>{_LETTER}+(?:[.']{_LETTER}+)*\.?)"
    r"|(?P<space>[ \t]+)"
    r"|(?P<sign>.)"
)
_SIGNS: Final[dict[str, Entry]] = {
    ",": (k.COMMA, None),
    ";": (k.COMMA, None),
    "\n": (k.COMMA, None),
    "-": (k.DASH, None),
    "/": (k.SLASH, None),
    ".": (k.DOT, None),
    ":": (k.COLON, None),
    "(": (k.OPEN_BRACKET, None),
    "[": (k.OPEN_BRACKET, None),
    ")": (k.CLOSE_BRACKET, None),
    "]": (k.CLOSE_BRACKET, None),
    "&": (k.AND, None),
    "+": (k.PLUS, None),
    "?": (k.UNCERTAIN, None),
    "~": (k.UNCERTAIN, None),
    "\u00b1": (k.UNCERTAIN, None),
    "\u00d7": (k.TIMES, None),
    "*": (k.TIMES, None),
    "'": (k.QUOTE, None),
}
_LOOKALIKES: Final = str.maketrans(
    {
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u200b": "", "\u00ad": "", "\ufeff": "",
        "\r": "\n", "\v": "\n", "\f": "\n", "\u2028": "\n",
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
        "\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'",
        "\u00e9": "e", "\u00e8": "e", "\u00eb": "e", "\u00ea": "e", "\u00f3": "o", "\u00ef": "i",
        "\u00b7": " ", "\u2022": " ",
    }
)  # fmt: skip


class Token:
    """One word, number or sign: its kind and value, where it stands, and whether no space precedes it."""

    __slots__ = ("end", "glued", "kind", "start", "text", "value")

    def __init__(self, kind: str, value: Any, text: str, start: int, end: int, glued: bool) -> None:
        self.kind = kind
        self.value = value
        self.text = text
        self.start = start
        self.end = end
        self.glued = glued

    def __repr__(self) -> str:
        return f"{self.kind}:{self.text}"


@cache
def _master() -> re.Pattern[str]:
    return re.compile(_MASTER, re.DOTALL)


@cache
def _words() -> dict[str, Entry]:
    return build_words()


@cache
def _phrases() -> dict[str, list[Phrase]]:
    return build_phrases()


def normalise(text: str) -> str:
    """`text` in lower case with plain spaces, dashes and quotes, of the same meaning for a reader."""
    return text.translate(_LOOKALIKES).lower()


def tokenize(plain: str) -> list[Token]:
    """The tokens of `plain`, which normalise() has made, closed by one of kind END."""
    tokens: list[Token] = []
    words, phrases = _words(), _phrases()
    glued = False
    pending = False
    for found in _master().finditer(plain):
        group = found.lastgroup
        if group == "space":
            glued = False
            continue
        text = found.group()
        start, end = found.span()
        kind: str
        value: Any
        if group == "word":
            key = text.replace(".", "") if "." in text else text
            kind, value = words.get(key) or (k.WORD, key)
            pending = pending or key in phrases
        elif group == "num":
            kind, value = k.NUM, int(text) if len(text) < 9 else -1
            pending = pending or text in phrases
        elif group == "ordinal":
            kind, value = k.ORDINAL, int(text.rstrip(ORDINAL_ENDINGS)[:9])
            pending = pending or text in phrases
        elif group == "sign":
            kind, value = _SIGNS.get(text) or (k.OTHER, text)
        else:
            kind, value = {"range": (k.RANGE, None), "clock": (k.CLOCK, text), "per": (k.PER, None)}[group or ""]
        tokens.append(Token(kind, value, text, start, end, glued))
        glued = True
    tokens.append(Token(k.END, None, "", len(plain), len(plain), False))
    return _merge_phrases(tokens, phrases) if pending else tokens


def _merge_phrases(tokens: list[Token], phrases: dict[str, list[Phrase]]) -> list[Token]:
    """Replace runs of words that form an expression of several words by one token."""
    keys = [token.text.replace(".", "") for token in tokens]
    merged: list[Token] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        for rest, kind, value in phrases.get(keys[i], ()):
            stop = i + 1 + len(rest)
            if tuple(keys[i + 1 : stop]) == rest:
                text = " ".join(part.text for part in tokens[i:stop])
                merged.append(Token(kind, value, text, token.start, tokens[stop - 1].end, token.glued))
                i = stop
                break
        else:
            merged.append(token)
            i += 1
    return merged

"""From text to tokens: one master pattern, then words and phrases looked up in the vocabulary."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

import msgspec

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.phrases import Phrase, build_phrases
from roadmap_tui.planning.language.words import Entry, build_words

ORDINAL_ENDINGS: Final = "desthnr"
LONGEST_TEXT: Final = 400  # characters; longer text is a story, not a moment or a duration

_LETTER: Final = r"[^\W\d_]"
_HOUR: Final = r"(?:uur|u\b|h\b)"
_MASTER: Final = (
    r"([ \t]*)("
    r"t\s?/\s?m(?![^\W\d_])"  # t/m
    r"|p/(?=[wmjdk]\b)"  # p/w
    r"|[0-9]{1,2}:[0-9]{2}(?![0-9])"  # 14:00
    rf"|[0-9]{{1,2}}\.[0-9]{{2}}(?![0-9])(?=\s*(?:{_HOUR}|(?:-|tot|t/m)\s*[0-9]{{1,2}}\.[0-9]{{2}}\s*{_HOUR}))"
    r"|[0-9]+(?:e|de|ste|st|nd|rd|th)(?![^\W_])"  # 1e
    r"|[0-9]+"
    rf"|{_LETTER}+(?:[.']{_LETTER}+)*\.?"
    r"|[^ \t])"
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
    "@": (k.FILLER, None),
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
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-", "\u2192": "-",
        "\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'",
        "\u00e9": "e", "\u00e8": "e", "\u00eb": "e", "\u00ea": "e", "\u00f3": "o", "\u00ef": "i",
        "\u00b7": " ", "\u2022": " ", '"': " ", "!": " ", "|": ":", "\u201c": " ", "\u201d": " ", "\u201e": " ",
    }
)  # fmt: skip


_UNUSUAL: Final = frozenset('\r\v\f`"!|')


class Token(msgspec.Struct, gc=False):
    """One word, number or sign: its kind and value, where it stands, and whether no space precedes it."""

    kind: str
    value: Any
    text: str
    start: int
    end: int
    glued: bool

    def __repr__(self) -> str:
        return f"{self.kind}:{self.text}"


Lexeme = tuple[str, Any, frozenset[str]]  # kind, value, and the words that may go on an expression opened here
_KNOWN_AT_MOST: Final = 20_000
_NO_WORDS: Final[frozenset[str]] = frozenset()
_SHARED_ENDINGS: Final = ("vakantie", "reces", "jaar", "dag")


@cache
def _master() -> re.Pattern[str]:
    return re.compile(_MASTER, re.DOTALL)


@cache
def _phrases() -> dict[str, list[Phrase]]:
    return build_phrases()


class _Lexemes(dict[str, Lexeme]):
    """What each piece of text is: the vocabulary, and every number and unknown word met so far."""

    def __missing__(self, text: str) -> Lexeme:
        lexeme = (*_classify(text), _seconds(text.replace(".", "")))
        if len(self) < _KNOWN_AT_MOST:
            self[text] = lexeme
        return lexeme


def _seconds(first: str) -> frozenset[str]:
    """The second words of all expressions of several words that open with `first`."""
    return frozenset(rest[0] for rest, _kind, _value in _phrases().get(first, ()) if rest) or _NO_WORDS


@cache
def _words() -> dict[str, Entry]:
    """Every single word, also those that the expressions list among their synonyms."""
    words = build_words()
    for first, phrases in _phrases().items():
        words.update((first, (kind, value)) for rest, kind, value in phrases if not rest)
    return words


@cache
def _lexemes() -> _Lexemes:
    return _Lexemes()


def _classify(text: str) -> Entry:
    """The kind and value of one piece of text that the master pattern has cut out."""
    first = text[0]
    if first.isalpha():
        if text.endswith("m") and "/" in text:
            return k.RANGE, None
        if text == "p/":
            return k.PER, None
        key = text.replace(".", "")
        return _words().get(key) or (k.WORD, key)
    if first not in "0123456789":
        return _SIGNS.get(text) or (k.OTHER, text)
    if text.isdigit():
        return k.NUM, int(text) if len(text) < 9 else -1
    if text[-1].isdigit():
        return k.CLOCK, text
    return k.ORDINAL, int(text.rstrip(ORDINAL_ENDINGS)[:9])


def is_known(word: str) -> bool:
    """Whether a word is in the vocabulary."""
    return word in _words()


def normalise(text: str) -> str:
    """`text` in lower case with plain spaces, dashes and quotes, of the same meaning for a reader."""
    if text.isascii() and _UNUSUAL.isdisjoint(text):
        return text.lower()
    return text.translate(_LOOKALIKES).lower()


def tokenize(plain: str) -> list[Token]:
    """The tokens of `plain`, which normalise() has made, closed by one of kind END."""
    tokens: list[Token] = []
    lexemes = _lexemes()
    end = 0
    phrased = False
    seconds = _NO_WORDS
    for blanks, text in _master().findall(plain):
        if seconds and (text in seconds or text.replace(".", "") in seconds):
            phrased = True
        kind, value, seconds = lexemes[text]
        start = end + len(blanks)
        stop = start + len(text)
        tokens.append(Token(kind, value, text, start, stop, start == end > 0))
        end = stop
    tokens.append(Token(k.END, None, "", len(plain), len(plain), False))
    if "- " in plain:
        _complete_compounds(tokens)
    return _merge_phrases(tokens) if phrased else tokens


def _complete_compounds(tokens: list[Token]) -> None:
    """Give "mei- en zomervakantie" and "voor- en najaar" the ending that their first word leaves out."""
    for place in range(1, len(tokens) - 2):
        token, dash, link = tokens[place - 1], tokens[place], tokens[place + 1]
        if dash.kind != k.DASH or not dash.glued or link.glued or link.kind not in (k.AND, k.OR, k.OF):
            continue
        later = next((other for other in tokens[place + 2 : place + 4] if other.kind != k.FILLER), link)
        ending = next((ending for ending in _SHARED_ENDINGS if later.text.endswith(ending)), "")
        entry = _words().get(token.text + ending) or _words().get(token.text + "s" + ending)
        if ending and entry is not None:
            token.kind, token.value, token.text = *entry, token.text + ending
            token.end = dash.end
            del tokens[place]
            return


def _merge_phrases(tokens: list[Token]) -> list[Token]:
    """Replace runs of words that form an expression of several words by one token."""
    phrases = _phrases()
    keys = [token.text.replace(".", "") if "." in token.text else token.text for token in tokens]
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

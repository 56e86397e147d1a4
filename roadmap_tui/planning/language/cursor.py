"""A place in a row of tokens, with the few moves a recursive-descent reader needs."""

from __future__ import annotations

from typing import Any

from roadmap_tui.planning.language import kinds as k
from roadmap_tui.planning.language.tokens import Token, normalise, tokenize


class Cursor:
    """Walks over the tokens of one text; `at` may be set back to try another reading."""

    __slots__ = ("at", "kinds", "text", "tokens")

    def __init__(self, text: str) -> None:
        plain = normalise(text)
        self.text = text if len(text) == len(plain) else plain
        self.tokens = tokenize(plain)
        self.kinds = {token.kind for token in self.tokens}
        self.at = 0

    @property
    def token(self) -> Token:
        """The token that is next."""
        return self.tokens[self.at]

    @property
    def kind(self) -> str:
        """The kind of the token that is next."""
        return self.tokens[self.at].kind

    @property
    def done(self) -> bool:
        """Whether everything was read."""
        return self.at >= len(self.tokens) - 1

    def ahead(self, count: int) -> Token:
        """The token `count` places further on, or the closing one."""
        place = self.at + count
        return self.tokens[place] if place < len(self.tokens) else self.tokens[-1]

    def take(self, kind: str) -> Token | None:
        """Step over the next token when it is of this kind."""
        token = self.tokens[self.at]
        if token.kind != kind:
            return None
        self.at += 1
        return token

    def take_any(self, kinds: tuple[str, ...] | frozenset[str]) -> Token | None:
        """Step over the next token when it is of one of these kinds."""
        token = self.tokens[self.at]
        if token.kind not in kinds:
            return None
        self.at += 1
        return token

    def skip(self, kinds: frozenset[str]) -> None:
        """Step over all tokens of these kinds."""
        while self.tokens[self.at].kind in kinds:
            self.at += 1

    def joins_words(self) -> bool:
        """Whether a dash or slash is next without a space on either side."""
        token = self.tokens[self.at]
        return token.kind in (k.DASH, k.SLASH) and token.glued and self.ahead(1).glued

    def words(self, first: int, stop: int | None = None) -> str:
        """The text as written from token `first` up to token `stop`, by default up to here."""
        last = (self.at if stop is None else stop) - 1
        if last < first:
            return ""
        return self.text[self.tokens[first].start : self.tokens[last].end].strip()

    def rest(self) -> str:
        """Everything that was not read yet."""
        return self.text[self.token.start :].strip()

    def number(self) -> int | None:
        """Step over a number of at most three digits or a number word, and give its value."""
        token = self.tokens[self.at]
        if token.kind != k.NUM or not 0 <= token.value <= 999 or (len(token.text) > 3 and token.text.isdigit()):
            return None
        self.at += 1
        value: Any = token.value
        return int(value)

"""Conditions on records, such as `status=done and chance>=4 and title~migration`: their form and how they are read.

A comparison is FIELD OP VALUE with = != < <= > >= ~ (contains) !~; comparisons are joined by and, or, not (en, of,
niet) and parentheses. A value that holds such a word or sign stands between quotes. Nothing after = or != stands for
an empty field; after every other sign a value is needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Literal

import msgspec

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import LANGUAGES, _, translate
from roadmap_tui.model.fields import Field, Kind
from roadmap_tui.model.parsing import parse_choice, parse_value

Operator = Literal["equals", "below", "at_most", "above", "at_least", "contains", "one_of"]
_AND, _OR, _NOT = {"and", "en"}, {"or", "of"}, {"not", "niet"}
_ORDER: Mapping[str, Operator] = {"<": "below", "<=": "at_most", ">": "above", ">=": "at_least"}
_TOKEN = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|(!=|!~|<=|>=|==|[=<>~])|([()])|([^\s"'=<>~!()]+|!))""")
_MEASURED = (Kind.DATE, Kind.NUMBER, Kind.PERCENT, Kind.SCALE, Kind.DECIMAL)
_MAX_DEPTH = 50
_EMPTY_SIGNS = ("=", "!=")


class Compare(msgspec.Struct, frozen=True):
    """A field compared with a value in its stored form; an empty field equals None."""

    field: str
    operator: Operator
    value: Any


class All(msgspec.Struct, frozen=True):
    """Every one of these holds."""

    conditions: tuple[Condition, ...]


class Any_(msgspec.Struct, frozen=True):  # noqa: N801 - Any is the type
    """At least one of these holds."""

    conditions: tuple[Condition, ...]


class Not(msgspec.Struct, frozen=True):
    """This does not hold."""

    condition: Condition


Condition = Compare | All | Any_ | Not
FindField = Callable[[str], Field]
FindReference = Callable[[Field, str], int]


class _Token(msgspec.Struct, frozen=True):
    kind: Literal["word", "text", "operator", "bracket"]
    text: str


def parse_condition(text: str, find_field: FindField, find_reference: FindReference) -> Condition:
    """The condition in `text`. Raises UsageError that names what is wrong.

    `find_field` answers the field that a word names, `find_reference` the id of the record that a word names.
    """
    return _Parser(_tokens(text), find_field, find_reference).whole()


def _tokens(text: str) -> list[_Token]:
    tokens, position = [], 0
    while position < len(text.rstrip()):
        found = _TOKEN.match(text, position)
        if found is None:
            raise UsageError(_("The condition has a quote that is not closed: {text}").format(text=text[position:]))
        double, single, operator, bracket, word = found.groups()
        if operator:
            tokens.append(_Token("operator", operator))
        elif bracket:
            tokens.append(_Token("bracket", bracket))
        elif word is not None:
            tokens.append(_Token("word", word))
        else:
            tokens.append(_Token("text", double if double is not None else single))
        position = found.end()
    return tokens


class _Parser:
    """Recursive descent over the tokens of one condition."""

    def __init__(self, tokens: list[_Token], find_field: FindField, find_reference: FindReference) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0
        self._find_field = find_field
        self._find_reference = find_reference

    def whole(self) -> Condition:
        """All tokens as one condition."""
        found = self._any()
        if self._at < len(self._tokens):
            raise UsageError(_('The condition is not understood at "{word}".').format(word=self._tokens[self._at].text))
        return found

    def _any(self) -> Condition:
        parts = [self._all()]
        while self._joins(_OR):
            self._at += 1
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Any_(tuple(parts))

    def _all(self) -> Condition:
        parts = [self._one()]
        while self._joins(_AND):
            self._at += 1
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _one(self) -> Condition:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise UsageError(_("The condition is nested too deeply."))
        if self._is_word(_NOT):
            self._at += 1
            found: Condition = Not(self._one())
        elif self._is_bracket("("):
            self._at += 1
            found = self._any()
            if not self._is_bracket(")"):
                raise UsageError(_("The condition lacks a closing parenthesis."))
            self._at += 1
        else:
            found = self._comparison()
        self._depth -= 1
        return found

    def _comparison(self) -> Condition:
        name = self._words_until_operator()
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        if not name or token is None or token.kind != "operator":
            raise UsageError(
                _('A condition is written as field=value, not "{text}"; signs are = != < <= > >= ~ !~').format(
                    text=name or (token.text if token else "")
                )
            )
        self._at += 1
        field, value = self._find_field(name), self._value()
        if value is None and token.text not in _EMPTY_SIGNS:
            raise UsageError(
                _('The condition on {field} lacks a value after "{sign}".').format(
                    field=_(field.label), sign=token.text
                )
            )
        return compare(field, "=" if token.text == "==" else token.text, value or "", self._find_reference)

    def _words_until_operator(self) -> str:
        words: list[str] = []
        while self._at < len(self._tokens) and self._tokens[self._at].kind in ("word", "text"):
            words.append(self._tokens[self._at].text)
            self._at += 1
        return " ".join(words)

    def _value(self) -> str | None:
        """The words or the quoted text that stand here; None where nothing does."""
        if self._at < len(self._tokens) and self._tokens[self._at].kind == "text":
            self._at += 1
            return self._tokens[self._at - 1].text
        words: list[str] = []
        while self._at < len(self._tokens) and self._tokens[self._at].kind == "word":
            if self._joins(_AND | _OR):
                break
            words.append(self._tokens[self._at].text)
            self._at += 1
        return " ".join(words) or None

    def _joins(self, words: set[str]) -> bool:
        """Whether a joining word stands here: one that another comparison follows, else it belongs to a value."""
        if not self._is_word(words):
            return False
        ahead = self._at + 1
        while ahead < len(self._tokens) and self._tokens[ahead].text.casefold() in (*_NOT, "("):
            ahead += 1
        start = ahead
        while ahead < len(self._tokens) and self._tokens[ahead].kind in ("word", "text"):
            if ahead > start and self._tokens[ahead].text.casefold() in _AND | _OR:
                return False
            ahead += 1
        return start < ahead < len(self._tokens) and self._tokens[ahead].kind == "operator"

    def _is_word(self, words: set[str]) -> bool:
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        return token is not None and token.kind == "word" and token.text.casefold() in words

    def _is_bracket(self, text: str) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at] == _Token("bracket", text)


def compare(field: Field, sign: str, text: str, find_reference: FindReference) -> Condition:
    """One comparison, with its value in stored form. Raises UsageError where sign and field do not fit."""
    if sign in ("!=", "!~"):
        return Not(compare(field, "=" if sign == "!=" else "~", text, find_reference))
    if sign == "~":
        return _contains(field, text)
    if sign == "=" and field.kind is Kind.FLAG:
        yes = Compare(field.name, "equals", True)
        return yes if parse_value(field, text) else Not(yes)
    if sign == "=":
        return Compare(field.name, "equals", _equal_value(field, text, find_reference))
    if field.kind not in _MEASURED:
        raise UsageError(
            _('The sign "{sign}" works on dates and numbers, and {field} is neither; use = or ~').format(
                sign=sign, field=_(field.label)
            )
        )
    value = _measure(field, text)
    if value is None:
        raise UsageError(_("The condition on {field} lacks a value.").format(field=_(field.label)))
    return Compare(field.name, _ORDER[sign], value)


def _contains(field: Field, text: str) -> Condition:
    wanted = text.casefold()
    if field.choices:
        labels = {o.code: [translate(o.label, language) for language in LANGUAGES] for o in field.choices}
        codes = [code for code, words in labels.items() if any(wanted in word.casefold() for word in (code, *words))]
        return Compare(field.name, "one_of", tuple(codes))
    return Compare(field.name, "contains", wanted)


def _equal_value(field: Field, text: str, find_reference: FindReference) -> Any:
    if not text:
        return None
    if field.kind in (Kind.REF, Kind.REFS):
        return find_reference(field, text)
    if field.kind is Kind.CHOICE:
        return parse_choice(field, text)
    if field.kind in _MEASURED:
        return _measure(field, text)
    return text.casefold()


def _measure(field: Field, text: str) -> Any:
    """A date as ISO text or a number, which may be negative here."""
    if field.kind is Kind.DATE:
        return parse_value(field, text)
    try:
        return float(text.rstrip("% ").replace(",", ".")) if text else None
    except ValueError:
        raise UsageError(
            _('{field} is compared with a number, not with "{value}".').format(field=_(field.label), value=text)
        ) from None

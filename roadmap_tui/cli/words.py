"""The usual command line, read from what the commands declare.

Only words that can mean one thing are read here. Everything else - help, completion, a value behind "=", whatever is
wrong - is None and goes to click, which reads all of it again and says what is the matter.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from roadmap_tui.cli.catalogue import COMMANDS, OPEN
from roadmap_tui.cli.command import ANY_NUMBER, GLOBAL_OPTIONS, Param, Subcommand, load

COMPLETION = "_ROADMAP_COMPLETE"


class Call(msgspec.Struct, frozen=True):
    """A command with the arguments of its function, and which options of this run are on."""

    command: Subcommand
    arguments: dict[str, Any]
    options: frozenset[str]


class _Read(msgspec.Struct, frozen=True):
    """The options and the other words; `options` by flag."""

    options: dict[str, Any]
    words: list[str]


def plain_call(words: Sequence[str]) -> Call | None:
    """The call that words mean; None where click must read them."""
    if COMPLETION in os.environ or not all(words):
        return None
    first = _split(GLOBAL_OPTIONS, words, only_before=True)
    if first is None:
        return None
    command, rest = _command(first.words)
    second = _split(command.params, rest) if command else None
    if command is None or second is None:
        return None
    found = _arguments([param for param in command.own_params if not param.flag], second.words)
    if found is None:
        return None
    for param in command.own_params:
        if param.flag:
            if param.required and param.flag not in second.options:
                return None
            found[param.name] = second.options.get(param.flag, False if param.is_flag else param.default)
    given = first.options.keys() | second.options.keys()
    return Call(command, found, frozenset(param.sets for param in GLOBAL_OPTIONS if param.sets and param.flag in given))


def looks_like_plan(word: str) -> bool:
    """Whether the first word is a plan to open and no command."""
    return word.lower().endswith(".json") or os.path.exists(word) or len(Path(word).parts) > 1


def _command(words: list[str]) -> tuple[Subcommand | None, list[str]]:
    """The command that the first word names, with the words behind it; None where it is neither command nor plan."""
    if words and words[0] in COMMANDS:
        return load(COMMANDS[words[0]]), words[1:]
    return (load(OPEN) if not words or looks_like_plan(words[0]) else None), words


def _split(params: Iterable[Param], words: Sequence[str], *, only_before: bool = False) -> _Read | None:
    """Options apart from the other words; with `only_before` all from the first other word on is left as it is."""
    known = {param.flag: param for param in params if param.flag}
    options: dict[str, Any] = {}
    others: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        at += 1
        if not word.startswith("-"):
            if only_before:
                return _Read(options, list(words[at - 1 :]))
            others.append(word)
            continue
        param = known.get(word)
        if param is None:
            return None
        if param.is_flag:
            options[word] = True
            continue
        values = words[at : at + param.nargs]
        at += param.nargs
        if len(values) < param.nargs or not all(_fits(param, value) for value in values):
            return None
        options[word] = values[0] if param.nargs == 1 else tuple(values)
    return _Read(options, others)


def _arguments(params: Sequence[Param], words: list[str]) -> dict[str, Any] | None:
    """The words as the arguments of a function, in their order; only the last argument may take any number."""
    found: dict[str, Any] = {}
    rest = list(words)
    for param in params:
        many = param.nargs == ANY_NUMBER
        if many and param is not params[-1]:
            return None
        taken, rest = (rest, []) if many else (rest[:1], rest[1:])
        if (param.required and not taken) or not all(_fits(param, word) for word in taken):
            return None
        found[param.name] = tuple(taken) if many else next(iter(taken), None)
    return None if rest else found


def _fits(param: Param, word: str) -> bool:
    if word.startswith("-") or (param.choices and word not in param.choices):
        return False
    return not param.is_path or not os.path.exists(word) or os.access(word, os.R_OK)

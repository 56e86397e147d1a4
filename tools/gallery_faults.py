"""What is wrong with a picture of the screen, as far as its text can tell."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from catalogues import load

from roadmap_tui.i18n import LANGUAGES

_WORD = re.compile(r"[^\W\d_]{3,}")
_WHOLE_WORD = re.compile(r"[^\W\d_]{3,}(?![\w…~.])")
_CUT_WITH_ROOM = re.compile(r"…(\s*)$")
_DOUBLED = re.compile(r"[│┃║|]\s?[│┃║]")
_DIALOG = "╭"
_FRAME = "─━═╭╮╰╯│┃║▌▐▏▕"
_ROOM, _LEAST_PREFIX, _HALF = 10, 4, 0.6


class Words:
    """The words of each language that may stand on a screen, and those of the plans themselves."""

    def __init__(self, plans: Sequence[Path], typed: str = "") -> None:
        self._own = {language: set(_catalogue_words(language)) for language in LANGUAGES}
        text = " ".join(_strings(plan) for plan in plans) + " " + typed.replace("_", " ")
        self._data = {word.casefold() for word in _WORD.findall(text)}

    def strange(self, language: str, lines: Sequence[str]) -> list[str]:
        """Words on the screen that only the other language has."""
        known = self._own[language] | self._data
        others = set().union(*(words for name, words in self._own.items() if name != language))
        found = {word for line in lines for word in _WHOLE_WORD.findall(line)}
        return sorted(word for word in found if word.casefold() in others - known)

    def torn(self, language: str, lines: Sequence[str]) -> list[str]:
        """Words that stop in the middle without a sign that something was cut off; a dialog covers half words."""
        if any(_DIALOG in line for line in lines):
            return []
        known = self._own[language] | self._data
        found = []
        for line in lines:
            for match in _WORD.finditer(line):
                word, after = match[0].casefold(), line[match.end() : match.end() + 1]
                if after in ("…", ".", "-", "_", "(", "/", "'", "~") or len(word) < _LEAST_PREFIX or word in known:
                    continue
                if any(other.startswith(word) for other in known):
                    found.append(match[0])
        return found


def _catalogue_words(language: str) -> Iterator[str]:
    for message in load("nl"):
        texts = message.string if language == "nl" else message.id
        for text in (texts,) if isinstance(texts, str) else texts or ():
            yield from (word.casefold() for word in _WORD.findall(text))


def _strings(plan: Path) -> str:
    return plan.stem + " " + " ".join(_texts(json.loads(plan.read_text(encoding="utf-8"))))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def faults(lines: Sequence[str], language: str, words: Words) -> list[str]:
    """Everything that looks wrong, one sentence each."""
    found = [f"words of another language: {', '.join(strange)}"] if (strange := words.strange(language, lines)) else []
    found += [f"cut without a sign: {', '.join(torn)}"] if (torn := words.torn(language, lines[2:])) else []
    for number, line in enumerate(lines, 1):
        if (rest := _CUT_WITH_ROOM.search(line)) and len(rest[1]) >= _ROOM:
            found.append(f"line {number} is cut with {len(rest[1])} cells to spare: {line.strip()[-60:]}")
        if _DOUBLED.search(line):
            found.append(f"line {number} has a doubled border: {line.strip()[:60]}")
    if "…" in lines[-1]:
        found.append(f"the footer does not fit: {lines[-1].strip()}")
    if empty := _empty_below(lines):
        found.append(f"empty from line {empty} of {len(lines)}")
    found += [f"{count} cut texts" for count in [sum(line.count("…") for line in lines)] if count > len(lines) // 3]
    return found


def _empty_below(lines: Sequence[str]) -> int:
    """The line from which nothing stands but the lines at the foot; 0 where less than half is empty."""
    body = lines[2:-2]
    filled = [place for place, line in enumerate(body) if line.strip(_FRAME + " ")]
    last = filled[-1] + 1 if filled else 0
    return last + 3 if last < len(body) * (1 - _HALF) else 0

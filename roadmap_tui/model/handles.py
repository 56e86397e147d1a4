"""How people point at a record: a short number (A12) or a prefix of its handle."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_DIGITS = 10
_NUMBER = re.compile(r"([A-Z]+)(\d+)")


def handle(record_id: int) -> str:
    """The record id (48 bits) in ten characters of Crockford's base 32, lower case."""
    return "".join(_ALPHABET[(record_id >> shift) & 31] for shift in range(5 * (_DIGITS - 1), -1, -5))


def number_sort_key(number: str) -> tuple[str, int, str]:
    """Sort A2 before A12, and a number of another shape after them."""
    found = _NUMBER.match(number)
    return (found[1], int(found[2]), number) if found else ("~", 0, number)


def next_number(prefix: str, used: Iterable[str]) -> str:
    """The number after the highest that was ever used with this prefix."""
    highest = 0
    for number in used:
        found = _NUMBER.match(number)
        if found and found[1] == prefix:
            highest = max(highest, int(found[2]))
    return f"{prefix}{highest + 1}"


def told_apart(numbered: Iterable[tuple[int, str, str]]) -> dict[int, str]:
    """The numbers people see, by id, where a merge brought two records of one number: the younger A13 becomes A13b.

    `numbered` holds (id, number, creation) of all records of one kind; only numbers that change are answered.
    """
    known = list(numbered)
    counts = Counter(number for _id, number, _creation in known)
    double = sorted((each for each in known if each[1] and counts[each[1]] > 1), key=lambda each: (each[2], each[0]))
    seen: Counter[str] = Counter()
    found = {}
    for record_id, number, _creation in double:
        if seen[number]:
            found[record_id] = number + _letters(seen[number])
        seen[number] += 1
    return found


def _letters(place: int) -> str:
    """1 is b, 25 is z, 26 is aa: the letters behind a number that others have too."""
    letters = ""
    place += 1
    while place > 0:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters

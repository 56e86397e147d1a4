"""How people point at a record: a short number (A12) or a prefix of its handle."""

from __future__ import annotations

import re
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

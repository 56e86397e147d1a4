"""The place of a record in its list, as one string that fits between any two others.

Fractional indexing: moving a record rewrites that record only, so two people can move different rows.
"""

from __future__ import annotations

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)


def place_of(value: object) -> str:
    """`value` where it is a place of our making, else an empty one: what another program wrote counts as nowhere."""
    return value if isinstance(value, str) and all(digit in _DIGITS for digit in value) else ""


def between(before: str, after: str) -> str:
    """A string that sorts after `before` and before `after`; an empty one means no neighbour there."""
    before, after = place_of(before), place_of(after)
    result = ""
    for position in range(len(before) + len(after) + 2):
        low = _DIGITS.index(before[position]) if position < len(before) else 0
        high = _DIGITS.index(after[position]) if after and position < len(after) else _BASE
        if high - low > 1:
            return result + _DIGITS[(low + high) // 2]
        result += _DIGITS[low]
        if high > low:
            after = ""
    raise ValueError(f"no place between {before!r} and {after!r}")


def sequence(count: int, after: str = "") -> list[str]:
    """`count` rising places, all after `after`: what an import or template hands out.

    None ends in the lowest digit, because nothing fits between a place and itself followed by that digit.
    """
    prefix = between(after, "") if after else ""
    length = 1
    while _BASE**length < 2 * (count + 1):
        length += 1
    step = _BASE**length // (count + 1)
    middle = _DIGITS[_BASE // 2]
    return [prefix + _spell(step * (index + 1), length) + middle for index in range(count)]


def _spell(value: int, length: int) -> str:
    digits = ""
    for _ in range(length):
        value, digit = divmod(value, _BASE)
        digits = _DIGITS[digit] + digits
    return digits

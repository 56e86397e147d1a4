"""Changing a file at random: its bytes, its lines, or the JSON structure in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random
from typing import Any

Mutator = Callable[[bytes, Random], bytes]

SPLINTERS: tuple[bytes, ...] = (
    b"", b"\0", b"\0" * 64, b"\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc0\x80", b"\xed\xa0\x80", b"\x1b[2J",
    b"\x1b]52;c;eA==\x07", b"\x9b31m", b"\xc2\x9b31m", b"\xe2\x80\xae", b"null", b"true", b"NaN", b"-Infinity",
    b"1e400", b"9" * 400, b"9" * 5000, b"-0", b"{}", b"[]", b"{", b"}", b"[", b"]", b'"', b":", b",", b"\\",
    b"\\u0000", b"\\ud800", b"\\u202e", b"\n", b"\r\n", b"[" * 2000, b'"_":', b'"_":{"r":{"*":"x"}}',
    b'"s":"00000000"', b"<<<<<<< HEAD\n", b"=======\n", b">>>>>>> theirs\n", b"=1+1", b"&a;", b"<!--",
)  # fmt: skip

ODD: tuple[Any, ...] = (
    None, True, 0, -1, 5, 2**70, 1.5, "", "x", "\ud800", "\x1b[2J", "9" * 30, "999999999999999-0000000000-00000000",
    [], [1], {}, {"x": 1}, {"r": {}}, {"r": {"*": "x"}}, {"*": "x"}, [[]] * 3, {"seen": "x"}, "2026-99-99",
    "\u202e\u0000",
)  # fmt: skip


def byte_mutant(data: bytes, chance: Random) -> bytes:
    """`data` with one to four small wounds."""
    changed = bytearray(data)
    for _wound in range(chance.choice((1, 1, 1, 2, 4))):
        at = chance.randrange(len(changed) + 1)
        length = chance.choice((0, 1, 1, 1, 2, 5, 30))
        changed[at : at + length] = _splinter(bytes(changed), chance)
    return bytes(changed)


def _splinter(data: bytes, chance: Random) -> bytes:
    kind = chance.randrange(5)
    if kind == 0:
        return bytes((chance.randrange(256),))
    if kind == 1:
        return chance.choice(b"0123456789abcdef").to_bytes(1, "big")
    if kind == 2:
        return chance.choice(SPLINTERS)
    if kind == 3 and data:
        start = chance.randrange(len(data))
        return data[start : start + chance.choice((1, 4, 20, 200))]
    return b""


def line_mutant(data: bytes, chance: Random) -> bytes:
    """`data` with lines doubled, removed, moved, exchanged, cut off or spliced."""
    lines = data.split(b"\n")
    here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
    kind = chance.randrange(6)
    if kind == 0:
        lines.insert(there, lines[here])
    elif kind == 1:
        del lines[here]
    elif kind == 2:
        lines.insert(there, lines.pop(here))
    elif kind == 3:
        lines[here], lines[there] = lines[there], lines[here]
    elif kind == 4:
        lines[here] = lines[here][: chance.randrange(len(lines[here]) + 1)] + lines[there]
    else:
        return data[: chance.randrange(len(data) + 1)]
    return b"\n".join(lines)


def structure_mutant(data: bytes, chance: Random) -> bytes:
    """The JSON in `data` with one to three values replaced, removed, renamed, exchanged or nested deeper."""
    content = json.loads(data)
    for _change in range(chance.choice((1, 1, 1, 2, 3))):
        _change_somewhere(content, chance)
    if chance.randrange(2):
        return json.dumps(content, separators=(",", ":"), sort_keys=True).encode()
    tables = (f"{json.dumps(name)}:{_laid_out(rows)}" for name, rows in content.items())
    return ("{\n" + ",\n".join(tables) + "\n}\n").encode()


def _laid_out(rows: Any) -> str:
    if not isinstance(rows, dict):
        return json.dumps(rows)
    lines = (f"{json.dumps(k)}:{json.dumps(v, separators=(',', ':'), sort_keys=True)}" for k, v in rows.items())
    return "{\n" + ",\n".join(lines) + "\n}"


def _change_somewhere(content: Any, chance: Random) -> None:
    places = _places(content)
    if not places:
        return
    holder, key = chance.choice(places)
    kind = chance.randrange(6)
    if kind == 0:
        del holder[key]
    elif kind == 1 and isinstance(holder, dict):
        holder[_name(key, chance)] = holder.pop(key)
    elif kind == 2:
        other, place = chance.choice(places)
        if place in other if isinstance(other, dict) else place < len(other):
            holder[key] = json.loads(json.dumps(other[place]))
    elif kind == 3:
        holder[key] = chance.choice(([holder[key]], {"x": holder[key]}))
    else:
        holder[key] = deepcopy(chance.choice(ODD))


def _name(key: str, chance: Random) -> str:
    at = chance.randrange(len(key) + 1)
    return chance.choice(
        (key[:at] + chance.choice("0123456789x_*!") + key[at + 1 :], "_", "*", "!", "1", "", "\x1b[2J")
    )


def _places(content: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    waiting = [content]
    while waiting:
        value = waiting.pop()
        keys: Sequence[Any] = list(value) if isinstance(value, dict) else range(len(value))
        for key in keys:
            found.append((value, key))
            if isinstance(value[key], (dict, list)):
                waiting.append(value[key])
    return found


MUTATORS: tuple[Mutator, ...] = (byte_mutant, byte_mutant, line_mutant, structure_mutant)


def mutant(data: bytes, chance: Random) -> bytes:
    """`data`, changed in one of the ways above."""
    return chance.choice(MUTATORS)(data, chance)

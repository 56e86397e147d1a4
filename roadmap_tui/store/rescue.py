"""A plan file in which git left conflict markers: both sides are rebuilt from its lines.

That works because a line is a record. Commas are not relied on: a merge line by line may leave one too many or too few.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

_START, _ANCESTOR, _MIDDLE, _END = b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"
_MARKER = rb"^(<{7}|\|{7}|={7}|>{7})( .*)?$"
_TABLE = rb'^"[^"\\]+":\{(\})?$'
_RECORD = rb'^"[0-9]+":\{.*\}$'


def has_markers(data: bytes) -> bool:
    """Whether a line of the file is a conflict marker that opens a conflict."""
    if b"<<<<<<<" not in data:
        return False
    return any(line.startswith(b"<<<<<<< ") or line.rstrip() == _START for line in data.split(b"\n"))


def sides(data: bytes) -> tuple[bytes, bytes] | None:
    """The file as either side had it; None where its lines are not those of a plan file."""
    ours, theirs = [], []
    state = b""
    for line in data.replace(b"\r\n", b"\n").split(b"\n"):
        marker = re.match(_MARKER, line)
        if marker:
            state = b"" if marker[1] == _END else marker[1]
            continue
        if state in (b"", _START):
            ours.append(line)
        if state in (b"", _MIDDLE):
            theirs.append(line)
    first, second = _rebuilt(ours), _rebuilt(theirs)
    return None if first is None or second is None else (first, second)


def _rebuilt(lines: Iterable[bytes]) -> bytes | None:
    """The file that these lines stand for, with its brackets and commas put right; None for any other line."""
    tables: list[tuple[bytes, list[bytes]]] = []
    for line in lines:
        text = line.strip().removesuffix(b",")
        if text in (b"", b"{", b"}"):
            continue
        if re.match(_RECORD, text) and tables:
            tables[-1][1].append(text)
        elif re.match(_TABLE, text):
            tables.append((text.removesuffix(b"}"), []))
        else:
            return None
    parts = [head + b"\n" + b",\n".join(rows) + b"\n}" for head, rows in tables]
    return b"".join(chain((b"{\n",), (b",\n".join(parts),), (b"\n}\n",)))

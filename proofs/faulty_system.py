"""A system of which one call goes wrong: what saving asks of it is counted, and one call fails in a chosen way."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from roadmap_tui.store import saving

CALLS = (
    "open",
    "read",
    "write",
    "fsync",
    "close",
    "link",
    "replace",
    "unlink",
    "ftruncate",
    "lseek",
    "fchmod",
    "fstat",
)
WAYS = ("full disk", "dead disk", "done but denied", "killed before", "killed after")
WRITING = ("half written", "killed half-way", "full half-way")


class KilledError(BaseException):
    """The program stops here: nothing of it runs any more, not even what cleans up."""


class FaultySystem:
    """Lets call number `at` go wrong in one way; -1 only counts. `count` is the number of calls seen.

    Before call number `visit` the `visitor` is let in, whose own calls go well and are not counted.
    """

    def __init__(
        self, at: int = -1, way: str = "", visit: int = -1, visitor: Callable[[], None] = lambda: None
    ) -> None:
        self.at, self.way = at, way
        self.visit, self.visitor = visit, visitor
        self.visiting = False
        self.count = 0
        self.writes: set[int] = set()
        self.dead: BaseException | None = None

    def call(self, real: Callable[..., Any], *args: Any, **options: Any) -> Any:
        """Carry out a call, or fail."""
        if self.visiting:
            return real(*args, **options)
        if self.dead is not None:
            raise self.dead
        if self.count == self.visit:
            self.visit, self.visiting = -1, True
            self.visitor()
            self.visiting = False
        place, self.count = self.count, self.count + 1
        if real is _REAL["write"]:
            self.writes.add(place)
        if place != self.at:
            return real(*args, **options)
        if self.way == "full disk":
            raise OSError(errno.ENOSPC, "full")
        if self.way == "dead disk":
            self.dead = OSError(errno.EIO, "gone")
            raise self.dead
        if self.way == "killed before":
            self.dead = KilledError()
            raise self.dead
        if self.way in WRITING and real is _REAL["write"]:
            found = real(args[0], bytes(args[1])[: max(1, len(args[1]) // 2)])
        else:
            found = real(*args, **options)
        if self.way == "full half-way":
            raise OSError(errno.ENOSPC, "full")
        if self.way == "done but denied":
            raise OSError(errno.ESTALE, "done, but the answer was lost")
        if self.way in ("killed after", "killed half-way"):
            self.dead = KilledError()
            raise self.dead
        return found


_REAL: dict[str, Callable[..., Any]] = {name: getattr(os, name) for name in CALLS if hasattr(os, name)}
_read_bytes, _swap_files = Path.read_bytes, saving.swap_files


@contextmanager
def faulty(monkeypatch: pytest.MonkeyPatch, system: FaultySystem, abilities: str) -> Iterator[FaultySystem]:
    """Let everything that saving asks go through `system`, on a machine with these abilities."""

    def through(real: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *args, **options: system.call(real, *args, **options)

    def refused(*_args: Any, **_options: Any) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    with monkeypatch.context() as patch:
        for name, real in _REAL.items():
            patch.setattr(os, name, through(real))
        patch.setattr(Path, "read_bytes", through(_read_bytes))
        patch.setattr(saving, "swap_files", through(_swap_files if abilities == "exchange" else lambda *_paths: False))
        if abilities == "neither":
            patch.setattr(os, "link", through(refused))
        yield system


def real_swap(first: Path, second: Path) -> bool:
    """The exchange of this system, whatever stands in its place."""
    return _swap_files(first, second)

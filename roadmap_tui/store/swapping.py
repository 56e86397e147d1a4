"""Exchanging two files in one step of the operating system, so that nobody can write in between unseen.

Linux has renameat2 (since 3.15), macOS renamex_np; elsewhere, and on file systems that refuse, the answer is False.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

_AT_FDCWD = -100
_EXCHANGE = 2


def swap_files(first: Path, second: Path) -> bool:
    """Exchange the two files; False where this system or file system cannot, with nothing changed."""
    library = _system_library()
    if library is None:
        return False
    names = os.fsencode(first), os.fsencode(second)
    try:
        if sys.platform == "darwin":
            return bool(library.renamex_np(*names, _EXCHANGE) == 0)
        return bool(library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE) == 0)
    except AttributeError:
        return False


@cache
def _system_library() -> Any:
    """The C library, or None where there is nothing to ask it."""
    if not sys.platform.startswith(("linux", "darwin")):
        return None
    try:
        import ctypes

        return ctypes.CDLL(None, use_errno=True)
    except (ImportError, OSError):
        return None

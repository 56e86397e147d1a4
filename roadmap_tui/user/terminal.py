"""What the user's terminal can show."""

from __future__ import annotations

import os
from collections.abc import Mapping

_FEW_SIGNS = ("linux", "dumb")
"""Terminals whose own font lacks most signs, whatever the locale says."""


def lacks_signs(environment: Mapping[str, str] = os.environ, windows: bool = os.name == "nt") -> bool:
    """Whether only plain letters can be relied on: a locale that is not UTF-8, or a terminal with a small font.

    Python itself turns a locale that is not set, or C, into C.UTF-8 by setting LC_CTYPE: that is no word of the user.
    """
    if windows:
        return False
    if environment.get("TERM", "") in _FEW_SIGNS:
        return True
    spoken = [environment.get("LC_ALL", ""), environment.get("LC_CTYPE", ""), environment.get("LANG", "")]
    if spoken[1] == "C.UTF-8" and spoken[2]:
        spoken[1] = ""
    chosen = next((value for value in spoken if value), "UTF-8")
    return "utf8" not in chosen.casefold().replace("-", "")

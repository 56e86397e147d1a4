"""A question on the terminal before something that a person must agree to."""

from __future__ import annotations

import sys

from roadmap_tui.cli.output import can_ask
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _


def check_can_ask(refusal: str) -> None:
    """Raise UsageError with `refusal` where nobody can be asked."""
    if not can_ask():
        raise UsageError(refusal)


def agreed() -> bool:
    """Whether the user types yes; the question itself has been put."""
    sys.stderr.write(_("Type y for yes, anything else for no:") + " ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in ("y", "yes", "j", "ja")

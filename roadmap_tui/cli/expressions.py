"""The expressions that `roadmap when` and `roadmap effort` read."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from roadmap_tui.cli.output import can_ask
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _


def expressions(words: Sequence[str]) -> Iterator[str]:
    """The words as one expression; for "-", or none at all in a pipe, each line of the standard input."""
    if list(words) == ["-"] or (not words and not can_ask()):
        data = getattr(sys.stdin, "buffer", None)
        lines = data.read().decode("utf-8-sig", "replace").splitlines() if data is not None else list(sys.stdin)
        yield from (line.rstrip("\r\n") for line in lines)
    elif words:
        yield " ".join(words)
    else:
        raise UsageError(_("Type an expression, or - to read one per line from the standard input."))

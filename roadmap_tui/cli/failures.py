"""From whatever goes wrong to one line on stderr and an exit code."""

from __future__ import annotations

import os
import sys

from roadmap_tui.cli.output import say_error
from roadmap_tui.errors import ExitCode, RoadmapError
from roadmap_tui.i18n import _, reason

_OWN_MISTAKE = 70


def report(error: Exception) -> int:
    """Say what went wrong and answer the exit code; a mistake of our own is raised again with ROADMAP_DEBUG."""
    if isinstance(error, RoadmapError):
        say_error(str(error))
        return error.exit_code
    if "click" in sys.modules:
        from roadmap_tui.cli.usage import outcome_of

        outcome = outcome_of(error)
        if outcome is not None:
            sentence, code = outcome
            if code == ExitCode.INTERRUPTED:
                return stopped()
            if sentence:
                say_error(sentence)
            return code
    if isinstance(error, OSError) and error.filename is not None:
        say_error(f'"{os.fsdecode(error.filename)}": {reason(error)}.')
        return ExitCode.UNREADABLE
    if os.environ.get("ROADMAP_DEBUG"):
        raise error
    say_error(
        _("A mistake in Roadmap itself ({kind}: {detail}); set ROADMAP_DEBUG=1 to see where.").format(
            kind=type(error).__name__, detail=error
        )
    )
    return _OWN_MISTAKE


def stopped() -> int:
    """Say that Ctrl+C ended the command and what that means for the files; answer the exit code."""
    from roadmap_tui.progress import is_kept

    if is_kept():
        say_error(_("Stopped, but what was saved before that is kept."))
    else:
        say_error(_("Stopped; nothing was changed."))
    return ExitCode.INTERRUPTED


def silence_stdout() -> None:
    """Keep Python from complaining at exit that nobody reads our output any more."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = None

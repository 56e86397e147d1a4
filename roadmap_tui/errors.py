"""What can go wrong, as one sentence for the user and an exit code for the shell."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the `roadmap` command, as other programs may rely on them."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    NOT_SAVED = 4
    DIFFERENCES = 5
    INTERRUPTED = 130


class RoadmapError(Exception):
    """A problem the user can act on; its text is one translated sentence, ready to show."""

    exit_code = ExitCode.USAGE


class UsageError(RoadmapError):
    """The request itself is wrong: an unknown field, value, number or handle."""


class UnreadableError(RoadmapError):
    """Input that is missing, damaged, or not what it says it is."""

    exit_code = ExitCode.UNREADABLE


class DamagedError(UnreadableError):
    """A plan file that is empty, cut off or otherwise damaged; what it held may still be brought back."""


class NotSavedError(RoadmapError):
    """The file could not be written, or may not be written by this version."""

    exit_code = ExitCode.NOT_SAVED

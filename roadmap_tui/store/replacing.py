"""Whether what now stands in the place of a plan file may be joined with the plan in memory."""

from __future__ import annotations

from pathlib import Path

from roadmap_tui.errors import DamagedError, NotSavedError, UnreadableError
from roadmap_tui.i18n import _
from roadmap_tui.store.encoding import Tables
from roadmap_tui.store.header import header_of, is_newer
from roadmap_tui.store.loading import LineCache, load


def same_plan(data: bytes, path: Path, known: Tables, lines: LineCache) -> Tables:
    """The plan `known` as it is in `data`; NotSavedError, with the cause, where that is damaged or another plan."""
    try:
        theirs = load(data, path, known, lines).tables
    except DamagedError as error:
        words = _('Not saved: "{path}" has been damaged by something else. Your changes are kept in memory.')
        raise NotSavedError(words.format(path=path)) from error
    except UnreadableError as error:
        raise NotSavedError(_("Not saved, your changes are kept in memory. {reason}").format(reason=error)) from error
    if header_of(theirs)["doc"] != header_of(known)["doc"]:
        raise NotSavedError(
            _('Not saved: "{path}" now holds another plan. Your changes are kept in memory.').format(path=path)
        )
    if is_newer(header_of(theirs)):
        raise NotSavedError(
            _("Not saved: a newer version of Roadmap saved this plan meanwhile. Your changes are kept in memory.")
        )
    return theirs

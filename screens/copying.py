"""To the clipboard of the terminal (OSC 52), which also works over SSH."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.record import Record
from roadmap_tui.view.clipboard import as_text

if TYPE_CHECKING:
    from screens.tables import TablesScreen

_MOST = 74_000
"""Characters: most terminals take no more than 100,000 bytes in base 64."""


def copy(screen: TablesScreen, records: Sequence[Record], headings: bool) -> None:
    """Put rows of the table on the clipboard and say what was copied. Raises UsageError where there is nothing."""
    if not records:
        raise UsageError(_("There is no row here."))
    text = as_text(records, screen.table.listing.columns, screen.view_context(), headings=headings)
    if len(text.encode()) > _MOST:
        message = _("This is too much for the clipboard of a terminal; mark fewer rows or use: roadmap export")
        raise UsageError(message)
    screen.app.copy_to_clipboard(text)
    words = ngettext("{count} row is on the clipboard.", "{count} rows are on the clipboard.", len(records))
    words = words.format(count=len(records))
    if len(records) == 1 and records[0].number:
        words = _("On the clipboard: {what}").format(what=records[0].number)
    screen.say(words + (" " + _("With headings.") if headings else ""))

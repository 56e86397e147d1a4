"""History: who changed what, and when?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from roadmap_tui.actions.scopes import APP, HISTORY, ROWS
from roadmap_tui.i18n import N_, _, ngettext
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.services.changelists import history_rows, since_day
from roadmap_tui.view.formats import long_date
from roadmap_tui.view.hands import HistoryRow
from roadmap_tui.view.text import Line, Run, fit, one_line, wrap
from screens.ask import AskScreen
from screens.keys import bindings
from screens.rows import RowsScreen

_LABEL = 18


class HistoryScreen(RowsScreen):
    """Every change, newest first; of one record where that is given, and since a day where asked."""

    PLACE: ClassVar[str] = "history"
    TABLE: ClassVar[str] = HistoryRow.TABLE
    EMPTY: ClassVar[str] = N_("Nothing changed.")
    SCOPES: ClassVar[tuple[str, ...]] = (HISTORY, ROWS, APP)
    BINDINGS = bindings(HISTORY)

    def __init__(self, place: str = "", record: Record | None = None) -> None:
        super().__init__(place)
        self._only = record
        self._since: date | None = None

    def rows(self) -> Sequence[Record]:
        record_id = self._only.id if self._only else 0
        return history_rows(self.session, self.view_context(), record_id, self._since)

    def top(self) -> str:
        rows = self.table.listing.total
        words = ngettext("{count} change", "{count} changes", rows).format(count=rows)
        if self._only is not None:
            words += " " + _("to {what}").format(what=f"{self._only.number} {one_line(self._only.title)}".strip())
        if self._since is not None:
            words += " " + _("since {day}").format(day=long_date(self._since))
        return words

    def about(self, row: Record | None, width: int) -> list[Line]:
        if not isinstance(row, HistoryRow):
            return []
        lines: list[Line] = [
            [Run(f"{row.number} {row.title}".strip(), Tone.STRONG)],
            [Run(f"{row.when}  {row.who}", Tone.MUTED)],
            [],
        ]
        if not row.fields:
            return [*lines, [Run(row.what)]]
        for label, before, after in row.fields:
            for place, (sign, text, tone) in enumerate((("-", before, Tone.MUTED), ("+", after, Tone.NORMAL))):
                for number, part in enumerate(wrap(text, width - _LABEL - 2)):
                    head = label if place == 0 and number == 0 else ""
                    mark = sign if number == 0 else " "
                    lines.append([Run(fit(head, _LABEL - 1) + " ", Tone.MUTED), Run(f"{mark} {part}", tone)])
        return lines

    def action_since(self) -> None:
        """Show only what changed since a moment in everyday words."""

        def answered(text: str) -> None:
            self._since = since_day(self.session, text)
            self.refresh_plan()

        question = _("Since when?")
        more = _("For example: last week, 2 weeks ago, 1 June. Empty shows everything.")
        self.app.push_screen(AskScreen(question, _("Show"), answered, more))

    def action_clear(self) -> None:
        if self._since is not None and not self.table.listing.query:
            self._since = None
            self.refresh_plan()
        else:
            super().action_clear()

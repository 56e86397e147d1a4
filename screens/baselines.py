"""Baselines: what has slipped since it was agreed?"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget

from roadmap_tui.editing import edits
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.baseline import Baseline
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.planning.baseline import Comparison, baseline_fields, compare
from roadmap_tui.view.baseline_rows import comparison_rows
from roadmap_tui.view.listing import Listing
from roadmap_tui.view.text import Run, one_line
from screens.ask import AskScreen
from screens.lists import ListScreen
from screens.widgets.facts_line import FactsLine
from screens.widgets.record_table import RecordTable
from screens.widgets.rows_view import RowsView

_MOST_LISTED, _EMPTY = 6, 6


class BaselinesScreen(ListScreen):
    """The baselines of the plan, the newest chosen, and how the plan compares with the one under the cursor."""

    PLACE: ClassVar[str] = "baselines"

    def body(self) -> ComposeResult:
        with Container(id="baseline-list"):
            yield RecordTable(Listing("baselines"), _("No baseline yet; n keeps the dates of today."), id="baselines")
        yield FactsLine("compared")
        yield RowsView(id="comparison")

    @property
    def comparison(self) -> RowsView:
        """The comparison with the chosen baseline."""
        return self.query_one("#comparison", RowsView)

    def panes(self) -> list[Widget]:
        return [*super().panes(), self.comparison]

    def refresh_plan(self) -> None:
        first = self.table.record is None
        super().refresh_plan()
        if first:
            self.table.action_cursor_last()
        count = len(self.session.records(Baseline.TABLE))
        self.query_one("#baseline-list").styles.height = min(max(3 if count else _EMPTY, count + 2), _MOST_LISTED + 2)
        self._compare(self.table.record)

    def row_chosen(self, table: RecordTable, record: Record | None) -> None:
        self._compare(record)

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self.comparison.refresh()

    def _compare(self, record: Record | None) -> None:
        line = self.query_one("#compared", FactsLine)
        if not isinstance(record, Baseline):
            line.show(lambda width: [])
            self.comparison.show(lambda width: ())
            return
        found = compare(self.session.outlook, record)
        name = one_line(record.title)
        words = _("Now, compared with {name}; in working days").format(name=name)
        line.show(lambda width: [Run(words, Tone.MUTED)])
        rows = comparison_rows(found, self._removed(found), self.roadmap.glyphs)
        self.comparison.show(lambda width: rows)

    def _removed(self, found: Comparison) -> dict[int, str]:
        """What the baseline knew and is no more, with its title where that is still known."""
        known: dict[int, str] = {}
        for table in ("milestones", "activities"):
            for record_id, fields in self.session.removed(table).items():
                known[record_id] = f"{fields.get('number', '')} {fields.get('title', '')}".strip()
            known |= {record.id: f"{record.number} {record.title}".strip() for record in self.session.records(table)}
        return {each: known.get(each, "?") for each in found.removed}

    async def action_new(self) -> None:
        """Keep the dates of today under a name."""
        if self.session.read_only:
            raise UsageError(_("This plan is open for reading only."))
        await self.app.push_screen(
            AskScreen(
                _("Under which name do you keep the dates of today?"),
                _("Keep"),
                self._keep_dates,
                placeholder=_("For example: approved by the steering group"),
            )
        )

    def _keep_dates(self, name: str) -> None:
        """Save a baseline. Raises UsageError for a name that is missing or taken."""
        fields = baseline_fields(self.session.outlook, name)
        changes = edits.add_records(self.session.tables, Baseline.TABLE, [fields])
        done = _('"{name}" is kept, with {count} dates.').format(name=fields["title"], count=len(fields["dates"]))
        self.roadmap.commit(changes, done)
        self.table.action_cursor_last()

    async def action_open(self) -> None:
        """A row of the comparison opens its record; a baseline opens in its form."""
        if self.comparison.has_focus:
            self.action_show()
        else:
            await self.action_edit()

    def action_show(self) -> None:
        """The record under the cursor of the comparison, on its own screen."""
        if self.comparison.record is None:
            raise UsageError(_("Choose a row first."))
        self.roadmap.show_record(self.comparison.record)

"""Supplier's plan: which chapters and results does it lack?"""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult

from roadmap_tui.actions.scopes import APP, SUPPLIER
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.planning.standardplan import Comparison
from roadmap_tui.services.supplying import add_lacking, is_in_plan, read_supplier
from roadmap_tui.view.listing import Listing
from roadmap_tui.view.supplied import SuppliedRow, summary, supplied_rows, unknown_lines
from roadmap_tui.view.text import Line, Run
from screens.ask import AskScreen
from screens.base import PlanScreen
from screens.keys import bindings
from screens.widgets.lines import OneLine
from screens.widgets.record_table import RecordTable
from screens.widgets.text_pane import TextPane
from screens.working import readable, work


class SourceLine(OneLine):
    """Which file was read and how much it holds."""

    DEFAULT_CSS = "SourceLine { margin-bottom: 1; }"
    words = ""

    def left(self, width: int) -> Line:
        return [Run("  " + self.words, Tone.STRONG)]


class SupplierScreen(PlanScreen):
    """The ten chapters and seven results beside the supplier's own plan; one key adds what lacks."""

    PLACE: ClassVar[str] = "supplier"
    SCOPES: ClassVar[tuple[str, ...]] = (SUPPLIER, APP)
    BINDINGS = bindings(SUPPLIER)
    AUTO_FOCUS = "RecordTable"
    DEFAULT_CSS = "SupplierScreen #unknown { height: 3; margin-top: 1; }"

    def __init__(self, place: str = "") -> None:
        super().__init__(place)
        self._found: Comparison | None = None
        self._source = ""

    def body(self) -> ComposeResult:
        yield SourceLine()
        yield RecordTable(Listing(SuppliedRow.TABLE), _("o opens the plan that the supplier sent."), id="supplied")
        yield TextPane(id="unknown", focusable=False)

    def refresh_plan(self) -> None:
        table, line, found = self.query_one(RecordTable), self.query_one(SourceLine), self._found
        if found is None:
            line.words = _("Not read yet: o opens a Word, Excel or text file.")
        else:
            in_plan = {part.code for part in found.parts if is_in_plan(self.session, part)}
            table.listing.load(supplied_rows(found, in_plan), self.view_context())
            table.show()
            self.query_one("#unknown", TextPane).show(lambda width: unknown_lines(found, width))
            line.words = summary(found, self._source)
        line.refresh()

    def action_open_source(self) -> None:
        """Ask for the file and compare it."""
        question, more = _("Which file is the supplier's plan?"), _("Word, Excel, Markdown or text, with its folder.")
        self.app.push_screen(AskScreen(question, _("Read"), self._read, more))

    def _read(self, typed: str) -> None:
        """Compare the file that was named. Raises UsageError or UnreadableError where there is none."""
        path = readable(typed)

        def show(found: Comparison) -> None:
            self._found, self._source = found, path.name
            self.refresh_plan()

        words = _("Reading {name}…").format(name=path.name)
        self.app.call_later(work, self.roadmap, words, partial(read_supplier, path), show)

    def action_add_lacking(self) -> None:
        """Add what the supplier's plan lacks, as one change."""
        if self._found is None:
            raise UsageError(_("Not read yet: o opens a Word, Excel or text file."))
        made, changes = add_lacking(self.session, self._found, self._source)
        self.roadmap.commit(changes, _("{count} parts were added; u takes it back.").format(count=len(made)))

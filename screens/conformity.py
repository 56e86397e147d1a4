"""Conformity: which project keeps to which framework?"""

from __future__ import annotations

from typing import ClassVar

from roadmap_tui.actions.scopes import APP, CONFORMITY
from roadmap_tui.editing import conforming
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.view.conformity import WORDS, legend, verdict_of
from roadmap_tui.view.text import Line, Run, one_line
from screens.cell_matrices import CellMatrixScreen
from screens.keys import bindings
from screens.widgets.conformity_grid import ConformityGrid


class ConformityScreen(CellMatrixScreen):
    """The matrix, what stands under the cursor in words, and what the signs mean."""

    PLACE: ClassVar[str] = "conformity"
    SCOPES: ClassVar[tuple[str, ...]] = (CONFORMITY, APP)
    BINDINGS = bindings(CONFORMITY)
    GRID = ConformityGrid

    @property
    def grid(self) -> ConformityGrid:
        """The matrix."""
        return self.query_one(ConformityGrid)

    def standing(self) -> Line:
        return [Run("  " + legend(self.roadmap.glyphs), Tone.MUTED)]

    def here(self) -> Line:
        """The cell in words: the heading may be a number alone, this is not."""
        row, framework = self.grid.row, self.grid.framework
        if row is None or framework is None:
            return []
        cell = self.grid.cell
        what = _(WORDS[cell.verdict]) if cell and cell.verdict in WORDS else _("nothing")
        words, tone = verdict_of(row)
        name = f"{framework.number} {one_line(framework.title)}"
        note = f"   {one_line(cell.remarks)}" if cell and cell.remarks.strip() else f"   {words}"
        return [Run(f"  {row.record.number}  {name}: "), Run(what, Tone.STRONG), Run(note, tone)]

    def action_mark_conforms(self) -> None:
        self._put("conforms")

    def action_mark_deviates(self) -> None:
        self._put("deviates")

    def action_mark_applies(self) -> None:
        self._put("applies")

    def action_mark_nothing(self) -> None:
        self._put("")

    def action_mark_next(self) -> None:
        """The verdict after this one."""
        order = ["", *WORDS]
        now = self.grid.cell.verdict if self.grid.cell else ""
        self._put(order[(order.index(now) + 1) % len(order)] if now in order else "")

    def _put(self, verdict: str) -> None:
        """Whether the row under the cursor keeps to the framework. Raises UsageError where there is none."""
        row, framework = self.grid.row, self.grid.framework
        if row is None or framework is None:
            raise UsageError(_("A matrix needs projects and frameworks; add them on the screen Programme (8) first."))
        self.roadmap.commit(conforming.judge(self.session.tables, row, framework, verdict))

    async def action_note_cell(self) -> None:
        """The form of the cell, for a remark."""
        if self.grid.cell is None:
            raise UsageError(_("Nothing stands in this cell; say first whether it conforms."))
        await self.roadmap.open_form(self.grid.cell)

    async def action_open_conforming(self) -> None:
        """Everything about the project or building team."""
        if self.grid.row is None:
            raise UsageError(_("Choose a row first."))
        await self.roadmap.open_detail(self.grid.row.record, self.place)

    def select_record(self, record: Record) -> None:
        """Put the cursor on the row or the column of a record."""
        self.grid.select(record.id)

"""Responsibilities: who decides, who does the work, who is asked and who is told?"""

from __future__ import annotations

from typing import ClassVar

from roadmap_tui.actions.scopes import APP, GRID
from roadmap_tui.editing import assigning
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.view.responsibilities import MEANINGS, involvement_of, legend, letter, verdict
from roadmap_tui.view.text import Line, Run, one_line
from screens.ask import AskScreen
from screens.cell_matrices import CellMatrixScreen
from screens.keys import bindings
from screens.widgets.responsibility_grid import ResponsibilityGrid


class ResponsibilitiesScreen(CellMatrixScreen):
    """The matrix, what stands under the cursor in words, and what the letters mean."""

    PLACE: ClassVar[str] = "responsibilities"
    SCOPES: ClassVar[tuple[str, ...]] = (GRID, APP)
    BINDINGS = bindings(GRID)
    GRID = ResponsibilityGrid

    @property
    def grid(self) -> ResponsibilityGrid:
        """The matrix."""
        return self.query_one(ResponsibilityGrid)

    def standing(self) -> Line:
        return [Run("  " + legend(), Tone.MUTED)]

    def here(self) -> Line:
        """The cell in words: the heading may be cut, this is not."""
        row, person = self.grid.row, self.grid.person
        if row is None or person is None:
            return []
        cell = row.cells.get(person.id)
        what = _(MEANINGS[cell.involvement]) if cell and cell.involvement in MEANINGS else _("nothing")
        words, tone = verdict(row)
        who = one_line(person.role or person.title)
        return [Run(f"  {row.record.number}  {who}: ", Tone.NORMAL), Run(what, Tone.STRONG), Run(f"   {words}", tone)]

    # letters

    def action_put_accountable(self) -> None:
        self._put("accountable")

    def action_put_working(self) -> None:
        self._put("responsible")

    def action_put_r(self) -> None:
        self._put(involvement_of("R"))

    def action_put_consulted(self) -> None:
        self._put("consulted")

    def action_put_informed(self) -> None:
        self._put("informed")

    def action_put_nothing(self) -> None:
        self._put("")

    def action_put_next(self) -> None:
        """The letter after this one."""
        order = ["", *MEANINGS]
        now = self.grid.involvement
        self._put(order[(order.index(now) + 1) % len(order)] if now in order else "")

    def _put(self, involvement: str) -> None:
        """What the person under the cursor is to the row. Raises UsageError where there is nobody."""
        row, person = self.grid.row, self.grid.person
        if row is None or person is None:
            raise UsageError(_("There are no people and roles yet; add them first."))
        self.roadmap.commit(assigning.assign(self.session.tables, row, person, involvement))
        self._say_double()

    def _say_double(self) -> None:
        row = self.grid.row
        if row is not None and len(row.accountable) > 1:
            people = [one_line(p.role or p.title) for p in self.grid.matrix.people if p.id in row.accountable]
            words = _("{row} has more than one {letter}: {people}. It must be one.").format(
                row=row.record.number, letter=letter("accountable"), people=", ".join(people)
            )
            self.say(words, Tone.WARN)

    def action_add_row(self) -> None:
        """Ask which activity gets a row, and make this person accountable for it."""
        person = self.grid.person
        if person is None:
            raise UsageError(_("There are no people and roles yet; add them first."))

        def answered(text: str) -> None:
            record = self.session.find(text)
            if not isinstance(record, Activity):
                raise UsageError(_('"{word}" is not an activity.').format(word=text.strip()))
            self.roadmap.commit(assigning.add_activity(self.session.tables, record, person))
            self.grid.select(record.id)

        more = _("{who} becomes accountable; change that as you like.").format(
            who=one_line(person.role or person.title)
        )
        question = _("Which activity gets a row? Its number:")
        self.app.push_screen(AskScreen(question, _("Add"), answered, more, "A12"))

    async def action_open_row(self) -> None:
        """Everything about the milestone or activity."""
        if self.grid.row is None:
            raise UsageError(_("Choose a row first."))
        await self.roadmap.open_detail(self.grid.row.record, self.place)

    def select_record(self, record: Record) -> None:
        """Put the cursor on the row of a milestone or activity."""
        self.grid.select(record.id)

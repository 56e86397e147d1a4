"""Copies beside the plan: what would they add, and shall they be taken in?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from roadmap_tui.actions.scopes import APP, COPIES, ROWS
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import N_, _, ngettext
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.services import copies, erasure
from roadmap_tui.view.hands import CopyRow
from roadmap_tui.view.text import Line, Run, cut
from screens.confirm import ConfirmScreen
from screens.keys import KeyNames, bindings
from screens.rows import RowsScreen
from screens.working import work

if TYPE_CHECKING:
    from roadmap_tui.store.merging import Merged


class CopiesScreen(RowsScreen):
    """The copies of this plan that lie in the same folder; Enter takes one in and puts it away."""

    PLACE: ClassVar[str] = "copies"
    TABLE: ClassVar[str] = CopyRow.TABLE
    EMPTY: ClassVar[str] = N_("No copies of this plan lie beside it.")
    SCOPES: ClassVar[tuple[str, ...]] = (COPIES, ROWS, APP)
    BINDINGS = bindings(COPIES)

    def rows(self) -> Sequence[Record]:
        return copies.rows(self.session)

    def top(self) -> str:
        count = self.table.listing.total
        return ngettext("{count} copy beside this plan", "{count} copies beside this plan", count).format(count=count)

    def on_screen_resume(self) -> None:
        self._shown_generation = -1
        super().on_screen_resume()

    def about(self, row: Record | None, width: int) -> list[Line]:
        if not isinstance(row, CopyRow):
            return []
        if not row.adds:
            words = _("All that stands in this copy is in the plan already. Enter puts it away with the backups.")
            return [[Run(row.title, Tone.STRONG)], [], [Run(words)]]
        lines: list[Line] = [[Run(_("What taking in {name} does:").format(name=row.title), Tone.STRONG)], []]
        glyphs = self.roadmap.glyphs
        lines += [
            [Run(label.ljust(12), tone), Run(cut(words, width - 12, glyphs.ellipsis))]
            for label, tone, words in row.lines
        ]
        return lines

    def _row(self) -> CopyRow:
        row = self.one_row()
        if not isinstance(row, CopyRow):
            raise UsageError(_("There is no row here."))
        return row

    async def open_row(self) -> None:
        self.action_take_in_copy()

    def action_take_in_copy(self) -> None:
        """Merge the copy, after asking."""
        row = self._row()

        def answered(answer: str | None) -> None:
            if answer == "merge":
                self._take_in(row)

        question = _("Take in {name}: {what}?").format(name=row.title, what=row.what)
        more = _("A backup is made first. The copy moves to your backups, so that it does not lie here any more.")
        self.app.push_screen(ConfirmScreen(question, [("enter", "merge", _("Take in"))], more), answered)

    def _take_in(self, row: CopyRow) -> None:
        words = _("Taking in {name}…").format(name=row.title)

        def take_in() -> tuple[Merged, str]:
            merged = copies.take_in(self.session, [row.path])[0]
            return merged, erasure.returned_words(self.session, erasure.returned(self.session))

        work(self.roadmap, words, take_in, lambda taken: self._taken_in(*taken), may_leave=False)

    def _taken_in(self, merged: Merged, erased: str) -> None:
        self._shown_generation = -1
        self.roadmap.plan_changed()
        words = _("Taken in: {added} added, {updated} changed, {removed} removed.").format(
            added=len(merged.added), updated=len(merged.updated), removed=len(merged.removed)
        )
        self.roadmap.say(" ".join(filter(None, (words, self._questions()))))
        if erased:
            question = _("What was erased came back")
            self.app.push_screen(ConfirmScreen(question, [("enter", "close", _("Close"))], erased))

    def _questions(self) -> str:
        """How many rows wait for a choice, and where; empty where there are none."""
        count = len(self.roadmap.waiting)
        if not count:
            return ""
        words = ngettext(
            "{count} row asks what you choose: {differences_here} on that row, or {palette} Differences.",
            "{count} rows ask what you choose: {differences_here} on such a row, or {palette} Differences.",
            count,
        )
        names = KeyNames(self.roadmap.keys, self.roadmap.settings.ascii)
        return words.replace("{count}", str(count)).format_map(names)

    def action_leave_copy(self) -> None:
        """Leave the copy where it is and do not offer it again."""
        copies.leave(self.session, self._row().path)
        self.roadmap.say(_("Left where it is; it is not offered again until it changes."))

"""Differences: where did people write different things, and what holds?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult

from roadmap_tui.actions.scopes import APP, DIFFERENCES, ROWS
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import N_, _, ngettext
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record, shown_fields
from roadmap_tui.services import sharing
from roadmap_tui.services.changelists import difference_rows
from roadmap_tui.services.telling import REMOVED
from roadmap_tui.view.form import FormModel
from roadmap_tui.view.hands import DifferenceRow, Side, side_by_side
from roadmap_tui.view.text import Line, Run, cut, one_line
from screens.confirm import ConfirmScreen
from screens.form import FormScreen
from screens.keys import bindings
from screens.rows import RowsScreen
from screens.widgets.frame import MessageLine
from screens.widgets.text_pane import TextPane

_MOST_ANSWERS = 9


class DifferencesScreen(RowsScreen):
    """Every difference with both versions side by side; of one record where that is given."""

    PLACE: ClassVar[str] = "differences"
    TABLE: ClassVar[str] = DifferenceRow.TABLE
    EMPTY: ClassVar[str] = N_("Nothing to decide: everybody's changes are in the plan and nothing contradicts.")
    SCOPES: ClassVar[tuple[str, ...]] = (DIFFERENCES, ROWS, APP)
    BINDINGS = bindings(DIFFERENCES)
    DEFAULT_CSS = "DifferencesScreen #beside { height: 65%; }"

    def __init__(self, place: str = "", record: Record | None = None) -> None:
        super().__init__(place)
        self._only = record
        self._right = 1

    def rows(self) -> Sequence[Record]:
        found = difference_rows(self.session, self.view_context())
        only = self._only
        return [row for row in found if only is None or (row.table, row.record_id) == (only.TABLE, only.id)]

    def top(self) -> str:
        count = len(self.table.listing.rows)
        if not count:
            return _("Differences")
        return ngettext(
            "{count} difference waits for a decision.", "{count} differences wait for a decision.", count
        ).format(count=count)

    def row_chosen(self, table: Any, record: Record | None) -> None:
        self._right = 1
        super().row_chosen(table, record)

    def about(self, row: Record | None, width: int) -> list[Line]:
        if not isinstance(row, DifferenceRow) or len(row.sides) < 2:
            return []
        title: Line = [Run(f"{row.number} {row.title}".strip(), Tone.STRONG), Run(f"   {row.field}", Tone.MUTED)]
        if len(row.sides) > 2:
            words = _("version {place} of {count} on the right; v shows the next")
            title.append(Run("   " + words.format(place=self._right + 1, count=len(row.sides)), Tone.WARN))
        rule = self.roadmap.glyphs.sign("link_up_down")
        return [title, [], *version_lines(row.sides, self._right, width, rule)]

    def _right_side(self, row: DifferenceRow) -> Side:
        return row.sides[min(self._right, len(row.sides) - 1)]

    def _row(self) -> DifferenceRow:
        row = self.table.record
        if not isinstance(row, DifferenceRow):
            raise UsageError(_("Nothing is left to decide here."))
        return row

    # actions

    async def open_row(self) -> None:
        self.action_choose()

    def action_other_version(self) -> None:
        """Show the next version on the right."""
        row = self._row()
        if len(row.sides) < 3:
            raise UsageError(_("There are only two versions here."))
        self._right = self._right % (len(row.sides) - 1) + 1
        super().row_chosen(self.table, row)

    def action_keep_left(self) -> None:
        """Keep the version on the left."""
        self._settle(self._row(), self._row().sides[0].value)

    def action_keep_right(self) -> None:
        """Keep the version on the right."""
        self._settle(self._row(), self._right_side(self._row()).value)

    def action_choose(self) -> None:
        """Ask which version holds."""
        row = self._row()
        shown = row.sides[:_MOST_ANSWERS]
        answers = [(str(place), str(place), _answer(side)) for place, side in enumerate(shown, start=1)]
        if row.name != REMOVED.name:
            answers.append(("e", "third", _("Write it")))

        def answered(answer: str | None) -> None:
            if answer == "third":
                self.roadmap.attempt(self.action_write_third)
            elif answer:
                self.roadmap.attempt(lambda: self._settle(row, shown[int(answer) - 1].value))

        question = _("Which version holds?") + f"  {row.number} {row.field}"
        more = _("The other versions stay in the history.")
        self.app.push_screen(ConfirmScreen(question, answers, more), answered)

    def action_write_third(self) -> None:
        """Write a version that settles the difference."""
        row = self._row()
        record = self.session.record(row.table, row.record_id)
        if record is None or row.name not in {field.name for field in shown_fields(type(record))}:
            raise UsageError(_("This can only be chosen here: left or right."))
        if self.session.read_only:
            raise UsageError(_("This plan is open for reading only."))
        model = FormModel(type(record), record, self.session.records, self.session.record, only=[row.name])
        self.app.push_screen(ThirdForm(model, self.view_context(), self.session.seen(record), row))

    def _settle(self, row: DifferenceRow, value: Any) -> None:
        record = self.session.record(row.table, row.record_id)
        if record is None:
            raise UsageError(_("This record has no screen of its own, or it was removed."))
        sharing.decide(self.session, record, {row.name: value})
        self.roadmap.plan_changed()
        self._say_rest(row)

    def _say_rest(self, row: DifferenceRow) -> None:
        left = len(self.table.listing.rows)
        words = _("{what} settled.").format(what=f"{row.number} {row.field}".strip())
        if left:
            rest = ngettext("{count} difference to go.", "{count} differences to go.", left).format(count=left)
        else:
            rest = _("That was the last difference.")
        if not left and self._only is not None:
            self.leave()
        self.roadmap.say(f"{words} {rest}")


class ThirdForm(FormScreen):
    """One field, with the versions that wait below it; saving settles the difference, changed or not."""

    DEFAULT_CSS = "ThirdForm #versions { height: 40%; background: $surface; padding: 1 0 0 0; }"

    def __init__(self, model: FormModel, context: Any, seen: frozenset[str], row: DifferenceRow) -> None:
        super().__init__(model, context, seen)
        self._row = row

    def compose(self) -> ComposeResult:
        for widget in super().compose():
            if isinstance(widget, MessageLine):
                yield TextPane(id="versions", focusable=False)
            yield widget

    def on_mount(self) -> None:
        super().on_mount()
        rule = self.roadmap.glyphs.sign("link_up_down")
        self.query_one("#versions", TextPane).show(lambda width: version_lines(self._row.sides, 1, width, rule))

    def action_save_form(self) -> None:
        texts = self.texts
        record, field = self.model.record, self.model.fields[0]
        problems = self.model.problems(texts)
        if problems:
            raise UsageError(problems[field.name])
        value = self.model.values(texts).get(field.name, self._row.sides[0].value)
        if record is not None:
            sharing.decide(self.session, record, {field.name: value})
            self.roadmap.plan_changed()
        self.roadmap.drafts_to_remove.add(self.draft().name)
        self._leave(0)
        self.roadmap.say(_("{what} settled.").format(what=f"{self._row.number} {self._row.field}"))


def version_lines(sides: Sequence[Side], right: int, width: int, rule: str) -> list[Line]:
    """The newest version and one of the others beside it, each with who wrote it and when."""
    left, other = sides[0], sides[min(right, len(sides) - 1)]
    heads: list[Line] = [
        [Run(f"{sign} ", Tone.ACCENT), Run(side.who, Tone.STRONG), Run(f"  {side.when}", Tone.MUTED)]
        for sign, side in (("[", left), ("]", other))
    ]
    return side_by_side(heads[0], heads[1], left.text, other.text, width, rule)


def _answer(side: Side) -> str:
    return f"{cut(one_line(side.text), 40)}  ({side.who})"

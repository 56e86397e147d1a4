"""Erasing a person: what goes, what has to be judged, and doing it after a clear question."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from roadmap_tui.actions.scopes import APP, ERASE
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.services import erasure, telling
from roadmap_tui.view.text import Line, Run, cut, one_line, wrap
from screens.base import PlanScreen
from screens.confirm import ConfirmScreen
from screens.keys import bindings
from screens.rows import TopLine
from screens.widgets.text_pane import TextPane
from screens.working import work

_MOST = 200


class EraseScreen(PlanScreen):
    """The preview of erasing one person; nothing goes before the question at the end is answered."""

    SCOPES: ClassVar[tuple[str, ...]] = (ERASE, APP)
    BINDINGS = bindings(ERASE)
    AUTO_FOCUS = "TextPane"

    def __init__(self, place: str, record: Record) -> None:
        super().__init__(place)
        self._record = record
        self._with_parts = False
        self._found: erasure.Erasure | None = None

    def body(self) -> ComposeResult:
        yield TopLine()
        yield TextPane(id="about")

    def _look(self) -> tuple[erasure.Erasure, list[tuple[str, str]]]:
        """What would go as things are now, and how each place of it reads."""
        found = erasure.prepare(self.session, [self._record.number])
        if self._with_parts and found.parts:
            found = erasure.prepare(self.session, [self._record.number, *found.parts], found.instead)
        return found, list(erasure.shown_lines(self.session, self.view_context(), found))[:_MOST]

    def refresh_plan(self) -> None:
        if self.session.record(self._record.TABLE, self._record.id) is None:
            self.dismiss()
            return
        self._found = None
        self.query_one(TextPane).show(lambda width: [])
        line = self.query_one(TopLine)
        line.words = _("Erase {name} from this plan").format(name=one_line(self._record.title))
        line.refresh()
        work(self.roadmap, _("Looking for the name…"), self._look, self._show, left=self.dismiss)

    def _show(self, looked: tuple[erasure.Erasure, list[tuple[str, str]]]) -> None:
        self._found, shown = looked
        self.query_one(TextPane).show(lambda width: self._lines(looked[0], shown, width))

    def _lines(self, found: erasure.Erasure, shown: list[tuple[str, str]], width: int) -> list[Line]:
        words = _("Looked for: {words}. In its place comes: {instead}.")
        lines: list[Line] = _text(words.format(words=", ".join(found.words), instead=found.instead), width, Tone.MUTED)
        lines += [[], *_text(_("In the plan as you see it"), width, Tone.STRONG)]
        for name, what in shown:
            lines += _text(f"{name}   {what}", width)
        if found.erased.hidden:
            hidden = ngettext(
                "And {count} value of earlier, in the history, the bin or the list of authors.",
                "And {count} values of earlier, in the history, the bin or the list of authors.",
                found.erased.hidden,
            )
            lines += _text(hidden.format(count=found.erased.hidden), width)
        lines += [*_text(_("And in your own backups, safety copies and drafts."), width), []]
        return lines + self._review(found, width)

    def _review(self, found: erasure.Erasure, width: int) -> list[Line]:
        if self._with_parts:
            return _text(_("The loose parts of the name go too; x leaves them."), width, Tone.WARN)
        if not found.review:
            return []
        parts = ", ".join(found.parts)
        head = _("Judge yourself: a part of the name ({parts}) still stands here; x takes those along.")
        lines = _text(head.format(parts=parts), width, Tone.WARN)
        for table, record_id, field, text in found.review[:_MOST]:
            name = telling.name_of(self.session, table, record_id)
            lines += _text(f"{name}  {telling.label_of(table, field)}: {cut(one_line(text), 90)}", width)
        return lines

    # actions

    def action_erase_parts(self) -> None:
        """Take the loose parts of the name along, or not."""
        if not self._with_parts and not (self._found and self._found.review):
            raise UsageError(_("No loose parts of the name stand anywhere."))
        self._with_parts = not self._with_parts
        self.refresh_plan()

    def action_erase_now(self) -> None:
        """Erase, after a question that says what it does."""
        if self.session.read_only:
            raise UsageError(_("This plan is open for reading only."))
        found = self._found
        if found is None:
            raise UsageError(_("Wait until the name has been looked for."))

        def answered(answer: str | None) -> None:
            if answer == "erase":
                self._erase(found)

        question = _("Erase {name} for good?").format(name=one_line(self._record.title))
        more = _(
            "This cannot be undone, not with u and not from a backup on this computer. Copies with other people clear "
            "themselves when they are merged with this plan; ask them to erase in their own backups too."
        )
        self.app.push_screen(ConfirmScreen(question, [("w", "erase", _("Erase for good"))], more), answered)

    def _erase(self, found: erasure.Erasure) -> None:
        words = _("Erasing, also in the backups…")
        work(self.roadmap, words, lambda: erasure.carry_out(self.session, found), self._tell, may_leave=False)

    def _tell(self, outcome: erasure.Outcome) -> None:
        self.roadmap.plan_changed()
        words = erasure.told(outcome)
        if outcome.beside:
            names = ", ".join(path.name for path in outcome.beside)
            words += " " + _("Copies beside the plan still hold it: {names}.").format(names=names)
        self.roadmap.say(words)

    def action_leave_erase(self) -> None:
        """Back; nothing was erased."""
        self.dismiss()


def _text(text: str, width: int, tone: Tone = Tone.NORMAL) -> list[Line]:
    return [[Run(part, tone)] for part in wrap(text, width)]

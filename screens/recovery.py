"""Restore: which earlier states of the plan are there, and what would going back to one change?"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message

from roadmap_tui.actions.scopes import APP, RECOVERY, TABLE
from roadmap_tui.errors import RoadmapError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.services import recovery
from roadmap_tui.services.recovery import Preview
from roadmap_tui.services.sharing import beside
from roadmap_tui.services.telling import name_of
from roadmap_tui.view.formats import clock, format_date
from roadmap_tui.view.text import Line, Run, fit, width_of, wrap
from screens.base import PlanScreen
from screens.confirm import ConfirmScreen
from screens.starting import Option
from screens.widgets.copy_list import CopyList
from screens.widgets.text_pane import TextPane
from screens.working import work

if TYPE_CHECKING:
    from roadmap_tui.session import Session
    from roadmap_tui.store.backup import Backup

_MOST = 500


class RecoveryScreen(PlanScreen):
    """The copies that are kept, with what going back would change beside them."""

    PLACE: ClassVar[str] = "recovery"
    SCOPES: ClassVar[tuple[str, ...]] = (RECOVERY, TABLE, APP)
    AUTO_FOCUS = "CopyList"

    class Ready(Message):
        """What going back to a copy would change is known; `words` says why not where it cannot be read."""

        def __init__(self, copy: Backup, found: Preview | None, lines: list[Line]) -> None:
            super().__init__()
            self.copy, self.found, self.lines = copy, found, lines

    def __init__(self, place: str = "") -> None:
        super().__init__(place)
        self._copies: dict[str, Backup] = {}
        self._previews: dict[tuple[str, int], Preview] = {}

    def body(self) -> ComposeResult:
        with Container(id="panes"):
            yield CopyList([])
            yield TextPane(id="preview", focusable=False)

    def refresh_plan(self) -> None:
        found = recovery.copies(self.session)
        self._copies = {str(copy.path): copy for copy in found}
        self._previews = {}
        self.query_one(CopyList).replace([(_("Go back to"), [self._option(copy) for copy in found])])
        self.query_one(CopyList).display = bool(found)
        if not found:
            self.query_one(TextPane).show(_no_copies)

    def _option(self, copy: Backup) -> Option:
        title = f"{format_date(copy.moment.date())} {clock(copy.moment)}"
        note = _(recovery.REASONS.get(copy.reason, copy.reason))
        if not recovery.is_of_this_file(self.session, copy):
            note += _(", of another copy of the file")
        return Option("copy", str(copy.path), title, note)

    @on(CopyList.Reached)
    def _look_at(self, event: CopyList.Reached) -> None:
        copy = self._copies.get(event.option.value)
        if copy is not None:
            session = self.session
            self.run_worker(lambda: self._compare(session, copy), thread=True, group="preview", exclusive=True)

    def _compare(self, session: Session, copy: Backup) -> None:
        try:
            then = recovery.tables_of(session, copy)
        except RoadmapError as error:
            self.post_message(self.Ready(copy, None, [[Run(str(error), Tone.WARN)]]))
            return
        found = recovery.preview(session, then)
        count = _("Records in this copy: {count}.").format(count=recovery.count_of(then))
        head: list[Line] = [[Run(_("Going back: {what}").format(what=found.words), Tone.STRONG)]]
        head += [[Run(count, Tone.MUTED)], []]
        self.post_message(self.Ready(copy, found, [*head, *_lines(session, beside(session, then), found)]))

    def on_recovery_screen_ready(self, event: Ready) -> None:
        """Show what going back would change, where the cursor still stands there."""
        if event.found is not None:
            self._previews[str(event.copy.path), self.session.generation] = event.found
        self.query_one(TextPane).show(lambda width: _wrapped(event.lines, width))

    @on(CopyList.Chosen)
    def _ask(self, event: CopyList.Chosen) -> None:
        copy = self._copies.get(event.option.value)
        found = self._previews.get((event.option.value, self.session.generation))
        if copy is None or found is None:
            self.say(_("This copy is still being read, or cannot be read."), Tone.WARN)
        elif not found.changes:
            self.say(_("The plan is the same as in this copy."))
        else:
            question = _("Go back to {moment}?").format(moment=event.option.title)
            chosen = found

            def answered(answer: str | None) -> None:
                if answer == "yes":
                    self._go_back(chosen)

            more = _("Going back: {what}").format(what=found.words) + ". " + _("You can undo it with u.")
            self.app.push_screen(ConfirmScreen(question, [("enter", "yes", _("Go back"))], more), answered)

    def _go_back(self, found: Preview) -> None:
        def gone_back(_nothing: object) -> None:
            self.roadmap.plan_changed()
            self.say(_("The plan is as it was. Undo with u."))

        words = _("Going back…")
        work(self.roadmap, words, lambda: recovery.go_back(self.session, found), gone_back, may_leave=False)


def _lines(session: Session, after: Session, found: Preview) -> list[Line]:
    """One line for each record that changes, and for each field of it."""
    fields = {(change.table, change.id): change.fields for change in found.changes if change.action == "set"}
    kinds = (
        (_("back"), Tone.GOOD, found.added, after),
        (_("changed"), Tone.NORMAL, found.updated, session),
        (_("to the bin"), Tone.WARN, found.removed, session),
    )
    lines: list[Line] = []
    longest = max((width_of(word) for word, _tone, rows, _where in kinds if rows), default=0)
    for word, tone, rows, where in kinds:
        for row in rows:
            name = name_of(where, *row)
            names = ", ".join(recovery.labels(row[0], fields.get(row, {}))) if word == kinds[1][0] else ""
            lines.append(
                [Run(fit(word, longest) + "  ", tone), Run(name), Run(f"  {names}" if names else "", Tone.MUTED)]
            )
    return lines[:_MOST]


def _no_copies(width: int) -> list[Line]:
    """What to say where there is nothing to go back to yet."""
    words = _("A copy is kept when you save, and before a merge, an import and going back; you choose one here.")
    return [
        [Run(_("There are no copies of this plan yet."), Tone.STRONG)],
        *([Run(part, Tone.MUTED)] for part in wrap(words, width)),
    ]


def _wrapped(lines: list[Line], width: int) -> list[Line]:
    """Sentences over as many lines as they need; lines of several parts are cut by the pane."""
    found: list[Line] = []
    for line in lines:
        if len(line) == 1:
            found += [[Run(text, line[0].tone)] for text in wrap(line[0].text, width)]
        else:
            found.append(line)
    return found

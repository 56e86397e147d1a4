"""The migration weekend: what is busy now, what comes next, and is there still a way back?"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.strip import Strip

from roadmap_tui.actions.scopes import APP, LIVE
from roadmap_tui.editing import stepping
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.runsheet import RunStep
from roadmap_tui.planning.cutover import Cutover, cutover
from roadmap_tui.view.live import live_lines
from roadmap_tui.view.text import Line, Run, one_line
from screens.ask import AskScreen
from screens.base import PlanScreen
from screens.confirm import ConfirmScreen
from screens.keys import bindings
from screens.widgets.lines import Painted

_TICK, _FOLLOW = 1.0, 1.0
_MARGIN = 2


class LiveBoard(Painted):
    """The lines of the weekend; only those that differ are drawn again."""

    DEFAULT_CSS = "LiveBoard { height: 1fr; width: 1fr; padding: 1 0 0 0; }"

    def __init__(self) -> None:
        super().__init__()
        self._found: Cutover | None = None
        self._read_only = False
        self._lines: list[Line] = []

    def show(self, found: Cutover, read_only: bool) -> None:
        """Show the run-sheet as it is now."""
        self._found, self._read_only = found, read_only
        before, self._lines = self._lines, self._made()
        if before != self._lines:
            self.refresh()

    def _made(self) -> list[Line]:
        width, height = self.size.width - 2 * _MARGIN, self.size.height
        if self._found is None or width < 1:
            return []
        return live_lines(self._found, width, height, self.glyphs, self._read_only)

    def on_resize(self) -> None:
        """Lay out again."""
        self._lines = self._made()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        line: Line = self._lines[y] if y < len(self._lines) else []
        return self.strip([Run(" " * _MARGIN), *line], self.size.width)


class LiveScreen(PlanScreen):
    """Space begins and ends steps; every stamp is saved at once, and other terminals follow."""

    PLACE: ClassVar[str] = "live"
    SCOPES: ClassVar[tuple[str, ...]] = (LIVE, APP)
    BINDINGS = bindings(LIVE)

    def body(self) -> ComposeResult:
        yield LiveBoard()

    def on_mount(self) -> None:
        """Let the clock run, and look often for what others stamp."""
        self.set_interval(_TICK, self._tick)
        self.set_interval(_FOLLOW, self._follow)

    def _tick(self) -> None:
        if self.is_current:
            self.refresh_plan()

    def _follow(self) -> None:
        if self.is_current:
            self.roadmap.look_for_changes()

    @property
    def found(self) -> Cutover:
        """The run-sheet as it is now."""
        return cutover(self.session.outlook, self.roadmap.clock())

    def refresh_plan(self) -> None:
        self.query_one(LiveBoard).show(self.found, self.session.read_only)

    def _step(self) -> RunStep:
        """The step that is busy, else the next one. Raises UsageError."""
        found = self.found
        row = found.active or next(iter(found.upcoming), None)
        if row is None:
            raise UsageError(_("Every step is over; u takes your last change back."))
        return row.step

    # actions

    def action_stamp(self) -> None:
        """Begin the next step, or end the one that is busy; a go/no-go asks for the decision."""
        step, now = self._step(), self.roadmap.clock()
        if step.status != "active":
            self.roadmap.commit(stepping.begin(step, now))
        elif step.go_no_go:
            self._ask_decision(step)
        else:
            self.roadmap.commit(stepping.end(step, now))

    def action_fail_step(self) -> None:
        """The step went wrong."""
        step = self._step()
        words = _("{step} failed.").format(step=step.number)
        if step.fallback.strip():
            words += " " + _("Way back: {text}").format(text=one_line(step.fallback))
        self.roadmap.commit(stepping.end(step, self.roadmap.clock(), "failed"), words)

    def action_skip_step(self) -> None:
        """Leave the step out."""
        step = self._step()
        words = _("{step} is skipped; u takes it back.").format(step=step.number)
        self.roadmap.commit(stepping.skip(step), words)

    def action_close_live(self) -> None:
        """Back to the run-sheet."""
        self.roadmap.call_later(self.roadmap.action_go, "runsheet")

    def _ask_decision(self, step: RunStep) -> None:
        def answered(answer: str | None) -> None:
            if answer:
                self._ask_who(step, answer)

        answers = [("g", "go", _("Go")), ("n", "no_go", _("No go"))]
        more = one_line(step.check)
        self.app.push_screen(ConfirmScreen(one_line(step.title), answers, more), answered)

    def _ask_who(self, step: RunStep, decision: str) -> None:
        def answered(text: str) -> None:
            current = self.session.record(RunStep.TABLE, step.id)
            who = text.strip() or one_line(step.who)
            if isinstance(current, RunStep):
                self.roadmap.commit(stepping.decide(current, decision, who, self.roadmap.clock()))

        word = _("Go") if decision == "go" else _("No go")
        question = _("{decision}: who decided it?").format(decision=word)
        self.app.push_screen(AskScreen(question, _("Keep"), answered, "", one_line(step.who)))

"""Together: who works on what, and where can we join up?"""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.message import Message

from roadmap_tui.actions.scopes import APP, JOINT, TIMELINE
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import N_, _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.joint import COLLABORATION_STATUS
from roadmap_tui.planning.section_sets import JOINT as STEPS
from roadmap_tui.services import joining
from roadmap_tui.view.joint_lists import about_row, in_words, summary
from roadmap_tui.view.joint_timeline import ChanceRow, JointTimeline
from roadmap_tui.view.text import one_line
from screens.base import PlanScreen
from screens.confirm import ConfirmScreen
from screens.keys import bindings
from screens.widgets.facts_line import FactsLine
from screens.widgets.text_pane import TextPane
from screens.widgets.timeline_view import TimelineView

if TYPE_CHECKING:
    from roadmap_tui.planning.joint.roadmap import Chance, Joined

_SECONDS = 2.0
_ABOUT_LINES, _ABOUT_TALL, _TALL, _ROOMY = 5, 7, 32, 24
_DECISIONS = (
    ("s", "agreed", N_("Together")),
    ("l", "learning", N_("Each on its own, learning from each other")),
    ("n", "refused", N_("Not together")),
    ("v", "proposed", N_("Proposed")),
)


class JointScreen(PlanScreen):
    """The plans of several municipalities on one timeline, with the chances to work together on top."""

    PLACE: ClassVar[str] = "together"
    SCOPES: ClassVar[tuple[str, ...]] = (JOINT, TIMELINE, APP)
    BINDINGS = bindings(JOINT)
    AUTO_FOCUS = "TimelineView"
    DEFAULT_CSS = "JointScreen #words { margin-top: 1; }"

    class Read(Message):
        """The plans were read."""

        def __init__(self, joined: Joined, stamps: object) -> None:
            super().__init__()
            self.joined, self.stamps = joined, stamps

    def __init__(self, place: str = "") -> None:
        super().__init__(place)
        self._reader = joining.PlanReader()
        self._joined: Joined | None = None
        self._stamps: object = None
        self._files: list[Path] = []
        self._in_words = False

    def body(self) -> ComposeResult:
        yield FactsLine("summary")
        yield TimelineView()
        yield TextPane(id="words")
        yield TextPane(id="about", focusable=False)

    def on_mount(self) -> None:
        """Look every now and then whether a plan beside this one changed."""
        self.query_one("#words").display = False
        self.set_interval(_SECONDS, self._look)

    def on_resize(self, event: events.Resize) -> None:
        """More lines about the row where there is room."""
        super().on_resize(event)
        about, tall = self.query_one("#about"), event.size.height >= _TALL
        about.styles.height = _ABOUT_TALL if tall else _ABOUT_LINES
        about.styles.margin = (1 if event.size.height >= _ROOMY else 0, 0, 0, 0)

    # reading the plans

    def refresh_plan(self) -> None:
        self._files = joining.beside(self.session)
        if self._joined is None:
            self.query_one("#summary", FactsLine).show(lambda width: summary(None, len(self._files)))
        self._read()

    def _look(self) -> None:
        if self.is_current and self._stamps is not None and self._stamps != self._stamped():
            self._read()

    def _stamped(self) -> object:
        return self.session.generation, [joining.stamp_of(file) for file in self._files]

    def _read(self) -> None:
        """Read the plans beside this one in the background, those that changed only."""
        own, files, today, stamps = joining.member_of(self.session), self._files, self.session.today, self._stamped()

        def read() -> None:
            joined = joining.join(files, today, own=own, reader=self._reader)
            _chances = joined.roadmap.chances
            gc.freeze()  # what many plans hold stays; walking through it would make keys wait
            self.post_message(self.Read(joined, stamps))

        self.run_worker(read, thread=True, exclusive=True, group="joint")

    @on(Read)
    def _show(self, event: Read) -> None:
        self._joined, self._stamps = event.joined, event.stamps
        joined = event.joined
        self.query_one("#summary", FactsLine).show(lambda width: summary(joined, len(self._files)))
        self.view.show(JointTimeline(joined.roadmap))
        self.query_one("#words", TextPane).show(lambda width: in_words(joined, width, self.roadmap.glyphs))
        self._describe()

    @property
    def view(self) -> TimelineView:
        """The bars."""
        return self.query_one(TimelineView)

    @on(TimelineView.Moved)
    def _describe(self) -> None:
        timeline, record = self.view.timeline, self.view.record
        if isinstance(timeline, JointTimeline):
            joined = self._joined
            self.query_one("#about", TextPane).show(lambda width: about_row(timeline, record, joined, width))

    # actions

    @property
    def _timeline(self) -> JointTimeline:
        timeline = self.view.timeline
        if not isinstance(timeline, JointTimeline):
            raise UsageError(_("The plans are still being read."))
        return timeline

    def action_open_joint(self) -> None:
        """An activity of the open plan on its own screen; of another plan say where it stands; decide on a chance."""
        record = self.view.record
        if isinstance(record, ChanceRow):
            self.action_decide_chance()
            return
        found = self._timeline.joint.origin(record) if record is not None else None
        if found is None:
            raise UsageError(_("Choose a row first."))
        member, activity = found
        if member.document_id != self.session.document.document_id:
            words = _('This activity stands in "{file}"; open that plan to change it.')
            raise UsageError(words.format(file=member.file))
        own = self.session.record(Activity.TABLE, activity.id)
        if own is not None:
            self.roadmap.show_record(own)

    async def action_lay_beside(self) -> None:
        """Choose the plans that lie beside this one."""
        from screens.beside import BesideScreen

        def chosen(files: list[Path] | None) -> None:
            if files is not None:
                joining.lay_beside(self.session, files)
                self.refresh_plan()

        await self.app.push_screen(BesideScreen(joining.candidates(self.session), self._files), chosen)

    def action_joint_lists(self) -> None:
        """The lists, or the bars."""
        self._in_words = not self._in_words
        words = self.query_one("#words", TextPane)
        words.display, self.view.display = self._in_words, not self._in_words
        self.query_one("#about").display = not self._in_words
        self.set_focus(words if self._in_words else self.view)

    async def action_joint_steps(self) -> None:
        """The first step of the step-by-step plan that is not complete."""
        from screens.chapter import ChapterScreen

        steps = STEPS.sections(self.session.outlook)
        step = next((each for each in steps if each.state != "complete"), steps[0])
        await self.app.push_screen(ChapterScreen(STEPS, step.shape))

    def action_decide_chance(self) -> None:
        """Ask what was decided on the chance of this row, and in which plan that is recorded."""
        chance = self._timeline.chance(self.view.record)
        if chance is None:
            raise UsageError(_("This row is not part of a chance to work together."))
        names = ", ".join(one_line(self._timeline.roadmap.names[place]) for place in chance.plans)
        question = _("What did you decide on {subject}?").format(subject=one_line(chance.subject))
        answers = [(key, code, _(label)) for key, code, label in _DECISIONS]

        def decided(status: str | None) -> None:
            if status:
                self._ask_where(chance, status)

        self.app.push_screen(ConfirmScreen(question, answers, names), decided)

    def _ask_where(self, chance: Chance, status: str) -> None:
        """In which plan the decision is recorded; in no other one anything changes."""
        roadmap = self._timeline.roadmap
        own = str(self.session.path)
        files = list(dict.fromkeys([own, *(roadmap.members[place].file for place in chance.plans)]))[:9]
        words = [f"{Path(file).name} ({_('this plan')})" if file == own else Path(file).name for file in files]
        answers = [(str(number), file, name) for number, (file, name) in enumerate(zip(files, words, strict=True), 1)]

        def answered(file: str | None) -> None:
            if file:
                self.roadmap.attempt(lambda: self._record(chance, status, file))

        more = _("Only that plan changes.")
        self.app.push_screen(ConfirmScreen(_("In which plan do you record this?"), answers, more), answered)

    def _record(self, chance: Chance, status: str, file: str) -> None:
        roadmap, label = (
            self._timeline.roadmap,
            next(each.label for each in COLLABORATION_STATUS if each.code == status),
        )
        words = _("{subject}: {decision}.").format(subject=one_line(chance.subject), decision=_(label))
        if file == str(self.session.path):
            self.roadmap.commit(joining.record_decision(self.session, roadmap, chance, status), words)
        else:
            if self.session.read_only:
                raise UsageError(_("This plan is open for reading only."))
            joining.record_elsewhere(Path(file), roadmap, chance, status, user=self.session.profile.name)
            self._read()
            self.say(words, Tone.GOOD)

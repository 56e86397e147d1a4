"""Timeline: what happens when?"""

from __future__ import annotations

from datetime import date
from functools import partialmethod
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult

from roadmap_tui.actions.scopes import ACTIVITY, APP, BARS, MOVE, PICTURE, ROW, TIMELINE
from roadmap_tui.editing import edits
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.record import Record
from roadmap_tui.model.stakeholder import Communication
from roadmap_tui.user.remembered import keep, recall
from roadmap_tui.view.timeline import Timeline
from roadmap_tui.view.timeline_legend import shapes_in
from roadmap_tui.view.timeline_moving import new_words
from roadmap_tui.view.timeline_rows import GROUPINGS
from screens.keys import bindings
from screens.pictures import PictureScreen
from screens.widgets.frame import KeyFooter
from screens.widgets.moving_line import MovingLine
from screens.widgets.timeline_legend import LegendLine
from screens.widgets.timeline_view import TimelineView

_TALL = 32
_GROUPING = "timeline_grouping"
_MOMENTS = "timeline_communication"
_FOOTER = (PICTURE, BARS, TIMELINE, ACTIVITY, ROW, APP)


class TimelineScreen(PictureScreen):
    """All activities and milestones against time."""

    PLACE: ClassVar[str] = "timeline"
    SCOPES: ClassVar[tuple[str, ...]] = (PICTURE, BARS, TIMELINE, ACTIVITY, ROW, MOVE, APP)
    BINDINGS = bindings(BARS, ACTIVITY)
    AUTO_FOCUS = "TimelineView"
    grouping = "none"
    moments_shown = False

    def body(self) -> ComposeResult:
        yield TimelineView()
        yield MovingLine()
        yield LegendLine()

    def on_mount(self) -> None:
        """Group as this user did before. The keys for moving a bar are shown when one is in hand."""
        remembered = recall(self.session.document.document_id).get(_GROUPING, "")
        self.grouping = remembered if remembered in GROUPINGS else self.grouping
        self.moments_shown = recall(self.session.document.document_id).get(_MOMENTS) == "yes"
        self.query_one(KeyFooter).scopes = _FOOTER

    def on_resize(self, event: events.Resize) -> None:
        """Show the legend where there is room."""
        self.query_one(LegendLine).display = event.size.height >= _TALL

    @property
    def view(self) -> TimelineView:
        """The picture."""
        return self.query_one(TimelineView)

    @property
    def record(self) -> Record | None:
        return self.view.record

    def refresh_plan(self) -> None:
        outlook = self.session.outlook
        calendar = outlook.context.known_calendar()

        def is_free(day: date) -> bool:
            return not calendar.is_working_day(day)

        self.query_one(MovingLine).drop()
        timeline = Timeline(outlook, self.grouping)
        timeline = timeline.with_communication() if self.moments_shown else timeline
        self.view.show(timeline, is_free)
        self.query_one(LegendLine).show(shapes_in(timeline))
        self.query_one(MovingLine).refresh()

    def select_record(self, record: Record) -> None:
        """Put the cursor on a record."""
        self.view.select(record.id)

    @on(TimelineView.Moved)
    def _describe(self) -> None:
        self.query_one(MovingLine).refresh()

    async def action_links(self) -> None:
        """What the activity under the cursor waits for, and what waits for it."""
        if not isinstance(self.record, Activity):
            raise UsageError(_("Only activities wait for each other; choose one."))
        await self.roadmap.open_links(self.record)

    # grouping, moving, new words

    def action_group_rows(self) -> None:
        """The next way to group the rows."""
        names = list(GROUPINGS)
        self._group(names[(names.index(self.grouping) + 1) % len(names)])

    def _group(self, grouping: str) -> None:
        """Group the rows, from now on whenever this user opens this plan."""
        self.grouping = grouping
        self.refresh_plan()
        keep(self.session.document.document_id, _GROUPING, grouping)
        self.say(_("Rows: {grouping}").format(grouping=_(GROUPINGS[grouping])))

    def action_toggle_moments(self) -> None:
        """Show or hide the communication moments, from now on whenever this user opens this plan."""
        if not self.moments_shown and not self.session.records(Communication.TABLE):
            raise UsageError(_("This plan has no communication moments yet; make them on the Stakeholders screen."))
        self.moments_shown = not self.moments_shown
        self.refresh_plan()
        keep(self.session.document.document_id, _MOMENTS, "yes" if self.moments_shown else "")
        words = _("With the communication moments, below the activities.")
        self.say(words if self.moments_shown else _("Without the communication moments."))

    action_group_none = partialmethod(_group, "none")
    action_group_phase = partialmethod(_group, "phase")
    action_group_layer = partialmethod(_group, "layer")
    action_group_lead = partialmethod(_group, "lead")
    action_group_milestone = partialmethod(_group, "milestone")
    action_group_status = partialmethod(_group, "status")

    def action_move_bar(self) -> None:
        """Pick up the bar under the cursor."""
        self._check_writable()
        self.query_one(MovingLine).pick_up(self.one_record())

    def _check_writable(self) -> None:
        if self.session.read_only:
            raise UsageError(_("This plan is open for reading only."))

    @on(TimelineView.Dragged)
    def _drag(self, event: TimelineView.Dragged) -> None:
        """The bar goes where the mouse goes; whole months stay whole months where single days are too small to aim."""

        def drag() -> None:
            self._check_writable()
            whole_months = not self.view.scale.shades_days
            self.query_one(MovingLine).drag(event.record, event.edge, event.days, whole_months)

        self.roadmap.attempt(drag)

    @on(TimelineView.Released)
    def _let_go(self) -> None:
        self.roadmap.attempt(self.query_one(MovingLine).action_put_down)

    @on(MovingLine.Carried)
    def _follow(self, event: MovingLine.Carried) -> None:
        self.view.preview(event.spans, follow=self.view.grip is None)
        if not event.spans:
            self.view.let_go()
        self.query_one(KeyFooter).scopes = (MOVE,) if event.spans else _FOOTER

    @on(MovingLine.PutDown)
    def _keep(self, event: MovingLine.PutDown) -> None:
        found = [(self.session.record(table, record_id), fields) for table, record_id, fields in event.rows]
        changes = [change for record, fields in found if record for change in edits.set_fields(record, fields)]
        self.roadmap.attempt(lambda: self.roadmap.commit(changes, event.words))

    def action_reword(self) -> None:
        """Give the bar under the cursor words that fit its days, as exact as its old words."""
        record = self.one_record()
        words = new_words(self.session.outlook, record) if isinstance(record, Activity) else ""
        if not words:
            raise UsageError(_("The words of this row still hold."))
        fields = {"when": words, "start": None, "end": None}
        self.roadmap.commit(edits.set_fields(record, fields), _("New words: {words}").format(words=words))

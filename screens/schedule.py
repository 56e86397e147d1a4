"""Schedule: when does it end, what can slip, and what contradicts itself?"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult

from roadmap_tui.actions.scopes import ACTIVITY, APP, OPTIONS, PICTURE, PLANNING, ROW
from roadmap_tui.editing import edits
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.record import Record
from roadmap_tui.planning.consequences import Consequences, dates_to_write
from roadmap_tui.planning.options import OptionsEffect, effect_of_options
from roadmap_tui.view.schedule_table import options_line, problem_rows, schedule_heading, schedule_rows, summary_line
from screens.computing import work_out
from screens.keys import KeyNames, bindings
from screens.pictures import PictureScreen
from screens.slip import SlipScreen
from screens.widgets.facts_line import FactsLine
from screens.widgets.rows_view import RowsView

if TYPE_CHECKING:
    from roadmap_tui.planning.outlook import Outlook
    from roadmap_tui.planning.schedule import Schedule
    from roadmap_tui.view.rows import Row

_MOST_PROBLEMS = 4  # a part of the height


class _Looked(NamedTuple):
    """What this screen shows of one state of the plan."""

    outlook: Outlook
    schedule: Schedule
    effect: OptionsEffect
    days: int | None
    rows: list[Row]


class ScheduleScreen(PictureScreen):
    """The schedule as a table, with what contradicts itself above it."""

    PLACE: ClassVar[str] = "schedule"
    SCOPES: ClassVar[tuple[str, ...]] = (PICTURE, PLANNING, ACTIVITY, OPTIONS, ROW, APP)
    BINDINGS = bindings(PLANNING, ACTIVITY, OPTIONS)
    AUTO_FOCUS = "#schedule"
    DEFAULT_CSS = """
    ScheduleScreen #problems, ScheduleScreen #schedule { margin-top: 1; }
    """
    without = False
    _looked: _Looked | None = None

    def body(self) -> ComposeResult:
        yield FactsLine("summary")
        yield FactsLine("options")
        yield RowsView(id="problems")
        words = _("{go_activities} and then {quick_add} makes an activity.")
        names = KeyNames(self.roadmap.keys, self.roadmap.settings.ascii)
        yield RowsView(id="schedule", empty=words.format_map(names))

    @property
    def view(self) -> RowsView:
        """The list that has the focus, else the table."""
        problems = self.query_one("#problems", RowsView)
        return problems if problems.has_focus else self.query_one("#schedule", RowsView)

    @property
    def record(self) -> Record | None:
        return self.view.record

    def refresh_plan(self) -> None:
        work_out(self, self._look, self._show)

    def _look(self) -> _Looked:
        """The schedule, with or without the options, and what the options do."""
        from roadmap_tui.planning.network import schedule_of

        outlook, glyphs = self.session.outlook, self.roadmap.glyphs
        found = schedule_of(outlook, without_options=True) if self.without else outlook.schedule
        effect = effect_of_options(outlook)
        return _Looked(outlook, found, effect, self._days(effect), schedule_rows(outlook, found, glyphs))

    def _show(self, looked: _Looked) -> None:
        self._looked = looked
        outlook, found, effect, days, rows = looked
        glyphs = self.roadmap.glyphs
        self.query_one("#summary", FactsLine).show(lambda width: summary_line(outlook, found, width, glyphs))
        options = self.query_one("#options", FactsLine)
        options.show(lambda width: options_line(effect, self.without, days, width, glyphs))
        options.display = bool(effect.options)
        self.query_one("#schedule", RowsView).show(lambda width: rows, schedule_heading)
        self.query_one("#problems", RowsView).show(lambda width: problem_rows(outlook, found, width, glyphs))
        self.call_after_refresh(self._divide)

    def _days(self, effect: OptionsEffect) -> int | None:
        from roadmap_tui.planning.availability import calendar_of
        from roadmap_tui.planning.workdays import WorkDays

        if effect.finish is None or effect.finish_without is None:
            return None
        outlook = self.session.outlook
        return WorkDays(calendar_of(outlook), outlook.today).between(effect.finish, effect.finish_without)

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self.call_after_refresh(self._divide)

    def _divide(self) -> None:
        """Lines for the contradictions as they need, at most a quarter of the screen."""
        if self._looked is None:
            return
        problems = self.query_one("#problems", RowsView)
        outlook, found = self._looked.outlook, self._looked.schedule
        count = len(problem_rows(outlook, found, max(8, self.size.width - 3), self.roadmap.glyphs))
        problems.display = bool(count)
        problems.styles.height = min(count, max(3, self.size.height // _MOST_PROBLEMS))

    def select_record(self, record: Record) -> None:
        """Put the cursor on a record."""
        self.query_one("#schedule", RowsView).select(record.id)

    # what if

    def _activity(self) -> Activity:
        record = self.one_record()
        if not isinstance(record, Activity):
            raise UsageError(_("Choose a row first."))
        return record

    def action_what_if(self) -> None:
        """See what a slip does before anything moves."""
        if self.session.read_only:
            raise UsageError(_("This plan is open for reading only."))
        activity = self._activity()
        outlook = self.session.outlook
        if outlook.activity(activity).finished or outlook.scheduled(activity) is None:
            raise UsageError(
                _("{activity} takes no part any more, so it cannot slip.").format(activity=activity.number)
            )
        self.app.push_screen(SlipScreen(outlook, activity, self.roadmap.glyphs), self._slip)

    def _slip(self, found: Consequences | None) -> None:
        if found is None:
            return
        records = [(self.session.record(Activity.TABLE, each), fields) for each, fields in dates_to_write(found)]
        changes = [change for record, fields in records if record for change in edits.set_fields(record, fields)]
        words = _("Moved: {what}. u takes it back.").format(what=self.session.describe(changes))
        self.roadmap.attempt(lambda: self.roadmap.commit(changes, words))

    def action_toggle_options(self) -> None:
        """The schedule with or without its options; nothing is changed."""
        if not effect_of_options(self.session.outlook).options:
            raise UsageError(_("No options take part in this plan."))
        self.without = not self.without
        self.refresh_plan()

    def action_leave_out(self) -> None:
        """Keep the choice about an option."""
        activity = self._activity()
        if not activity.optional:
            raise UsageError(_("{activity} is not an option.").format(activity=activity.number))
        out = not activity.left_out
        words = _("{activity} is left out.") if out else _("{activity} takes part again.")
        changes = edits.set_fields(activity, {"left_out": out})
        self.roadmap.commit(changes, words.format(activity=activity.number))

    async def action_links(self) -> None:
        """What the activity waits for, and what waits for it."""
        await self.roadmap.open_links(self._activity())

"""Opening records: their detail view and their form, with the draft that still waits for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.record import Record
from roadmap_tui.model.registry import TABLES
from screens.base import PlanScreen
from screens.places import place_of_table
from screens.watching import WatchingApp

if TYPE_CHECKING:
    from roadmap_tui.model.activity import Activity
    from roadmap_tui.user.drafts import Draft


class RecordApp(WatchingApp):
    """The part of the application that opens records."""

    async def open_detail(self, record: Record, place: str) -> None:
        """Everything about one record, as its own view."""
        from screens.detail import DetailScreen

        await self.push_screen(DetailScreen(record, place))

    async def open_links(self, activity: Activity) -> None:
        """What an activity waits for and what waits for it."""
        from screens.links import LinksScreen

        place = self.screen.place if isinstance(self.screen, PlanScreen) else ""
        await self.push_screen(LinksScreen(activity, place))

    async def open_form(self, record: Record) -> None:
        """The form of a record, with the draft that is still waiting for it."""
        await self._open_form(type(record), record)

    async def open_new(self, table: str, after: Record | None = None, preset: Mapping[str, Any] | None = None) -> None:
        """An empty form."""
        await self._open_form(TABLES[table], None, after, preset)

    async def open_texts(self, title: str, names: Sequence[str]) -> None:
        """A form for some long texts of the plan, with room to write."""
        from roadmap_tui.model.plan import Plan
        from screens.widgets.form_rows import FormTitle

        await self._open_form(Plan, self.session.plan, only=names)
        self.screen.add_class("-texts")
        for line in self.screen.query(FormTitle):
            line.name_it(title)

    async def _open_form(
        self,
        record_type: type[Record],
        record: Record | None,
        after: Record | None = None,
        preset: Mapping[str, Any] | None = None,
        only: Sequence[str] = (),
    ) -> None:
        from roadmap_tui.view.columns import ViewContext
        from roadmap_tui.view.form import FormModel
        from screens.form import FormScreen

        session = self.session
        if session.read_only:
            raise UsageError(_("This plan is open for reading only."))
        draft = self.drafts.find(record_type.TABLE, record.id if record else None)
        preset = draft.preset if draft is not None and record is None else preset
        model = FormModel(record_type, record, session.records, session.record, preset, only)
        if draft is not None and not draft.texts.keys() & model.initial.keys():
            draft = None
        context = ViewContext(session.outlook, session.record, self.glyphs)
        form = FormScreen(model, context, session.seen(record) if record else frozenset(), after.id if after else None)
        await self.push_screen(form, self._form_closed)
        if draft is not None:
            form.fill(draft)

    async def open_draft(self, draft: Draft) -> None:
        """The form that a draft was made in."""
        record = self.session.record(draft.table, draft.id) if draft.id else None
        await self._open_form(TABLES[draft.table], record)

    def _form_closed(self, record_id: int | None) -> None:
        """Put the cursor on what was added or changed; ask for the planning year where it turns out to be needed."""
        from screens.asking_year import ask_year

        screen = self.screen
        for table in TABLES:
            record = self.session.record(table, record_id) if record_id else None
            if record is not None and isinstance(screen, PlanScreen):
                screen.update_plan()
                self._select(record)
                ask_year(self, record)

    def show_record(self, record: Record) -> None:
        """Go to a record on its own screen."""
        self.call_later(self.go_to_record, record)

    async def go_to_record(self, record: Record) -> None:
        """The record on its own screen, under the cursor."""
        place = place_of_table(record.TABLE)
        if not place:
            return
        await self.switch_mode(place)
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if isinstance(self.screen, PlanScreen):
            self.screen.update_plan()
            self._select(record)

    def _select(self, record: Record) -> None:
        select = getattr(self.screen, "select_record", None)
        if select is not None:
            select(record)

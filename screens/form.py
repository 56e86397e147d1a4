"""The form: made from a record's declared fields, and never losing what was typed."""

from __future__ import annotations

from datetime import datetime

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from roadmap_tui.actions.scopes import FORM, TEXT
from roadmap_tui.editing import edits
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone
from roadmap_tui.user.drafts import Draft
from roadmap_tui.view.columns import ViewContext
from roadmap_tui.view.fieldhelp import field_help
from roadmap_tui.view.form import FormModel
from roadmap_tui.view.text import Run, one_line
from screens.base import BaseScreen, TooSmall
from screens.confirm import ConfirmScreen
from screens.keys import bindings
from screens.widgets.field_editors import Editor, EditorChanged
from screens.widgets.form_rows import FieldRow, FormTitle
from screens.widgets.frame import KeyFooter, MessageLine

_DRAFT_SECONDS = 2.0
_IN_SIGHT = 9


class FormScreen(BaseScreen):
    """Fill in or change one record. What others change meanwhile does not touch the form."""

    BINDINGS = bindings(FORM)
    CSS_PATH = "form.tcss"

    def __init__(self, model: FormModel, context: ViewContext, seen: frozenset[str], after: int | None = None) -> None:
        super().__init__()
        self.model, self._view_context, self._seen, self._after = model, context, seen, after
        self._rows = {field.name: FieldRow(field, model.initial[field.name]) for field in model.fields}
        self._kept: dict[str, str] = dict(model.initial)
        self._finished = self._complete = False
        self._waiting_draft: Draft | None = None

    def compose(self) -> ComposeResult:
        yield TooSmall(id="too-small")
        yield FormTitle(self._heading(), _("* must be filled in"))
        with VerticalScroll(id="fields", can_focus=False):
            yield from list(self._rows.values())[:_IN_SIGHT]
        yield MessageLine()
        yield KeyFooter(FORM, TEXT)

    def _heading(self) -> str:
        record, kind = self.model.record, _(self.model.record_type.LABEL)
        if record is None:
            return _("New: {kind}").format(kind=kind)
        return f"{kind} {one_line(record.number)}  {one_line(record.title)}"

    def on_mount(self) -> None:
        """Begin in the first field and keep a draft from now on."""
        for row in self.query(FieldRow):
            self._update_hint(row)
        self.set_focus(next(iter(self._rows.values())).editor)
        self.set_interval(_DRAFT_SECONDS, self.keep_draft)
        self.call_after_refresh(self._mount_rest)

    async def _mount_rest(self) -> None:
        """The fields further down come after the first paint, so that a long form opens as fast as a short one."""
        rest = list(self._rows.values())[_IN_SIGHT:]
        await self.query_one("#fields").mount(*rest)
        self._complete = True
        for row in rest:
            self._update_hint(row)
        if self._waiting_draft is not None:
            self.fill(self._waiting_draft)

    # what is typed

    @property
    def texts(self) -> dict[str, str]:
        """What stands in every field now."""
        return {name: row.editor.text for name, row in self._rows.items()}

    def fill(self, draft: Draft) -> None:
        """Put back what was typed before, as soon as all fields are there."""
        if not self._complete:
            self._waiting_draft = draft
            return
        for name, text in draft.texts.items():
            if name in self._rows:
                self._rows[name].editor.text = text
        self._seen = frozenset(draft.seen) or self._seen
        self._after = draft.after
        self.say(_("Your text of {moment} is back.").format(moment=draft.moment.strftime("%d-%m %H.%M")))

    def editor(self, name: str) -> Editor:
        """The editor of a field."""
        return self._rows[name].editor

    def on_editor_changed(self, event: EditorChanged) -> None:
        """Show how the text reads."""
        self._update_hint(self._rows[event.name])

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Mark the row that has the focus."""
        self._mark_active()

    def _mark_active(self) -> None:
        for row in self.query(FieldRow):
            active = row.editor is self.focused
            if row.label.active != active:
                row.label.active = active
                row.label.refresh()
                self._update_hint(row)

    def _update_hint(self, row: FieldRow) -> None:
        row.hint.show(self.model.hint(row.field, row.editor.text, self._view_context, row.label.active))

    # drafts

    def draft(self) -> Draft:
        """What stands in the form, as a draft."""
        record = self.model.record
        return Draft(
            plan=self.session.document.document_id,
            table=self.model.record_type.TABLE,
            id=record.id if record else None,
            texts=self.texts,
            moment=datetime.now(),
            title=self.texts.get("title", ""),
            number=record.number if record else "",
            after=self._after,
            preset=self.model.preset,
            seen=tuple(self._seen),
        )

    def keep_draft(self) -> None:
        """Write a draft where something was typed since the last; a form that was left keeps none."""
        if self._finished:
            return
        texts = self.texts
        if texts != self._kept and self.model.is_changed(texts):
            self._kept = texts
            if not self.roadmap.drafts.keep(self.draft()):
                self.say(_("No draft can be kept on this computer; save soon."), Tone.WARN)

    # actions

    def action_help_field(self) -> None:
        """What the field in focus means, and the keys of forms."""
        from screens.help import HelpScreen

        row = next((row for row in self.query(FieldRow) if row.editor is self.focused), None)
        if row is not None:
            self.app.push_screen(HelpScreen([FORM, TEXT], _(row.field.label), "", field_help(row.field)))

    def action_next_field(self) -> None:
        self.focus_next()

    def action_previous_field(self) -> None:
        self.focus_previous()

    def on_input_submitted(self) -> None:
        """Enter in a line goes to the next field."""
        self.focus_next()

    def action_save_form(self) -> None:
        """Store what changed; where something is wrong, go there and say so."""
        texts = self.texts
        problems = self.model.problems(texts)
        if problems:
            for name, sentence in problems.items():
                self._rows[name].hint.show(Run(sentence, Tone.BAD))
            first = next(iter(problems))
            self._rows[first].editor.focus()
            raise UsageError(problems[first])
        self.keep_draft()
        values = self.model.values(texts)
        if not values:
            self._leave(0)
            return
        record_id, words = self._store(values)
        if record_id in self.roadmap.waiting:
            words += " " + _("Somebody else changed it too; = shows both versions.")
        self.roadmap.drafts_to_remove.add(self.draft().name)
        self._leave(record_id)
        self.roadmap.say(words)

    def _store(self, values: dict[str, object]) -> tuple[int, str]:
        table, record, session = self.model.record_type.TABLE, self.model.record, self.session
        now = session.record(table, record.id) if record else None
        if record is not None and (now is not None or table == "plan"):
            self.roadmap.commit(edits.set_fields(record, values, self._seen))
            return record.id, _("Changed: {what}").format(what=record.number or _(record.LABEL))
        if record is not None:
            texts = self.texts
            values = FormModel(type(record), None, session.records, session.record).values(texts)
        after = session.record(table, self._after) if self._after else None
        changes = (
            edits.add_after(session.tables, after, values)
            if after
            else edits.add_records(session.tables, table, [values])
        )
        self.roadmap.commit(changes)
        return changes[0].id, _("Added: {what}").format(what=session.describe(changes))

    async def action_cancel(self) -> None:
        """Leave; asks where something was typed."""
        if not self.model.is_changed(self.texts):
            self._drop()
            return
        answers = [("enter", "stay", _("Go on")), ("s", "save", _("Save")), ("w", "drop", _("Throw away"))]
        question = ConfirmScreen(_("Throw away what you typed?"), answers)
        self.app.push_screen(question, self._answered)

    def _answered(self, answer: str | None) -> None:
        if answer == "drop":
            self._drop()
        elif answer == "save":
            self.run_worker(self.app.run_action("save_form", self))

    def _drop(self) -> None:
        self.roadmap.drafts.remove(self.draft().name)
        self._leave(0)

    def _leave(self, record_id: int) -> None:
        self._finished = True
        self.dismiss(record_id)

    def on_unmount(self) -> None:
        """Keep what was typed where the form is closed from outside, such as by a terminal that is gone."""
        self.keep_draft()

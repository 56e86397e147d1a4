"""The run-sheet: who does what in the migration weekend, and when?"""

from __future__ import annotations

from typing import ClassVar, cast

from roadmap_tui.actions.scopes import APP, LIST, STEPS
from roadmap_tui.editing import stepping
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import N_, _
from roadmap_tui.model.record import Record
from roadmap_tui.model.runsheet import Measurement, RunStep
from roadmap_tui.planning.aftercare import result_milestone
from roadmap_tui.planning.cutover import Cutover, cutover
from roadmap_tui.planning.rehearsals import RehearsalOutlook, rehearsals
from roadmap_tui.view.formats import duration
from roadmap_tui.view.runsheet_text import heading
from roadmap_tui.view.text import Line, Run, one_line
from screens.ask import AskScreen
from screens.confirm import ConfirmScreen
from screens.keys import bindings
from screens.sections import Section, SectionsScreen
from screens.widgets.record_table import RecordTable


class RunsheetScreen(SectionsScreen):
    """The steps in order, with the rehearsals under them."""

    PLACE: ClassVar[str] = "runsheet"
    SCOPES: ClassVar[tuple[str, ...]] = (STEPS, LIST, APP)
    BINDINGS = bindings(STEPS)
    SECTIONS = (
        Section("runsheet", N_("Run-sheet"), N_("No steps yet; n adds the first.")),
        Section("rehearsals", N_("Rehearsals"), N_("No rehearsals yet; R notes the first.")),
    )

    @property
    def found(self) -> Cutover:
        """The run-sheet as it is now."""
        return cutover(self.session.outlook, self.roadmap.clock())

    def standing(self) -> Line:
        return [Run("  "), *heading(self.session.outlook, self.found)]

    def preset(self, table: RecordTable) -> dict[str, object]:
        """New steps belong to the milestone of the run-sheet."""
        if table.listing.table != RunStep.TABLE:
            return {}
        milestone = result_milestone(self.session.outlook, "draaiboek_migratie")
        return {"milestone": milestone.id} if milestone else {}

    def one_step(self) -> RunStep:
        """The step under the cursor. Raises UsageError."""
        record: Record | None = self.query_one(f"#{RunStep.TABLE}", RecordTable).record
        if not isinstance(record, RunStep):
            raise UsageError(_("There is no step yet; n makes one."))
        return record

    def last_rehearsal(self) -> RehearsalOutlook:
        """The newest rehearsal. Raises UsageError where there is none."""
        held = rehearsals(self.session.outlook)
        if not held:
            raise UsageError(_("There is no rehearsal yet; R notes one."))
        return held[-1]

    # actions

    async def action_live(self) -> None:
        """The migration weekend."""
        await self.roadmap.action_go("live")

    def action_advance(self) -> None:
        """Begin or end the step, with the time of now; a go/no-go is decided on the live screen."""
        if self.table.listing.table != RunStep.TABLE:
            raise UsageError(_("There is nothing to tick off here."))
        step, now = self.one_step(), self.roadmap.clock()
        changes = stepping.end(step, now) if step.status == "active" else stepping.begin(step, now)
        self.roadmap.commit(changes)

    async def action_new_rehearsal(self) -> None:
        """Note a rehearsal."""
        await self.roadmap.open_new("rehearsals")

    def action_measure_step(self) -> None:
        """Ask what the step took, and go to the next one."""
        step, last = self.one_step(), self.last_rehearsal()

        def answered(text: str) -> None:
            known = cast("tuple[Measurement, ...]", self.session.records(Measurement.TABLE))
            self.roadmap.commit(stepping.measure(self.session.tables, known, last.rehearsal, step, text))
            self.query_one(f"#{RunStep.TABLE}", RecordTable).action_cursor_down()

        title = one_line(last.rehearsal.title)
        question = _("How long did {step} take in {rehearsal}?").format(step=step.number, rehearsal=title)
        before = last.minutes.get(step.id)
        placeholder = duration(before) if before is not None else _("45 or 2:30")
        more = f"{one_line(step.title)}\n" + _("Minutes, or hours and minutes as 2:30.")
        self.app.push_screen(AskScreen(question, _("Keep"), answered, more, placeholder))

    def action_take_durations(self) -> None:
        """Plan with what the last rehearsal took; asks first."""
        last = self.last_rehearsal()
        steps = [row.step for row in self.found.rows]
        title = one_line(last.rehearsal.title)
        changes = stepping.take_durations(steps, last.minutes, title)
        before = sum(step.minutes or 0 for step in steps if step.id in last.minutes)

        def answered(answer: str | None) -> None:
            if answer == "take":
                self.roadmap.attempt(lambda: self.roadmap.commit(changes, _("The durations were taken over.")))

        question = _("Plan with the durations of {rehearsal}?").format(rehearsal=title)
        more = _("Planned {before}, measured {after}; {count} steps change.").format(
            before=duration(before), after=duration(last.total), count=len(changes)
        )
        self.app.push_screen(ConfirmScreen(question, [("enter", "take", _("Take over"))], more), answered)

    def action_keep_rehearsal(self) -> None:
        """What was stamped becomes a rehearsal; asks for its name."""
        keep_rehearsal(self)

    def action_clean_steps(self) -> None:
        """Forget what was stamped; asks first."""
        changes = stepping.clean(row.step for row in self.found.rows)

        def answered(answer: str | None) -> None:
            if answer == "clean":
                self.roadmap.attempt(lambda: self.roadmap.commit(changes, _("All steps are planned again.")))

        question = _("Forget all real times and decisions of the run-sheet?")
        self.app.push_screen(ConfirmScreen(question, [("enter", "clean", _("Forget"))]), answered)


def keep_rehearsal(screen: RunsheetScreen) -> None:
    """Ask for a name, and keep what was stamped under it."""
    count = len(screen.session.records("rehearsals")) + 1
    name = _("Rehearsal {number}").format(number=count)

    def answered(text: str) -> None:
        changes = stepping.keep_as_rehearsal(screen.session.tables, screen.found, text.strip() or name)
        screen.roadmap.commit(changes, _("Kept as a rehearsal; the run-sheet is clean again."))

    more = _("The steps go back to planned; what they took stays with the rehearsal.")
    screen.app.push_screen(
        AskScreen(_("Under which name do you keep this rehearsal?"), _("Keep"), answered, more, name)
    )
